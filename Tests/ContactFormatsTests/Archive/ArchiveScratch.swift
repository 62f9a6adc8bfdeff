import ContactFormats
import Foundation

/// A temporary folder of one test, removed with its last reference.
final class ArchiveScratch: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "archive-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func path(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file, and the folders above it; answers its path.
    @discardableResult
    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let file = path(name)
        try FileManager.default.createDirectory(atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(Array(bytes)).write(to: URL(fileURLWithPath: file))
        return file
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        try write(name, text.utf8)
    }

    /// Runs a program in the folder and waits for it.
    func run(_ program: String, _ arguments: String..., environment: [String: String] = [:]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: path)
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        struct Failed: Error {
            let program: String
            let status: Int32
        }
        guard process.terminationStatus == 0 else { throw Failed(program: program, status: process.terminationStatus) }
    }

    /// Runs Python with `zipfile` at hand.
    func python(_ script: String) throws {
        try run("python3", "-c", "import io, sys, zipfile\n" + script)
    }
}

/// A zip archive byte by byte, with everything in it that real writers and malicious ones put there.
struct ZipBuilder {
    struct Entry {
        var name: [UInt8]
        var content: [UInt8]
        var flags = 0x0800
        /// 0 stores; 8 wraps the content in deflate's "stored" blocks.
        var method = 0
        var attributes = 0
        /// 2026-03-14 15:09:26, as a header writes it.
        var date = (2026 - 1980) << 9 | 3 << 5 | 14
        var time = 15 << 11 | 9 << 5 | 13
        var extra: [UInt8] = []

        init(_ name: String, _ content: String = "") {
            self.name = Array(name.utf8)
            self.content = Array(content.utf8)
        }

        init(_ name: String, bytes: [UInt8]) {
            self.name = Array(name.utf8)
            self.content = bytes
        }

        func with(_ change: (inout Entry) -> Void) -> Entry {
            var copy = self
            change(&copy)
            return copy
        }
    }

    var entries: [Entry]
    var comment: [UInt8] = []

    init(_ entries: Entry...) { self.entries = entries }
    init(_ entries: [Entry]) { self.entries = entries }

    var bytes: [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let packed = entry.method == 8 ? Self.deflatedWithoutCompression(entry.content) : entry.content
            let hasDescriptor = entry.flags & 8 != 0
            let shared =
                Self.number(entry.flags, 2) + Self.number(entry.method, 2) + Self.number(entry.time, 2) + Self.number(entry.date, 2)
            let sizes =
                Self.number(Self.checksum(entry.content), 4) + Self.number(packed.count, 4) + Self.number(entry.content.count, 4)
            directory += [0x50, 0x4b, 1, 2] + Self.number(0x0314, 2) + Self.number(20, 2) + shared + sizes
            directory += Self.number(entry.name.count, 2) + Self.number(entry.extra.count, 2) + Self.number(0, 6)
            directory += Self.number(entry.attributes, 4) + Self.number(archive.count, 4) + entry.name + entry.extra
            archive += [0x50, 0x4b, 3, 4] + Self.number(20, 2) + shared
            archive += hasDescriptor ? [UInt8](repeating: 0, count: 12) : sizes
            archive += Self.number(entry.name.count, 2) + Self.number(0, 2) + entry.name + packed
            if hasDescriptor { archive += [0x50, 0x4b, 7, 8] + sizes }
        }
        let start = archive.count
        archive += directory
        archive += [0x50, 0x4b, 5, 6] + Self.number(0, 4) + Self.number(entries.count, 2) + Self.number(entries.count, 2)
        archive += Self.number(directory.count, 4) + Self.number(start, 4) + Self.number(comment.count, 2) + comment
        return archive
    }

    private static func number(_ number: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private static func deflatedWithoutCompression(_ content: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = []
        var start = 0
        repeat {
            let block = content[start..<min(start + 0xffff, content.count)]
            start += block.count
            packed += [start == content.count ? 1 : 0] + number(block.count, 2) + number(~block.count, 2) + block
        } while start < content.count
        return packed
    }

    private static let checksumTable: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xedb8_8320 ^ value >> 1 : value >> 1 }
    }

    static func checksum(_ bytes: [UInt8]) -> Int {
        Int(~bytes.reduce(~UInt32(0)) { checksumTable[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 })
    }
}

extension ByteSource {
    /// All bytes at once.
    func collected() throws -> [UInt8] {
        var all: [UInt8] = []
        try forEachChunk { all += $0 }
        return all
    }

    func text() throws -> String {
        String(decoding: try collected(), as: UTF8.self)
    }
}

extension Parcel {
    /// Each member's path and text.
    func texts() throws -> [String: String] {
        try Dictionary(members.map { ($0.path, try $0.bytes.text()) }) { $0 + "|" + $1 }
    }

    var reasons: [String: String] {
        Dictionary(passedOver.map { ($0.path, $0.reason) }) { $0 + "|" + $1 }
    }
}

/// The error something ends with, where it is one for a person.
func inputError<Answer>(_ body: () throws -> Answer) -> InputError? {
    do {
        _ = try body()
        return nil
    } catch {
        return error as? InputError
    }
}
