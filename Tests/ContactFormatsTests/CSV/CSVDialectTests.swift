import ContactFormats
import Testing

/// The same table, written in every way people's files are written, reads the same.
@Suite struct CSVDialectTests {
    static let header = ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]
    static let rows = [
        ["Ada", "Example", "https://network.example/in/ada", "ada@example.com", "Analytical, Inc.", "Engineer; Lead", "08 Feb 2026"],
        ["Zoë", "Müller-Lüdenscheidt", "", "", "\"Best\" Bäckerei\tGmbH", "C|T|O", "19 Apr 2020"],
        ["José", "Peña, PhD", "", "jose@example.org", "Línea\nDos", "a \\ b", "01 Jan 2021"],
        ["Li", "O'Neill", "https://network.example/in/li", "", "C:\\", "=1+1", "02 Jan 2021"],
    ]

    enum Ending: String, CaseIterable { case lf = "\n", crlf = "\r\n", cr = "\r", mixed }

    enum Letters: CaseIterable { case utf8, utf8WithMark, utf16LE, utf16BE, utf16LEWithoutMark, utf16BEWithoutMark, windows1252 }

    struct Form: CustomTestStringConvertible {
        var delimiter: Character
        var ending: Ending
        var letters: Letters
        var isAllQuoted: Bool
        var hasPreamble: Bool
        var hasFinalNewline: Bool

        var testDescription: String { "\(delimiter) \(ending) \(letters) \(isAllQuoted) \(hasPreamble) \(hasFinalNewline)" }

        func bytes(of rows: [[String]]) -> [UInt8] {
            var text = ""
            var places = 0
            func endLine() {
                places += 1
                text += ending == .mixed ? ["\r", "\r\n", "\n"][places % 3] : ending.rawValue
            }
            if hasPreamble {
                text += "Notes:"
                endLine()
                text += "\"You may notice, that some are missing.\""
                endLine()
                endLine()
            }
            for (place, row) in rows.enumerated() {
                if place > 0 { endLine() }
                text += row.map(quoted).joined(separator: String(delimiter))
            }
            if hasFinalNewline { endLine() }
            return encoded(text)
        }

        private func quoted(_ cell: String) -> String {
            let needsQuotes = isAllQuoted || cell.contains(delimiter) || cell.contains("\"") || cell.contains("\n")
            return needsQuotes
                ? "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" : cell
        }

        private func encoded(_ text: String) -> [UInt8] {
            switch letters {
            case .utf8: return Array(text.utf8)
            case .utf8WithMark: return [0xEF, 0xBB, 0xBF] + text.utf8
            case .utf16LE: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
            case .utf16BE: return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
            case .utf16LEWithoutMark: return text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
            case .utf16BEWithoutMark: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
            case .windows1252: return text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
            }
        }

        /// A file of lone CR with bytes that are no UTF-8 is a Macintosh's, so Windows-1252 does not come with it.
        static let all: [Form] = Letters.allCases.flatMap { letters in
            Ending.allCases.filter { letters != .windows1252 || $0 != .cr }.flatMap { ending in
                [",", ";", "\t", "|"].flatMap { delimiter in
                    [true, false].flatMap { flag in
                        [true, false].map { other in
                            Form(
                                delimiter: delimiter,
                                ending: ending,
                                letters: letters,
                                isAllQuoted: flag,
                                hasPreamble: other,
                                hasFinalNewline: flag != other
                            )
                        }
                    }
                }
            }
        }
    }

    @Test(arguments: Form.all)
    func `the same table reads the same however it is written`(form: Form) throws {
        let bytes = form.bytes(of: [Self.header] + Self.rows)
        for chunkSize in [1, 2, 3, 7, 1 << 16] {
            let file = try #require(try ReadFile(bytes, chunkSize: chunkSize))
            #expect(file.table.header == Self.header)
            #expect(file.rows == Self.rows)
            #expect(file.codes == [])
            #expect(file.table.dialect.delimiter == form.delimiter.asciiValue)
            #expect(!file.table.dialect.isWholeLineQuoted)
            #expect(file.rowsBeforeHeader.count == (form.hasPreamble ? 2 : 0))
            #expect(file.table.headerLine == (form.hasPreamble ? 4 : 1))
            #expect(file.lines == [1, 2, 3, 5].map { $0 + file.table.headerLine })
        }
    }

    @Test(arguments: ["sep=;", "\"sep=;\"", "SEP=;", "\u{FEFF}sep=;"])
    func `a first line names the delimiter and is no row`(line: String) throws {
        let file = try #require(try ReadFile("\(line)\r\nFirst Name;Last Name\r\nAda;Example, PhD\r\n"))
        #expect(file.rows == [["Ada", "Example, PhD"]])
        #expect(file.rowsBeforeHeader == [])
        #expect(file.table.dialect.delimiter == 0x3B)
    }

    @Test func `a first line that names a delimiter nobody uses is not believed`() throws {
        let file = try #require(try ReadFile("sep=;\nFirst Name,Last Name\nAda,Example\n"))
        #expect(file.rows == [["Ada", "Example"]])
    }

    @Test func `a delimiter nobody guesses is taken from the first line`() throws {
        let file = try #require(try ReadFile("sep=^\nFirst Name^Last Name\nAda^Example\n"))
        #expect(file.rows == [["Ada", "Example"]])
    }

    @Test(arguments: ["\n", "\r\n", "\r"], [1, 5, 65536])
    func `lines that are one quoted cell each are read as rows`(ending: String, chunkSize: Int) throws {
        let lines = [
            #""First Name,Last Name,Company,Connected On""#,
            #""Ada,Example,""Analytical, Inc."",08 Feb 2026""#,
            #""Zoë,Muster,""""""Best"""" Bäckerei"",07 Feb 2026""#,
            #"Li,Ning,Plain,06 Feb 2026"#,
            #""Bo,Li,Trailing,05 Feb 2026",,,"#,
        ]
        let file = try #require(try ReadFile(lines.joined(separator: ending), chunkSize: chunkSize))
        #expect(file.table.dialect.isWholeLineQuoted)
        #expect(
            file.rows == [
                ["Ada", "Example", "Analytical, Inc.", "08 Feb 2026"], ["Zoë", "Muster", "\"Best\" Bäckerei", "07 Feb 2026"],
                ["Li", "Ning", "Plain", "06 Feb 2026"], ["Bo", "Li", "Trailing", "05 Feb 2026"],
            ]
        )
        #expect(file.codes == [])
    }

    @Test func `only the lines that hold quotes are quoted whole`() throws {
        let file = try #require(
            try ReadFile("First Name,Last Name,Company\nAda,Example,Plain\n\"Bo,Li,\"\"Quoted, Inc.\"\"\"\n")
        )
        #expect(file.rows == [["Ada", "Example", "Plain"], ["Bo", "Li", "Quoted, Inc."]])
    }

    @Test func `a header in the middle or at the end of a sorted file is found`() throws {
        let people = (0..<60).map { "Ada\($0),Example,Company \($0),08 Feb 2026" }
        for place in [30, 60] {
            var lines = people
            lines.insert("First Name,Last Name,Company,Connected On", at: place)
            let file = try #require(try ReadFile(lines.joined(separator: "\r\n")))
            #expect(file.table.headerLine == place + 1)
            #expect(file.rowsBeforeHeader.count == place)
            #expect(file.rows.count == 60 - place)
        }
    }

    @Test func `a header beyond the first 64 KiB is found in every dialect`() throws {
        let people = String(repeating: "Ada;Example;;08 Feb 2026\r\n", count: 5000)
        let file = try #require(try ReadFile(people + "First Name;Last Name;Company;Connected On\r\nBo;Li;;\r\n"))
        #expect(file.table.headerLine == 5001)
        #expect(file.rowsBeforeHeader.count == 5000)
        #expect(file.rows == [["Bo", "Li", "", ""]])
        let units = Array((people + "First Name;Last Name;;").utf16)
        let utf16: [UInt8] = [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(try ReadFile(utf16)?.table.headerLine == 5001)
    }

    @Test func `a file without the header gives nil, whatever it holds`() throws {
        #expect(try ReadFile("") == nil)
        #expect(try ReadFile("No conversations found") == nil)
        #expect(try ReadFile("Company,Position\nA,B\n") == nil)
        #expect(try ReadFile((0...255).map { UInt8($0) }) == nil)
        #expect(try ReadFile([0xFF, 0xFE]) == nil)
        #expect(try ReadFile([0xEF, 0xBB]) == nil)
    }

    @Test func `a header alone gives no rows`() throws {
        for text in ["First Name,Last Name", "First Name,Last Name\n", "\u{FEFF}\"First Name\",\"Last Name\"\r\n\r\n"] {
            let file = try #require(try ReadFile(text))
            #expect(file.rows == [])
            #expect(file.table.header == ["First Name", "Last Name"])
        }
    }

    @Test(arguments: [
        ("First Name", "firstname"), ("\u{FEFF}FirstName", "firstname"), ("E-mail Address", "emailaddress"), ("first_name", "firstname"),
        ("\u{A0}First\u{A0}Name ", "firstname"), ("\"Connected On\"", "connectedon"), ("PRÉNOM", "prénom"),
        ("Assistant's Phone", "assistant'sphone"),
        ("E-mail 1 - Value", "email1value"), ("Notes:", "notes:"), ("", ""), ("ï»¿\"First Name\"", "firstname"),
        ("First\u{200B}\u{2011}Name", "firstname"),
    ])
    func `header cells are folded for comparing`(cell: String, folded: String) {
        #expect(CSVTable.fold(header: cell) == folded)
    }

    @Test func `the first line is shown even of what is no text`() throws {
        #expect(try CSVTable.firstLine(of: BytesInMemory("")) == nil)
        #expect(try CSVTable.firstLine(of: BytesInMemory("\n \r\n")) == nil)
        #expect(try CSVTable.firstLine(of: BytesInMemory("\u{FEFF}\r\n\r\n  Hello, world \nnext")) == "Hello, world")
        #expect(try CSVTable.firstLine(of: BytesInMemory([0x5A, 0x6F, 0xEB, 0x0A])) == "Zoë")
        #expect(try CSVTable.firstLine(of: BytesInMemory([0xFF, 0xFE, 0x41, 0x00, 0x0A, 0x00])) == "A")
        #expect(try CSVTable.firstLine(of: BytesInMemory([0, 0, 0, 0])) == nil)
        let binary = try #require(try CSVTable.firstLine(of: BytesInMemory([0x7F, 0x45, 0x4C, 0x46, 0x02, 0x00])))
        #expect(binary.contains("ELF"))
        #expect(try CSVTable.firstLine(of: BytesInMemory(String(repeating: "x", count: 100_000)))?.count == 200)
    }
}
