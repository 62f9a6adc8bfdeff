import Actions
import ContactModel
import ContactQuality
import Hummingbird
import Vault

/// Values that are proposed, and the owner's word on them.
enum SuggestionsAPI {
    /// Which are meant: all there are, unless it is narrowed down.
    private static let wishes: [APIRoute.Parameter] =
        APIRoutes.filter + [
            .init(
                name: "field", about: "Only this field; may stand several times.",
                schema: APISchema.list(of: APISchema.choice(SuggestedField.allCases.map(\.rawValue)))),
            .init(
                name: "min",
                about:
                    "Only what is right with at least this probability, from 0 to 1; \(SuggestValues.usualMinimum) where it is left out.",
                schema: APISchema.number),
        ]

    static let routes: [APIRoute] = [
        APIRoute(
            method: .get, path: "/suggestions", summary: "Values that are proposed, the likeliest first", scope: .read,
            parameters: wishes + [APIRoutes.limit], content: [.json("Suggestions")], handle: list),
        APIRoute(
            method: .post, path: "/suggestions/verdicts",
            summary: "Accepts or rejects what is proposed: some by their ids, or all that are meant",
            scope: .write, parameters: wishes,
            body: .object(
                APISchema.object(
                    ["verdict": APISchema.choice(["accept", "reject"])],
                    ["ids": APISchema.list(of: APISchema.string(most: 64, fewest: 4), fewest: 1, most: 1_000)], isClosed: true)),
            content: [.json("Decided")], problems: [.notFound, .conflict], handle: decide),
    ]

    private static func meant(_ call: APICall) throws -> SuggestValues {
        let fields = try call.all("field").map { name in
            guard let field = SuggestedField(rawValue: name) else {
                throw APICall.unusable("field", "is no field values are suggested for")
            }
            return field
        }
        let minimum = try call.text("min").map { text in
            guard let number = Double(text), (0...1).contains(number) else { throw APICall.unusable("min", "is no number from 0 to 1") }
            return number
        }
        return SuggestValues(
            for: .filter(try call.filter()), fields: fields.isEmpty ? Set(SuggestedField.allCases) : Set(fields),
            minimum: minimum ?? SuggestValues.usualMinimum, asOf: Clock.system.today)
    }

    private static func list(_ call: APICall) async throws -> Response {
        let limit = try call.integer("limit", 1...1000, default: 100)
        let meant = try meant(call)
        let likeliest = try await call.desk.readAtLength { vault in
            var likeliest = LikeliestSuggestions(limit)
            try meant.run(in: vault) { one in
                likeliest.add(one)
                return true
            }
            return likeliest
        }
        return APIAnswer.json { json in
            json.beginObject()
            json.member("total", likeliest.count)
            json.member("suggestions", elements: likeliest.all) { SuggestionJSON.encode($1, &$0) }
            json.endObject()
        }
    }

    private static func decide(_ call: APICall) async throws -> Response {
        let members = try await call.object(["verdict", "ids"])
        let today = Clock.system.today
        let verdict: DecideSuggestions.Verdict
        switch members["verdict"]?.stringValue {
        case "accept": verdict = .accept
        case "reject": verdict = .reject
        default: throw APICall.unusable("verdict", "has to be accept or reject")
        }
        let selection: DecideSuggestions.Selection =
            members["ids"] == nil ? .found(try meant(call)) : .ids(try members.texts("ids", fewest: 1))
        let outcome = try await call.desk.write { try DecideSuggestions(verdict, on: selection, asOf: today).run(in: $0) }
        return APIAnswer.json { json in
            json.beginObject()
            // Under the command line's name as well: the list of which this is the number is called the same.
            json.member("suggestions", outcome.suggestions.count)
            json.member(verdict == .accept ? "accepted" : "rejected", outcome.suggestions.count)
            json.member("people", outcome.people)
            json.name("passed_over")
            json.value(outcome.passedOver.json)
            if let step = outcome.step { json.member("step", step) }
            json.endObject()
        }
    }
}
