import Actions
import ContactModel
import Hummingbird
import Vault
import WebApp

/// The list of people.
struct PeopleRoutes: Sendable {
    let desk: VaultDesk
    let writer: PageWriter

    func add(to router: Router<VisitContext>) {
        router.get("/people") { request, context in try await list(request, context) }
    }

    private func list(_ request: Request, _ context: VisitContext) async throws -> Response {
        let query = request.uri.queryParameters["q"].map(String.init) ?? ""
        let people = try await desk.read { vault in
            var people: [Person] = []
            try ListPeople(PeopleFilter([query])).run(in: vault) { person in
                people.append(person)
                return people.count < 100
            }
            return people
        }
        let texts = writer.texts(for: context)
        let page = PeoplePage(query: query, people: people, total: people.count, texts: texts)
        return writer.page(page, title: texts("peopleTitle"), room: .people, for: context)
    }
}
