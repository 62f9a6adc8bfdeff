import Actions
import ContactFormats
import Hummingbird
import Vault
import WebApp

/// Where contacts go out: the check, the file, the receipts.
struct HandOverRoutes: Sendable {
    let desk: VaultDesk
    let writer: PageWriter
    /// Where files are made before they are sent.
    let spoolFolder: String
    var clock = Clock.system

    func add(to router: Router<VisitContext>) {
        router.get("/hand-over") { request, context in
            let fields = request.queryFields
            let wish = HandOverWish { fields[$0] }
            return try await page(wish, context)
        }
        router.post("/hand-over/file") { request, context in try await file(request, context) }
        router.post("/hand-over/profile") { request, context in try await useProfile(request, context) }
        router.get("/hand-over/profile") { request, _ in Self.profile(HandOverWish { request.queryFields[$0] }.profile) }
        router.get("/hand-over/held/file") { request, context in try await heldBackFile(request, context) }
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
        if let problem = wish.problems.first { return response(nil, [], Self.sentence(problem, texts)) }
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
        let wish = HandOverWish { form[$0] }
        guard let handOver = wish.handOver else { throw Refusal(.badRequest, "format", .text("handOverNoFormat")) }
        try Self.refuseFaults(of: wish)
        // A filter that can't be read is told on a page, not in the middle of a file.
        _ = try PeopleFilter(handOver.conditions)
        guard !handOver.isUpdate || !handOver.recipient.isEmpty else {
            throw Refusal(.conflict, "recipient", .text("handOverNeedsRecipient"))
        }
        let (format, name) = (handOver.format, "holdfast-\(handOver.format.rawValue)-\(clock.today)")
        guard !handOver.mayComeInParts else { return try await parts(of: handOver, named: name) }
        return Response(
            status: .ok,
            headers: [
                .contentType: format.mediaType, .contentDisposition: "attachment; filename=\"\(name).\(format.fileExtension)\"",
            ],
            body: desk.body { vault, put in
                try withoutActuallyEscaping(put) { put in try handOver.run(in: vault, to: .stream(put)) }
            } done: { outcome in
                _ = try await desk.write { try HandOver.keep(outcome, in: $0) }
            })
    }

    /// Sends a file, or a zip of several where its reader takes fewer people at a time.
    private func parts(of handOver: HandOver, named name: String) async throws -> Response {
        let folder = try UploadFolder(in: spoolFolder)
        let (outcome, path) = try await desk.readAtLength { try handOver.run(in: $0, toFolder: folder.path, named: name) }
        let mediaType = path.hasSuffix(".zip") ? "application/zip" : handOver.format.mediaType
        return try FileAnswer(path: path, mediaType: mediaType, holding: folder) {
            _ = try await desk.write { try HandOver.keep(outcome, in: $0) }
        }.response
    }

    /// Sends the list of those held back while it is made.
    private func heldBackFile(_ request: Request, _ context: VisitContext) async throws -> Response {
        let fields = request.queryFields
        let wish = HandOverWish { fields[$0] }
        guard let handOver = wish.handOver else { throw HTTPError(.notFound) }
        try Self.refuseFaults(of: wish)
        _ = try PeopleFilter(handOver.conditions)
        guard !handOver.isUpdate || !handOver.recipient.isEmpty else {
            throw Refusal(.conflict, "recipient", .text("handOverNeedsRecipient"))
        }
        let list = ListHeldBack(
            handOver, because: fields["because"].map { ListHeldBack.Reason(code: $0, column: fields["column"]) }, limit: .max)
        let texts = writer.texts(for: context)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"holdfast-held-back-\(handOver.format.rawValue)-\(clock.today).csv\"",
            ],
            body: desk.body { vault, put in
                var file = HeldBackList()
                try withoutActuallyEscaping(put) { put in
                    try list.forEach(in: vault) { heldBack in
                        var told = heldBack
                        for index in told.reasons.indices { told.reasons[index].text = texts.phrase(told.reasons[index].text) }
                        file.add(told)
                        try put(file.takeBytes()[...])
                    }
                    // The header, where nobody is held back.
                    try put(file.takeBytes()[...])
                }
            })
    }

    // MARK: Profiles

    /// A profile with a line that can't be read stops a hand-over.
    private static func refuseFaults(of wish: HandOverWish) throws {
        if let problem = wish.problems.first { throw Refusal(.badRequest, "profile", .sentence(problem.text)) }
    }

    /// A profile is a small file of a few lines.
    private static let mostProfileBytes = 64 << 10

    /// Takes a profile from a file, and shows the hand-over with it.
    private func useProfile(_ request: Request, _ context: VisitContext) async throws -> Response {
        let form = try await FormFields.read(request, upTo: Self.mostProfileBytes)
        guard let file = form.files.first(where: { $0.field == "file" && !$0.bytes.isEmpty }) else {
            throw Refusal(.badRequest, "no-file", .text("importNoFile"))
        }
        let text = String(decoding: file.bytes, as: UTF8.self)
        let wish = HandOverWish { name in name == "profile" ? text : name == "ready" ? "1" : form[name] }
        guard wish.problems.isEmpty else { return try await page(wish, context) }
        return Response.redirect(to: wish.address, type: .normal)
    }

    /// A profile as a file, to keep or to give to somebody.
    private static func profile(_ profile: HandOverProfile) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/plain; charset=utf-8", .contentDisposition: "attachment; filename=\"holdfast-profile.txt\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: profile.text)))
    }

    private static func sentence(_ problem: HandOverProfile.Problem, _ texts: Texts) -> String {
        texts("handOverProfileProblem", ["line": texts.number(problem.line), "problem": texts.phrase(problem.text)])
    }
}
