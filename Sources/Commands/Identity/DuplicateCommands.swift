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
            Who is surely one is joined already; here are the doubtful ones. What you decide is not asked again, and neither is what you put \
            aside because you were not sure.

              holdfast duplicates
              holdfast explain 3f2a91c0 77b0c2d1
              holdfast merge 3f2a91c0 77b0c2d1      or      holdfast distinct 3f2a91c0 77b0c2d1
              holdfast unsure 3f2a91c0 77b0c2d1     and later     holdfast duplicates --aside
            """
    )

    @OptionGroup var common: CommonOptions
    @Option(help: ArgumentHelp("At most so many pairs. Default: 50, with --json all.", valueName: "count"))
    var limit: Int?
    @Flag(help: "List those you put aside because you were not sure, rather than those that wait.")
    var aside = false

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("The limit must be at least 1.") }
    }

    func run() throws {
        try common.withVault { vault in
            if common.json {
                var lines = LineWriter()
                _ = try ListDuplicates(limit: limit, isAside: aside).run(in: vault) { pair in
                    var json = JSONWriter()
                    DuplicateJSON.encode(pair, &json)
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
            var answers: Int?
            let count = try ListDuplicates(limit: limit ?? 50, isAside: aside).run(in: vault) { pair in
                shown += 1
                answers = pair.teaching?.answers
                try table.row([
                    "\(Int((pair.explanation.probability * 100).rounded(.down))) %", String(pair.first.id.description.prefix(8)),
                    Self.words(for: pair.first), String(pair.second.id.description.prefix(8)), Self.words(for: pair.second),
                    pair.explanation.sentence,
                ])
            }
            try table.finish()
            if let answers { Terminal.standardError.write("Judged with what your \(answers.of("answer", "answers")) so far taught.\n") }
            switch (shown, count) {
            case (0, _): Terminal.standardError.write(try Self.nothing(ListDuplicates().standing(in: vault), isAside: aside) + "\n")
            case (shown, _) where shown < count:
                Terminal.standardError.write("\(count - shown) more; --limit \(count) shows all. Decide with merge or distinct.\n")
            default:
                Terminal.standardError.write(
                    "Decide with `holdfast merge ID ID` or `holdfast distinct ID ID`\(aside ? "" : "; `holdfast unsure ID ID` puts them aside").\n"
                )
            }
        }
    }

    /// Why nothing is listed: only what is so.
    private static func nothing(_ standing: DuplicateStanding, isAside: Bool) -> String {
        if isAside { return "Nobody is put aside." }
        if standing.aside > 0 {
            return "No pair waits; \(standing.aside.of("pair is", "pairs are")) put aside: holdfast duplicates --aside"
        }
        return switch standing.extent {
        case .nothing: "There is nobody to compare yet."
        case .oneHandOut:
            "There is nothing to compare yet: everybody stands in one list of connections, in which nobody stands twice. "
                + "Import an address book, a mailbox or another export."
        case .several where standing.decided > 0: "No pair waits any more: you have said who is who."
        case .several: "No pair waits: no two people are alike enough to be asked about."
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
            try lines.line(bytes: DuplicateJSON.encode(comparison))
        } else {
            try lines.line(common.style.bold(title))
            try lines.line(DuplicateJSON.verdict(comparison))
            if let explanation = comparison.explanation {
                try lines.line("")
                for line in Waterfall(explanation).lines(style: common.style) { try lines.line(line) }
                try lines.line("")
                try lines.line(
                    explanation.isContradicted
                        ? explanation.sentence.dropLast() + ", so only your word can join them."
                        : "\(explanation.sentence) By that the chance that they are one person is \(Self.percent(explanation.probability))."
                )
                if let teaching = comparison.teaching {
                    try lines.line(
                        "Of the bits \(Waterfall.signed(teaching.bits)) are what your \(teaching.answers.of("answer", "answers")) so far taught."
                    )
                }
            }
        }
        try lines.flush()
    }

    static func percent(_ probability: Double) -> String {
        let tenths = Int((probability * 1000).rounded(.down))
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
