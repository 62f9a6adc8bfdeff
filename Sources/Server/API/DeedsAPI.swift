import Actions
import ContactFormats
import ContactModel
import ContactQuality
import Foundation
import Hummingbird
import Vault

/// What the page does besides: kept searches, one deed about many, what may be handed on, suggestions, handing over with a receipt, requests.
enum DeedsAPI {
    private static let name = APIRoute.Parameter(
        name: "name", about: "The search's name.", schema: APISchema.string(most: 80, fewest: 1, pattern: APISchema.something),
        isInPath: true)
    private static let sharedField = APISchema.choice(SharedField.allCases.map(\.rawValue))
    private static let idSchema = APISchema.string(most: 36, fewest: 36, pattern: "^[0-9A-Fa-f-]{36}$")

    static let routes: [APIRoute] = [
        APIRoute(method: .get, path: "/views", summary: "The searches kept under names", scope: .read, content: [.json("Views")]) { call in
            let views = try await call.desk.read { try KeptSearches().views(in: $0) }
            return APIAnswer.json { json in
                json.beginObject()
                json.member("views", objects: views) { json, view in
                    json.member("name", view.name)
                    json.member("query", view.query)
                }
                json.endObject()
            }
        },
        APIRoute(
            method: .put, path: "/views/{name}", summary: "Keeps a search under a name", scope: .write, parameters: [name],
            body: .object(
                APISchema.object(
                    ["query": APISchema.string(most: 2_000, fewest: 1, pattern: APISchema.something)], isClosed: true)),
            content: [.json("Said")], problems: [.conflict]
        ) { call in
            let name = try call.path("name")
            let query = try await call.object(["query"]).text("query", most: 2_000)
            _ = try PeopleFilter([query])
            return said(try await call.desk.write { try KeptSearches().keep(query, as: name, in: $0) })
        },
        APIRoute(
            method: .delete, path: "/views/{name}", summary: "Gives up a kept search", scope: .write, parameters: [name],
            content: [.json("Said")]
        ) { call in
            let name = try call.path("name")
            return said(try await call.desk.write { try KeptSearches().giveUp(name, in: $0) })
        },
        APIRoute(
            method: .post, path: "/deeds", summary: "Says one thing of many people, as one step that one undo takes back", scope: .write,
            body: .object(
                APISchema.object(
                    ["do": APISchema.choice(["tag", "untag", "edit", "withhold", "share"])],
                    [
                        "people": APISchema.list(of: idSchema, fewest: 1, most: 1_000), "q": APISchema.string(most: 2_000),
                        "tag": APISchema.string(most: 200), "field": APISchema.choice(EditableField.allCases.map(\.rawValue)),
                        "value": APISchema.string(most: 2_000),
                    ], isClosed: true)),
            content: [.json("Done")], problems: [.notFound, .conflict], handle: say),
        APIRoute(
            method: .put, path: "/people/{id}/sharing", summary: "Says whether a person, or one field, may be handed on", scope: .write,
            parameters: [APIRoutes.personID],
            body: .object(APISchema.object(["allowed": APISchema.boolean], ["field": sharedField], isClosed: true)),
            content: [.json("SaidOfPerson")], problems: [.conflict], handle: share),
        APIRoute(
            method: .get, path: "/suggestions", summary: "Values that are proposed, the likeliest first", scope: .read,
            parameters: [APIRoutes.limit], content: [.json("Suggestions")], handle: suggestions),
        APIRoute(
            method: .post, path: "/suggestions/verdicts", summary: "Accepts or rejects what is proposed: some by their ids, or all",
            scope: .write,
            body: .object(
                APISchema.object(
                    ["verdict": APISchema.choice(["accept", "reject"])],
                    ["ids": APISchema.list(of: APISchema.string(most: 64, fewest: 4), fewest: 1, most: 1_000)], isClosed: true)),
            content: [.json("Decided")], problems: [.notFound, .conflict], handle: decide),
        APIRoute(
            method: .get, path: "/hand-overs", summary: "What was handed to whom and when, the latest first", scope: .read,
            content: [.json("HandOvers")], handle: receipts),
        APIRoute(
            method: .post, path: "/hand-overs", summary: "Hands people over to a product or somebody, and keeps a receipt", scope: .export,
            parameters: [
                .init(
                    name: "to", about: "The format.", schema: APISchema.choice(ExportFormat.allCases.map(\.rawValue)), isRequired: true),
                .init(name: "recipient", about: "To whom; needed for `changed_only`.", schema: APISchema.string(most: 120)),
                .init(name: "changed_only", about: "Only what changed since the last receipt.", schema: APISchema.boolean),
                .init(name: "ready", about: "Only who is ready for marketing and sales.", schema: APISchema.boolean),
                .init(name: "all", about: "Also who the product would refuse.", schema: APISchema.boolean),
                .init(name: "q", about: "Words and conditions.", schema: APISchema.string()),
            ], content: [.other("*/*")], problems: [.conflict], handle: handOver),
        APIRoute(
            method: .post, path: "/requests", summary: "Notes that a service was asked for an archive today", scope: .write,
            body: .object(
                APISchema.object(["service": APISchema.string(most: 100, fewest: 1, pattern: APISchema.something)], isClosed: true)),
            content: [.json("Said")], problems: [.notFound]
        ) { call in
            let service = try await call.object(["service"]).text("service", most: 100)
            return said(try await call.desk.write { try NoteRequest(to: service, on: Clock.system.today).run(in: $0).step })
        },
        APIRoute(
            method: .get, path: "/archive", summary: "Everything in files any program reads, as one ZIP", scope: .admin,
            content: [.other("application/zip")]
        ) { call in
            let file = try TransitFile(named: "archive.zip")
            try FileManager.default.removeItem(atPath: file.path)
            _ = try await call.desk.readAtLength { try ExportArchive(to: file.path).run(in: $0) }
            return try file.response("application/zip", named: "holdfast-archive-\(Clock.system.today).zip")
        },
    ]

    private static func said(_ step: Int64) -> Response {
        APIAnswer.json { json in
            json.beginObject()
            json.member("step", step)
            json.endObject()
        }
    }

    private static func say(_ call: APICall) async throws -> Response {
        let members = try await call.object(["do", "people", "q", "tag", "field", "value"])
        let word: SayOfPerson.Word
        switch members["do"]?.stringValue {
        case "tag": word = .tag(try members.text("tag", most: 200))
        case "untag": word = .untag(try members.text("tag", most: 200))
        case "edit":
            guard let field = members["field"]?.stringValue.flatMap(EditableField.init) else {
                throw APICall.unusable("field", "is no field there is")
            }
            word = .edit(field, try members.text("value", most: 2_000))
        case "withhold": word = .share(nil, isAllowed: false)
        case "share": word = .share(nil, isAllowed: true)
        default: throw APICall.unusable("do", "has to be tag, untag, edit, withhold or share")
        }
        guard (members["people"] == nil) != (members["q"] == nil) else {
            throw APICall.unusable("people", "or “q” has to say who is meant, and not both")
        }
        let whom: SayOfMany.Whom
        if members["people"] != nil {
            whom = .people(
                try members.texts("people", fewest: 1).map { text in
                    guard let id = UniqueID(text) else { throw APICall.unusable("people", "has to hold whole ids") }
                    return id
                })
        } else {
            guard let query = members["q"]?.stringValue else { throw APICall.unusable("q", "has to be a text") }
            whom = .everybody(try PeopleFilter([query]))
        }
        let outcome = try await call.desk.write { try SayOfMany(word, of: whom).run(in: $0) }
        return APIAnswer.json { json in
            json.beginObject()
            json.member("people", outcome.count)
            json.member("step", outcome.step)
            json.endObject()
        }
    }

    private static func share(_ call: APICall) async throws -> Response {
        let id = try call.person()
        let members = try await call.object(["allowed", "field"])
        guard case .bool(let isAllowed)? = members["allowed"] else { throw APICall.unusable("allowed", "has to be true or false") }
        let field = members["field"]?.stringValue.flatMap(SharedField.init)
        guard (members["field"] == nil) == (field == nil) else { throw APICall.unusable("field", "is no field there is") }
        let outcome = try await call.desk.write { try SayOfPerson(.share(field, isAllowed: isAllowed), of: id).run(in: $0) }
        return APIAnswer.json { json in
            json.beginObject()
            json.member("person", outcome.person.id.description)
            json.member("step", outcome.step)
            json.endObject()
        }
    }

    private static func suggestions(_ call: APICall) async throws -> Response {
        let limit = try call.integer("limit", 1...1000, default: 100)
        let today = Clock.system.today
        let likeliest = try await call.desk.readAtLength { vault in
            var likeliest = LikeliestSuggestions(limit)
            try SuggestValues(asOf: today).run(in: vault) { one in
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
            members["ids"] == nil ? .found(SuggestValues(asOf: today)) : .ids(try members.texts("ids", fewest: 1))
        let outcome = try await call.desk.write { try DecideSuggestions(verdict, on: selection, asOf: today).run(in: $0) }
        return APIAnswer.json { json in
            json.beginObject()
            json.member("suggestions", outcome.suggestions.count)
            json.member("people", outcome.people)
            if let step = outcome.step { json.member("step", step) }
            json.endObject()
        }
    }

    private static func receipts(_ call: APICall) async throws -> Response {
        let receipts = try await call.desk.read { try ListHandOvers().run(in: $0) }
        return APIAnswer.json { json in
            json.beginObject()
            json.member("hand_overs", elements: receipts) { ReceiptJSON.encode($1, &$0) }
            json.endObject()
        }
    }

    private static func handOver(_ call: APICall) async throws -> Response {
        guard let format = ExportFormat(rawValue: try call.required("to")) else { throw APICall.unusable("to", "is no format there is") }
        let query = try call.text("q") ?? ""
        _ = try PeopleFilter([query])
        let handOver = HandOver(
            format: format, conditions: [query], recipient: try call.text("recipient", most: 120) ?? "",
            isUpdate: try call.flag("changed_only"), options: .init(writesAll: try call.flag("all")),
            profile: try call.flag("ready") ? .standard : nil)
        let file = try TransitFile(named: "contacts")
        let outcome = try await call.desk.readAtLength { vault in
            try file.write { put in try handOver.run(in: vault, to: .stream(put)) }
        }
        _ = try await call.desk.write { try HandOver.keep(outcome, in: $0) }
        return try file.response(format.mediaType, named: "contacts.\(format.fileExtension)")
    }
}
