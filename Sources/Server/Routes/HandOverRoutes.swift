import Actions
import ContactFormats
import Hummingbird
import Vault
import WebApp

/// Where contacts go out: the check, the file, the receipts.
struct HandOverRoutes: Sendable {
    let desk: VaultDesk
    let writer: PageWriter
    var clock = Clock.system

    func add(to router: Router<VisitContext>) {
        router.get("/hand-over") { request, context in
            let fields = request.queryFields
            let wish = HandOverWish { fields[$0] }
            return try await page(wish, context)
        }
        router.post("/hand-over/file") { request, context in try await file(request, context) }
        router.get("/hand-over/held") { request, context in try await heldBack(request, context) }
        router.get("/hand-over/receipts") { _, context in
            let receipts = try await desk.read { try ListHandOvers().run(in: $0) }
            let texts = writer.texts(for: context)
            return writer.page(ReceiptsPage(receipts, texts: texts), title: texts("handOverReceipts"), room: .handOver, for: context)
        }
    }

    private func page(_ wish: HandOverWish, _ context: VisitContext) async throws -> Response {
        let texts = writer.texts(for: context)
        let (receipts, searches) = try await desk.read { (try ListHandOvers().run(in: $0), try KeptSearches().views(in: $0)) }
        func response(_ outcome: HandOver.Outcome?, _ held: [HeldBack], _ problem: String?) -> Response {
            let page = HandOverPage(
                wish, outcome: outcome, held: held, problem: problem, receipts: receipts, searches: searches, texts: texts)
            return writer.page(
                page, title: texts("handOverTitle"), room: .handOver, status: problem == nil ? .ok : .unprocessableContent, for: context)
        }
        guard let handOver = wish.handOver else { return response(nil, [], nil) }
        do {
            let (outcome, held) = try await desk.readAtLength { vault in
                var held: [HeldBack] = []
                let outcome = try handOver.run(
                    in: vault, to: .nowhere, onHeldBack: { if held.count < HandOverPage.heldShown { held.append($0) } })
                return (outcome, held)
            }
            return response(outcome, held, nil)
        } catch let error as PeopleFilter.SyntaxError {
            return response(nil, [], texts.phrase(error.message))
        } catch let error as VaultError where error.code == .refused {
            return response(nil, [], texts("handOverNeedsRecipient"))
        }
    }

    /// Whom a hand-over would hold back, and why: the list each reason's number leads to.
    private func heldBack(_ request: Request, _ context: VisitContext) async throws -> Response {
        let fields = request.queryFields
        let wish = HandOverWish { fields[$0] }
        guard let handOver = wish.handOver else { throw HTTPError(.notFound) }
        let list = ListHeldBack(
            handOver, because: fields["because"].map { ListHeldBack.Reason(code: $0, column: fields["column"]) },
            offset: fields.place("offset"), limit: HeldBackPage.stretch)
        let outcome = try await desk.readAtLength { try list.run(in: $0) }
        let page = HeldBackPage(wish, list, outcome, texts: writer.texts(for: context))
        return writer.page(page, title: page.title, room: .handOver, for: context)
    }

    /// Sends the file while it is made; the receipt is kept once all of it went out.
    private func file(_ request: Request, _ context: VisitContext) async throws -> Response {
        let form = try await FormFields.read(request)
        guard let format = HandOverWish(value: { form[$0] }).format, let handOver = HandOverWish(value: { form[$0] }).handOver else {
            throw Refusal(.badRequest, "format", .text("handOverNoFormat"))
        }
        // A filter that can't be read is told on a page, not in the middle of a file.
        _ = try PeopleFilter(handOver.conditions)
        guard !handOver.isUpdate || !handOver.recipient.isEmpty else {
            throw Refusal(.conflict, "recipient", .text("handOverNeedsRecipient"))
        }
        let name = "holdfast-\(format.rawValue)-\(clock.today).\(format.fileExtension)"
        return Response(
            status: .ok,
            headers: [.contentType: format.mediaType, .contentDisposition: "attachment; filename=\"\(name)\""],
            body: desk.body { vault, put in
                try withoutActuallyEscaping(put) { put in try handOver.run(in: vault, to: .stream(put)) }
            } done: { outcome in
                _ = try await desk.write { try HandOver.keep(outcome, in: $0) }
            })
    }
}
