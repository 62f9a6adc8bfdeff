import Actions
import Hummingbird
import Vault
import WebApp

/// The log, and taking back its steps.
struct LogRoutes: Sendable {
    let desk: VaultDesk
    let writer: PageWriter

    func add(to router: Router<VisitContext>) {
        router.get("/log") { request, context in
            let log = try await desk.read { try ShowLog().run(in: $0) }
            let texts = writer.texts(for: context)
            let before = request.queryFields["before"].flatMap { Int64($0) }
            return writer.page(LogPage(log, before: before, texts: texts), title: texts("logTitle"), room: .settings, for: context)
        }
        router.post("/log/undo") { request, _ in
            let form = try await FormFields.read(request)
            let steps = (form["steps"] ?? "").split(separator: " ").compactMap { Int64($0) }
            try await desk.write { vault in
                for step in steps { _ = try UndoStep(step).run(in: vault) }
            }
            return Response.redirect(to: LocalPath.of(form["to"]) ?? "/log", type: .normal)
        }
    }
}
