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
        let (isForPrograms, kept) = (request.isForPrograms, KeptSearches())
        let page = try await desk.read { vault in
            let found = try search.listing(in: vault)
            // People are told beside the field, programs by a status.
            if let error = found.error, isForPrograms { throw error }
            return PeoplePage(
                query: search.text, listing: found.listing, problem: found.problem, views: try kept.views(in: vault),
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
            let found = try search.all(in: vault, most: PeoplePrintPage.most)
            return PeoplePrintPage(query: search.text, listing: found.listing, problem: found.problem, texts: texts)
        }
        return writer.page(page, title: texts("peopleTitle"), room: .people, for: context)
    }

    private func rows(_ request: Request, _ context: VisitContext) async throws -> Response {
        let texts = writer.texts(for: context)
        let search = PeopleQuery(request, texts: texts)
        let list = try await desk.read { vault in
            let found = try search.listing(in: vault, looks: Self.looksForRows)
            return PeopleList(found.listing, problem: found.problem, query: search.text, texts: texts)
        }
        return PageWriter.html(list.html)
    }

    /// A list without rows that says how many are meant, as far as was looked: who must know it asks again until everybody was looked at.
    private func count(_ request: Request, _ context: VisitContext) async throws -> Response {
        let texts = writer.texts(for: context)
        let search = PeopleQuery(request, texts: texts)
        let list = try await desk.read { vault in
            let found = try search.count(in: vault)
            return PeopleList(found.listing, problem: found.problem, query: search.text, texts: texts)
        }
        return PageWriter.html(list.html)
    }
}

/// What an address asks of the list: `q`, `offset`.
struct PeopleQuery: Sendable {
    /// What is found: people, or what is wrong with the search.
    struct Found {
        /// The people; nobody of a search that can't be read.
        var listing = PeopleListing(people: [], offset: 0, count: 0, isCountComplete: true, respellings: [])
        /// What is wrong with the search; `nil` where nothing is.
        var error: PeopleFilter.SyntaxError?
        /// The same in the reader's language.
        var problem: String?
    }

    /// The search as typed.
    let text: String
    private let filter: Result<PeopleFilter, PeopleFilter.SyntaxError>
    private let offset: Int
    private let texts: Texts

    init(_ request: Request, texts: Texts) {
        text = request.queryFields["q"] ?? ""
        offset = request.queryFields["offset"].flatMap { Int($0) } ?? 0
        self.texts = texts
        do throws(PeopleFilter.SyntaxError) {
            filter = .success(try PeopleFilter([text]))
        } catch {
            filter = .failure(error)
        }
    }

    /// The stretch asked for.
    ///
    /// - Parameter looks: so many people at most are looked at where a condition has to look at each.
    func listing(in vault: Vault, looks: Int = BrowsePeople.usualLooks) throws -> Found {
        try found { try BrowsePeople($0, offset: offset, limit: PeoplePage.stretch, looks: looks).run(in: vault) }
    }

    /// The first of everybody who is meant, however many have to be looked at for it.
    func all(in vault: Vault, most: Int) throws -> Found {
        try found { filter in
            var listing = try BrowsePeople(filter, limit: most, looks: .max).run(in: vault)
            while listing.people.count < most {
                let place = listing.people.count
                let further = try BrowsePeople(filter, offset: place, limit: most - place, looks: .max).run(in: vault)
                guard !further.people.isEmpty else { break }
                listing.people += further.people
                (listing.count, listing.isCountComplete) = (further.count, further.isCountComplete)
            }
            return listing
        }
    }

    /// How many are meant, with nobody shown: some thousand more are looked at with each call.
    func count(in vault: Vault) throws -> Found {
        try found { try BrowsePeople($0, offset: .max / 2, limit: 0).run(in: vault) }
    }

    /// What is wrong may show only in the vault: an import that was taken back.
    private func found(_ look: (PeopleFilter) throws -> PeopleListing) throws -> Found {
        do {
            return Found(listing: try look(filter.get()))
        } catch let error as PeopleFilter.SyntaxError {
            return Found(error: error, problem: texts.phrase(error.message))
        }
    }
}
