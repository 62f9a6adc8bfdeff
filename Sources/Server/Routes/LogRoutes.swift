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

/// A path of this server, where a form or an address names the page to go to afterwards.
enum LocalPath {
    /// The path as it stands; `nil` where it leads elsewhere (`//other.example`, `https://…`) or could break the header it goes into.
    static func of(_ text: String?) -> String? {
        guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), !text.hasPrefix("/\\"),
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        return text
    }
}
