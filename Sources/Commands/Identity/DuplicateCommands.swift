import Actions
import ArgumentParser
import ContactModel
import RecordLinkage
import Vault
import WebApp

/// `holdfast duplicates`
struct DuplicatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates",
        abstract: "List people who may be one, the most alike first, each pair with its reason.",
        discussion: """
            Who is surely one is joined already; here are the doubtful ones. What you decide is not asked again.

              holdfast duplicates
              holdfast explain 3f2a91c0 77b0c2d1
              holdfast merge 3f2a91c0 77b0c2d1      or      holdfast distinct 3f2a91c0 77b0c2d1
            """
    )

    @OptionGroup var common: CommonOptions
    @Option(help: ArgumentHelp("At most so many pairs. Default: 50, with --json all.", valueName: "count"))
    var limit: Int?

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("The limit must be at least 1.") }
    }

    func run() throws {
        try common.withVault { vault in
            if common.json {
                var lines = LineWriter()
                _ = try ListDuplicates(limit: limit).run(in: vault) { pair in
                    var json = JSONWriter()
                    json.beginObject()
                    for (name, person) in [("first", pair.first), ("second", pair.second)] {
                        json.name(name)
                        PersonSummaryJSON.encode(person, &json)
                    }
                    json.name("probability")
                    json.number(pair.explanation.probability)
                    json.name("weight")
                    json.number(pair.explanation.weight)
                    json.name("reason")
                    json.string(pair.explanation.sentence)
                    json.endObject()
                    try lines.line(bytes: json.takeBytes())
                }
                return try lines.flush()
            }
            var table = Table(
                [
                    .fixed("sure"), .fixed("id"), .flexible("one", least: 16), .fixed("id"), .flexible("other", least: 16),
                    .flexible("why", least: 20),
                ], style: common.style)
            var shown = 0
            let count = try ListDuplicates(limit: limit ?? 50).run(in: vault) { pair in
                shown += 1
                try table.row([
                    "\(Int((pair.explanation.probability * 100).rounded(.down))) %", String(pair.first.id.description.prefix(8)),
                    Self.words(for: pair.first), String(pair.second.id.description.prefix(8)), Self.words(for: pair.second),
                    pair.explanation.sentence,
                ])
            }
            try table.finish()
            switch (shown, count) {
            case (0, _): Terminal.standardError.write("Nobody is waiting to be looked at: no two people look alike.\n")
            case (shown, _) where shown < count:
                Terminal.standardError.write("\(count - shown) more; --limit \(count) shows all. Decide with merge or distinct.\n")
            default: Terminal.standardError.write("Decide with `holdfast merge ID ID` or `holdfast distinct ID ID`.\n")
            }
        }
    }

    static func words(for person: Person) -> String {
        let more = person.companies.first?.value ?? person.emails.first?.value.address ?? person.phones.first?.value.number
        return [person.displayName, more].compactMap { $0 }.joined(separator: ", ")
    }
}

/// `holdfast explain`
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say whether two people are one, and why, term by term.",
        discussion: """
            Each line is what one comparison speaks for (+) or against (−), in bits: one bit doubles the odds. Rare values speak louder. With \
            --svg the same becomes a picture.

              holdfast explain "anna meyer" anna@example.com
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp("An id or its beginning, an e-mail address, or words of the name.", valueName: "person"))
    var first: String
    @Argument(help: ArgumentHelp("Another; one that was joined with the first shows why it was.", valueName: "person"))
    var second: String
    @Option(help: ArgumentHelp("Draw the waterfall as a picture (SVG).", valueName: "file"))
    var svg: String?

    func run() throws {
        let comparison = try common.withVault { try ExplainPair(first, second).run(in: $0) }
        let title = "\(comparison.first.displayName.printable) and \(comparison.second.displayName.printable)"
        if let svg, let explanation = comparison.explanation {
            let picture = Waterfall(explanation).svg(title: title)
            try common.wholeFile(at: svg).write { put in try put(Array(picture.utf8)[...]) }
        }
        var lines = LineWriter()
        if common.json {
            try lines.line(bytes: Self.encode(comparison))
        } else {
            try lines.line(common.style.bold(title))
            try lines.line(Self.verdict(comparison))
            if let explanation = comparison.explanation {
                try lines.line("")
                for line in Waterfall(explanation).lines(style: common.style) { try lines.line(line) }
                try lines.line("")
                try lines.line(
                    explanation.isContradicted
                        ? "They have two different profiles, so only your word can join them."
                        : "By that the chance that they are one person is \(Self.percent(explanation.probability)).")
            }
        }
        try lines.flush()
    }

    static func percent(_ probability: Double) -> String {
        let tenths = Int((probability * 1000).rounded(.down))
        return "\(tenths / 10).\(tenths % 10) %"
    }

    static func verdict(_ comparison: PairComparison) -> String {
        switch (comparison.verdict, comparison.areOne) {
        case (.owner(let step), true): "They are one person, because you said so (step \(step))."
        case (.owner(let step), false): "They are two people, because you said so (step \(step))."
        case (.key(let key), _): "They are one person, because both have \(words(for: key))."
        case (.stoodTogether(let source), _): "They are two people: both stood in one list of \(source), in which nobody stands twice."
        case (.likeness, true): "They are one person, because they are too alike to be two."
        case (.likeness, false): "They are two people so far; nothing proves that they are one."
        }
    }

    private static func words(for key: IdentityKey) -> String {
        switch key.kind {
        case .profile: "the profile \(key.value.split(separator: ":").last.map(String.init) ?? key.value)"
        case .email: "the address \(key.value)"
        case .phone: "the number \(key.value)"
        case .tie: "one name and one day of connecting"
        case .position, .name, .content: "the same key"
        }
    }

    /// What decides it, as a stable word.
    private static func reason(_ verdict: PairComparison.Verdict) -> String {
        switch verdict {
        case .owner: "you"
        case .key: "key"
        case .stoodTogether: "stood-together"
        case .likeness: "likeness"
        }
    }

    private static func encode(_ comparison: PairComparison) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        for (name, person) in [("first", comparison.first), ("second", comparison.second)] {
            json.name(name)
            PersonSummaryJSON.encode(person, &json)
        }
        json.name("one_person")
        json.bool(comparison.areOne)
        json.name("because")
        json.string(reason(comparison.verdict))
        json.name("verdict")
        json.string(verdict(comparison))
        if let explanation = comparison.explanation {
            json.name("probability")
            json.number(explanation.probability)
            json.name("weight")
            json.number(explanation.weight)
            json.name("prior")
            json.number(explanation.priorBits)
            json.name("terms")
            json.beginArray()
            for term in explanation.terms {
                json.beginObject()
                json.name("field")
                json.string(term.field)
                json.name("level")
                json.string(term.level)
                json.name("bits")
                json.number(term.bits)
                json.name("first")
                json.string(term.first)
                json.name("second")
                json.string(term.second)
                json.endObject()
            }
            json.endArray()
        }
        json.endObject()
        return json.takeBytes()
    }
}

/// A person in the few words a pair needs.
enum PersonSummaryJSON {
    static func encode(_ person: Person, _ json: inout JSONWriter) {
        json.beginObject()
        json.name("id")
        json.string(person.id.description)
        json.name("name")
        json.string(person.displayName)
        json.name("company")
        if let company = person.companies.first { json.string(company.value) } else { json.null() }
        json.name("title")
        if let title = person.titles.first { json.string(title.value) } else { json.null() }
        json.name("emails")
        json.strings(person.emails.map(\.value.address))
        json.name("phones")
        json.strings(person.phones.map(\.value.number))
        json.name("urls")
        json.strings(person.links.map(\.value.uri))
        json.endObject()
    }
}
