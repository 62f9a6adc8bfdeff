import ContactFormats
import Foundation
import Testing

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

@Suite("A folder") struct FolderTests {
    private let scratch: ArchiveScratch

    init() throws {
        scratch = try ArchiveScratch()
    }

    @Test("is its files in the order of their paths, with archives named and not opened") func walk() throws {
        for name in ["b.csv", "a/z.csv", "a/y/x.csv", "B.csv", "é.csv", "a.csv"] { try scratch.write("in/\(name)", name) }
        try scratch.write("in/.DS_Store", "x")
        try scratch.write("in/__MACOSX/._b.csv", "x")
        try scratch.write("in/sheet.xlsx", ZipBuilder(.init("x", "y")).bytes)
        try scratch.write("in/a/export.zip", ZipBuilder(.init("x", "y")).bytes)
        try scratch.run("sh", "-c", "ln -s /etc/passwd in/link.csv; ln -s . in/loop; mkfifo in/pipe; mkdir in/hollow")
        for path in ["in", "in/"] {
            let parcel = try Parcel.open(path: scratch.path(path))
            #expect(parcel.kind == .folder)
            #expect(parcel.path == scratch.path(path))
            #expect(parcel.original == nil)
            #expect(parcel.members.map(\.path) == ["B.csv", "a.csv", "a/y/x.csv", "a/z.csv", "b.csv", "sheet.xlsx", "é.csv"])
            #expect(try parcel.members.filter { $0.path != "sheet.xlsx" }.allSatisfy { try $0.bytes.text() == $0.path })
            #expect(
                parcel.passedOver.map { "\($0.path) \($0.reason)" } == [
                    ".DS_Store system", "__MACOSX/._b.csv system", "a/export.zip archive", "link.csv link", "loop link", "pipe link",
                ]
            )
        }
    }

    @Test("is delivered with a parcel for each archive in it, broken ones apart") func openAll() throws {
        let zip = ZipBuilder(.init("Connections.csv", "inside")).bytes
        try scratch.write("in/Part2.zip", zip)
        try scratch.write("in/Part1.zip.zip", zip)
        try scratch.write("in/deep/no ending", zip)
        try scratch.write("in/cut.zip", zip.dropLast(3))
        try scratch.write("in/Connections.csv", "beside")
        let delivery = try Parcel.openAll(path: scratch.path("in"))
        #expect(
            delivery.parcels.map(\.path)
                == ["in", "in/Part1.zip.zip", "in/Part2.zip", "in/deep/no ending"].map { scratch.path($0) }
        )
        #expect(delivery.parcels.map(\.kind) == [.folder, .archive, .archive, .archive])
        #expect(delivery.parcels[0].passedOver.isEmpty)
        #expect(
            try delivery.parcels.map { try $0.texts() } == [["Connections.csv": "beside"]]
                + Array(repeating: ["Connections.csv": "inside"], count: 3))
        #expect(delivery.failures.map(\.path) == [scratch.path("in/cut.zip")])
        #expect(delivery.failures.map(\.error.code) == [.truncated])

        #expect(try Parcel.openAll(path: scratch.path("in/deep")).parcels.map(\.kind) == [.archive])
        let single = try Parcel.openAll(path: scratch.path("in/Part2.zip"))
        #expect(single.parcels.map(\.kind) == [.archive])
        #expect(inputError { try Parcel.openAll(path: scratch.path("in/cut.zip")) }?.code == .truncated)
    }

    @Test("without a file is empty, and one with too many is refused") func bounds() throws {
        try scratch.run("mkdir", "-p", "none/deeper")
        #expect(inputError { try Parcel.open(path: scratch.path("none")) }?.code == .empty)
        #expect(inputError { try Parcel.openAll(path: scratch.path("none")) }?.code == .empty)
        for name in 0..<10 { try scratch.write("ten/\(name).csv", "x") }
        #expect(try Parcel.open(path: scratch.path("ten"), limits: UnpackingLimits(entries: 10)).members.count == 10)
        #expect(inputError { try Parcel.open(path: scratch.path("ten"), limits: UnpackingLimits(entries: 9)) }?.code == .tooLarge)
    }

    @Test("whose file is replaced before it is read says so") func replaced() throws {
        try scratch.write("in/a.csv", "first")
        try scratch.write("in/b.csv", "first")
        let parcel = try Parcel.open(path: scratch.path("in"))
        try scratch.run("sh", "-c", "echo other > in/new; mv in/new in/a.csv; ln -sf /etc/passwd in/b.csv")
        #expect(inputError { try parcel.members[0].bytes.collected() }?.code == .changed)
        #expect(inputError { try parcel.members[1].bytes.collected() } != nil)
    }

    @Test("of hundreds of files and archives takes few descriptors") func descriptors() async throws {
        for name in 0..<300 {
            try scratch.write("in/\(name).csv", "text")
            let inner = ZipBuilder(.init("Connections.csv", "text")).bytes
            try scratch.write("in/\(name).zip", ZipBuilder(.init("i.zip", bytes: inner), .init("Skills.csv", "text")).bytes)
        }
        await #expect(processExitsWith: .success) { [path = scratch.path("in") as String] in
            var few = rlimit(rlim_cur: 64, rlim_max: 64)
            #if canImport(Darwin)
                setrlimit(RLIMIT_NOFILE, &few)
            #else
                setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &few)
            #endif
            let delivery = try Parcel.openAll(path: path)
            #expect(delivery.failures.isEmpty)
            #expect(delivery.parcels.count == 301)
            for member in delivery.parcels.flatMap(\.members) { #expect(try member.bytes.text() == "text") }
        }
    }

    @Test("that may not be read is refused, and a subfolder or a file of that kind passed over") func permissions() async throws {
        for name in ["open/a.csv", "open/shut/b.csv", "open/secret.csv", "open/secret.zip"] { try scratch.write(name, "text") }
        try scratch.run("sh", "-c", "chmod 755 . open; chmod 000 open/shut open/secret.csv open/secret.zip")
        await #expect(processExitsWith: .success) { [path = scratch.path("open") as String] in
            // Root may read everything; nobody may not.
            if geteuid() == 0 { #expect(seteuid(65_534) == 0) }
            let parcel = try Parcel.open(path: path)
            #expect(parcel.members.map(\.path) == ["a.csv"])
            #expect(parcel.reasons == ["secret.csv": "unreadable", "secret.zip": "unreadable", "shut": "unreadable"])
            for name in ["shut", "secret.csv", "shut/b.csv"] {
                let error = inputError { try Parcel.open(path: "\(path)/\(name)") }
                #expect(error?.code == .unreadable)
                #expect(error?.message.contains("\(path)/\(name) may not be read") == true)
            }
        }
        try scratch.run("chmod", "755", "open/shut")
    }
}
