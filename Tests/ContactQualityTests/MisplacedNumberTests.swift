import ContactModel
import ContactQuality
import Testing

/// Numbers of another country than the one in front of them.
@Suite struct MisplacedNumberTests {
    /// Somebody with numbers and signs of a country.
    private static func person(
        _ numbers: String..., address: PostalAddress? = nil, company: String? = nil, email: String? = nil
    ) -> Person {
        var person = Person(id: UniqueID(high: 1, low: 2), standing: .connected)
        person.phones = numbers.map { Held(PhoneNumber($0), []) }
        person.addresses = address.map { [Held($0, [])] } ?? []
        person.companies = company.map { [Held($0, [])] } ?? []
        person.emails = email.map { [Held(EmailAddress($0), [])] } ?? []
        return person
    }

    private static let london = PostalAddress(locality: "London", country: "United Kingdom")

    private static func finding(_ person: Person, home: String? = nil) -> Finding? {
        PhoneUnlikely().finding(for: ReviewSubject(person, plans: PhonePlans(home: home)))
    }

    @Test("a number wrong for the country in front of it and right for another the person has to do with is told with that country")
    func wrong() throws {
        for (person, country, number) in [
            (Self.person("+1 020 7946 0958", address: Self.london), "GB", "+442079460958"),
            (Self.person("+49 020 7946 0958", address: PostalAddress(full: "1 High Street, London, UK")), "GB", "+442079460958"),
            (Self.person("+1 030 901820", company: "Muster GmbH"), "DE", "+4930901820"),
            (Self.person("+1 030 901820", company: "Muster Deutschland"), "DE", "+4930901820"),
            (Self.person("+1 06 12 34 56 78", email: "a@firme.fr"), "FR", "+33612345678"),
            (Self.person("+44 06 12 34 56 78", "+33 1 42 68 53 00"), "FR", "+33612345678"),
            (Self.person("+020 7946 0958", address: Self.london), "GB", "+442079460958"),
        ] {
            let finding = try #require(Self.finding(person), "\(number)")
            let evidence = finding.evidence
            #expect(evidence.contains("It would be right for \(country)") && evidence.contains(number), "\(evidence)")
            #expect(finding.settle.contains(number))
            #expect(PhoneImpossible().finding(for: ReviewSubject(person, plans: PhonePlans())) == nil)
        }
    }

    @Test("what most contacts' numbers are of is the last sign")
    func home() throws {
        let finding = try #require(Self.finding(Self.person("+1 020 7946 0958"), home: "GB"))
        #expect(finding.evidence.contains("as most numbers of your contacts are: +442079460958"))
        #expect(Self.finding(Self.person("+1 020 7946 0958")) == nil)
    }

    @Test("one that could be a number, in the groups of the person's own country, is told less surely")
    func grouped() throws {
        let finding = try #require(Self.finding(Self.person("+1 20 7946 0958", address: Self.london)))
        #expect(finding.evidence.contains("It would be right for GB, where a postal address of the person is: +442079460958"))
        #expect(finding.probability < 0.85)
        for number in ["+1 207 946 0958", "+12079460958", "+1 (207) 946-0958", "+44 20 7946 0958", "+44 (0)20 7946 0958"] {
            #expect(Self.finding(Self.person(number, address: Self.london)) == nil, "\(number)")
        }
        #expect(Self.finding(Self.person("+1 20 7946 0958")) == nil)
    }

    @Test("a right number of another country than the person's address is nobody's fault")
    func abroad() {
        for number in ["+1 212 736 5000", "+33 6 12 34 56 78", "+49 151 23456789", "+41 79 123 45 67", "+81 3-3210-7000"] {
            #expect(Self.finding(Self.person(number, address: Self.london), home: "GB") == nil, "\(number)")
        }
    }

    @Test("a number without its country is guessed from the person before home")
    func national() {
        let person = Self.person("020 7946 0958", address: Self.london)
        #expect(PhonePlans(home: "DE").standings(of: person) == [.national(guess: "+442079460958")])
        #expect(PhonePlans().standings(of: person) == [.national(guess: "+442079460958")])
        #expect(PhonePlans().standings(of: Self.person("020 7946 0958")) == [.national(guess: nil)])
    }

    @Test(
        "countries are known by their names in several languages, by their letters, and by their name at the end of an address in one piece",
        arguments: ["UK", "U.K.", "GB", "gb", "England", "Großbritannien", "royaume-uni", "Reino Unido", "Regno Unito"])
    func names(name: String) {
        #expect(Self.finding(Self.person("+1 020 7946 0958", address: PostalAddress(country: name))) != nil)
        // Two letters there may be a state's.
        let isFound = Self.finding(Self.person("+1 020 7946 0958", address: PostalAddress(full: "1 High St\nLondon\n\(name)"))) != nil
        #expect(isFound == (name.uppercased() != "GB"))
    }

    @Test("a state's two letters at the end of an address name no country")
    func states() {
        let unknown = [PhoneStanding](repeating: .national(guess: nil), count: 3)
        for town in ["Columbus, IN", "Wilmington, DE", "San Jose, CA"] {
            let person = Self.person("(812) 555-0100", "030 901820", "98765 43210", address: PostalAddress(full: town))
            #expect(PhonePlans().standings(of: person) == unknown, "\(town)")
        }
    }

    @Test("thousands of numbers of one person are judged in time that grows with their count", .timeLimit(.minutes(1)))
    func many() {
        var person = Self.person(address: Self.london)
        person.phones = (1000..<4000).map { Held(PhoneNumber("+1 020 7946 \($0)"), []) }
        let places = PhonePlans().standings(of: person).filter { standing in
            guard case .misplaced(let number) = standing else { return false }
            return number.country.region == "GB" && number.country.sign == .postalAddress
        }
        #expect(places.count == 3000)
    }

    @Test("any other number of the person's tells a country")
    func others() {
        let person = Self.person("020 7946 0959", "+33 1 42 68 53 00", "+44 20 7946 0958")
        #expect(PhonePlans().standings(of: person) == [.national(guess: "+442079460959"), .international, .international])
    }
}
