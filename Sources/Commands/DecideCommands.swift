import Actions
import ArgumentParser
import ContactModel
import Vault

/// What `accept` and `reject` take.
struct DecisionOptions: ParsableArguments {
    @OptionGroup var options: SuggestionOptions

    @Argument(help: ArgumentHelp("Suggestions, by the id `suggest` shows or its beginning.", valueName: "id"))
    var ids: [String] = []

    @Flag(help: "All suggestions there are.")
    var all = false

    @Flag(help: "Write nothing, and show what would be decided.")
    var dryRun = false

    func validate() throws {
        if !ids.isEmpty, options.isNarrowed || all {
            throw ValidationError("Give ids, or say which by --where, --field and --min; not both.")
        }
        if ids.isEmpty, !options.isNarrowed, !all {
            throw ValidationError("Say which suggestions: their ids, or --where, --field, --min; or --all.")
        }
    }

    func run(_ verdict: DecideSuggestions.Verdict, _ common: CommonOptions) throws {
        let today = Clock.system.today
        let selection: DecideSuggestions.Selection = ids.isEmpty ? .found(try options.action(asOf: today)) : .ids(ids)
        let outcome = try common.withVault { vault in
            try DecideSuggestions(verdict, on: selection, isDryRun: dryRun, asOf: today).run(in: vault)
        }
        guard !common.json else { return try writeJSON(verdict, outcome) }
        if dryRun {
            var table = SuggestionText.table(common.style)
            for one in outcome.suggestions { try table.row(SuggestionText.cells(one)) }
            try table.finish()
        }
        let count = outcome.suggestions.count.of("suggestion", "suggestions")
        let guesses = outcome.guesses == 0 ? "" : ", \(outcome.guesses.grouped) of them \(outcome.guesses == 1 ? "a guess" : "guesses")"
        let verb = verdict == .accept ? "accepted" : "turned down"
        let about = "\(count) for \(outcome.people.of("person", "people"))\(guesses)"
        defer { for line in passedOver(outcome.passedOver, verdict) { Terminal.standardError.write("\(line)\n") } }
        if let step = outcome.step {
            Terminal.standardError.write("\(about), \(verb). To take it back: holdfast undo \(step)\n")
        } else if outcome.suggestions.isEmpty {
            Terminal.standardError.write("There is no such suggestion. Nothing was changed.\n")
        } else {
            Terminal.standardError.write("\(about), would be \(verb). Nothing was changed.\n")
        }
    }

    /// How many were not decided though all were meant, and why not.
    private func passedOver(_ some: DecideSuggestions.PassedOver, _ verdict: DecideSuggestions.Verdict) -> [String] {
        var lines: [String] = []
        if some.lessLikely > 0 {
            lines.append("Passed over: \(some.lessLikely.grouped), for a likelier value of the same field of the person was taken.")
        }
        if some.belowMinimum > 0 {
            let percent = Int((some.minimum * 100).rounded())
            lines.append(
                "Left as \(some.belowMinimum == 1 ? "it is" : "they are"): \(some.belowMinimum.of("suggestion", "suggestions")) right with less than "
                    + "\(percent) %. `holdfast suggest --min 0` shows all, and --min 0 takes them too.")
        }
        return lines
    }

    private func writeJSON(_ verdict: DecideSuggestions.Verdict, _ outcome: DecideSuggestions.Outcome) throws {
        var json = JSONWriter()
        json.beginObject()
        json.member(verdict == .accept ? "accepted" : "rejected", outcome.suggestions.count)
        json.member("people", outcome.people)
        json.member("guesses", outcome.guesses)
        json.member("step", outcome.step)
        json.name("passed_over")
        json.value(outcome.passedOver.json)
        json.member("dry_run", dryRun)
        json.member("suggestions", elements: outcome.suggestions) { SuggestionJSON.encode($1, &$0) }
        json.endObject()
        var lines = LineWriter()
        try lines.line(bytes: json.takeBytes())
        try lines.flush()
    }
}

/// `holdfast accept`
struct AcceptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Make suggested values your word.",
        discussion: """
            One or many are one step of the log, which `undo` takes back. The value says from then on that it was suggested, and whether it \
            was a guess.

              holdfast accept 3f2a91c0 77b0c1d2
              holdfast accept --field email --min 0.9 --dry-run
            """
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var decision: DecisionOptions

    func run() throws { try decision.run(.accept, common) }
}

/// `holdfast reject`
struct RejectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject",
        abstract: "Turn suggested values down; they are not suggested again.",
        discussion: "One or many are one step of the log, which `undo` takes back.\n\n  holdfast reject 77b0c1d2"
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var decision: DecisionOptions

    func run() throws { try decision.run(.reject, common) }
}
