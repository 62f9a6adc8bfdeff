import Actions
import ContactModel
import Hummingbird
import Vault
import WebApp

/// The list of people: the page, and the rows a script asks for while somebody types or scrolls.
struct PeopleRoutes: Sendable {
    let desk: VaultDesk
    let writer: PageWriter
    let steps: StepNotices

    /// A script shows what there is and asks on, so each answer looks at no more people than takes a fiftieth of a second.
    private static let looksForRows = 300

    func add(to router: Router<VisitContext>) {
        router.get("/people") { request, context in try await list(request, context) }
        router.get("/people/print") { request, context in try await print(request, context) }
        router.get("/people/rows") { request, context in try await rows(request, context) }
        router.get("/people/count") { request, context in try await count(request, context) }
    }

    private func list(_ request: Request, _ context: VisitContext) async throws -> Response {
        let texts = writer.texts(for: context)
        let search = PeopleQuery(request, texts: texts)
        // People are told beside the field, programs by a status.
        if let error = search.error, request.isForPrograms { throw error }
        let page = try await desk.read { vault in
            let kept = KeptSearches()
            return PeoplePage(
                query: search.text, listing: try search.listing(in: vault), problem: search.problem, views: try kept.views(in: vault),
                tags: try kept.tags(in: vault), texts: texts)
        }
        return writer.page(
            page, title: texts("peopleTitle"), room: .people, notice: try await steps.notice(for: request, texts), for: context)
    }

    /// The list to be printed, with everybody who is meant.
    private func print(_ request: Request, _ context: VisitContext) async throws -> Response {
        let texts = writer.texts(for: context)
        let search = PeopleQuery(request, texts: texts)
        let page = try await desk.readAtLength { vault in
            PeoplePrintPage(
                query: search.text, listing: try search.all(in: vault, most: PeoplePrintPage.most), problem: search.problem, texts: texts)
        }
        return writer.page(page, title: texts("peopleTitle"), room: .people, for: context)
    }

    private func rows(_ request: Request, _ context: VisitContext) async throws -> Response {
        let texts = writer.texts(for: context)
        let search = PeopleQuery(request, texts: texts)
        let list = try await desk.read { vault in
            PeopleList(try search.listing(in: vault, looks: Self.looksForRows), problem: search.problem, query: search.text, texts: texts)
        }
        return PageWriter.html(list.html)
    }

    /// A list without rows that says how many are meant, as far as was looked: who must know it asks again until everybody was looked at.
    private func count(_ request: Request, _ context: VisitContext) async throws -> Response {
        let texts = writer.texts(for: context)
        let search = PeopleQuery(request, texts: texts)
        let list = try await desk.read { PeopleList(try search.count(in: $0), problem: search.problem, query: search.text, texts: texts) }
        return PageWriter.html(list.html)
    }
}

/// What an address asks of the list: `q`, `offset`.
struct PeopleQuery: Sendable {
    /// The search as typed.
    let text: String
    /// What is wrong with it; `nil` where nothing is.
    let problem: String?
    /// The same as an error.
    let error: PeopleFilter.SyntaxError?
    private let filter: PeopleFilter?
    private let offset: Int

    init(_ request: Request, texts: Texts) {
        text = request.queryFields["q"] ?? ""
        offset = request.queryFields["offset"].flatMap { Int($0) } ?? 0
        do throws(PeopleFilter.SyntaxError) {
            filter = try PeopleFilter([text])
            (problem, self.error) = (nil, nil)
        } catch {
            filter = nil
            self.error = error
            problem = texts.phrase(error.message)
        }
    }

    /// The stretch asked for; nothing for a search that can't be read.
    ///
    /// - Parameter looks: so many people at most are looked at where a condition has to look at each.
    func listing(in vault: Vault, looks: Int = BrowsePeople.usualLooks) throws -> PeopleListing {
        guard let filter else { return Self.nobody }
        return try BrowsePeople(filter, offset: offset, limit: PeoplePage.stretch, looks: looks).run(in: vault)
    }

    /// The first of everybody who is meant, however many have to be looked at for it.
    func all(in vault: Vault, most: Int) throws -> PeopleListing {
        guard let filter else { return Self.nobody }
        var found = try BrowsePeople(filter, limit: most, looks: .max).run(in: vault)
        while found.people.count < most {
            let further = try BrowsePeople(filter, offset: found.people.count, limit: most - found.people.count, looks: .max).run(in: vault)
            guard !further.people.isEmpty else { break }
            found.people += further.people
            (found.count, found.isCountComplete) = (further.count, further.isCountComplete)
        }
        return found
    }

    /// How many are meant, with nobody shown: some thousand more are looked at with each call.
    func count(in vault: Vault) throws -> PeopleListing {
        guard let filter else { return Self.nobody }
        return try BrowsePeople(filter, offset: .max / 2, limit: 0).run(in: vault)
    }

    private static let nobody = PeopleListing(people: [], offset: 0, count: 0, isCountComplete: true, respellings: [])
}
