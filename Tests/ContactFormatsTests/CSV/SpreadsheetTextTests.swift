import ContactFormats
import ContactModel
import Testing

@Suite("Cells a spreadsheet would change")
struct SpreadsheetTextTests {
    private static func cell(_ text: String) -> String? {
        let person = Person.fixture(titles: [text])
        let line = ExportFormat.excelCSV.text(of: [person]).split(separator: "\r\n").last
        return line?.split(separator: ",", omittingEmptySubsequences: false).dropFirst(5).first.map(String.init)
    }

    @Test(
        "get an apostrophe",
        arguments: [
            "=1+1", "+49 30 1", "-2", "@x", "\tx", "＝1", "＋1", "－1", "＠x", "030123", "00", "0171234567", "123456789012", "1e5", "12E10",
        ])
    func changed(text: String) {
        #expect(Self.cell(text) == "'" + text)
    }

    @Test(
        "others stay as they are",
        arguments: ["1", "0", "2026", "12345678901", "030 123", "0a", "e5", "1e", "1e5e", "2026-01-02", "'x", "ｘ", "1.5"])
    func unchanged(text: String) {
        #expect(Self.cell(text) == text)
    }
}
