import ContactModel
import ContactQuality
import Testing

@Suite struct PhoneTests {
    @Test(
        "numbers with their country are right, wrong or impossible by the numbering plans",
        arguments: [
            ("+1 212 736 5000", "right"), ("+12127365000", "right"), ("001 212 736 5000", "right"), ("+44 20 7946 0958", "right"),
            ("+44 (0)20 7946 0958", "right"), ("+49 151 23456789", "right"), ("+49 30 901820", "right"), ("+33 6 12 34 56 78", "right"),
            ("+34 612 34 56 78", "right"), ("+41 79 123 45 67", "right"), ("+91 98765 43210", "right"), ("+55 11 91234-5678", "right"),
            ("+39 02 1234567", "right"), ("+81 3-3210-7000", "right"), ("tel:+442079460958", "right"), ("+44 20 7946 0958 x12", "right"),
            ("+1 020 7946 0958", "wrong"), ("+1 212 736 500", "impossible"), ("+1 212 736 50000", "impossible"),
            ("+44 20 7946", "impossible"), ("+999 123456789", "impossible"), ("+123456789012345678", "impossible"), ("+12", "impossible"),
            ("+1 123 456 7890", "wrong"), ("112", "other"), ("ext. 12", "other"), ("call me", "impossible"), ("n/a", "impossible"),
            ("٠١٢٣٤٥٦٧٨", "other"), ("000-0000", "impossible"), ("0000000000", "impossible"), ("1234", "other"),
            ("020 7946 0958", "national"), ("(212) 736-5000", "national"),
        ]
    )
    func standing(number: String, expected: String) {
        let found =
            switch PhonePlans().standing(of: number) {
            case .international: "right"
            case .unlikely: "wrong"
            case .impossible: "impossible"
            case .national: "national"
            case .misplaced: "misplaced"
            case .other: "other"
            }
        // A number of one country behind the code of another is either too long for it or begins as none does there.
        let expectations = expected == "wrong" ? ["wrong", "impossible"] : [expected]
        #expect(expectations.contains(found), "\(found)")
    }

    @Test(
        "a number without its country is guessed from home",
        arguments: [
            ("020 7946 0958", "GB", "+442079460958"), ("(212) 736-5000", "US", "+12127365000"), ("030 901820", "DE", "+4930901820"),
            ("06 12 34 56 78", "FR", "+33612345678"), ("079 123 45 67", "CH", "+41791234567"),
        ]
    )
    func guess(number: String, home: String, expected: String) {
        #expect(PhonePlans(home: home).standing(of: number) == .national(guess: expected))
        #expect(PhonePlans(home: home).e164(of: number) == expected)
    }

    @Test("what can't be a number of home is impossible")
    func impossibleAtHome() {
        guard case .impossible = PhonePlans(home: "DE").standing(of: "123456789012345678") else {
            Issue.record("taken for a number")
            return
        }
    }

    @Test("a number dialled within its area can be called; behind its country it lacks the area")
    func local() {
        #expect(PhonePlans(home: "US").standing(of: "555-0100") == .national(guess: nil))
        #expect(PhonePlans(home: "US").standing(of: "555-0100").canBeCalled)
        #expect(!PhonePlans(home: "US").standing(of: "+1 555-0100").canBeCalled)
    }

    @Test("a number tells its country")
    func region() {
        #expect(PhonePlans.region(of: "+44 20 7946 0958") == "GB")
        #expect(PhonePlans.region(of: "+1 416 555 0123") == "CA")
        #expect(PhonePlans.region(of: "020 7946 0958") == nil)
        #expect(PhonePlans.region(of: "nonsense") == nil)
    }

    @Test("plainly right numbers are what the library says they are")
    func plainNumbers() {
        // The quick way must never call right what the plans refuse: every number it takes is asked about the slow way.
        var taken = 0
        for prefix in ["+1212", "+1415", "+4915123", "+4917", "+336", "+447400", "+346", "+316", "+4179", "+614", "+9198", "+55119"] {
            for tail in stride(from: 20_000_000, to: 99_999_999, by: 7_654_321) {
                for length in 6...8 {
                    let number = prefix + String(tail).prefix(length)
                    guard PhonePlans().standing(of: number) == .international else { continue }
                    taken += 1
                    #expect(PhonePlans.region(of: number) != nil, "\(number)")
                }
            }
        }
        #expect(taken > 50)
    }

    @Test("the rules speak of what was judged, and of nothing else")
    func rules() {
        func rules(_ number: String, home: String? = nil) -> [String] {
            let phone = ReviewSubject.Phone(number, standing: PhonePlans(home: home).standing(of: number))
            let book = RuleBook([PhoneImpossible(), PhoneUnlikely(), PhoneWithoutCountry()])
            return book.findings(for: ReviewSubject(phones: [phone])).map(\.rule)
        }
        #expect(rules("+44 20 7946 0958") == [])
        #expect(rules("+44 20 7946") == ["phone-impossible"])
        #expect(rules("020 7946 0958", home: "GB") == ["phone-without-country"])
        #expect(rules("555-0100", home: "US") == ["phone-without-country"])
        #expect(rules("112") == [])
        #expect(RuleBook([PhoneImpossible()]).findings(for: ReviewSubject(phones: [.init("+44 20 7946")])).isEmpty)
    }
}
