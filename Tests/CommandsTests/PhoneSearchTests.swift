import Foundation
import Testing

/// A phone number is found however it is written.
@Suite("Searching for a phone number")
struct PhoneSearchTests {
    @Test(
        "With and without blanks, whichever way it is held",
        arguments: ["+49 30 1234567", "+49301234567", "0049 30 1234567", "+49 (30) 123-4567", "+49 30 12 34 56 7"])
    func found(held: String) throws {
        let workshop = try Workshop("phone")
        let table = "Name,Phone,Company\nGina Book,\(held),Works\nOlaf Other,+49 30 7654321,Works 1234567\n"
        #expect(try workshop.holdfast("import", workshop.write("book.csv", table)).status == 0)
        for typed in ["+49301234567", "+49 30 1234567", "+49 (30) 1234567", "0049301234567", "Gina +4930 1234567"] {
            let run = try workshop.holdfast("people", typed, "--json")
            #expect(try run.objects.map { $0["name"].string } == ["Gina Book"], "\(held) by \(typed): \(run)")
        }
        for nobody in ["+4930123456799", "+49 40 1234567", "Olaf +49 30 1234567"] {
            #expect(try workshop.holdfast("people", nobody, "--json").objects.isEmpty, "\(held) by \(nobody)")
        }
    }

    @Test("Where nearly every short word of digits is somebody's", arguments: ["+49 171 2345678", "+491712345678", "0049 171 2345678"])
    func foundAmongMany(held: String) throws {
        let workshop = try Workshop("many-phones")
        #expect(try workshop.holdfast("import", workshop.write("book.csv", Self.crowd(around: held))).status == 0)
        for typed in [held, "+49 171 2345678", "+491712345678", "00491712345678", "0049 171 2345678"] {
            let run = try workshop.holdfast("people", typed, "--json")
            #expect(try run.objects.map { $0["name"].string } == ["Gina Book"], "\(held) by \(typed): \(run)")
        }
    }

    @Test("In as many groups as it is held in, where nearly every short word of digits is somebody's")
    func foundAsHeld() throws {
        let workshop = try Workshop("many-groups")
        let table = Self.crowd(around: "+49 1 7 1 2 3 4 5 67 8")
        #expect(try workshop.holdfast("import", workshop.write("book.csv", table)).status == 0)
        let run = try workshop.holdfast("people", "+49 1 7 1 2 3 4 5 67 8", "--json")
        #expect(try run.objects.map { $0["name"].string } == ["Gina Book"], "\(run)")
    }

    /// Gina Book with a number, and people whose numbers have every word of up to four of its digits.
    private static func crowd(around held: String) -> String {
        let digits = Array("00491712345678")
        var words: Set<String> = []
        for length in 1...4 { for start in 0...(digits.count - length) { words.insert(String(digits[start..<(start + length)])) } }
        let rows = words.sorted().enumerated().map { "Olaf Other\($0.offset),+1 \($0.element) 9999999,Works\n" }
        return "Name,Phone,Company\nGina Book,\(held),Works\n" + rows.joined()
    }
}
