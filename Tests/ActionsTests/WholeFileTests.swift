import Actions
import Foundation
import Testing

/// A file that appears whole or not at all.
@Suite("A whole file")
struct WholeFileTests {
    /// A folder of one test's own.
    private final class Folder {
        let path: String

        init() throws {
            let place = FileManager.default.temporaryDirectory.appendingPathComponent("holdfast-whole-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            path = place.resolvingSymlinksInPath().path
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func callAsFunction(_ name: String) -> String { path + "/" + name }
        func text(_ name: String) -> String? {
            FileManager.default.contents(atPath: self(name)).map { String(decoding: $0, as: UTF8.self) }
        }
        func mode(_ name: String) throws -> Int? { try FileManager.default.attributesOfItem(atPath: self(name))[.posixPermissions] as? Int }
        var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
        func put(_ name: String, _ text: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: self(name))) }
    }

    private struct Stop: Error {}

    private let folder: Folder

    init() throws { folder = try Folder() }

    @Test("appears with all its pieces, for its owner's eyes only, and hands on what the body returns")
    func whole() throws {
        let answer = try WholeFile(path: folder("out")).write { put in
            try put(Array("one ".utf8)[...])
            try put([])
            try put(Array("xtwo".utf8).dropFirst())
            return 42
        }
        #expect(answer == 42)
        #expect(folder.text("out") == "one two")
        #expect(try folder.mode("out") == 0o600)
        #expect(folder.names == ["out"])
    }

    @Test("may be empty")
    func empty() throws {
        try WholeFile(path: folder("out")).write { _ in }
        #expect(folder.text("out") == "")
    }

    @Test("replaces what stood there at the very end, and keeps its mode", arguments: [0o644, 0o640, 0o600, 0o666])
    func replaces(mode: Int) throws {
        try folder.put("out", "before")
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder("out"))
        try WholeFile(path: folder("out")).write { put in
            try put(Array("after".utf8)[...])
            #expect(folder.text("out") == "before", "not yet")
        }
        #expect(folder.text("out") == "after")
        #expect(try folder.mode("out") == mode)
        #expect(folder.names == ["out"])
    }

    @Test("A body that fails leaves what stood there, and nothing else")
    func fails() throws {
        try folder.put("out", "before")
        for name in ["out", "new"] {
            #expect(throws: Stop.self) {
                try WholeFile(path: folder(name)).write { put in
                    try put(Array("half".utf8)[...])
                    throw Stop()
                }
            }
        }
        #expect(folder.text("out") == "before")
        #expect(folder.names == ["out"])
    }

    @Test("A link is followed: what it leads to is replaced, and it stays a link", arguments: [true, false])
    func link(isRelative: Bool) throws {
        try FileManager.default.createDirectory(atPath: folder("elsewhere"), withIntermediateDirectories: true)
        try folder.put("elsewhere/real", "before")
        try FileManager.default.createSymbolicLink(
            atPath: folder("link"), withDestinationPath: isRelative ? "elsewhere/real" : folder("elsewhere/real"))
        try WholeFile(path: folder("link")).write { try $0(Array("after".utf8)[...]) }
        #expect(folder.text("elsewhere/real") == "after")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder("link")).hasSuffix("elsewhere/real"))
        #expect(folder.names == ["elsewhere", "link"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder("elsewhere")) == ["real"])
    }

    @Test("A folder is refused with a sentence that names a way")
    func refusesFolder() throws {
        let error = try #require(throws: OutputError.self) { try WholeFile(path: folder.path).write { _ in } }
        #expect(error.code == .cannotCreate)
        #expect(error.message.contains("is a folder") && error.message.hasSuffix("."))
        #expect(folder.names.isEmpty)
    }

    @Test("A folder that isn't there is told", arguments: ["missing/out", "file/out"])
    func missingFolder(name: String) throws {
        try folder.put("file", "")
        let error = try #require(throws: OutputError.self) { try WholeFile(path: folder(name)).write { _ in } }
        #expect(error.code == .cannotCreate)
        #expect(error.message.contains(name) && error.message.contains("folder does not exist"))
        #expect(folder.names == ["file"])
    }

    @Test("A device is written directly, and stays a device")
    func device() throws {
        try WholeFile(path: "/dev/null").write { try $0([1, 2, 3]) }
        var state = stat()
        #expect(stat("/dev/null", &state) == 0 && state.st_mode & S_IFMT == S_IFCHR)
        #if os(Linux)
            let error = try #require(throws: OutputError.self) { try WholeFile(path: "/dev/full").write { try $0([1, 2, 3]) } }
            #expect(error.code == .cannotWrite)
        #endif
    }

    @Test(
        "A name in the present folder needs no folder in it, and odd names are names",
        arguments: ["with blank", "ünïcödé", "-o", "a.holdfast-XXXXXX", "%s%n"])
    func names(name: String) throws {
        try WholeFile(path: folder(name)).write { try $0([0x78]) }
        #expect(folder.names == [name])
    }
}
