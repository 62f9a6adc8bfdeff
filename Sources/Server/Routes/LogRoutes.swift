import Actions
import Hummingbird
import Vault
import WebApp

/// The log, and taking back its steps.
struct LogRoutes: Sendable {
    let desk: VaultDesk
    let writer: PageWriter

    private var steps: StepNotices { StepNotices(desk: desk, writer: writer) }

    func add(to router: Router<VisitContext>) {
        router.get("/log") { request, context in
            let before = request.queryFields["before"].flatMap { Int64($0) }
            let (log, names) = try await desk.read { vault in
                let log = try ShowLog().run(in: vault)
                return (log, try ShowLog().names(for: LogPage.shown(of: log, before: before).map(\.decision), in: vault))
            }
            let texts = writer.texts(for: context)
            let notice = try await steps.notice(for: request, texts)
            return writer.page(
                LogPage(log, names: names, before: before, texts: texts), title: texts("logTitle"), room: .settings, notice: notice,
                for: context)
        }
        router.post("/log/undo") { request, context in
            let form = try await FormFields.read(request)
            let meant = (form["steps"] ?? "").split(separator: " ").compactMap { Int64($0) }
            let path = LocalPath.of(form["to"]) ?? "/log"
            guard let last = meant.last else { return Response.redirect(to: path, type: .normal) }
            try await desk.write { try UndoSteps(meant).run(in: $0) }
            return try await steps.answer(request, step: last, name: "undone", to: path, context)
        }
    }
}
