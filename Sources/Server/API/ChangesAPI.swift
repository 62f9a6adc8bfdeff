import Actions
import ContactModel
import Hummingbird
import Vault
import WebApp

/// Who came, left and moved: one by one, or put together by company.
enum ChangesAPI {
    static let routes: [APIRoute] = [
        APIRoute(
            method: .get, path: "/changes", summary: "Who came, left, moved, the latest first", scope: .read,
            parameters: meant + [
                company(
                    "at", "Only what counts for this company when changes are put together by company; to the letter, as it is told."),
                APIRoutes.limit, APIRoutes.cursor,
            ],
            content: [.json("Changes")], handle: changes),
        APIRoute(
            method: .get, path: "/changes/companies",
            summary: "Who came, left, moved, by the company they came to or work at, the company with most changes first", scope: .read,
            parameters: meant + [
                .init(
                    name: "latest", about: "So many changes of each company are told, the latest first.",
                    schema: APISchema.integer(0...mostOfCompany)),
                APIRoutes.limit, APIRoutes.cursor,
            ],
            content: [.json("CompanyChanges")], handle: companies),
    ]

    /// What tells which changes are meant.
    private static let meant: [APIRoute.Parameter] = [
        .init(name: "since", about: "Only from this day on.", schema: APISchema.day),
        .init(name: "until", about: "Only up to this day.", schema: APISchema.day),
        .init(
            name: "kind", about: "Only of this kind.",
            schema: APISchema.choice(["connected", "disconnected", "moved", "retitled", "renamed", "email", "phone"])),
        .init(
            name: "company", about: "Only where the company before, after or now holds these words.",
            schema: APISchema.string(most: mostInCompany)),
        company("from", "Only who moved from this company, however it is spelt."),
        company("to", "Only who moved to this company, however it is spelt."),
        others("not-from", "Only who moved from another company than these; says nothing beside `from`."),
        others("not-to", "Only who moved to another company than these; says nothing beside `to`."),
    ]

    private static let mostInCompany = 200
    private static let mostOfCompany = 100

    private static func company(_ name: String, _ about: String) -> APIRoute.Parameter {
        .init(name: name, about: about, schema: APISchema.string(most: mostInCompany, fewest: 1))
    }

    private static func others(_ name: String, _ about: String) -> APIRoute.Parameter {
        .init(
            name: name, about: about + " May stand several times.",
            schema: APISchema.list(of: APISchema.string(most: mostInCompany, fewest: 1)))
    }

    /// Which changes a call means, and all that says so.
    private static func question(_ call: APICall, sides: [String]) throws -> (query: ChangesQuery, words: [String]) {
        let (since, until) = (try call.day("since"), try call.day("until"))
        let (kind, company) = (try call.text("kind"), try call.text("company", most: mostInCompany) ?? "")
        guard kind == nil || kind.flatMap({ ChangeKind(rawValue: $0) }) != nil else { throw APICall.unusable("kind", "is none there is") }
        let companies = try sides.flatMap { try Self.companies($0, call) }
        return (ChangesQuery(fields: call.all), [since?.description ?? "", until?.description ?? "", kind ?? "", company] + companies)
    }

    /// The companies of a name behind the `?`, each with the name before it; only those of `not-…` may be several.
    private static func companies(_ name: String, _ call: APICall) throws -> [String] {
        let named = name.hasPrefix("not-") ? call.all(name) : try call.text(name).map { [$0] } ?? []
        for company in named {
            guard !company.isEmpty else { throw APICall.unusable(name, "is empty") }
            guard company.unicodeScalars.count <= mostInCompany else {
                throw APICall.unusable(name, "is longer than \(mostInCompany) characters")
            }
        }
        return named.map { "\(name) \($0)" }
    }

    private static func changes(_ call: APICall) async throws -> Response {
        let (query, words) = try question(call, sides: ["from", "to", "not-from", "not-to", "at"])
        let limit = try call.integer("limit", 1...1000, default: 100)
        let cursor = APICursor(question: ["changes"] + words)
        let skip = try cursor.offset(call.text("cursor"))
        let (changes, count) = try await call.desk.readAtLength { vault in
            try ListChanges(since: query.since).latest(limit, after: skip, in: vault, where: query.means)
        }
        let objects = changes.map { change in
            var json = JSONWriter()
            ChangeJSON.encode(change, &json)
            return json.takeBytes()
        }
        return APIAnswer.list(
            "changes", objects, next: skip + limit < count ? cursor.text(skip + limit) : nil, more: [("total", count)])
    }

    private static func companies(_ call: APICall) async throws -> Response {
        let (query, words) = try question(call, sides: ["from", "to", "not-from", "not-to"])
        let limit = try call.integer("limit", 1...1000, default: 100)
        let shown = try call.integer("latest", 0...mostOfCompany, default: 10)
        let cursor = APICursor(question: ["changes by company", String(shown)] + words)
        let skip = try cursor.offset(call.text("cursor"))
        let found = try await call.desk.readAtLength { vault in
            try GroupChanges(since: query.since, offset: skip, limit: limit, shown: shown).run(in: vault, where: query.means)
        }
        let objects = found.groups.map { group in
            var json = JSONWriter()
            json.beginObject()
            json.member("company", group.company)
            json.member("count", group.count)
            json.member("latest", elements: group.latest) { ChangeJSON.encode($1, &$0) }
            json.endObject()
            return json.takeBytes()
        }
        return APIAnswer.list(
            "companies", objects, next: skip + limit < found.companies ? cursor.text(skip + limit) : nil,
            more: [("total", found.companies), ("changes", found.changes)])
    }
}
