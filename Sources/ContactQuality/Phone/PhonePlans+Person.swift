public import ContactModel

extension PhonePlans {
    /// What each number of a person is worth, in their order: as it is written, and, where that is nothing, by the countries the person
    /// evidently has to do with.
    ///
    /// Another country is thought of only where something points to it, so most numbers cost no more than `standing(of:)`.
    public func standings(of person: Person) -> [PhoneStanding] {
        let numbers = person.phones.map(\.value.number)
        let alone = numbers.map { standing(of: $0) }
        var signs: CountrySigns?
        return numbers.indices.map { place in
            let number = numbers[place]
            guard let written = WrittenNumber(number) else { return alone[place] }
            func countries() -> [EvidentCountry] {
                let known = signs ?? CountrySigns(of: person)
                signs = known
                return known.countries(besides: place)
            }
            switch alone[place] {
            case .impossible(let why): return elsewhere(written, .impossible(why), countries() + atHome) ?? alone[place]
            case .unlikely: return elsewhere(written, .unlikely, countries() + atHome) ?? .unlikely
            // The person's own country before the one most contacts are of.
            case .national(let guess): return .national(guess: Self.right(written, in: countries())?.e164 ?? guess)
            case .international: return grouped(written, countries) ?? .international
            case .other, .misplaced: return alone[place]
            }
        }
    }

    private var atHome: [EvidentCountry] { home.map { [EvidentCountry($0, callingCode: "", by: .home)] } ?? [] }

    /// A number that is wrong as it stands, where it is right in one of some countries.
    private func elsewhere(_ written: WrittenNumber, _ flaw: MisplacedNumber.Flaw, _ countries: [EvidentCountry]) -> PhoneStanding? {
        guard let right = Self.right(written, in: countries) else { return nil }
        // Written as it is dialled at home, it names no country that could be wrong.
        return written.isInternational
            ? .misplaced(MisplacedNumber(flaw, rightIn: right.country, as: right.e164)) : .national(guess: right.e164)
    }

    /// A number that may be one as it stands, where its groups are those of one of some countries and not its own.
    private func grouped(_ written: WrittenNumber, _ countries: () -> [EvidentCountry]) -> PhoneStanding? {
        let groups = written.nationalGroups
        let code = String(decoding: written.callingCode, as: UTF8.self)
        // As nearly all numbers of North America are written.
        guard groups.count > 1, code != "1" || groups != [3, 3, 4] else { return nil }
        let foreign = countries().filter { $0.callingCode != code }
        guard !foreign.isEmpty, let right = Self.right(written, in: foreign), groups == Self.usualGroups(of: right.e164),
            groups != Self.usualGroups(of: "+" + String(decoding: written.digits, as: UTF8.self))
        else { return nil }
        return .misplaced(MisplacedNumber(.grouping, rightIn: right.country, as: right.e164))
    }

    /// The number as one of the first of some countries in which it is one.
    private static func right(_ written: WrittenNumber, in countries: [EvidentCountry]) -> (country: EvidentCountry, e164: String)? {
        let digits = String(decoding: written.digits, as: UTF8.self)
        // A plus may also stand in front of a number that lacks its country.
        let texts = written.isInternational ? [String(digits.dropFirst(written.callingCode.count)), digits] : [digits]
        for country in countries {
            for text in texts {
                if let e164 = valid(text, in: country.region), e164 != "+" + digits { return (country, e164) }
            }
        }
        return nil
    }
}

/// The countries a person evidently has to do with, worked out once for all of the person's numbers.
private struct CountrySigns {
    private let addresses: [EvidentCountry]
    /// The countries of the numbers, each with the first two places it is met at: without any one number, the first that is left.
    private let numbers: [EvidentCountry: [Int]]
    private let others: [EvidentCountry]

    init(of person: Person) {
        addresses = Self.unique(person.addresses.compactMap { Country(of: $0.value) }.map { EvidentCountry($0, by: .postalAddress) })
        var numbers: [EvidentCountry: [Int]] = [:]
        for (place, held) in person.phones.enumerated() {
            let number = held.value.number
            guard let region = PhonePlans.region(of: number), let code = WrittenNumber(number)?.callingCode else { continue }
            let country = EvidentCountry(region, callingCode: String(decoding: code, as: UTF8.self), by: .otherNumber)
            if numbers[country, default: []].count < 2 { numbers[country, default: []].append(place) }
        }
        self.numbers = numbers
        let companies = person.companies.prefix(1).compactMap { Country(ofCompany: $0.value) }.map { EvidentCountry($0, by: .company) }
        let emails = person.emails.compactMap { Country(ofAddress: $0.value.address) }.map { EvidentCountry($0, by: .emailDomain) }
        others = Self.unique(companies + emails)
    }

    /// The countries that something else than the number at a place points to, the strongest sign first.
    func countries(besides place: Int) -> [EvidentCountry] {
        var met: [(place: Int, country: EvidentCountry)] = []
        for (country, places) in numbers {
            if let other = places.first(where: { $0 != place }) { met.append((other, country)) }
        }
        met.sort { $0.place < $1.place }
        return Self.unique(addresses + met.map { $0.country } + others)
    }

    /// Each country once, by its strongest sign: asked again, its plan says the same.
    private static func unique(_ countries: [EvidentCountry]) -> [EvidentCountry] {
        var regions: Set<String> = []
        return countries.filter { regions.insert($0.region).inserted }
    }
}

extension EvidentCountry {
    fileprivate init(_ country: Country, by sign: Sign) {
        self.init(country.region, callingCode: country.callingCode, by: sign)
    }
}
