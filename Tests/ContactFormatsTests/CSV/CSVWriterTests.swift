import ContactFormats
import Testing

/// What is written is RFC 4180, and reads back as it was.
@Suite struct CSVWriterTests {
    private func written(_ rows: [[String]], by writer: CSVWriter) -> String {
        var writer = writer
        for row in rows { writer.row(row) }
        return String(decoding: writer.takeBytes(), as: UTF8.self)
    }

    @Test func `cells are quoted only where they must be`() {
        let rows = [["a", "b, c", "d \"e\"", "f\ng", "", " h", "i;j", "k l", "m\u{2028}n"]]
        #expect(
            written(rows, by: CSVWriter()) == "a,\"b, c\",\"d \"\"e\"\"\",\"f\ng\",, h,i;j,k l,m\u{2028}n\r\n"
        )
        #expect(written([["a;b", "c,d"]], by: CSVWriter(delimiter: 0x3B, lineEnding: .lf)) == "\"a;b\";c,d\n")
    }

    @Test func `a row of one empty cell is not an empty line`() {
        #expect(written([[""], ["", ""], []], by: CSVWriter(lineEnding: .lf)) == "\"\"\n,\n\n")
    }

    @Test(arguments: ["=1+1", "+SUM(A1)", "-2", "@x", "\tx", "\rx"])
    func `formulas are disarmed only when asked`(cell: String) {
        let disarmed = written([[cell, "a\(cell)"]], by: CSVWriter(lineEnding: .lf, disarmsFormulas: true))
        #expect(disarmed.hasPrefix(cell == "\rx" ? "\"'\rx\"" : "'\(cell),"))
        #expect(!written([[cell]], by: CSVWriter(lineEnding: .lf)).contains("'"))
    }

    @Test func `bytes that were taken are gone`() {
        var writer = CSVWriter(lineEnding: .lf)
        writer.row(["a"])
        #expect(writer.bytes == Array("a\n".utf8))
        #expect(writer.takeBytes() == Array("a\n".utf8))
        #expect(writer.bytes.isEmpty)
    }

    @Test(arguments: 0..<60)
    func `random rows read back as they were written, in every dialect`(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed) &+ 7_000)
        let alphabet = ["\"", "\"", "\\", ",", ";", "\t", "|", "\n", "\r", "\r\n", " ", "a", "Z", "é", "字", "👩‍💻", "\u{A0}", "'", "="]
        let delimiter = [UInt8(0x2C), 0x3B, 0x09, 0x7C][seed % 4]
        let columns = Int.random(in: 2...6, using: &generator)
        var rows = [["First Name", "Last Name"] + (2..<max(2, columns)).map { "Column \($0)" }]
        for _ in 0..<50 {
            rows.append(
                (0..<columns).map { column in
                    let text = (0..<Int.random(in: 0...8, using: &generator)).map { _ in alphabet.randomElement(using: &generator) ?? "" }
                    return (column == 0 ? "x" : "") + text.joined()
                }
            )
        }
        var writer = CSVWriter(delimiter: delimiter, lineEnding: seed % 3 == 0 ? .lf : .crlf)
        for row in rows { writer.row(row) }
        for chunkSize in [1, 7, 1 << 16] {
            let file = try #require(try ReadFile(writer.bytes, chunkSize: chunkSize))
            #expect(file.rows == Array(rows.dropFirst()))
            #expect(file.codes == [])
        }
    }
}
