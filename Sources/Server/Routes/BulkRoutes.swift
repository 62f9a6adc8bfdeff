import Actions
import ContactModel
import Hummingbird
import Vault
import WebApp

/// What is done with many people at once, as one step.
struct BulkRoutes: Sendable {
    let desk: VaultDesk
    let writer: PageWriter
    let steps: StepNotices

    func add(to router: Router<VisitContext>) {
        router.post("/people/bulk") { request, context in try await change(request, context) }
        router.post("/views") { request, context in try await keep(request, context) }
        router.post("/views/remove") { request, context in try await giveUp(request, context) }
    }

    private func change(_ request: Request, _ context: VisitContext) async throws -> Response {
        let form = try await FormFields.read(request)
        let query = form["q"] ?? ""
        let step = try await desk.write { vault in try Self.step(form, query, in: vault) }
        return try await steps.answer(request, step: step, to: PeoplePage.path(query), context)
    }

    private static func step(_ form: FormFields, _ query: String, in vault: Vault) throws -> Int64 {
        let people = form.all("id").compactMap { UniqueID($0) }
        let whom: SayOfMany.Whom = form["all"] == nil ? .people(people) : .everybody(try PeopleFilter([query]))
        switch form["do"] {
        case "untag": return try SayOfMany(.untag(form["tag"] ?? ""), of: whom).run(in: vault).step
        case "edit":
            guard let field = form["field"].flatMap(EditableField.init) else {
                throw VaultError(.refused, "There is no such field. Nothing was changed.")
            }
            return try SayOfMany(.edit(field, form["value"] ?? ""), of: whom).run(in: vault).step
        case "withhold": return try SayOfMany(.share(nil, isAllowed: false), of: whom).run(in: vault).step
        case "merge":
            guard form["all"] == nil, people.count == 2 else {
                throw VaultError(.refused, "Two people are merged at a time: select two. Nothing was changed.")
            }
            return try MergePeople(people.map(\.description)).run(in: vault).step
        default: return try SayOfMany(.tag(form["tag"] ?? ""), of: whom).run(in: vault).step
        }
    }

    private func keep(_ request: Request, _ context: VisitContext) async throws -> Response {
        let form = try await FormFields.read(request)
        let (query, name) = (form["query"] ?? "", form["name"] ?? "")
        let step = try await desk.write { vault in try KeptSearches().keep(query, as: name, in: vault) }
        return try await steps.answer(request, step: step, to: PeoplePage.path(query), context)
    }

    private func giveUp(_ request: Request, _ context: VisitContext) async throws -> Response {
        let name = try await FormFields.read(request)["name"] ?? ""
        let step = try await desk.write { vault in try KeptSearches().giveUp(name, in: vault) }
        return try await steps.answer(request, step: step, to: "/people", context)
    }
}
