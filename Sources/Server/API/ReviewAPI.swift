import Actions
import ContactModel
import ContactQuality
import Hummingbird
import Vault
import WebApp

/// How good the contacts are: counts, whom each of them counts, what is to be put right, and the pictures.
enum ReviewAPI {
    static let routes: [APIRoute] = [
        APIRoute(method: .get, path: "/review", summary: "How good the contacts are, in counts", scope: .read, content: [.json("Review")]) {
            call in
            let today = Clock.system.today
            return APIAnswer.json(
                try await call.desk.read { vault in
                    let waiting = try ListDuplicates(limit: 0).run(in: vault) { _ in }
                    return ReviewJSON.encode(try ReviewContacts(asOf: today, duplicatesWaiting: waiting).run(in: vault))
                })
        },
        APIRoute(
            method: .get, path: "/review/findings", summary: "What is to be put right, person by person", scope: .read,
            parameters: [
                .init(name: "rule", about: "Only this rule's.", schema: APISchema.string()), APIRoutes.limit, APIRoutes.cursor,
            ], content: [.json("Findings")], handle: findings),
        APIRoute(
            method: .get, path: "/review/people", summary: "Whom one number of the review's pictures counts", scope: .read,
            parameters: [
                .init(
                    name: "of", about: "Which number, with the values that go with it, as in the addresses of the page's lists.",
                    schema: APISchema.choice([
                        "came", "confirmed", "losing", "helped", "known", "reached", "reachable", "by", "working", "elsewhere",
                    ]),
                    isRequired: true),
                .init(name: "field", about: "Of `confirmed`: the field.", schema: APISchema.string(most: 40)),
                .init(name: "part", about: "Of `losing`: the part of the score.", schema: APISchema.string(most: 40)),
                .init(
                    name: "step", about: "Of `helped`: what is to be done.",
                    schema: APISchema.choice(NextStep.Kind.ofSeveralRules.map(\.rawValue))),
                .init(
                    name: "way", about: "Of `by`: how somebody is best reached; may stand several times.",
                    schema: APISchema.list(of: APISchema.choice(ReachCounts.Way.allCases.map(\.rawValue)))),
                .init(name: "from", about: "Of `came`: a month; of `confirmed`: a year.", schema: APISchema.string(most: 10)),
                .init(name: "through", about: "The last month or year.", schema: APISchema.string(most: 10)),
                .init(name: "on", about: "Of `known` and `reached`: the day of a hand-out.", schema: APISchema.day),
                .init(
                    name: "source", about: "Of `came`: a source; may stand several times.", schema: APISchema.list(of: APISchema.string())),
                .init(
                    name: "company", about: "Of `working` and `elsewhere`: a company; may stand several times.",
                    schema: APISchema.list(of: APISchema.string())),
                APIRoutes.limit, APIRoutes.cursor,
            ], content: [.json("Counted")], handle: people),
        APIRoute(
            method: .get, path: "/review/report", summary: "The review as one page that stands alone, in the language asked for",
            scope: .read, content: [.other("text/html")]
        ) { call in
            let (today, language) = (Clock.system.today, call.context.language)
            let survey = try await call.desk.readAtLength { try SurveyContacts(asOf: today).run(in: $0) }
            return Response(
                status: .ok,
                headers: [.contentType: "text/html; charset=utf-8", .contentDisposition: "attachment; filename=\"review.html\""],
                body: ResponseBody(byteBuffer: ByteBuffer(string: ReviewReport(of: survey, texts: Texts(language)).html)))
        },
    ]

    private static func findings(_ call: APICall) async throws -> Response {
        let rule = try call.text("rule")
        let limit = try call.integer("limit", 1...1000, default: 100)
        let cursor = APICursor(question: ["findings", rule ?? ""])
        let skip = try cursor.offset(call.text("cursor"))
        let today = Clock.system.today
        let page = try await call.desk.read { vault in
            var page = APIPage(skip: skip, limit: limit)
            do {
                _ = try ReviewContacts(asOf: today).run(in: vault) { person, finding in
                    guard rule == nil || rule == finding.rule else { return }
                    let goesOn = page.take {
                        var json = JSONWriter()
                        ReviewJSON.encode(finding, of: person, &json)
                        return json.takeBytes()
                    }
                    if !goesOn { throw Enough() }
                }
            } catch is Enough {}
            return page
        }
        return APIAnswer.list("findings", page.objects, next: page.hasMore ? cursor.text(page.end) : nil)
    }

    private static func people(_ call: APICall) async throws -> Response {
        guard let slice = SurveySlice(fields: call.all) else { throw APICall.unusable("of", "and what goes with it name no list") }
        let limit = try call.integer("limit", 1...1000, default: 100)
        let names = ["of", "field", "part", "step", "way", "from", "through", "on", "source", "company"]
        let cursor = APICursor(question: ["counted"] + names.flatMap { [$0] + call.all($0) })
        let skip = try cursor.offset(call.text("cursor"))
        let today = Clock.system.today
        let found = try await call.desk.readAtLength { try ListSurveyed(slice, asOf: today, offset: skip, limit: limit).run(in: $0) }
        let end = skip + found.people.count
        return APIAnswer.json { json in
            json.beginObject()
            json.member("total", found.count)
            json.member("people", elements: found.people) { PersonSummaryJSON.encode($1, &$0) }
            json.member("next", end < found.count && !found.people.isEmpty ? cursor.text(end) : nil)
            json.endObject()
        }
    }
}
