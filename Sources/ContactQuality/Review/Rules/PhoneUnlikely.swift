/// The number has the length of one, and its country has given out no such numbers; or it is right only for another country.
///
/// By the numbering plans libphonenumber knows (of 2022 in Debian 12: later area codes are missing). A number with a wrong country in
/// front is the usual reason: `+1 020 7946 0958` is no number of North America, and right for Britain. That is said where something points
/// to the other country: a postal address of the person's, another number of theirs, the company's name or legal form, the end of an e-mail
/// address, or most numbers of the owner's contacts; without that such a number is `phone-impossible`. `+1 20 7946 0958` could be a number
/// of Maine, but is written in London's groups: for somebody with a sign of Britain it is found too, and less surely. Settled by the right
/// number; a call to the one proposed tells.
public struct PhoneUnlikely: Rule {
    /// Its name.
    public let id = "phone-unlikely"
    /// How much it matters.
    public let severity = Severity.low
    /// What it finds.
    public let title = "A number that fits no plan"
    /// What would settle it.
    public let advice = "Ask for the right number."
    /// Makes the rule.
    public init() {}

    /// What the rule says about a person.
    public func finding(for person: ReviewSubject) -> Finding? {
        for phone in person.phones {
            switch phone.standing {
            case .unlikely: return found(phone.number, because: Self.noSuchBeginning, probability: 0.85)
            case .misplaced(let number):
                let (evidence, probability) = Self.evidence(for: number)
                return found(
                    phone.number, because: evidence, probability: probability,
                    settle: "Call \(number.e164); if that is the one, write it so.")
            default: continue
            }
        }
        return nil
    }

    private static let noSuchBeginning = "Its country gives out no numbers that begin so."

    /// What is wrong with it as it stands and where it would be right, and how sure that it is wrong is: as sure as without another country.
    /// How sure groups make is an assumption.
    private static func evidence(for number: MisplacedNumber) -> (sentences: String, probability: Double) {
        let (country, number, flaw) = (number.country, number.e164, number.flaw)
        let sign =
            switch country.sign {
            case .postalAddress: "where a postal address of the person is"
            case .otherNumber: "as another number of the person is"
            case .company: "where the company is by its name"
            case .emailDomain: "where an e-mail address of the person is by its end"
            case .home: "as most numbers of your contacts are"
            }
        return switch flaw {
        case .impossible(let why): ("It \(why). It would be right for \(country.region), \(sign): \(number).", 0.97)
        case .unlikely: ("\(noSuchBeginning) It would be right for \(country.region), \(sign): \(number).", 0.85)
        case .grouping:
            ("It is written as numbers of another country are. It would be right for \(country.region), \(sign): \(number).", 0.7)
        }
    }
}
