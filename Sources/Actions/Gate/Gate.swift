public import ContactFormats
public import ContactModel
import ContactQuality
public import Vault

/// Says of people whether they may go to a CRM by a profile, and if not why.
///
/// The owner's word that somebody, or a field of somebody, is not to be handed on comes before everything a profile allows.
public struct Gate: Sendable {
    private let profile: HandOverProfile
    private let census: DomainCensus
    private let plans: PhonePlans
    private let staleness: StalenessModel
    private let today: CalendarDate

    /// Sets a gate up, by what a vault tells of domains and of how long values hold.
    public init(_ profile: HandOverProfile, for vault: Vault, asOf today: CalendarDate) throws {
        self.profile = profile
        self.today = today
        census = try vault.emailKinds().census
        plans = try vault.phonePlans()
        staleness = try vault.staleness()
    }

    /// What is held against handing a person on; empty where the person passes. The sentences are the same for everybody they hit.
    public func objections(to person: Person) -> [Objection] {
        guard let handedOn = person.handedOn else {
            return [Self.refusal("withheld", "You said that the person is not to be handed on.")]
        }
        let subject = ReviewSubject(handedOn, census: census, plans: plans)
        var found = profile.asksForName && !subject.name.hasLetters ? [Self.refusal("no-name", "No name is known.")] : []
        found += email(handedOn, subject, person)
        let namesNone = profile.company != .notNeeded && subject.company.map { PseudoCompany.isPseudo($0) } ?? false
        found +=
            namesNone
            ? [Self.refusal("pseudo-company", "What stands as the company is none: self-employed, retired and the like.")]
            : field(.company, "company", profile.company, subject.companyConfirmed, isKnown: subject.company != nil, person)
        found += field(.title, "title", profile.title, subject.titleConfirmed, isKnown: subject.title != nil, person)
        found += field(.phone, "phone number", profile.phone, subject.phoneConfirmed, isKnown: subject.hasPhone, person)
        if profile.phone != .notNeeded, subject.hasPhone, !subject.canBeCalled {
            found.append(Self.refusal("impossible-phone", "Nobody can call the phone number."))
        }
        if !profile.allowsConflicts {
            // Of what is not handed on nothing can be in conflict.
            let conflicts = subject.conflicts.filter { ["company", "title"].contains($0.field) }
            found += conflicts.map { Self.refusal("conflict-\($0.field)", "Your sources disagree about the \($0.field).") }
        }
        found += unlikely(subject)
        for field in profile.required.sorted(by: { $0.rawValue < $1.rawValue }) where !handedOn.has(field) {
            let code = "no-\(field.rawValue)"
            if !found.contains(where: { $0.code == code }) { found.append(missing(field, code, Self.name(of: field), person)) }
        }
        return found
    }

    private func email(_ person: Person, _ subject: ReviewSubject, _ original: Person) -> [Objection] {
        func present(_ kind: EmailKind) -> ReviewSubject.Email? {
            let present = subject.all.filter { $0.kind == kind && !$0.isOfFormerCompany }
            return present.first(where: \.canBeWrittenTo) ?? present.first
        }
        let found: ReviewSubject.Email?
        switch profile.email {
        case .notNeeded: return []
        case .work: found = present(.work)
        case .workOrPersonal: found = present(.work) ?? present(.personal)
        case .any: found = subject.email
        }
        guard let found else {
            return [missing(.email, profile.email == .any ? "no-email" : "no-\(profile.email.code)", profile.email.words, original)]
        }
        if AddressSyntax.flaw(in: found.address) != nil {
            return [Self.refusal("malformed-email", "The address has not the form of one.")]
        }
        let isGuess = person.emails.first { $0.value.address == found.address }?.isAcceptedGuess ?? false
        return isGuess && !profile.allowsAcceptedGuesses ? [Self.refusal("guessed-email", "The address is a guess you accepted.")] : []
    }

    private func field(
        _ field: SharedField, _ name: String, _ demand: HandOverProfile.Demand, _ confirmed: Confirmation?, isKnown: Bool, _ person: Person
    ) -> [Objection] {
        switch demand {
        case .notNeeded: return []
        case .known: return isKnown ? [] : [missing(field, "no-\(field.rawValue)", name, person)]
        case .confirmed(let days, let words):
            guard isKnown else { return [missing(field, "no-\(field.rawValue)", name, person)] }
            if let day = confirmed?.lastConfirmed, today.daysSince1970 - day.daysSince1970 <= days { return [] }
            return [Self.refusal("old-\(field.rawValue)", "The \(name) was not confirmed within \(words).")]
        }
    }

    /// What is asked for and probably no longer holds.
    private func unlikely(_ subject: ReviewSubject) -> [Objection] {
        guard profile.minimumProbability > 0 else { return [] }
        var found: [Objection] = []
        func test(_ field: String, _ probability: Double?) {
            guard let probability, probability < profile.minimumProbability else { return }
            found.append(
                Self.refusal("unlikely-\(field)", "The \(field) is less likely to hold than \(Self.percent(profile.minimumProbability))."))
        }
        if profile.email != .notNeeded, let email = subject.email {
            test("address", staleness.outlook(of: email, of: subject, on: today)?.probability)
        }
        if profile.company != .notNeeded {
            test("company", subject.companyConfirmed.map { staleness.probability(that: .company, confirmed: $0, holdsOn: today) })
        }
        if profile.title != .notNeeded {
            test("title", subject.titleConfirmed.map { staleness.probability(that: .title, confirmed: $0, holdsOn: today) })
        }
        return found
    }

    /// What is not known, or known and not to be handed on.
    private func missing(_ field: SharedField, _ code: String, _ name: String, _ person: Person) -> Objection {
        person.withheldFields.contains(field)
            ? Self.refusal("withheld-\(field.rawValue)", "You said that the \(Self.name(of: field)) is not to be handed on.")
            : Self.refusal(code, "No \(name) is known.")
    }

    private static func refusal(_ code: String, _ text: String) -> Objection { Objection(code: code, text: text, isRefusal: true) }

    private static func percent(_ probability: Double) -> String { "\(Int((probability * 100).rounded())) %" }

    private static func name(of field: SharedField) -> String {
        switch field {
        case .email: "e-mail address"
        case .phone: "phone number"
        case .url: "web address"
        case .further: "rest"
        case .company, .title, .address, .birthday, .note, .tag: field.rawValue
        }
    }
}

extension HandOverProfile.EmailDemand {
    fileprivate var code: String { self == .work ? "work-email" : "work-or-personal-email" }

    fileprivate var words: String {
        switch self {
        case .work: "work address"
        case .workOrPersonal: "work or private address"
        case .any, .notNeeded: "e-mail address"
        }
    }
}

extension ReviewSubject {
    /// All addresses, the best first.
    fileprivate var all: [Email] { (email.map { [$0] } ?? []) + otherEmails }
}

extension PersonName {
    /// Whether there is anything in it to call somebody by: letters, and not an address in their place.
    fileprivate var hasLetters: Bool { !display.contains("@") && display.contains(where: \.isLetter) }
}

extension Person {
    /// Whether anything of a field is known.
    fileprivate func has(_ field: SharedField) -> Bool {
        switch field {
        case .company: !companies.isEmpty
        case .title: !titles.isEmpty
        case .email: !emails.isEmpty
        case .phone: !phones.isEmpty
        case .url: !links.isEmpty
        case .address: !addresses.isEmpty
        case .birthday: birthday != nil
        case .note: !notes.isEmpty
        case .tag: !tags.isEmpty
        case .further: !extra.isEmpty
        }
    }
}
