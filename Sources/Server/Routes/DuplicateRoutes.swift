import Actions
import ContactModel
import Hummingbird
import Vault
import WebApp

/// Pairs that may be one person, one after another, the most alike first; and any two people side by side.
struct DuplicateRoutes: Sendable {
    let desk: VaultDesk
    let writer: PageWriter
    let steps: StepNotices

    func add(to router: Router<VisitContext>) {
        router.get("/duplicates") { request, context in try await next(request, context) }
        router.get("/duplicates/:first/:second") { request, context in try await compare(request, context) }
        router.post("/duplicates") { request, context in try await decide(request, context) }
    }

    private func next(_ request: Request, _ context: VisitContext) async throws -> Response {
        let texts = writer.texts(for: context)
        let (wanted, isAside) = (request.queryFields.place("skip"), request.queryFields["aside"] == "1")
        let page = try await desk.read { vault in
            let list = ListDuplicates(isAside: isAside)
            let standing = try list.standing(in: vault)
            let count = isAside ? standing.aside : standing.waiting
            let skip = min(wanted, count)
            let pair = skip < count ? try list.pair(at: skip, in: vault) : nil
            return DuplicatesPage(
                people: pair.map { ($0.first, $0.second) }, explanation: pair?.explanation, skip: skip, standing: standing,
                isAside: isAside, texts: texts)
        }
        return writer.page(
            page, title: texts("duplicatesTitle"), room: .duplicates, notice: try await steps.notice(for: request, texts), for: context)
    }

    private func compare(_ request: Request, _ context: VisitContext) async throws -> Response {
        let texts = writer.texts(for: context)
        let ids = ["first", "second"].compactMap { context.parameters.get($0).flatMap { UniqueID($0) } }
        guard ids.count == 2 else { throw HTTPError(.notFound) }
        let page = try await desk.read { vault in
            let comparison = try ExplainPair(ids[0].description, ids[1].description).run(in: vault)
            let decided: String? =
                switch comparison.verdict {
                case _ where comparison.areOne: texts("duplicatesAreOne")
                case .owner: texts("duplicatesKeptApart")
                case _ where comparison.isAside: texts("duplicatesIsAside")
                case .stoodTogether(let source): texts("duplicatesStoodTogether", ["source": texts.source(source)])
                case .key, .likeness: nil
                }
            return DuplicatesPage(
                people: (comparison.first, comparison.second), explanation: comparison.explanation, decided: decided, skip: 0,
                standing: nil, isAside: comparison.isAside, texts: texts)
        }
        return writer.page(
            page, title: texts("duplicatesTitle"), room: .duplicates, notice: try await steps.notice(for: request, texts), for: context)
    }

    /// Takes the owner's word, and goes on with the pair that has come to its place.
    private func decide(_ request: Request, _ context: VisitContext) async throws -> Response {
        let form = try await FormFields.read(request)
        let people = [form["first"], form["second"]].compactMap { $0.flatMap { UniqueID($0) } }.map(\.description)
        guard people.count == 2 else { throw HTTPError(.badRequest) }
        let path = DuplicatesPage.path(skip: form.place("skip"), isAside: form["aside"] == "1")
        let verdict = form["do"]
        let step = try await desk.write { vault -> Int64? in
            switch verdict {
            case "same": try MergePeople(people).run(in: vault).step
            case "different": try KeepPeopleApart(people).run(in: vault).step
            case "unsure": try PutPeopleAside(people).run(in: vault).step
            case "again": try AskAgain(people[0], people[1]).run(in: vault)
            default: throw Refusal(.badRequest, "not-understood", .text("gateNotUnderstood"))
            }
        }
        guard let step else { return .redirect(to: path + Self.pair, type: .normal) }
        return try await steps.answer(request, step: step, to: path, at: Self.pair, context)
    }

    /// Where the pair stands on the page.
    private static let pair = "#pair"
}
