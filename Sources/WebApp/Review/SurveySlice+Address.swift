public import Actions
import ContactModel
import ContactQuality

extension SurveySlice {
    /// The address of its list: `/review/list?of=confirmed&field=company&from=2019&through=2020`.
    var address: String {
        let fields: [(String, String)] =
            switch self {
            case .came(let months, let sources):
                [("of", "came"), ("from", Self.text(months.lowerBound)), ("through", Self.text(months.upperBound))]
                    + sources.map { ("source", $0) }
            case .confirmed(let field, let years):
                [("of", "confirmed"), ("field", field.rawValue), ("from", "\(years.lowerBound)"), ("through", "\(years.upperBound)")]
            case .helped(let step): [("of", "helped"), ("step", step.rawValue)]
            case .losing(let part): [("of", "losing"), ("part", part.rawValue)]
            case .known(let day, let isReachable): [("of", isReachable ? "reached" : "known"), ("on", "\(day)")]
            case .reachable: [("of", "reachable")]
            case .reached(let ways): [("of", "by")] + ReachCounts.Way.allCases.filter(ways.contains).map { ("way", $0.rawValue) }
            case .working(let companies, let isElsewhere):
                [("of", isElsewhere ? "elsewhere" : "working")] + companies.map { ("company", $0) }
            }
        return "/review/list?" + fields.map { "\($0)=\($1.percentEncoded)" }.joined(separator: "&")
    }

    /// The search that finds the same people, where their list says what can be done with them; `nil` where there is none.
    var search: String? {
        if case .reachable = self { return "-is:unreachable" }
        guard case .reached(let ways) = self else { return nil }
        return switch ways {
        case [.workEmail]: "kind:work"
        case [.nothing]: "is:unreachable"
        case [.personalEmail]: "kind:personal"
        case [.otherEmail]: "has:email -kind:work -kind:personal"
        case Set(ReachCounts.Way.allCases).subtracting([.workEmail]): "-kind:work"
        default: nil
        }
    }

    /// Reads the fields of an address.
    ///
    /// - Parameter field: all values of a name.
    /// - Returns: `nil` where they name no list.
    public init?(fields field: (String) -> [String]) {
        func first(_ name: String) -> String { field(name).first ?? "" }
        func range<Bound: Comparable>(_ read: (String) -> Bound?) -> ClosedRange<Bound>? {
            guard let from = read(first("from")), let through = read(first("through")), from <= through else { return nil }
            return from...through
        }
        switch first("of") {
        case "came":
            guard let months = range(Self.month) else { return nil }
            self = .came(months, sources: field("source"))
        case "confirmed":
            guard let value = ConfirmationMap.Field(rawValue: first("field")), let years = range({ Int($0) }) else { return nil }
            self = .confirmed(value, years)
        case "losing":
            guard let part = ContactScore.Part(rawValue: first("part")) else { return nil }
            self = .losing(part)
        case "helped":
            guard let step = NextStep.Kind(rawValue: first("step")), NextStep.Kind.ofSeveralRules.contains(step) else { return nil }
            self = .helped(by: step)
        case "known", "reached":
            guard let day = CalendarDate(iso: first("on")) else { return nil }
            self = .known(on: day, isReachable: first("of") == "reached")
        case "reachable": self = .reachable
        case "by":
            let ways = field("way").map { ReachCounts.Way(rawValue: $0) }
            guard !ways.isEmpty, !ways.contains(nil) else { return nil }
            self = .reached(by: Set(ways.compactMap { $0 }))
        case "working", "elsewhere":
            let companies = field("company")
            guard !companies.isEmpty else { return nil }
            self = .working(at: companies, isElsewhere: first("of") == "elsewhere")
        default: return nil
        }
    }

    /// What it lists, in words.
    func title(_ texts: Texts) -> String {
        switch self {
        case .came(let months, let sources):
            let names = ["from": texts.month(months.lowerBound), "through": texts.month(months.upperBound)]
            let title =
                months.lowerBound == months.upperBound ? texts("reviewListCameIn", names) : texts("reviewListCame", names)
            return sources.isEmpty
                ? title : texts("reviewListFirstIn", ["what": title, "sources": sources.map { texts.source($0) }.joined(separator: ", ")])
        case .confirmed(let field, let years):
            // Not by how many they are: an address may name more than there are numbers for.
            let isOne = years.lowerBound == years.upperBound
            let span = isOne ? "\(years.lowerBound)" : "\(years.lowerBound)–\(years.upperBound)"
            return texts("reviewListConfirmed", ["field": texts("pictureField." + field.rawValue), "years": span])
        case .helped(let step): return texts("pictureStep." + step.rawValue)
        case .losing(let part): return texts("reviewListLosing", ["part": texts("pictureScore." + part.rawValue)])
        case .known(let day, let isReachable): return texts(isReachable ? "reviewListReached" : "reviewListKnown", ["day": texts.day(day)])
        case .reachable: return texts("reviewListReachable")
        case .reached(let ways):
            let names = ReachCounts.Way.allCases.filter(ways.contains).map { texts("pictureWay." + $0.rawValue) }
            return texts("reviewListBy", ["ways": names.joined(separator: ", ")])
        case .working(let companies, let isElsewhere):
            return isElsewhere
                ? texts("reviewListElsewhere", count: companies.count)
                : texts("reviewListWorking", ["company": companies.joined(separator: ", ")])
        }
    }

    private static func text(_ month: NetworkGrowth.Month) -> String { "\(month.year)-\(month.month < 10 ? "0" : "")\(month.month)" }

    private static func month(_ text: String) -> NetworkGrowth.Month? {
        CalendarDate(iso: text + "-01").map { NetworkGrowth.Month(year: $0.year, month: $0.month) }
    }
}
