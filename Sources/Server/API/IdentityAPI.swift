import Actions
import ContactModel
import Hummingbird
import Vault

/// Who is whom: pairs that may be one, and the owner's word on them.
enum IdentityAPI {
    private static let two = APISchema.list(
        of: APISchema.string(most: 36, fewest: 8, pattern: "^[0-9A-Fa-f-]{8,36}$"), fewest: 2, most: 100)

    private static func person(_ name: String) -> APIRoute.Parameter {
        APIRoute.Parameter(
            name: name, about: "A person's id, or its beginning.",
            schema: APISchema.string(most: 36, fewest: 8, pattern: "^[0-9A-Fa-f-]{8,36}$"),
            isRequired: true)
    }

    static let routes: [APIRoute] = [
        APIRoute(
            method: .get, path: "/duplicates", summary: "Pairs of people that may be one, the most alike first", scope: .read,
            parameters: [
                APIRoute.Parameter(
                    name: "aside", about: "Those that were put aside, rather than those that wait.", schema: APISchema.boolean),
                APIRoutes.limit, APIRoutes.cursor,
            ], content: [.json("Duplicates")], handle: list),
        APIRoute(
            method: .get, path: "/duplicates/explanation", summary: "Whether two people are one, and why, term by term", scope: .read,
            parameters: [person("first"), person("second")], content: [.json("Comparison")], problems: [.notFound, .conflict]
        ) { call in
            let (first, second) = (try id(call.required("first")), try id(call.required("second")))
            return APIAnswer.json(try await call.desk.read { DuplicateJSON.encode(try ExplainPair(first, second).run(in: $0)) })
        },
        APIRoute(
            method: .post, path: "/merges", summary: "Says that people are one human being", scope: .write,
            body: .object(APISchema.object(["people": two], isClosed: true)), success: .created, content: [.json("Merged")],
            problems: [.notFound, .conflict]
        ) { call in
            let people = try await call.object(["people"]).texts("people", fewest: 2, most: 100).map(id)
            let outcome = try await call.desk.write { try MergePeople(people).run(in: $0) }
            return APIAnswer.json(status: .created) { json in
                json.beginObject()
                json.member("person", outcome.person.id.description)
                json.member("step", outcome.step)
                json.endObject()
            }
        },
        APIRoute(
            method: .post, path: "/distinctions", summary: "Says that people are no two of them one human being", scope: .write,
            body: .object(APISchema.object(["people": two], isClosed: true)), success: .created, content: [.json("Parted")],
            problems: [.notFound, .conflict]
        ) { call in
            let people = try await call.object(["people"]).texts("people", fewest: 2, most: 100).map(id)
            let outcome = try await call.desk.write { try KeepPeopleApart(people).run(in: $0) }
            return parted(outcome.people, outcome.step)
        },
        APIRoute(
            method: .post, path: "/doubts",
            summary:
                "Puts people aside of whom it is not known whether two of them are one; undoing the step has all of them asked about again",
            scope: .write, body: .object(APISchema.object(["people": two], isClosed: true)), success: .created, content: [.json("Parted")],
            problems: [.notFound, .conflict]
        ) { call in
            let people = try await call.object(["people"]).texts("people", fewest: 2, most: 100).map(id)
            let outcome = try await call.desk.write { try PutPeopleAside(people).run(in: $0) }
            return parted(outcome.people, outcome.step)
        },
        APIRoute(
            method: .delete, path: "/doubts",
            summary: "Has two people asked about again who were put aside; others who were put aside with them stay so",
            scope: .write, parameters: [person("first"), person("second")], content: [.json("AskedAgain")],
            problems: [.notFound, .conflict]
        ) { call in
            let (first, second) = (try id(call.required("first")), try id(call.required("second")))
            let step = try await call.desk.write { try AskAgain(first, second).run(in: $0) }
            return APIAnswer.json { json in
                json.beginObject()
                json.member("step", step)
                json.endObject()
            }
        },
        APIRoute(
            method: .post, path: "/splits", summary: "Takes a person apart whose entries belong to several human beings", scope: .write,
            body: .object(
                APISchema.object(
                    ["person": APISchema.string(most: 36, fewest: 8, pattern: "^[0-9A-Fa-f-]{8,36}$")],
                    ["apart": APISchema.list(of: APISchema.string(fewest: 1), fewest: 0, most: 1_000)], isClosed: true)), success: .created,
            content: [.json("Parted")], problems: [.notFound, .conflict]
        ) { call in
            let members = try await call.object(["person", "apart"])
            let person = try id(members.text("person", most: 36))
            let apart = members["apart"] == nil ? [] : try members.texts("apart", fewest: 0)
            let outcome = try await call.desk.write { try SplitPerson(person, apart: apart).run(in: $0) }
            return parted(outcome.people, outcome.step)
        },
    ]

    /// An id, or its beginning; no other words, so that nobody is meant by chance.
    private static func id(_ text: String) throws -> String {
        guard (8...36).contains(text.utf8.count), text.allSatisfy({ $0.isASCII && ($0.isHexDigit || $0 == "-") }) else {
            throw APICall.unusable(text, "is no person's id")
        }
        return text
    }

    private static func parted(_ people: [Person], _ step: Int64) -> Response {
        APIAnswer.json(status: .created) { json in
            json.beginObject()
            json.member("people", strings: people.map { $0.id.description })
            json.member("step", step)
            json.endObject()
        }
    }

    private static func list(_ call: APICall) async throws -> Response {
        let limit = try call.integer("limit", 1...1000, default: 100)
        let isAside = try call.flag("aside")
        let cursor = APICursor(question: isAside ? ["duplicates", "aside"] : ["duplicates"])
        let skip = try cursor.offset(call.text("cursor"))
        let (page, total) = try await call.desk.read { vault in
            var page = APIPage(skip: skip, limit: limit)
            let total = try ListDuplicates(limit: skip + limit + 1, isAside: isAside).run(in: vault) { pair in
                _ = page.take {
                    var json = JSONWriter()
                    DuplicateJSON.encode(pair, &json)
                    return json.takeBytes()
                }
            }
            return (page, total)
        }
        return APIAnswer.list("duplicates", page.objects, next: page.hasMore ? cursor.text(page.end) : nil, more: [("total", total)])
    }
}
