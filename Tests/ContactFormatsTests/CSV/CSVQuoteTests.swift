import ContactFormats
import Testing

/// Quotes as people's files really have them: doubled, backslashed, forgotten.
@Suite struct CSVQuoteTests {
    private func rows(_ body: String) throws -> ReadFile {
        try #require(try ReadFile("First Name,Last Name,Company\n" + body))
    }

    @Test(arguments: [
        (#"a,b,"x ""y"" z""#, #"x "y" z"#),
        (#"a,b,"""y""""#, #""y""#),
        (#"a,b,"""""#, "\""),
        (#"a,b,"""#, ""),
        (#"a,b,"C:\""#, #"C:\"#),
        (#"a,b,"say \"yes\"""#, #"say "yes""#),
        (#"a,b,"say \"yes\" now""#, #"say "yes" now"#),
        (#"a,b,"he said \"hi\", then left""#, #"he said "hi", then left"#),
        (#"a,b,"\"quoted\", and \"again\"""#, #""quoted", and "again""#),
        (#"a,b,"tail \""x""#, #"tail \"x"#),
        (#"a,b,"back\slash""#, #"back\slash"#),
        (#"a,b,5" pipe"#, #"5" pipe"#),
        (#"a,b,x"y,z"#, #"x"y"#),
        (#"a,b,"Acme" Inc"#, "Acme Inc"),
        (#"a,b,"Acme" "#, "Acme"),
        (#"a,b,"Acme "Best" Inc""#, #"Acme Best" Inc""#),
        (#"a,b,"Acme "Best, really" Inc""#, #"Acme "Best, really" Inc"#),
        (#"a,b, "Acme, Inc.""#, "Acme, Inc."),
        ("a,b,\"one\u{2028}two\u{85}three\u{B}four\"", "one\u{2028}two\u{85}three\u{B}four"),
        ("a,b,\"one\r\ntwo\n\nthree\"", "one\r\ntwo\n\nthree"),
        ("a,b,'=1+1", "'=1+1"),
        ("a,b,\u{FEFF}Acme", "Acme"),
    ])
    func `a cell is read as its writer meant it`(line: String, cell: String) throws {
        for ending in ["", "\n", "\r\nc,d,e\r\n"] {
            let file = try rows(line + ending)
            #expect(file.rows.first?.dropFirst(2).first == cell)
            #expect(file.rows.count == (ending.contains("c") ? 2 : 1))
        }
    }

    @Test func `a backslash before the closing quote is no escape`() throws {
        let file = try rows("\"C:\\\",\"D:\\\",next\na,\"E:\\\",\"\"\n")
        #expect(file.rows == [["C:\\", "D:\\", "next"], ["a", "E:\\", ""]])
        #expect(file.codes == [])
    }

    @Test func `both ways of doubling quotes are read in one file`() throws {
        let file = try rows(
            """
            "a","one ""two""
            three, four","x"
            "b","one \\"two\\"
            three, \\"four\\"","y"
            "c","plain","\\"z\\""
            """
        )
        #expect(
            file.rows == [
                ["a", "one \"two\"\nthree, four", "x"], ["b", "one \"two\"\nthree, \"four\"", "y"], ["c", "plain", "\"z\""],
            ]
        )
        #expect(file.codes == [])
        #expect(file.lines == [2, 4, 6])
    }

    @Test(arguments: [1, 2, 3, 7, 65536])
    func `a quote nobody closed costs its row, not the file`(chunkSize: Int) throws {
        let text = "First Name,Last Name,Company\nAda,Example,One\nBo,Broken,\"Two\nCy,Example,Three\nDi,Example,Four"
        let file = try #require(try ReadFile(text, chunkSize: chunkSize))
        #expect(
            file.rows == [["Ada", "Example", "One"], ["Bo", "Broken", "\"Two"], ["Cy", "Example", "Three"], ["Di", "Example", "Four"]])
        #expect(file.problems == [ReadProblem(line: 3, code: "unclosed-quote", text: "Bo,Broken,\"Two", isRejection: false)])
        #expect(file.lines == [2, 3, 4, 5])
    }

    @Test(arguments: [
        // Closed by the next row's quote, with text after it.
        "Bo,\"Broken,Two\nCy,\"Example, PhD\",Three\n",
        // Closed by the next row's quote, and as many cells as the header.
        "Bo,\"Broken,Two\nCy,\"Example\",Three\n",
        // With a delimiter inside, so that the line itself has too many cells.
        "Bo,\"Broken, MBA,Two\nDi,Plain,Four\nCy,\"Example, PhD\",Three\n",
        "Bo,\"Broken, MBA,Two\nCy,\"Example, PhD\",Three\n",
    ])
    func `a quote that another row's closes swallows no row`(body: String) throws {
        let file = try rows(body + "Ed,Last,Five\n")
        #expect(file.rows.map(\.first) == (body.contains("Di") ? ["Bo", "Di", "Cy", "Ed"] : ["Bo", "Cy", "Ed"]))
        #expect(file.codes == ["unclosed-quote"])
        #expect(file.problems.first?.line == 2)
    }

    @Test func `many quotes nobody closed are each found`() throws {
        let body = (0..<500).map { $0 % 3 == 0 ? "P\($0),\"Open,X" : "P\($0),Fine,X" }.joined(separator: "\n")
        let file = try rows(body)
        #expect(file.rows.count == 500)
        #expect(file.rows.enumerated().allSatisfy { $1.first == "P\($0)" })
        #expect(file.codes.allSatisfy { $0 == "unclosed-quote" })
        #expect(file.codes.count == 167)
    }

    @Test func `a quote open for more than a mebibyte is literal`() throws {
        let body = "Bo,\"Broken,Two\n" + String(repeating: "Cy,Example,Three\n", count: 100_000)
        let file = try rows(body)
        #expect(file.rows.count == 100_001)
        #expect(file.codes == ["unclosed-quote"])
    }

    @Test func `a quote open in the preamble does not hide the header`() throws {
        let text = """
            Notes:
            "When exporting, you may notice

            First Name,Last Name,Company
            Ada,"Example, PhD",One
            Bo,Example,Two
            """
        let file = try #require(try ReadFile(text))
        #expect(file.table.headerLine == 4)
        #expect(file.rows == [["Ada", "Example, PhD", "One"], ["Bo", "Example", "Two"]])
        #expect(file.codes == ["unclosed-quote"])
    }

    @Test func `a long cell with line breaks is one cell`() throws {
        let content = (0..<20_000).map { "line \($0), and \"so\" on" }.joined(separator: "\n")
        let quoted = content.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        let file = try rows("a,b,\"\(quoted)\"\nc,d,e\n")
        #expect(file.rows == [["a", "b", content], ["c", "d", "e"]])
        #expect(file.lines == [2, 20_002])
        #expect(file.codes == [])
    }

    /// A quote put before a plain cell of one row: the other rows come out as they went in.
    @Test(arguments: 0..<50)
    func `a stray opening quote anywhere leaves the other rows alone`(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed) &+ 99)
        let cells = ["Example, Inc.", "plain", "plain", "plain", "", "a \"b\" c", "08 Feb 2026", "two\nlines", "x"]
        for _ in 0..<20 {
            var rows = [["First Name", "Last Name", "Company", "Position", "Connected On"]]
            for number in 0..<12 {
                rows.append(["Ada\(number)"] + (0..<4).map { _ in cells.randomElement(using: &generator) ?? "" })
            }
            let broken = Int.random(in: 1..<rows.count, using: &generator)
            // The broken row itself has no line breaks: of such a one there is no telling.
            rows[broken] = rows[broken].map { $0 == "two\nlines" ? "x" : $0 }
            let column = Int.random(in: 0..<5, using: &generator)
            var bytes: [UInt8] = []
            for (place, row) in rows.enumerated() {
                var writer = CSVWriter(lineEnding: .lf)
                if place == broken {
                    rows[broken][column] = "STRAY"
                    writer.row(rows[broken])
                    let line = String(decoding: writer.takeBytes(), as: UTF8.self)
                    let halves = line.split(separator: "STRAY", omittingEmptySubsequences: false)
                    bytes += Array("\(halves[0])\"Stray\(halves[1])".utf8)
                } else {
                    writer.row(row)
                    bytes += writer.takeBytes()
                }
            }
            let file = try #require(try ReadFile(bytes, chunkSize: Int.random(in: 1...100, using: &generator)))
            for (place, row) in rows.enumerated().dropFirst() where place != broken {
                #expect(file.rows.contains(row), "\(String(decoding: bytes, as: UTF8.self))")
            }
        }
    }
}
