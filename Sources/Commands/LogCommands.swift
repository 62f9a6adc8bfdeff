import Actions
import ArgumentParser
import ContactModel
import Vault

/// `holdfast log`
struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "log", abstract: "List what was done, step by step; each can be undone.")

    @OptionGroup var common: CommonOptions

    func run() throws {
        let (steps, text) = try common.withVault { vault in
            let steps = try ShowLog().run(in: vault)
            return (steps, common.json ? StepText() : try StepText(naming: steps.map(\.decision), in: vault))
        }
        if common.json {
            var lines = LineWriter()
            for (decision, isUndone) in steps {
                var json = JSONWriter()
                StepJSON.encode(decision, isUndone: isUndone, &json)
                try lines.line(bytes: json.takeBytes())
            }
            return try lines.flush()
        }
        var table = Table(
            [.fixed("step", rank: 0), .fixed("when", rank: 3), .flexible("what", least: 14, rank: 1), .fixed("state", rank: 2)],
            style: common.style)
        for (decision, isUndone) in steps {
            let when = decision.madeAt.prefix(16).split(separator: "T").joined(separator: " ")
            try table.row([String(decision.step), when, text.words(for: decision), isUndone ? "taken back" : ""])
        }
        try table.finish()
        if steps.isEmpty { Terminal.standardError.write("Nothing was done yet.\n") }
    }
}

/// `holdfast undo`
struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take back a step of the log; taking back an undo does the step again.",
        discussion: "Nothing is ever lost by it: an import that is taken back keeps its original, and the undo is a step of the log itself."
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("The step's number, as `holdfast log` lists it. Default: the last one.", valueName: "step"))
    var step: Int64?

    func run() throws {
        let number = step
        let (undone, step, text) = try common.withVault { vault in
            let (undone, step) = try UndoStep(number).run(in: vault)
            return (undone, step, try StepText(naming: [undone], in: vault))
        }
        if common.json {
            var json = JSONWriter()
            json.beginObject()
            json.member("undone", undone.step)
            json.member("step", step.step)
            json.endObject()
            var lines = LineWriter()
            try lines.line(bytes: json.takeBytes())
            try lines.flush()
        } else {
            Terminal.standardError.write(
                "Took back step \(undone.step) (\(text.words(for: undone).printable)). To have it again: holdfast undo \(step.step)\n"
            )
        }
    }
}

/// A step of the log in words for people.
struct StepText {
    /// What people are called, by the ids they have or had.
    private let names: [UniqueID: KnownName]

    /// Words that call people by the beginnings of their ids.
    init() { names = [:] }

    /// Words that call people by their names, as far as they are still there.
    init(naming decisions: [Decision], in vault: Vault) throws {
        names = try vault.names(of: Set(decisions.flatMap(Self.people)))
    }

    /// Whom a step's words name.
    private static func people(in decision: Decision) -> [UniqueID] {
        let people = decision.payload["people"]?.arrayValue ?? []
        let groups = people.compactMap { $0.arrayValue?.first?.stringValue ?? (people.count == 1 ? $0.stringValue : nil) }
        let suggested = (decision.payload["suggestions"]?.arrayValue ?? []).prefix(1).compactMap { $0["person"]?.stringValue }
        return [decision.subject].compactMap(\.self) + (groups + suggested).compactMap { UniqueID($0) }
    }

    private func name(_ id: String, _ name: KeyPath<KnownName, String> = \.present) -> String {
        UniqueID(id).flatMap { names[$0]?[keyPath: name] } ?? String(id.prefix(8))
    }

    /// What a step did, as the rest of a sentence about its owner.
    func words(for decision: Decision) -> String {
        func detail(_ name: String) -> String { decision.payload[name]?.stringValue ?? "" }
        if case .bool(true)? = decision.payload["erased"] { return "said something of somebody who was erased since" }
        let many = decision.payload["people"]?.arrayValue ?? []
        let one = decision.subject?.description ?? (many.count == 1 ? many[0].stringValue : nil)
        let who = one.map { " on \(name($0))" } ?? (many.isEmpty ? "" : " on \(many.count.of("person", "people"))")
        var people: String {
            let groups = decision.payload["people"]?.arrayValue ?? []
            return groups.compactMap { $0.arrayValue?.first?.stringValue.map { name($0, \.ofEntry) } }.joined(separator: " and ")
        }
        switch decision.kind {
        case .import:
            if let added = decision.subject { return "added \(name(added.description))" }
            return "imported \(detail("path"))" + (decision.payload["instead_of"] == nil ? "" : ", on its right day")
        case .tag, .untag, .edit, .share: return decision.wordsOfEach.map(Self.words).joined(separator: ", ") + who
        case .note: return "wrote a note\(who): \(detail("text"))"
        case .accept, .reject: return suggested(decision)
        case .erase: return decision.payload["hashes"] == nil ? "left out somebody who was erased" : "erased somebody"
        case .request: return "asked \(detail("service")) for an archive on \(detail("on"))"
        case .merge: return "said that \(people) are one"
        case .split: return "took \(decision.subject.map { name($0.description) } ?? "a person") apart"
        case .distinct: return "said that \(people) are not the same"
        case .unsure: return "put \(people) aside, not sure whether they are one"
        case .view:
            return decision.payload["query"]?.stringValue.map { "kept the search “\($0)” as “\(detail("name"))”" }
                ?? "gave up the search “\(detail("name"))”"
        case .undo: return "took back step \(decision.undoneStep.map(String.init) ?? "")"
        }
    }

    /// What is said of a person, as the part of the sentence before “on Ada Example”.
    private static func words(for word: Decision.Word) -> String {
        switch word {
        case .tag(let tag): "put the tag “\(tag)”"
        case .untag(let tag): "took the tag “\(tag)” off"
        case .note(let text): "wrote the note “\(text)”"
        case .edit(let field, let value), .correct(let field, _, let value?): "set \(field.rawValue) to “\(field.words(for: value))”"
        case .correct(let field, let was, nil): "took out the \(field.rawValue) “\(field.words(for: was))”"
        case .use(let address, .work?): "said that “\(address)” is a work address"
        case .use(let address, .personal?): "said that “\(address)” is a private address"
        case .use(let address, nil): "left it to the rules what “\(address)” is"
        case .share(let field, let isAllowed): (isAllowed ? "may hand on" : "keeps back") + (field.map { " the \($0.rawValue)" } ?? "")
        case .accept(let field, let value, _): "accepted the \(field.rawValue) “\(value)”"
        case .reject(let field, let value): "turned down the \(field.rawValue) “\(value)”"
        }
    }

    /// Suggestions accepted or turned down.
    private func suggested(_ decision: Decision) -> String {
        let all = decision.payload["suggestions"]?.arrayValue ?? []
        let verb = decision.kind == .accept ? "accepted" : "turned down"
        guard all.count == 1, let only = all.first else { return "\(verb) \(all.count.of("suggestion", "suggestions"))" }
        let guess = if case .bool(true)? = only["guess"] { " (a guess)" } else { "" }
        let (field, value) = (only["field"]?.stringValue ?? "", only["value"]?.stringValue ?? "")
        return "\(verb) the \(field) “\(value)”\(guess) on \(only["person"]?.stringValue.map { name($0) } ?? "")"
    }
}
