import Actions
import ContactModel
import Hummingbird
import Vault
import WebApp

/// Who came, left and moved: as a page, as a feed, and the days to remember as a calendar.
struct ChangeRoutes: Sendable {
    let desk: VaultDesk
    let writer: PageWriter
    let proof: PasswordProof
    /// Stretches of changes, kept as long as nothing changes.
    let kept: KeptAnswers<Stretch, ChangesPage.Found>
    var clock = Clock.system

    /// A stretch of the changes that are meant.
    struct Stretch: Hashable, Sendable {
        var query: ChangesQuery
        var offset: Int
    }

    /// So many changes stand in one stretch of the feed.
    private static let mostInFeed = 200

    func add(to router: Router<VisitContext>) {
        router.get("/changes") { request, context in try await show(request, context) }
        router.post("/changes/address") { request, context in
            let form = try await FormFields.read(request, upTo: 16 << 10)
            try await proof.check(form["current"], context)
            let name = writer.texts(for: context)("changesAddressName")
            let token = try await desk.write { try MakeToken(name: name, scopes: [.feed]).run(in: $0) }
            return try await show(request, context, newToken: token)
        }
        router.get("/feeds/{token}/changes.atom") { request, context in try await feed(request, context) }
        router.get("/feeds/{token}/anniversaries.ics") { request, context in try calendar(request, context) }
        router.get("/changes.atom") { request, context in try await feed(request, context) }
        router.get("/anniversaries.ics") { request, context in try calendar(request, context) }
    }

    /// - Parameter newToken: a token for readers of feeds, made just now; it is shown this once.
    private func show(_ request: Request, _ context: VisitContext, newToken: String? = nil) async throws -> Response {
        let fields = request.queryFields
        let (query, offset) = (ChangesQuery(fields: fields.all), fields.place("offset"))
        let found = try await kept.answer(Stretch(query: query, offset: offset)) { vault in
            guard query.isByCompany else {
                let (changes, count) = try ListChanges(since: query.since)
                    .latest(ChangesPage.mostShown, after: offset, in: vault, where: query.means)
                return .changes(changes, count: count)
            }
            let groups = GroupChanges(
                since: query.since, offset: offset, limit: ChangesPage.mostCompanies, shown: ChangesPage.mostOfCompany)
            let (companies, count, changes) = try groups.run(in: vault, where: query.means)
            return .companies(companies, count: count, changes: changes)
        }
        let texts = writer.texts(for: context)
        var subscription: ChangesPage.Subscription? = context.hasPassword ? .offered : nil
        if let newToken {
            let base = Self.base(of: request, context)
            subscription = .made(
                feed: base + Feed.changes.path(openedBy: newToken), calendar: base + Feed.anniversaries.path(openedBy: newToken))
        }
        let page = ChangesPage(
            query, found, offset: offset, feed: "/changes.atom", calendar: "/anniversaries.ics", subscription: subscription,
            texts: texts)
        return writer.page(page, title: texts("changesTitle"), room: .changes, for: context)
    }

    private func feed(_ request: Request, _ context: VisitContext) async throws -> Response {
        let (kind, offset) = (request.queryFields["kind"], request.queryFields.place("offset"))
        let query = ChangesQuery(kind: kind)
        let (found, identity) = try await desk.read { vault in
            (
                try ListChanges(since: nil).latest(Self.mostInFeed, after: offset, in: vault, where: query.means),
                try vault.identity()
            )
        }
        let asked = (request.uri.query ?? "").split(separator: "&").filter { !$0.hasPrefix("offset=") }.joined(separator: "&")
        let feed = AtomFeed(
            base: Self.base(of: request, context), path: request.uri.path + (asked.isEmpty ? "" : "?" + asked),
            vault: identity.id.description, madeAt: clock.timestamp,
            texts: writer.texts(for: context))
        return Response(
            status: .ok, headers: [.contentType: "application/atom+xml; charset=utf-8"],
            body: ResponseBody(
                byteBuffer: ByteBuffer(string: feed.document(found.changes, offset: offset, count: found.count, most: Self.mostInFeed))))
    }

    private func calendar(_ request: Request, _ context: VisitContext) throws -> Response {
        let filter = try PeopleFilter([request.queryFields["q"] ?? ""])
        let calendar = AnniversaryCalendar(
            base: Self.base(of: request, context), madeAt: clock.timestamp, texts: writer.texts(for: context))
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/calendar; charset=utf-8", .contentDisposition: "inline; filename=\"anniversaries.ics\"",
            ],
            body: desk.body { vault, put in
                try put(Array(calendar.beginning.utf8)[...])
                var pending: [UInt8] = []
                try ListPeople(filter, isSortedByName: false).run(in: vault) { person in
                    pending += calendar.events(of: person).utf8
                    if pending.count > 1 << 16 {
                        try put(pending[...])
                        pending = []
                    }
                    return true
                }
                try put((pending + calendar.end.utf8)[...])
            })
    }

    /// Where the one who asks sees these pages; the gate has seen to it that the name is ours.
    private static func base(of request: Request, _ context: VisitContext) -> String {
        "\(context.isEncrypted ? "https" : "http")://\(request.head.authority ?? "localhost")"
    }
}
