import ContactFormats
import Foundation
import Testing

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

private let big = Array(String(repeating: "First Name,Last Name\n", count: 200_000).utf8)

@Suite("A file by itself") struct FileTests {
    private let scratch: ArchiveScratch

    init() throws {
        scratch = try ArchiveScratch()
    }

    @Test("is a parcel of one member, read as often as wanted") func single() async throws {
        let path = try scratch.write("Connections.csv", big)
        try scratch.run("touch", "-d", "@1700000000", "Connections.csv")
        let parcel = try Parcel.open(path: path)
        #expect(parcel.kind == .file)
        #expect(parcel.path == path)
        #expect(parcel.modifiedAt == 1_700_000_000)
        #expect(parcel.members.map(\.path) == ["Connections.csv"])
        #expect(parcel.members.map(\.byteCount) == [big.count])
        #expect(parcel.members.map(\.modifiedAt) == [1_700_000_000])
        #expect(try parcel.original?.collected() == big)
        let bytes = parcel.members[0].bytes
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 { group.addTask { (try? bytes.collected()) == big } }
            for await isWhole in group { #expect(isWhole) }
        }
    }

    @Test("is handed over in pieces of at most 1 MiB, none of them empty") func pieces() throws {
        var sizes: [Int] = []
        try Parcel.open(path: try scratch.write("a.csv", big)).members[0].bytes.forEachChunk { sizes.append($0.count) }
        #expect(sizes.reduce(0, +) == big.count)
        #expect(sizes.allSatisfy { (1...1 << 20).contains($0) })
    }

    @Test("that isn't there is missing, in words for a person") func missing() throws {
        try scratch.write("file.csv", "x")
        try scratch.run("sh", "-c", "ln -s nowhere dangling; ln -s circle circle")
        let long = String(repeating: "x", count: 300)
        for name in ["no.csv", "no/such.csv", "file.csv/x.csv", "dangling", "circle", long, "file.csv\0.png"] {
            let error = inputError { try Parcel.open(path: scratch.path(name)) }
            #expect(error?.code == .missing)
            #expect(error?.message.contains(scratch.path(name)) == true)
            #expect(error?.message.contains("Error") == false)
        }
        #expect(inputError { try Parcel.open(path: "") }?.code == .missing)
    }

    @Test("that holds nothing is empty") func empty() throws {
        #expect(inputError { try Parcel.open(path: try scratch.write("a.csv", "")) }?.code == .empty)
    }

    @Test("that is a device or a socket is refused") func device() {
        #expect(inputError { try Parcel.open(path: "/dev/null") }?.code == .unreadable)
        #expect(inputError { try Parcel.open(path: "/dev/zero") }?.code == .unreadable)
    }

    @Test("that grows, shrinks or is rewritten while it is read is refused as changed", arguments: ["grow", "shrink", "rewrite"])
    func changed(how: String) throws {
        let path = try scratch.write("a.csv", big)
        try scratch.run("touch", "-d", "@1700000000", "a.csv")
        let parcel = try Parcel.open(path: path)
        var isFirst = true
        let error = inputError {
            try parcel.members[0].bytes.forEachChunk { _ in
                guard isFirst else { return }
                isFirst = false
                let handle = try #require(FileHandle(forUpdatingAtPath: path))
                switch how {
                case "grow":
                    try handle.seekToEnd()
                    try handle.write(contentsOf: Data([10]))
                case "shrink":
                    try handle.truncate(atOffset: 2 << 20)
                default:
                    try handle.write(contentsOf: Data([88]))
                }
                try handle.close()
            }
        }
        #expect(error?.code == .changed)
        #expect(error?.message.hasPrefix("\(path) changed while it was being read") == true)
    }

    @Test("that begins with PK and is no archive is a file") func notAnArchive() throws {
        #expect(try Parcel.open(path: try scratch.write("a.csv", "PK,Name\n1,x\n")).kind == .file)
    }

    // MARK: Pipes

    @Test("may come through a pipe with a name", arguments: [false, true]) func namedPipe(isArchive: Bool) throws {
        let content = isArchive ? ZipBuilder(.init("Connections.csv", bytes: big)).bytes : big
        try scratch.write("source", content)
        try scratch.run("mkfifo", "pipe.csv")
        let writer = Process()
        writer.executableURL = URL(fileURLWithPath: "/bin/sh")
        writer.arguments = ["-c", "cat source > pipe.csv"]
        writer.currentDirectoryURL = URL(fileURLWithPath: scratch.path)
        try writer.run()
        let parcel = try Parcel.open(path: scratch.path("pipe.csv"))
        writer.waitUntilExit()
        #expect(parcel.kind == (isArchive ? .archive : .file))
        #expect(parcel.members.map(\.path) == [isArchive ? "Connections.csv" : "pipe.csv"])
        for _ in 0..<2 { #expect(try parcel.members[0].bytes.collected() == big) }
        #expect(try parcel.original?.collected() == content)
    }

    @Test("may come through standard input", arguments: [false, true]) func standardInput(isArchive: Bool) throws {
        let content = isArchive ? ZipBuilder(.init("Connections.csv", bytes: big)).bytes : big
        let pipe = Pipe()
        // The writer owns its end and no one else touches it.
        let end = pipe.fileHandleForWriting
        Thread.detachNewThread {
            try? end.write(contentsOf: Data(content))
            try? end.close()
        }
        let parcel = try Parcel.open(standardInput: pipe.fileHandleForReading.fileDescriptor)
        #expect(parcel.path == "-")
        #expect(parcel.modifiedAt == nil)
        #expect(parcel.members.map(\.path) == [isArchive ? "Connections.csv" : "-"])
        for _ in 0..<2 { #expect(try parcel.members[0].bytes.collected() == big) }
    }

    @Test("that never ends is stopped, and one without a byte is empty") func endless() throws {
        let zero = try #require(FileHandle(forReadingAtPath: "/dev/zero"))
        let limits = UnpackingLimits(totalBytes: 5 << 20)
        #expect(inputError { try Parcel.open(standardInput: zero.fileDescriptor, limits: limits) }?.code == .tooLarge)
        let null = try #require(FileHandle(forReadingAtPath: "/dev/null"))
        let error = inputError { try Parcel.open(standardInput: null.fileDescriptor) }
        #expect(error == InputError(.empty, "Standard input is empty. Download it again, or name another file."))
    }

    // MARK: Temporary files

    @Test("leaves no temporary file behind, and respects TMPDIR") func temporaryFiles() async throws {
        let inner = ZipBuilder(.init("Connections.csv", bytes: big)).bytes
        try scratch.write("x.zip", ZipBuilder(.init("i.zip", bytes: inner), .init("cut.zip", bytes: inner.dropLast(9))).bytes)
        try scratch.run("mkdir", "temporary")
        await #expect(processExitsWith: .success) { [folder = scratch.path as String] in
            setenv("TMPDIR", "\(folder)/temporary", 1)
            let parcel = try Parcel.open(path: "\(folder)/x.zip")
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/temporary").isEmpty)
            #expect(try parcel.texts() == ["i.zip/Connections.csv": String(decoding: big, as: UTF8.self)])
            #expect(parcel.reasons == ["cut.zip": "damaged"])
            setenv("TMPDIR", "\(folder)/missing", 1)
            let error = inputError { try Parcel.open(path: "\(folder)/x.zip") }
            #expect(error?.code == .unreadable)
            #expect(error?.message.contains("\(folder)/missing") == true)
            // Nothing else needs a temporary file.
            #expect(try Parcel.open(path: "\(folder)/x.zip", limits: UnpackingLimits(nesting: 0)).passedOver.count == 2)
        }
    }
}
