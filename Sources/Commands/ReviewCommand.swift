import Actions
import ArgumentParser
import ContactModel
import ContactQuality
import Foundation
import Vault
import WebApp

/// `holdfast review`
struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "What is missing, what is not what it should be, how old it is."
    )

    @OptionGroup var common: CommonOptions

    @Flag(help: "List each finding with its person rather than the counts.")
    var findings = false

    @Option(
        help: ArgumentHelp(
            "Write the review in pictures as one page that stands alone, to a file or - for standard output.", valueName: "file"),
        completion: .file())
    var html: String?

    @Option(help: ArgumentHelp("The page's language: en or de. Default: by LC_ALL, LC_MESSAGES or LANG.", valueName: "language"))
    var language: String?

    @Flag(
        help: ArgumentHelp(
            "Ask the domain name system whether the domains of addresses take mail. It is the one thing a review asks a network, and tells the resolver which domains your people have."
        ))
    var dns = false

    @Option(help: ArgumentHelp("The resolver to ask. Default: the first of /etc/resolv.conf.", valueName: "address[:port]"))
    var dnsServer: String?

    func validate() throws {
        if let dnsServer {
            if !dns { throw ValidationError("--dns-server is for --dns.") }
            if ResolverAddress(dnsServer) == nil {
                throw ValidationError(
                    "“\(dnsServer)” is no address of a resolver. Write 192.0.2.1, 192.0.2.1:5353, 2001:db8::1 or [2001:db8::1]:5353.")
            }
        }
        if html != nil, findings || common.json { throw ValidationError("--html writes a page. Leave out --findings and --json.") }
        guard let language else { return }
        if html == nil { throw ValidationError("--language is for --html.") }
        if Language(rawValue: language) == nil { throw ValidationError("The page can be written in en or de, not in “\(language)”.") }
    }

    func run() throws {
        if let html { return try writePage(to: html) }
        try common.withVault { vault in
            let action = ReviewContacts(
                asOf: Clock.system.today, duplicatesWaiting: try vault.duplicateCount(), routes: try routes(vault))
            if findings { return try listFindings(action, vault) }
            let outcome = try action.run(in: vault)
            var lines = LineWriter()
            if common.json {
                try lines.line(bytes: ReviewJSON.encode(outcome))
            } else {
                let width = Terminal.standardOutput.isInteractive ? Terminal.standardOutput.width : Int.max
                for line in text(outcome) { for part in line.wrapped(to: width, indent: 16) { try lines.line(part) } }
            }
            try lines.flush()
        }
    }

    /// What the domain name system says; nothing where nobody asked it.
    private func routes(_ vault: Vault) throws -> [String: MailRoute] {
        guard dns else { return [:] }
        guard let server = dnsServer.flatMap({ ResolverAddress($0) }) ?? ResolverAddress.ofThisMachine() else {
            throw ValidationError("/etc/resolv.conf names no resolver. Name one with --dns-server.")
        }
        let routes = try AskMailRoutes(of: DomainNameSystem(server)).run(in: vault)
        let unanswered = routes.values.count { $0 == .unanswered }
        if unanswered > 0 {
            Terminal.standardError.write(
                "\(server) gave no answer about \(unanswered.grouped) of \(routes.count.of("domain", "domains")). Nothing is said of those.\n"
            )
        }
        return routes
    }

    private func writePage(to path: String) throws {
        let texts = Texts(language.flatMap { Language(rawValue: $0) } ?? Language(environment: ProcessInfo.processInfo.environment))
        let survey = try common.withVault { try SurveyContacts(asOf: Clock.system.today, routes: try routes($0)).run(in: $0) }
        let page = Array(ReviewReport(of: survey, texts: texts).html.utf8)
        guard path != "-" else {
            var lines = LineWriter()
            try lines.line(bytes: Array(page.dropLast()))
            return try lines.flush()
        }
        try common.wholeFile(at: path).write { put in try put(page[...]) }
        Terminal.standardError.write("The review of \(survey.people.of("person", "people")) is in \(path). Open it in any browser.\n")
    }

    private func listFindings(_ action: ReviewContacts, _ vault: Vault) throws {
        var lines = LineWriter()
        var json = JSONWriter()
        var table = Table(
            [
                .fixed("id"), .flexible("name", least: 12), .fixed("rule"), .flexible("evidence", least: 20), .flexible("value", least: 12),
                .fixed("sure"), .flexible("what settles it", least: 16),
            ], style: common.style)
        _ = try action.run(in: vault) { person, finding in
            guard common.json else {
                return try table.row([
                    ShortID.of(person.id), person.displayName, finding.rule, finding.evidence, finding.value ?? "",
                    "\(finding.probability.percent) %", finding.settle,
                ])
            }
            ReviewJSON.encode(finding, of: person, &json)
            try lines.line(bytes: json.takeBytes())
        }
        try table.finish()
        try lines.flush()
    }

    private func text(_ outcome: ReviewContacts.Outcome) -> [String] {
        let style = common.style
        let tally = outcome.tally
        guard tally.people > 0 else { return ["Nobody is held yet. `holdfast guide linkedin` tells how to begin."] }
        func share(_ count: Int) -> String {
            let percent = (1000 * count / tally.people + 5) / 10
            return "\(count.grouped.leftPadded(to: 9))  \((percent == 0 && count > 0 ? "< 1" : String(percent)).leftPadded(to: 3)) %"
        }
        var lines = [
            style.bold("\(tally.people.of("person", "people")), score \(tally.score) of 100"),
            style.bold("\(share(tally.unreachable))  could not be reached if the network closed tonight"),
            "\(share(tally.reachable))  could: they have an address or a number",
            "",
            style.bold("E-mail: the best address each person has"),
        ]
        let emails = tally.emails
        for (count, words) in [
            (emails.work, "at work"), (emails.personal, "private"), (emails.role, "of a role, such as info@"),
            (emails.other, "of a school, an association or passed on by a service"), (emails.unknown, "of a kind that can't be told"),
            (emails.none, "none at all"),
        ] { lines.append("\(share(count))  \(words)") }
        lines += positions(tally.positions)
        let rules = tally.rules.filter { $0.count > 0 }
        if !rules.isEmpty {
            lines += ["", style.bold("To put right")]
            let titles = Dictionary(tally.book.rules.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
            for rule in rules { lines.append("\(share(rule.count))  \(titles[rule.rule] ?? rule.rule)  \(style.dim(rule.rule))") }
        }
        lines += stale(outcome)
        if let waiting = outcome.duplicatesWaiting, waiting > 0 {
            lines += ["", "\(waiting.of("pair", "pairs")) of people may be one person and wait for your word: `holdfast duplicates`."]
        }
        if !outcome.exports.isEmpty {
            lines += ["", style.bold("Age of the last export")]
            for export in outcome.exports {
                lines.append("\(export.ageDays.of("day", "days").leftPadded(to: 16))  \(export.source.printable), \(export.on)")
            }
        }
        return lines
    }
}

extension ReviewCommand {
    /// What titles say of rank, the highest first, and of field, the most frequent first.
    private func positions(_ counts: PositionCounts) -> [String] {
        guard counts.titles > 0 else { return [] }
        func list(_ counts: [(name: String, people: Int)]) -> String {
            counts.filter { $0.people > 0 }.map { "\($0.name.replacing("-", with: " ")) \($0.people.grouped)" }.joined(separator: ", ")
        }
        let ranks = TitleReading.Seniority.allCases.map { (name: $0.rawValue, people: counts[$0]) }
        let fields = TitleReading.Function.allCases.map { (name: $0.rawValue, people: counts[$0]) }.sorted { $0.people > $1.people }
        return [
            "", common.style.bold("Titles: what they say"),
            "\("rank".leftPadded(to: 16))  \(list(ranks + [("not told", counts.withoutSeniority)]))",
            "\("field".leftPadded(to: 16))  \(list(fields + [("not told", counts.withoutFunction)]))",
        ]
    }

    /// What the numbers of values that have probably changed go by.
    private static func basis(of outcome: ReviewContacts.Outcome) -> String {
        let fitted = [(ValueKind.company, "companies"), (.title, "titles")].filter { outcome.pace[$0.0] != nil }.map(\.1)
        return fitted.isEmpty
            ? "by published figures"
            : "\(fitted.joined(separator: " and ")) by the pace of your own exports, the rest by published figures"
    }

    /// What has probably changed since it was last confirmed, in numbers of values.
    private func stale(_ outcome: ReviewContacts.Outcome) -> [String] {
        let words: [(ValueKind, String)] = [
            (.company, "companies"), (.title, "titles"), (.workEmail, "work addresses"), (.personalEmail, "private addresses"),
            (.phone, "phone numbers"),
        ]
        var lines: [String] = []
        for (kind, word) in words {
            guard let expected = outcome.tally.staleness[kind], expected.stale >= 0.5 else { continue }
            let count = Int(expected.stale.rounded())
            lines.append("\(("about " + count.grouped).leftPadded(to: 16))  of \(expected.values.grouped) \(word)")
        }
        guard !lines.isEmpty else { return [] }
        return ["", common.style.bold("Probably no longer true") + common.style.dim(", \(Self.basis(of: outcome))")] + lines
    }
}

extension Double {
    /// A probability in whole percent; 100 for certainty alone.
    var percent: Int { self < 1 ? min(99, Int((self * 100).rounded())) : 100 }
}

extension String {
    fileprivate func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: Swift.max(0, width - columns)) + self
    }
}
