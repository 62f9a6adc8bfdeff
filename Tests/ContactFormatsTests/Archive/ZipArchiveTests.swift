import ContactFormats
import Foundation
import Testing

private let connections = "First Name,Last Name\r\nZoë,Quill\r\n"

@Suite("A zip archive") struct ZipArchiveTests {
    private let scratch: ArchiveScratch

    init() throws {
        scratch = try ArchiveScratch()
    }

    @Test(
        "is read, whoever wrote it",
        arguments: [
            "zip -q out.zip Connections.csv 'Jobs/Job Applications.csv'",
            "zip -q -0 out.zip Connections.csv 'Jobs/Job Applications.csv'",
            "zip -q -r out.zip Connections.csv Jobs",
            "zip -q - Connections.csv 'Jobs/Job Applications.csv' | cat > out.zip",
            "cat Connections.csv | zip -q out.zip 'Jobs/Job Applications.csv' Connections.csv",
            "zip -q -fz out.zip Connections.csv 'Jobs/Job Applications.csv'",
            "zip -q -Z bzip2 out.zip Connections.csv 'Jobs/Job Applications.csv'",
            "python3 -m zipfile -c out.zip Connections.csv Jobs",
            "echo comment | zip -q -z out.zip Connections.csv 'Jobs/Job Applications.csv'",
        ]
    ) func written(command: String) throws {
        try scratch.write("Connections.csv", connections)
        try scratch.write("Jobs/Job Applications.csv", "Job Title\nAdvocate\n")
        try scratch.run("sh", "-c", command)
        let parcel = try Parcel.open(path: scratch.path("out.zip"))
        #expect(parcel.kind == .archive)
        let texts = try parcel.texts()
        #expect(texts["Connections.csv"] == connections)
        #expect(texts["Jobs/Job Applications.csv"]?.hasPrefix("Job Title\nAdvocate\n") == true)
        #expect(texts.count == 2)
        #expect(parcel.passedOver.isEmpty)
        #expect(try parcel.original?.collected() == Array(Data(contentsOf: URL(fileURLWithPath: scratch.path("out.zip")))))
    }

    @Test("with data descriptors and no sizes before the entries is read by its list", arguments: [0, 8])
    func dataDescriptors(method: Int) throws {
        let entries = ["Connections.csv", "messages.csv", "Invitations.csv"].map { name in
            ZipBuilder.Entry(name, "\(name)\n" + connections).with {
                $0.flags = 0x0808
                $0.method = method
            }
        }
        let parcel = try Parcel.open(path: try scratch.write("x.zip", ZipBuilder(entries).bytes))
        #expect(parcel.members.map(\.path) == ["Connections.csv", "messages.csv", "Invitations.csv"])
        for member in parcel.members {
            #expect(try member.bytes.text() == "\(member.path)\n" + connections)
            #expect(member.byteCount == (member.path + "\n" + connections).utf8.count)
        }
    }

    @Test("written by Python to something that can't be sought is read") func unseekable() throws {
        try scratch.python(
            """
            class Pipe(io.RawIOBase):
                def __init__(self, f): self.f = f
                def writable(self): return True
                def write(self, b): return self.f.write(b)
            with open('x.zip', 'wb') as f, zipfile.ZipFile(Pipe(f), 'w', zipfile.ZIP_DEFLATED) as z:
                z.writestr('Connections.csv', 'a,b\\n' * 100000)
                z.writestr('Jobs/é.csv', 'c')
                z.writestr('empty.csv', '')
            """
        )
        let texts = try Parcel.open(path: scratch.path("x.zip")).texts()
        #expect(texts == ["Connections.csv": String(repeating: "a,b\n", count: 100_000), "Jobs/é.csv": "c", "empty.csv": ""])
    }

    @Test("is known by its content", arguments: ["x.zip", "x.zip.zip", "x.zip (1)", "x", "Connections.csv", "x.xlsx"])
    func knownByContent(name: String) throws {
        let parcel = try Parcel.open(path: try scratch.write(name, ZipBuilder(.init("Connections.csv", connections)).bytes))
        #expect(parcel.kind == .archive)
        #expect(try parcel.texts() == ["Connections.csv": connections])
    }

    @Test("keeps a wrapper folder in its members' paths, and has no folders among them") func wrapper() throws {
        let zip = ZipBuilder(
            .init("Basic_Export/"),
            .init("Basic_Export/Connections.csv", connections),
            .init("Basic_Export/Jobs").with { $0.attributes = 0x41ed << 16 },
            .init("Basic_Export\\Old\\Contacts.csv", "x"),
            .init("./Basic_Export//Skills.csv", "y")
        )
        let parcel = try Parcel.open(path: try scratch.write("x.zip", zip.bytes))
        #expect(parcel.members.map(\.path) == ["Basic_Export/Connections.csv", "Basic_Export/Old/Contacts.csv", "Basic_Export/Skills.csv"])
        #expect(parcel.passedOver.isEmpty)
    }

    @Test("has names in UTF-8, flagged or not, and in code page 437") func names() throws {
        let zip = ZipBuilder(
            .init("Zoë ☕.csv", "1"),
            .init("Łukasz.csv", "2").with { $0.flags = 0 },
            .init("").with {
                $0.name = [0x84, 0x81, 0xe1] + Array(".csv".utf8)
                $0.flags = 0
                $0.content = [0x33]
            },
            .init("Articles/2018-01-02 03:04:05.html", "4"),
            .init("-1234567890.jpg", "5")
        )
        #expect(
            try Parcel.open(path: try scratch.write("x.zip", zip.bytes)).texts()
                == ["Zoë ☕.csv": "1", "Łukasz.csv": "2", "äüß.csv": "3", "Articles/2018-01-02 03:04:05.html": "4", "-1234567890.jpg": "5"]
        )
    }

    @Test("keeps both of two entries with one name") func duplicates() throws {
        let zip = ZipBuilder(.init("Connections.csv", "first"), .init("Connections.csv", "second"))
        let parcel = try Parcel.open(path: try scratch.write("x.zip", zip.bytes))
        #expect(parcel.members.map(\.path) == ["Connections.csv", "Connections.csv"])
        #expect(try parcel.members.map { try $0.bytes.text() } == ["first", "second"])
    }

    @Test(
        "has entries that lead out of it passed over",
        arguments: [
            "../evil.csv", "a/../../evil.csv", "a/..", "/etc/passwd", "//host/share", "C:/evil.csv", "c:evil.csv", "..\\evil.csv",
            "a\\..\\..\\evil.csv", "\\evil.csv", "C:\\evil.csv", "\\\\host\\share\\x", "evil\0.csv", "",
        ]
    ) func unsafePaths(name: String) throws {
        let zip = ZipBuilder(.init(name, "x"), .init("Connections.csv", connections))
        let parcel = try Parcel.open(path: try scratch.write("x.zip", zip.bytes))
        #expect(parcel.members.map(\.path) == ["Connections.csv"])
        #expect(parcel.passedOver == [PassedOver(path: name, reason: "unsafe-path")])
    }

    @Test("has entries of the system, links, devices and unknown packings passed over") func passedOver() throws {
        let zip = ZipBuilder(
            .init("__MACOSX/._Connections.csv", "x"),
            .init("Export/.DS_Store", "x"),
            .init("Thumbs.db", "x"),
            .init("Export/._Connections.csv", "x"),
            .init("link.csv", "/etc/passwd").with { $0.attributes = 0xa1ff << 16 },
            .init("device", "").with { $0.attributes = 0x21ff << 16 },
            .init("odd.csv", "x").with { $0.method = 9 },
            .init("Connections.csv", connections)
        )
        let parcel = try Parcel.open(path: try scratch.write("x.zip", zip.bytes))
        #expect(parcel.members.map(\.path) == ["Connections.csv"])
        #expect(
            parcel.reasons == [
                "__MACOSX/._Connections.csv": "system", "Export/.DS_Store": "system", "Thumbs.db": "system",
                "Export/._Connections.csv": "system", "link.csv": "link", "device": "link", "odd.csv": "unknown-compression",
            ]
        )
    }

    @Test("made by zip -y keeps its links unread") func symbolicLink() throws {
        try scratch.write("Connections.csv", connections)
        try scratch.run("sh", "-c", "ln -s /etc/passwd Contacts.csv && zip -q -y x.zip Connections.csv Contacts.csv")
        let parcel = try Parcel.open(path: scratch.path("x.zip"))
        #expect(parcel.members.map(\.path) == ["Connections.csv"])
        #expect(parcel.reasons == ["Contacts.csv": "link"])
    }

    @Test("with a password is refused, and one encrypted entry passed over") func encrypted() throws {
        try scratch.write("Connections.csv", connections)
        try scratch.write("Jobs/Contacts.csv", connections)
        try scratch.run(
            "sh", "-c", "zip -q -r -P secret all.zip Connections.csv Jobs; cp all.zip one.zip; echo x > y.csv; zip -q one.zip y.csv")
        try scratch.run("sh", "-c", "mkdir w; mv all.zip w; zip -q -r wrapped.zip w; mv w/all.zip .")
        for name in ["all.zip", "wrapped.zip"] {
            let error = inputError { try Parcel.open(path: scratch.path(name)) }
            #expect(error?.code == .encrypted)
            #expect(error?.message.contains(name) == true)
        }
        let parcel = try Parcel.open(path: scratch.path("one.zip"))
        #expect(parcel.members.map(\.path) == ["y.csv"])
        #expect(parcel.reasons == ["Connections.csv": "encrypted", "Jobs/Contacts.csv": "encrypted"])
    }

    @Test("that holds nothing is empty") func empty() throws {
        #expect(inputError { try Parcel.open(path: try scratch.write("x.zip", ZipBuilder().bytes)) }?.code == .empty)
        #expect(inputError { try Parcel.open(path: try scratch.write("x.zip", ZipBuilder(.init("a/")).bytes)) }?.code == .empty)
    }

    // MARK: Times

    @Test("has entry times that no time zone moves", arguments: ["UTC", "Asia/Kolkata", "America/Los_Angeles"])
    func times(zone: String) throws {
        try scratch.write("Connections.csv", connections)
        // 1,700,000,000 s is 2023-11-14 22:13:20 UTC.
        try scratch.run("touch", "-d", "@1700000000", "Connections.csv")
        try scratch.run("zip", "-q", "extended.zip", "Connections.csv", environment: ["TZ": zone])
        #expect(try Parcel.open(path: scratch.path("extended.zip")).members.first?.modifiedAt == 1_700_000_000)
        // Without the extended field only the writer's wall clock is left, and is taken as it stands.
        try scratch.run("zip", "-q", "-X", "plain.zip", "Connections.csv", environment: ["TZ": zone])
        let offset = ["UTC": 0, "Asia/Kolkata": 19_800, "America/Los_Angeles": -28_800][zone]
        #expect(try Parcel.open(path: scratch.path("plain.zip")).members.first?.modifiedAt == 1_700_000_000 + (offset ?? -1))
    }

    @Test("has entry times only where they mean something") func oddTimes() throws {
        let entries: [ZipBuilder.Entry] = [
            .init("known"),
            .init("first moment").with { ($0.date, $0.time) = (0x21, 0) },
            .init("none").with { ($0.date, $0.time) = (0, 0) },
            .init("month 15").with { $0.date = 46 << 9 | 15 << 5 | 14 },
            .init("hour 31").with { $0.time = 31 << 11 },
            .init("leap day").with { ($0.date, $0.time) = (44 << 9 | 2 << 5 | 29, 0) },
            .init("extended").with { $0.extra = [0x55, 0x54, 5, 0, 1, 0, 0xf1, 0x53, 0x65] },
            .init("extended, cut off").with { $0.extra = [0x55, 0x54, 5, 0, 1, 0] },
            .init("NTFS").with {
                $0.extra =
                    [0x0a, 0, 32, 0, 0, 0, 0, 0, 1, 0, 24, 0, 0, 0x08, 0x96, 0xbb, 0x48, 0x17, 0xda, 1] + [UInt8](repeating: 0, count: 16)
            },
        ]
        let parcel = try Parcel.open(path: try scratch.write("x.zip", ZipBuilder(entries).bytes))
        // 2026-03-14 15:09:26.
        let known = 1_773_500_966
        #expect(parcel.members.prefix(8).map(\.modifiedAt) == [known, nil, nil, nil, nil, 1_709_164_800, 1_700_000_000, known])
        #expect(parcel.members.last?.modifiedAt.map { $0 / 86_400 } == 1_700_000_000 / 86_400)
    }

    // MARK: Archives inside

    @Test("inside another is opened with it") func nested() throws {
        let inner = ZipBuilder(.init("Connections.csv", connections), .init("../evil.csv", "x"), .init(".DS_Store", "x")).bytes
        for method in [0, 8] {
            let outer = ZipBuilder(
                .init("Part1.zip", bytes: inner).with { $0.method = method },
                .init("Part2.zip (1)", bytes: inner).with { $0.method = method },
                .init("part three", bytes: inner).with { $0.method = method },
                .init("book.xlsx", bytes: inner).with { $0.method = method },
                .init("notes", "PK is no archive"),
                .init("Skills.csv", "x")
            )
            let parcel = try Parcel.open(path: try scratch.write("x.zip", outer.bytes))
            #expect(
                parcel.members.map(\.path) == [
                    "Part1.zip/Connections.csv", "Part2.zip (1)/Connections.csv", "part three/Connections.csv", "book.xlsx", "notes",
                    "Skills.csv",
                ]
            )
            #expect(try parcel.members[1].bytes.text() == connections)
            #expect(try parcel.members[2].bytes.text() == connections)
            #expect(parcel.reasons["Part1.zip/../evil.csv"] == "unsafe-path")
            #expect(parcel.reasons["part three/.DS_Store"] == "system")
            #expect(parcel.passedOver.count == 6)
        }
    }

    @Test("inside others is opened as deep as the limits say") func nesting() throws {
        var zip = ZipBuilder(.init("Connections.csv", connections)).bytes
        for level in (1...4).reversed() { zip = ZipBuilder(.init("\(level).zip", bytes: zip), .init("at\(level).csv", "x")).bytes }
        let path = try scratch.write("x.zip", zip)
        let parcel = try Parcel.open(path: path)
        #expect(parcel.members.map(\.path) == ["1.zip/2.zip/3.zip/at4.csv", "1.zip/2.zip/at3.csv", "1.zip/at2.csv", "at1.csv"])
        #expect(parcel.reasons == ["1.zip/2.zip/3.zip/4.zip": "nested-too-deep"])
        let deeper = try Parcel.open(path: path, limits: UnpackingLimits(nesting: 4))
        #expect(try deeper.members.first?.bytes.text() == connections)
        let flat = try Parcel.open(path: path, limits: UnpackingLimits(nesting: 0))
        #expect(flat.members.map(\.path) == ["at1.csv"])
    }

    @Test("that is broken inside another doesn't sink it") func brokenInside() throws {
        let inner = ZipBuilder(.init("Connections.csv", connections)).bytes
        var mangled = inner
        mangled[inner.count - 30] ^= 0xff
        let outer = ZipBuilder(
            .init("cut.zip", bytes: Array(inner.dropLast(5))),
            .init("page.zip", "<html>Log in</html>"),
            .init("nothing.zip", ""),
            .init("hollow.zip", bytes: ZipBuilder().bytes),
            .init("mangled.zip", bytes: mangled + [0]),
            .init("Connections.csv", connections)
        )
        let parcel = try Parcel.open(path: try scratch.write("x.zip", outer.bytes))
        #expect(try parcel.texts()["Connections.csv"] == connections)
        #expect(parcel.reasons["cut.zip"] == "damaged")
        #expect(parcel.reasons["page.zip"] == "damaged")
        #expect(parcel.reasons["nothing.zip"] == "damaged")
        #expect(parcel.reasons["hollow.zip"] == "empty")
    }

    // MARK: Damage

    @Test("is refused as cut off wherever it is cut") func truncated() throws {
        try scratch.python(
            """
            inner = io.BytesIO()
            with zipfile.ZipFile(inner, 'w') as z: z.writestr('Connections.csv', 'inner')
            with zipfile.ZipFile('x.zip', 'w', zipfile.ZIP_DEFLATED) as z:
                for i in range(5): z.writestr(f'{i}.csv', ''.join(f'{j * i},' for j in range(50)))
                z.writestr(zipfile.ZipInfo('inner.zip'), inner.getvalue())
            """
        )
        let whole = Array(try Data(contentsOf: URL(fileURLWithPath: scratch.path("x.zip"))))
        #expect(try Parcel.open(path: scratch.path("x.zip")).members.count == 6)
        for count in 2..<whole.count {
            let path = try scratch.write("cut.zip", whole.prefix(count))
            let error = inputError { try Parcel.open(path: path) }
            #expect(error?.code == .truncated, "cut to \(count) bytes")
            #expect(error?.message.contains(path) == true)
        }
    }

    @Test("with bytes wrong is read, or refused with a reason") func bitFlips() throws {
        let text = String(repeating: connections, count: 40)
        try scratch.write("Connections.csv", text)
        try scratch.run("sh", "-c", "zip -q i.zip Connections.csv; zip -q -0 x.zip i.zip Connections.csv; zip -q x.zip Connections.csv")
        let whole = Array(try Data(contentsOf: URL(fileURLWithPath: scratch.path("x.zip"))))
        var refused = 0
        for position in 0..<whole.count {
            var mangled = whole
            mangled[position] ^= 1 << UInt8(position % 8)
            let path = try scratch.write("flipped.zip", mangled)
            do {
                let parcel = try Parcel.open(path: path)
                for member in parcel.members where parcel.kind == .archive {
                    // What is read without an error is what was packed: the checksum sees to it.
                    #expect(try member.bytes.text() == text, "bit of byte \(position)")
                }
            } catch let error as InputError {
                refused += 1
                #expect([.damaged, .truncated, .encrypted, .tooLarge, .empty].contains(error.code))
            }
        }
        #expect(refused > 100)
    }

    @Test("whose list says more than there is, is refused") func lyingList() throws {
        let zip = ZipBuilder(.init("Connections.csv", connections)).bytes
        let end = zip.count - 22
        for (offset, value) in [(8, 9), (10, 9), (12, 0xff), (16, 0xff), (19, 0x7f), (15, 0x7f)] as [(Int, UInt8)] {
            var lying = zip
            lying[end + offset] = value
            let error = inputError {
                try Parcel.open(path: try scratch.write("x.zip", lying)).members.forEach { _ = try $0.bytes.collected() }
            }
            if offset != 8 { #expect([.damaged, .truncated].contains(error?.code), "\(offset)") }
        }
    }

    @Test("in several parts is refused, with the word for it") func parts() throws {
        var zip = ZipBuilder(.init("Connections.csv", connections)).bytes
        zip[zip.count - 18] = 1
        #expect(inputError { try Parcel.open(path: try scratch.write("x.zip", zip)) }?.message.contains("several parts") == true)
        let first = [0x50, 0x4b, 7, 8] + zip.prefix(40)
        #expect(inputError { try Parcel.open(path: try scratch.write("x.z01", first)) }?.code == .truncated)
    }

    @Test("with one entry damaged names it, and the others can be read") func damagedEntry() throws {
        let zip = ZipBuilder(.init("Connections.csv", "good"), .init("messages.csv", "xyzzy"), .init("Contacts.csv", "good"))
        var bytes = zip.bytes
        let place = try #require(bytes.indices.first { bytes[$0...].starts(with: Array("xyzzy".utf8)) })
        bytes[place] = 0x58
        let path = try scratch.write("x.zip", bytes)
        let parcel = try Parcel.open(path: path)
        #expect(try parcel.members.first?.bytes.text() == "good")
        #expect(try parcel.members.last?.bytes.text() == "good")
        let error = inputError { try parcel.members[1].bytes.collected() }
        #expect(error?.code == .damaged)
        #expect(error?.message.hasPrefix("messages.csv in \(path) is damaged") == true)
    }

    // MARK: Reading again

    @Test("can be read again, half, and by several at once") func readAgain() async throws {
        struct Stop: Error {}
        let text = String(repeating: connections, count: 20_000)
        let zip = ZipBuilder(.init("Connections.csv", text).with { $0.method = 8 }, .init("Contacts.csv", text))
        let parcel = try Parcel.open(path: try scratch.write("x.zip", zip.bytes))
        #expect(throws: Stop.self) { try parcel.members[0].bytes.forEachChunk { _ in throw Stop() } }
        try await withThrowingTaskGroup(of: String.self) { group in
            for turn in 0..<8 { group.addTask { try parcel.members[turn % 2].bytes.text() } }
            for try await read in group { #expect(read == text) }
        }
    }

    @Test("that changes between opening and reading is refused as changed") func changed() throws {
        let path = try scratch.write("x.zip", ZipBuilder(.init("Connections.csv", connections)).bytes)
        let parcel = try Parcel.open(path: path)
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data([0]))
        try handle.close()
        #expect(inputError { try parcel.members[0].bytes.collected() }?.code == .changed)
        #expect(inputError { try parcel.original?.collected() }?.code == .changed)
    }

    @Test("with bytes after its end is read") func trailingBytes() throws {
        var zip = ZipBuilder(.init("Connections.csv", connections))
        zip.comment = Array("made by PK\u{5}\u{6} itself, and this is long enough to be a record".utf8)
        #expect(try Parcel.open(path: try scratch.write("x.zip", zip.bytes + [13, 10])).texts() == ["Connections.csv": connections])
    }
}
