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
        let wanted = request.queryFields.place("skip")
        let page = try await desk.read { vault in
            let count = try ListDuplicates(limit: 0).run(in: vault) { _ in }
            let skip = min(wanted, max(0, count - 1))
            let pair = try ListDuplicates(limit: nil).pair(at: skip, in: vault)
            return DuplicatesPage(
                people: pair.map { ($0.first, $0.second) }, explanation: pair?.explanation, skip: skip, count: count, texts: texts)
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
                case .stoodTogether(let source): texts("duplicatesStoodTogether", ["source": source])
                case .key, .likeness: nil
                }
            return DuplicatesPage(
                people: (comparison.first, comparison.second), explanation: comparison.explanation, decided: decided, skip: 0, count: nil,
                texts: texts)
        }
        return writer.page(
            page, title: texts("duplicatesTitle"), room: .duplicates, notice: try await steps.notice(for: request, texts), for: context)
    }

    private func decide(_ request: Request, _ context: VisitContext) async throws -> Response {
        let form = try await FormFields.read(request)
        let skip = form.place("skip")
        let people = [form["first"], form["second"]].compactMap { $0.flatMap { UniqueID($0) } }.map(\.description)
        guard people.count == 2 else { throw HTTPError(.badRequest) }
        let verdict = form["do"]
        guard verdict == "same" || verdict == "different" else { return .redirect(to: "/duplicates?skip=\(skip + 1)", type: .normal) }
        let step = try await desk.write { vault in
            verdict == "same" ? try MergePeople(people).run(in: vault).step : try KeepPeopleApart(people).run(in: vault).step
        }
        return try await steps.answer(request, step: step, to: "/duplicates?skip=\(skip)", context)
    }
}
