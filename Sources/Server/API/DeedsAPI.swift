import Actions
import ContactModel
import Hummingbird
import Vault

/// What is done with many people at once: searches kept under names, and one deed about all of them.
enum DeedsAPI {
    /// A search's name is no longer than this, as on the page.
    private static let mostInName = 80
    private static let name = APIRoute.Parameter(
        name: "name", about: "The search's name.", schema: APISchema.string(most: mostInName, fewest: 1, pattern: APISchema.something),
        isInPath: true)
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
            guard name.unicodeScalars.count <= mostInName else { throw APICall.unusable("name", "is longer than \(mostInName) characters") }
            let query = try await call.object(["query"]).text("query", most: 2_000)
            _ = try PeopleFilter([query])
            return APIAnswer.said(try await call.desk.write { try KeptSearches().keep(query, as: name, in: $0) })
        },
        APIRoute(
            method: .delete, path: "/views/{name}", summary: "Gives up a kept search", scope: .write, parameters: [name],
            content: [.json("Said")]
        ) { call in
            let name = try call.path("name")
            return APIAnswer.said(try await call.desk.write { try KeptSearches().giveUp(name, in: $0) })
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
    ]

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
            guard let query = members["q"]?.stringValue, query.unicodeScalars.count <= 2_000 else {
                throw APICall.unusable("q", "has to be a text of at most 2000 characters")
            }
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
}
