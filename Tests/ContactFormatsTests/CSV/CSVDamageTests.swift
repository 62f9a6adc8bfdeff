import ContactFormats
import Testing

/// Files that are long, broken or no text: nothing is lost silently, nothing grows, nothing traps.
@Suite struct CSVDamageTests {
    @Test func `bytes that are no UTF-8 are read cell by cell, and the mixture is told once`() throws {
        var bytes = Array("First Name,Last Name,Company\nZoë,Müller,".utf8)
        bytes += [0x43, 0x61, 0x66, 0xE9, 0x0A]  // Café in Windows-1252
        bytes += Array("Renée ".utf8) + [0xE9, 0x80, 0x81, 0x2C, 0xA0, 0x2C, 0x96, 0x0A]
        let file = try #require(try ReadFile(bytes))
        #expect(file.rows == [["Zoë", "Müller", "Café"], ["Renée \u{9001}", "\u{A0}", "\u{2013}"]])
        #expect(file.codes == ["mixed-encoding"])
        #expect(file.problems.first?.isRejection == false)
    }

    @Test func `a Windows-1252 file is no mixture, and its undefined bytes survive`() throws {
        let bytes = Array("First Name,Last Name\nRen".utf8) + [0xE9, 0x2C, 0x81, 0x8D, 0x80, 0xFF, 0x0A]
        let file = try #require(try ReadFile(bytes))
        #expect(file.rows == [["René", "\u{81}\u{8D}€ÿ"]])
        #expect(file.codes == [])
    }

    @Test func `a Macintosh file is read in its own letters`() throws {
        let bytes = Array("First Name,Last Name\rRen".utf8) + [0x8E, 0x2C, 0x4D, 0x9F, 0x6C, 0x6C, 0x65, 0x72, 0x0D]
        let file = try #require(try ReadFile(bytes))
        #expect(file.rows == [["René", "Müller"]])
        #expect(file.table.dialect.encoding == .macRoman)
    }

    @Test func `letters lost before are told with their cell`() throws {
        let file = try #require(try ReadFile("First Name,Last Name\nAda,Ex\u{FFFD}mple\n"))
        #expect(file.rows == [["Ada", "Ex\u{FFFD}mple"]])
        #expect(
            file.problems == [ReadProblem(line: 2, column: 2, code: "lost-letters", text: "Ex\u{FFFD}mple", isRejection: false)]
        )
    }

    @Test func `letters lost and cut to one byte are told, not taken for ý`() throws {
        let bytes = Array("First Name,Last Name\nAda,Ex\u{FFFD}mple\nB".utf8) + [0xFD] + Array(",Example\n".utf8)
        let file = try #require(try ReadFile(bytes))
        #expect(file.rows.last == ["B\u{FFFD}", "Example"])
        #expect(file.codes.filter { $0 == "lost-letters" }.count == 2)
    }

    @Test func `NUL bytes are dropped and told`() throws {
        let file = try #require(try ReadFile("First Name,Last Name\nA\0da,\"Ex\0ample\"\n"))
        #expect(file.rows == [["Ada", "Example"]])
        #expect(file.codes == ["nul-bytes"])
    }

    @Test func `half a UTF-16 character at the end is a lost letter`() throws {
        let text: [UInt8] =
            [0xFF, 0xFE] + "First Name\tLast Name\nA\tB".utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let file = try #require(try ReadFile(text + [0x3D, 0xD8]))
        #expect(file.rows == [["A", "B\u{FFFD}"]])
        #expect(file.codes == ["lost-letters"])
        #expect(try ReadFile(text + [0x3D])?.rows == [["A", "B\u{FFFD}"]])
    }

    @Test func `a cell may have a mebibyte; a longer one is left out of its row`() throws {
        let limit = 1 << 20
        for (length, isKept) in [(limit, true), (limit + 1, false)] {
            for quote in ["", "\""] {
                let cell = String(repeating: "x", count: length)
                let file = try #require(
                    try ReadFile("First Name,Last Name\nAda,\(quote)\(cell)\(quote)\nBo,Example\n", chunkSize: 100_000)
                )
                #expect(file.rows.map(\.first) == ["Ada", "Bo"])
                #expect(file.rows.first?.last == (isKept ? cell : ""))
                #expect(file.codes == (isKept ? [] : ["cell-too-long"]))
                #expect(file.problems.first.map { $0.line == 2 && $0.column == 2 && !$0.isRejection && $0.text.hasPrefix("xxx") } ?? isKept)
                #expect(file.lines.last == 3)
            }
        }
    }

    @Test func `a row may have 4096 cells and no more`() throws {
        let row = String(repeating: ",", count: 4095)
        let file = try #require(try ReadFile("First Name,Last Name\nA\(row)\nB\(row),\nC,D\n"))
        #expect(file.rows.map(\.count) == [4096, 2])
        #expect(file.codes == ["row-too-long"])
        #expect(file.lines == [2, 4])
    }

    @Test(arguments: ["", "\"", "\"\""])
    func `a line of many megabytes is passed over in little memory`(opening: String) throws {
        let source = RepeatedBytes(
            head: "First Name,Last Name\nAda,\(opening)",
            piece: Array(repeating: 0x78, count: 1 << 20),
            count: 16,
            tail: "\r\nBo,Example\r\n"
        )
        let file = try #require(try ReadFile(source, header: ["firstname"]))
        #expect(file.rows == [["Bo", "Example"]])
        #expect(file.codes == ["row-too-long"])
        #expect(file.lines == [3])
    }

    @Test func `a header repeated in a file put together is no person`() throws {
        let file = try #require(
            try ReadFile("First Name,Last Name\nAda,Example\n\u{FEFF}\"First Name\",Last Name\nFirst Name,Other\n")
        )
        #expect(file.rows == [["Ada", "Example"], ["First Name", "Other"]])
        #expect(file.codes == ["repeated-header"])
    }

    @Test func `a row knows its blanks, its bytes and its own text`() throws {
        let source = BytesInMemory("First Name,Last Name\n,\u{A0} \t\n\n\"A \"\"B\"\"\",é,\n")
        let table = try #require(try CSVTable.locate(in: source) { $0.first == "firstname" })
        var kept: [CSVRow] = []
        try table.forEachRow(in: source) { row, _ in
            kept.append(row)
            return true
        } problem: { _ in
        }
        #expect(kept.map(\.isBlank) == [true, true, false])
        #expect(kept.map(\.count) == [2, 0, 3])
        let row = try #require(kept.last)
        #expect(row.rawText == "\"A \"\"B\"\"\",é,")
        #expect(row.bytes(0) == nil)
        #expect(row.bytes(1).map(Array.init) == Array("é".utf8))
        #expect(row.bytes(2)?.isEmpty == true)
        #expect(row.bytes(3) == nil)
        #expect(row.text(0) == "A \"B\"")
        #expect([-1, 3, 99, Int.min, Int.max].map(row.text) == ["", "", "", "", ""])
        #expect((0...3).map(row.isEmpty) == [false, false, true, true])
    }

    @Test func `rows that are kept stay what they were while the reader goes on`() throws {
        let text = "First Name,Last Name\n" + (0..<50_000).map { "Ada\($0),Example\($0)\n" }.joined()
        let source = BytesInMemory(text, chunkSize: 1000)
        let table = try #require(try CSVTable.locate(in: source) { $0.first == "firstname" })
        var kept: [CSVRow] = []
        try table.forEachRow(in: source) { row, _ in
            if row.line % 1000 == 0 { kept.append(row) }
            return true
        } problem: { _ in
        }
        #expect(kept.map { $0.text(0) } == kept.map { "Ada\($0.line - 2)" })
        #expect(kept.count == 50)
    }

    @Test func `a quote nobody closed swallows no megabytes of rows`() throws {
        let between = 30_000
        let middle = (0..<between).map { "P\($0),\(String(repeating: "x", count: 100)),c\n" }.joined()
        let bytes = Array(("First Name,Last Name,x\n\"Bo,Muster,1\n" + middle + "Zed\",Sample,2\nAda,Example,3\n").utf8)
        let read = try #require(try ReadFile(bytes))
        #expect(read.rows.count == between + 3)
        #expect(read.problems.contains { $0.code == "unclosed-quote" })
    }

    @Test func `the reading ends when the body wants no more`() throws {
        let source = BytesInMemory("First Name,Last Name\nA,B\nC,D\nE,F\n")
        let table = try #require(try CSVTable.locate(in: source) { $0.first == "firstname" })
        var count = 0
        try table.forEachRow(in: source) { _, _ in
            count += 1
            return count < 2
        } problem: { _ in
        }
        #expect(count == 2)
    }

    @Test(arguments: 0..<40)
    func `no bytes trap or hang, and no row is longer than its limits`(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let alphabet: [UInt8] = Array("\"\"\"\\\\,;\t|\r\n\n aé\u{FEFF}'=".utf8) + [0, 0xE9, 0xFF, 0xFE, 0xC3, 0xF0, 0x9F, 0xFD, 0x1A]
        for _ in 0..<25 {
            let length = Int.random(in: 0...400, using: &generator)
            var bytes = (0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }
            let place = Int.random(in: 0...bytes.count, using: &generator)
            bytes.insert(contentsOf: Array("\nFirst Name,Last Name,x\n".utf8), at: place)
            let whole = try ReadFile(bytes)
            let pieces = try ReadFile(bytes, chunkSize: Int.random(in: 1...9, using: &generator))
            #expect(whole?.rows == pieces?.rows)
            #expect(whole?.problems == pieces?.problems)
            #expect(whole.map { Set($0.lines).count == $0.lines.count } ?? true)
            _ = try CSVTable.firstLine(of: BytesInMemory(bytes))
        }
    }

    @Test(arguments: 0..<2)
    func `what is read does not depend on how a long file comes in pieces`(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed) &+ 31)
        let cells = [
            "plain", "", "\"Example, Inc.\"", "\"a \"\"b\"\"\"", "\"say \\\"yes\\\"\"", "\"two\r\nlines\"", "\"open", "\"a\" b", "zoë",
            "C:\\", "\"C:\\\"",
        ]
        var text = "First Name,Last Name,Company,Position\r\n"
        for number in 0..<14_000 {
            let ending = ["\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
            text += "P\(number)," + (0..<3).map { _ in cells.randomElement(using: &generator) ?? "" }.joined(separator: ",") + ending
        }
        let bytes = Array(text.utf8)
        let whole = try #require(try ReadFile(bytes, chunkSize: bytes.count))
        for chunkSize in [1021, 65_536, 262_145] {
            let pieces = try #require(try ReadFile(bytes, chunkSize: chunkSize))
            #expect(pieces.rows == whole.rows)
            #expect(pieces.problems == whole.problems)
            #expect(pieces.lines == whole.lines)
        }
    }
}
