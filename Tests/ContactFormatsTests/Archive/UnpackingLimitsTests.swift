import ContactFormats
import Foundation
import Testing

@Suite("The limits on what is unpacked") struct UnpackingLimitsTests {
    private let scratch: ArchiveScratch

    init() throws {
        scratch = try ArchiveScratch()
    }

    @Test("stop 300 MB of zeros long before they are all there") func bomb() throws {
        try scratch.python(
            """
            zeros = bytes(1 << 20)
            with zipfile.ZipFile('bomb.zip', 'w', zipfile.ZIP_DEFLATED) as z:
                with z.open('Connections.csv', 'w') as f:
                    for _ in range(300): f.write(zeros)
                z.writestr('Skills.csv', 'x')
            with zipfile.ZipFile('nested.zip', 'w', zipfile.ZIP_DEFLATED) as z: z.write('bomb.zip')
            """
        )
        for name in ["bomb.zip", "nested.zip"] {
            let parcel = try Parcel.open(path: scratch.path(name))
            #expect(parcel.members.map { $0.path.split(separator: "/").last } == ["Connections.csv", "Skills.csv"])
            var produced = 0
            let error = inputError { try parcel.members[0].bytes.forEachChunk { produced += $0.count } }
            #expect(error?.code == .tooLarge)
            #expect(error?.message.contains("200 times its packed size") == true)
            #expect(produced < 64 << 20)
            #expect(try parcel.members[1].bytes.text() == "x")
        }
    }

    @Test("stop an archive inside that is a bomb itself") func packedBomb() throws {
        try scratch.python(
            """
            with zipfile.ZipFile('inner.zip', 'w') as z: z.writestr('Connections.csv', bytes(40 << 20))
            with zipfile.ZipFile('outer.zip', 'w', zipfile.ZIP_DEFLATED) as z: z.write('inner.zip')
            """
        )
        #expect(inputError { try Parcel.open(path: scratch.path("outer.zip")) }?.code == .tooLarge)
    }

    @Test("let a list through that packs well and is no bomb") func notABomb() throws {
        try scratch.python(
            """
            rows = ''.join(f'Person,{i},Advocate,Example & Partners\\n' for i in range(700000))
            with zipfile.ZipFile('x.zip', 'w', zipfile.ZIP_DEFLATED) as z: z.writestr('Connections.csv', rows)
            """
        )
        var produced = 0
        try Parcel.open(path: scratch.path("x.zip")).members[0].bytes.forEachChunk { produced += $0.count }
        #expect(produced > 24 << 20)
    }

    @Test("hold for one entry by the bytes that come out") func perEntry() throws {
        let zip = ZipBuilder(.init("a.csv", bytes: [UInt8](repeating: 65, count: 1_000)), .init("b.csv", "b"))
        let path = try scratch.write("x.zip", zip.bytes)
        let parcel = try Parcel.open(path: path, limits: UnpackingLimits(bytesPerEntry: 999))
        let error = inputError { try parcel.members[0].bytes.collected() }
        #expect(error?.code == .tooLarge)
        #expect(error?.message.hasPrefix("a.csv in \(path) unpacks to more than 999 bytes") == true)
        #expect(try parcel.members[1].bytes.text() == "b")
        let exact = try Parcel.open(path: path, limits: UnpackingLimits(bytesPerEntry: 1_000))
        #expect(try exact.members[0].bytes.collected().count == 1_000)
    }

    @Test("hold for all entries together, each counted once however often it is read") func together() throws {
        let thousand = [UInt8](repeating: 65, count: 1_000)
        let zip = ZipBuilder(.init("a.csv", bytes: thousand), .init("b.csv", bytes: thousand), .init("c.csv", bytes: thousand))
        let parcel = try Parcel.open(path: try scratch.write("x.zip", zip.bytes), limits: UnpackingLimits(totalBytes: 2_500))
        for _ in 0..<3 {
            #expect(try parcel.members[0].bytes.collected().count == 1_000)
            #expect(try parcel.members[1].bytes.collected().count == 1_000)
        }
        #expect(inputError { try parcel.members[2].bytes.collected() }?.code == .tooLarge)
        #expect(try parcel.members[0].bytes.collected().count == 1_000)
    }

    @Test("hold for entries, folders and archives inside counted in") func entries() throws {
        let many = ZipBuilder((0..<30_000).map { .init("\($0).csv") }).bytes
        let path = try scratch.write("many.zip", many)
        let error = inputError { try Parcel.open(path: path, limits: UnpackingLimits(entries: 20_000)) }
        #expect(error?.code == .tooLarge)
        #expect(error?.message.contains("more than 20000 files") == true)
        #expect(try Parcel.open(path: path, limits: UnpackingLimits(entries: 30_000)).members.count == 30_000)

        let nested = ZipBuilder(.init("1.zip", bytes: ZipBuilder((0..<6).map { .init("\($0)") }).bytes), .init("a/"), .init("b")).bytes
        let nestedPath = try scratch.write("nested.zip", nested)
        #expect(inputError { try Parcel.open(path: nestedPath, limits: UnpackingLimits(entries: 7)) }?.code == .tooLarge)
        #expect(try Parcel.open(path: nestedPath, limits: UnpackingLimits(entries: 9)).members.count == 7)
    }

    @Test("aren't spent on finding out what an entry is") func sniffing() throws {
        let text = [UInt8](repeating: 65, count: 1_000)
        let zip = ZipBuilder((0..<10).map { .init("\($0) without an ending", bytes: text) })
        let parcel = try Parcel.open(path: try scratch.write("x.zip", zip.bytes), limits: UnpackingLimits(totalBytes: 1_000))
        #expect(try parcel.members[9].bytes.collected() == text)
    }

    @Test("can't be tricked into an overflow") func extremes() throws {
        let path = try scratch.write("x.zip", ZipBuilder(.init("a.csv", "a")).bytes)
        let highest = UnpackingLimits(entries: .max, bytesPerEntry: .max, totalBytes: .max, ratio: .max, nesting: .max)
        #expect(try Parcel.open(path: path, limits: highest).texts() == ["a.csv": "a"])
        let lowest = UnpackingLimits(entries: .min, bytesPerEntry: .min, totalBytes: .min, ratio: .min, nesting: .min)
        #expect(inputError { try Parcel.open(path: path, limits: lowest) }?.code == .tooLarge)
    }
}
