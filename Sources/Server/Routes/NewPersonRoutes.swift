import Actions
import ContactModel
import Hummingbird
import Vault
import WebApp

/// Adding somebody by hand: the form, and what it says. It works without scripts.
struct NewPersonRoutes: Sendable {
    let desk: VaultDesk
    let writer: PageWriter
    let steps: StepNotices

    func add(to router: Router<VisitContext>) {
        router.get("/people/new") { _, context in show(nil, context) }
        router.post("/people/new") { request, context in try await add(request, context) }
    }

    private func show(_ refused: NewPersonPage.Refused?, _ context: VisitContext) -> Response {
        let texts = writer.texts(for: context)
        return writer.page(
            NewPersonPage(refused: refused, texts: texts), title: texts("peopleAdd"), room: .people,
            status: refused == nil ? .ok : .unprocessableContent, for: context)
    }

    private func add(_ request: Request, _ context: VisitContext) async throws -> Response {
        let form = try await FormFields.read(request)
        let action = Self.action(form)
        do {
            let outcome = try await desk.write { try action.run(in: $0) }
            return try await steps.answer(request, step: outcome.step, to: "/people/\(outcome.person.id)", context)
        } catch let refusal as VaultError where refusal.code == .refused {
            let unusable = action.unusable
            return show(
                .init(
                    typed: form.pairs, field: unusable?.field, value: unusable?.value ?? "",
                    reason: writer.texts(for: context).phrase(refusal.message)),
                context)
        }
    }

    /// What a form says; what was left empty is not said.
    private static func action(_ form: FormFields) -> AddPerson {
        let settings = EditableField.allCases.flatMap { field -> [EditPeople.Change.Setting] in
            let values = field == .address ? [ValueForm.value(of: field, in: { form[$0] })].compactMap { $0 } : form.all(field.rawValue)
            return values.filter { !$0.trimmed.isEmpty }.map { .init(field, $0) }
        }
        let note = (form["note"] ?? "").replacing("\r\n", with: "\n")
        return AddPerson(
            settings: settings, tags: (form["tags"] ?? "").split(separator: ",").map(\.trimmed).filter { !$0.isEmpty },
            notes: note.trimmed.isEmpty ? [] : [note])
    }
}
