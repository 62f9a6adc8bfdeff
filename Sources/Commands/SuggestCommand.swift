import Actions
import ArgumentParser
import ContactModel
import ContactQuality
import Vault

/// Which suggestions are meant.
struct SuggestionOptions: ParsableArguments {
    @OptionGroup var filter: FilterOptions

    @Option(
        name: .customLong("field"), parsing: .unconditionalSingleValue,
        help: ArgumentHelp("Only this field; may be given several times: \(Self.names.joined(separator: ", ")).", valueName: "field"))
    var fieldNames: [String] = []

    @Option(
        name: .customLong("min"),
        help: ArgumentHelp(
            "Only what is right with at least this probability, from 0 to 1. Default: \(SuggestValues.usualMinimum).",
            valueName: "probability"))
    var minimum: Double?

    private static let names = SuggestedField.allCases.map(\.rawValue)

    func validate() throws {
        for name in fieldNames where SuggestedField(rawValue: name.lowercased()) == nil {
            throw ValidationError("“\(name)” is no field values are suggested for. It can be \(Self.names.joined(separator: ", ")).")
        }
        if let minimum, !(0...1).contains(minimum) { throw ValidationError("--min is a probability from 0 to 1, such as 0.8.") }
    }

    /// Whether anything narrows down which suggestions are meant.
    var isNarrowed: Bool { !filter.conditions.isEmpty || !fieldNames.isEmpty || minimum != nil }

    /// The suggestions meant.
    ///
    /// - Parameter person: for whom, in the words of `FindPerson`; else the filter's people.
    func action(for person: String? = nil, asOf today: CalendarDate) throws -> SuggestValues {
        let fields = fieldNames.compactMap { SuggestedField(rawValue: $0.lowercased()) }
        let people: PeopleMeant =
            if let person {
                .person(person)
            } else {
                .filter(try PeopleFilter(filter.conditions, includesAcquaintances: filter.everyone))
            }
        return SuggestValues(
            for: people, fields: fields.isEmpty ? Set(SuggestedField.allCases) : Set(fields),
            minimum: minimum ?? SuggestValues.usualMinimum, asOf: today)
    }
}

/// `holdfast suggest`
struct SuggestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Propose work addresses, companies, titles and phone numbers from your own sources.",
        discussion: """
            Each comes with what speaks for it and how likely it is right. “Guess” marks addresses that are only made as a company's others \
            are. Nothing is changed, and nothing of it is handed out, until you accept it.

              holdfast suggest
              holdfast suggest --field email --min 0.8 --where tag:clients
              holdfast accept 3f2a91c0
              holdfast reject 77b0c1d2
            """
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: SuggestionOptions

    @Argument(help: ArgumentHelp("One person: an id or its beginning, an e-mail address, or words of the name.", valueName: "person"))
    var person: String?

    func validate() throws {
        if person != nil, !options.filter.conditions.isEmpty { throw ValidationError("Name a person or say --where, not both.") }
    }

    func run() throws {
        let action = try options.action(for: person, asOf: Clock.system.today)
        try common.withVault { vault in
            if common.json {
                var lines = LineWriter()
                var json = JSONWriter()
                try action.run(in: vault) { one in
                    SuggestionJSON.encode(one, &json)
                    try lines.line(bytes: json.takeBytes())
                    return true
                }
                return try lines.flush()
            }
            var table = SuggestionText.table(common.style)
            var count = 0
            try action.run(in: vault) { one in
                count += 1
                try table.row(SuggestionText.cells(one))
                return true
            }
            try table.finish()
            Terminal.standardError.write(
                count == 0
                    ? SuggestionText.nothing(try action.belowMinimum(in: vault), least: action.minimum)
                    : "\(count.of("suggestion", "suggestions")). `holdfast accept ID` makes one your word, `holdfast reject ID` drops it.\n"
            )
        }
    }
}

/// Suggestions as they are shown.
enum SuggestionText {
    static func table(_ style: Style) -> Table {
        Table(
            [
                .fixed("id"), .flexible("name", least: 12), .fixed("field"), .flexible("value", least: 16), .fixed("sure"), .fixed(""),
                .flexible("why", least: 20),
            ], style: style)
    }

    /// What is said where nothing is likely enough: how many suggestions are less likely, and how to see them.
    static func nothing(_ below: LikeliestSuggestions, least minimum: Double) -> String {
        guard let likeliest = below.all.first else { return "There is nothing to suggest.\n" }
        func percent(_ probability: Double) -> String { "\(Int((probability * 100).rounded(.down))) %" }
        return "There is nothing to suggest that is right with at least \(percent(minimum)). "
            + "\(below.count.of("suggestion lies", "suggestions lie")) below that, the likeliest at \(percent(likeliest.probability)): "
            + "`holdfast suggest --min 0` shows all.\n"
    }

    static func cells(_ one: Suggestion) -> [String] {
        [
            ShortID.of(one.id), one.name, one.field.rawValue, one.value, "\(Int((one.probability * 100).rounded())) %",
            one.isGuess ? "guess" : "", one.evidence.joined(separator: " "),
        ]
    }
}
