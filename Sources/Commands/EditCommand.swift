import Actions
import ArgumentParser
import ContactModel
import Vault

/// `holdfast edit`
struct EditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Put values right, of one person or of many; what the sources say stays behind them.",
        discussion: """
            It is one step of the log, which `undo` takes back. A birthday is written like 1980-05-14 (--05-14 without its year), an address in \
            one piece or in a vCard's seven parts (box;;street;town;region;postcode;country).

              holdfast edit 3f2a91c0 --set company="Example Ltd" --set title=Partner
              holdfast edit 3f2a91c0 --unset email=wrong@example.com --set email=right@example.com
              holdfast edit 3f2a91c0 --kind ada@example.com=work
              holdfast edit --where 'company:"example limited"' --set company="Example Ltd" --dry-run
              holdfast edit --where tag:fair --add-tag clients --remove-tag fair
            """
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var filter: FilterOptions

    @Argument(help: ArgumentHelp("One person: an id or its beginning, an e-mail address, or words of the name.", valueName: "person"))
    var person: String?

    @Option(
        name: .customLong("set"), parsing: .unconditionalSingleValue,
        help: ArgumentHelp("Field and value: \(EditableField.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "field=value")
    )
    var settings: [String] = []

    @Option(
        name: .customLong("unset"), parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "A value to take out, as field=value; of one person. It is kept as a former one. With --set of the same field that takes its place.",
            valueName: "field=value"))
    var unsettings: [String] = []

    @Option(
        name: .customLong("kind"), parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "What an e-mail address of one person is, as address=work, address=personal, or address=auto to leave it to the rules.",
            valueName: "address=kind"))
    var kinds: [String] = []

    @Option(name: .customLong("add-tag"), parsing: .unconditionalSingleValue, help: ArgumentHelp("A tag to put on.", valueName: "tag"))
    var tags: [String] = []

    @Option(name: .customLong("remove-tag"), parsing: .unconditionalSingleValue, help: ArgumentHelp("A tag to take off.", valueName: "tag"))
    var removedTags: [String] = []

    @Flag(help: "Write nothing, and show what would change.")
    var dryRun = false

    @Flag(help: "Change everybody, where no condition says whom.")
    var yes = false

    /// How many of those that change are shown.
    private static let examples = 10

    /// The settings as they are meant; `nil` for a text that is none.
    static func read(_ settings: [String]) -> [EditPeople.Change.Setting?] {
        settings.map { setting in
            guard let sign = setting.firstIndex(of: "="), let field = EditableField(rawValue: setting[..<sign].lowercased()) else {
                return nil
            }
            return .init(field, String(setting[setting.index(after: sign)...]))
        }
    }

    /// What is said of an address; `nil` where that can't be read.
    private static func readKind(_ text: String) -> SayOfPerson.Word? {
        guard let sign = text.lastIndex(of: "=") else { return nil }
        let (address, kind) = (String(text[..<sign]), text[text.index(after: sign)...].lowercased())
        guard !address.isEmpty, kind == EmailUse.openWord || EmailUse(rawValue: kind) != nil else { return nil }
        return .use(of: address, EmailUse(rawValue: kind))
    }

    /// Refuses a text that is no setting.
    static func check(_ settings: [String]) throws {
        for (setting, read) in zip(settings, read(settings)) where read == nil {
            throw ValidationError(
                "“\(setting)” is not a setting. Write field=value; the fields are \(EditableField.allCases.map(\.rawValue).joined(separator: ", "))."
            )
        }
    }

    private var change: EditPeople.Change { .init(settings: Self.read(settings).compactMap { $0 }, tags: tags, removedTags: removedTags) }

    func validate() throws {
        if settings.isEmpty, unsettings.isEmpty, kinds.isEmpty, tags.isEmpty, removedTags.isEmpty {
            throw ValidationError("Say what to set, such as --set company=\"Example Ltd\".")
        }
        try Self.check(settings + unsettings)
        for kind in kinds where Self.readKind(kind) == nil {
            throw ValidationError("“\(kind)” is not a kind. Write address=work, address=personal, or address=auto.")
        }
        if !kinds.isEmpty, person == nil {
            throw ValidationError("--kind says what an address of one person is: name the person.")
        }
        if !unsettings.isEmpty, person == nil {
            throw ValidationError("--unset takes a value out of one person: name the person.")
        }
        if person != nil, !filter.conditions.isEmpty || filter.everyone {
            throw ValidationError("Name a person or say --where, not both.")
        }
        if person == nil, filter.conditions.isEmpty, !filter.everyone, !yes, !dryRun {
            throw ValidationError(
                "This would change everybody. Say whom with --where, look first with --dry-run, or say --yes if everybody is meant.")
        }
    }

    /// What is put right and taken out: a value that is set takes the place of one of its field that is taken out.
    private var corrections: [SayOfPerson.Word] {
        var set = change.settings
        let taken = Self.read(unsettings).compactMap { $0 }.map { old in
            let place = set.firstIndex { $0.field == old.field }
            return SayOfPerson.Word.correct(old.field, from: old.value, to: place.map { set.remove(at: $0).value })
        }
        return taken + set.map { .edit($0.field, $0.value) }
    }

    func run() throws {
        guard let person else { return try editMany() }
        let words: [SayOfPerson.Word] =
            corrections + kinds.compactMap(Self.readKind) + tags.map { .tag($0) } + removedTags.map { .untag($0) }
        let say = SayOfPerson(words, of: person)
        if dryRun {
            try tell(common.withVault { try say.outlook(in: $0) })
        } else {
            try SaidText.write(common.withVault { try say.run(in: $0) }, common)
        }
    }

    private func editMany() throws {
        let people = try PeopleFilter(filter.conditions, includesAcquaintances: filter.everyone)
        let outcome = try common.withVault {
            try EditPeople(change, of: .filter(people), isDryRun: dryRun, examples: Self.examples).run(in: $0)
        }
        try tell(outcome)
    }

    private func tell(_ outcome: EditPeople.Outcome) throws {
        guard !common.json else { return try writeJSON(outcome) }
        if dryRun {
            var table = Table(
                [.fixed("id"), .flexible("name", least: 12), .fixed("field"), .flexible("now", least: 10), .flexible("then", least: 10)],
                style: common.style)
            for example in outcome.examples {
                for difference in example.differences {
                    let words = { (value: String?) in
                        value.map { value in EditableField(rawValue: difference.field)?.words(for: value) ?? value } ?? ""
                    }
                    try table.row([
                        ShortID.of(example.person.id), example.person.displayName, difference.field, words(difference.from),
                        words(difference.to),
                    ])
                }
            }
            try table.finish()
            if outcome.changed > outcome.examples.count {
                Terminal.standardError.write("… and \((outcome.changed - outcome.examples.count).grouped) more.\n")
            }
        }
        let fields = outcome.changes.sorted { $0.key < $1.key }.map { "\($0.key) of \($0.value.grouped)" }.joined(separator: ", ")
        let of = outcome.meant == outcome.changed ? "" : " of \(outcome.meant.grouped) meant"
        let about = "\(outcome.changed.of("person", "people"))\(of)"
        if let step = outcome.step {
            Terminal.standardError.write("Changed \(about): \(fields). To take it back: holdfast undo \(step)\n")
        } else if outcome.changed == 0 {
            Terminal.standardError.write(
                outcome.meant == 0
                    ? "Nobody fits. Nothing was changed.\n" : "All \(outcome.meant.grouped) have it already. Nothing was changed.\n")
        } else {
            Terminal.standardError.write("Would change \(about): \(fields). Nothing was changed.\n")
        }
    }

    private func writeJSON(_ outcome: EditPeople.Outcome) throws {
        var json = JSONWriter()
        json.beginObject()
        for (name, count) in [("matched", outcome.meant), ("people", outcome.changed)] { json.member(name, count) }
        json.member("step", outcome.step)
        json.member("dry_run", dryRun)
        json.name("changes")
        json.beginObject()
        for (field, count) in outcome.changes.sorted(by: { $0.key < $1.key }) { json.member(field, count) }
        json.endObject()
        json.name("examples")
        json.beginArray()
        for example in outcome.examples {
            for difference in example.differences {
                json.beginObject()
                json.member("person", example.person.id)
                json.member("name", example.person.displayName)
                json.member("field", difference.field)
                json.member("from", difference.from)
                json.member("to", difference.to)
                json.endObject()
            }
        }
        json.endArray()
        json.endObject()
        var lines = LineWriter()
        try lines.line(bytes: json.takeBytes())
        try lines.flush()
    }
}
