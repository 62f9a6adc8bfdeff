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
}
