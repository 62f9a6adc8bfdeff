/// Something the owner can do to make the contacts better: whom it helps, and how long it takes.
public struct NextStep: Hashable, Sendable {
    /// What to do.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Ask the network for a fresh export and bring it in.
        case freshExport
        /// Bring in a mailbox or an address book: who wrote has an address.
        case mailbox
        /// Look through the work addresses found in one's own sources; only where some were.
        case workAddresses
        /// Say of pairs of people whether they are one.
        case duplicates
        /// Put mistyped addresses right.
        case mistypedAddresses
        /// Give companies one spelling.
        case companySpellings
        /// Decide where sources disagree.
        case conflicts
        /// Fill in missing companies.
        case companies
        /// Fill in missing titles.
        case titles
        /// Put names right.
        case names
        /// Ask people for an address or a number.
        case askPeople

        /// The steps that settle what several rules find, and in whom: somebody with findings of two of them is helped once.
        public static let ofSeveralRules: [Kind] = [.mistypedAddresses, .titles, .names]

        /// Whether the step settles what a rule finds; `false` for steps of one rule or none.
        public func settles(_ rule: String) -> Bool {
            switch self {
            case .mistypedAddresses: rule == "email-lookalike" || rule == "email-malformed"
            case .titles: rule == "title-missing" || rule == "title-slogan"
            case .names: rule.hasPrefix("name-")
            default: false
            }
        }
    }

    /// What to do.
    public var kind: Kind
    /// How many people it may help, at most.
    public var people: Int
    /// How many minutes of the owner's it takes, about.
    public var minutes: Int
    /// What it brings for a minute: the people it probably helps, by how much it matters, over the minutes.
    public var worth: Double

    /// Makes a step.
    public init(kind: Kind, people: Int, minutes: Int, worth: Double) {
        (self.kind, self.people, self.minutes, self.worth) = (kind, people, minutes, worth)
    }

    /// What to do first, by what a review counted: the largest gain for the least work first.
    ///
    /// - Parameters:
    ///   - tally: the counts.
    ///   - addressesFound: people for whom a work address is proposed.
    ///   - exportAgeDays: how old the newest export of connections is; `nil` where there is none.
    ///   - hasMail: whether a mailbox was brought in.
    ///   - duplicatesWaiting: pairs of people that wait for the owner's word.
    public static func all(
        by tally: ReviewTally, addressesFound: Int, exportAgeDays: Int?, hasMail: Bool, duplicatesWaiting: Int
    ) -> [NextStep] {
        var steps: [NextStep] = []
        /// `chance` is the share of people it probably helps, `weight` how much that matters (an address 3, a company 2, a spelling 1): both
        /// are assumptions, and only order the list.
        func add(_ kind: Kind, _ people: Int, seconds: Double, chance: Double, weight: Double) {
            guard people > 0 else { return }
            let minutes = max(1, seconds / 60)
            steps.append(
                NextStep(
                    kind: kind, people: people, minutes: Int(minutes.rounded(.up)), worth: Double(people) * chance * weight / minutes))
        }
        if let days = exportAgeDays, days > 90 {
            let expected = (tally.staleness[.company]?.stale ?? 0).rounded()
            add(.freshExport, max(tally.count(of: "export-stale"), Int(min(expected, 1e9))), seconds: 300, chance: 0.9, weight: 2)
        }
        if !hasMail { add(.mailbox, tally.emails.none, seconds: 300, chance: 0.2, weight: 3) }
        // What is proposed is right more often than not.
        add(.workAddresses, addressesFound, seconds: Double(addressesFound) * 10, chance: 0.7, weight: 3)
        add(.duplicates, duplicatesWaiting, seconds: Double(duplicatesWaiting) * 10, chance: 0.7, weight: 2)
        let mistyped = tally.people(helpedBy: .mistypedAddresses)
        add(.mistypedAddresses, mistyped, seconds: Double(mistyped) * 20, chance: 0.9, weight: 3)
        let variants = tally.count(of: "company-variant")
        add(.companySpellings, variants, seconds: 20 * Double(min(variants, tally.spellings.variantCount)), chance: 1, weight: 1)
        let conflicts = tally.count(of: "source-conflict")
        add(.conflicts, conflicts, seconds: Double(conflicts) * 20, chance: 1, weight: 2)
        add(.companies, tally.withoutCompany, seconds: Double(tally.withoutCompany) * 60, chance: 0.8, weight: 2)
        let titles = tally.people(helpedBy: .titles)
        add(.titles, titles, seconds: Double(titles) * 60, chance: 0.8, weight: 1)
        let names = tally.people(helpedBy: .names)
        add(.names, names, seconds: Double(names) * 15, chance: 1, weight: 1)
        add(.askPeople, tally.unreachable, seconds: Double(tally.unreachable) * 120, chance: 0.5, weight: 3)
        return steps.sorted { ($1.worth, $0.kind.rawValue) < ($0.worth, $1.kind.rawValue) }
    }
}
