import Actions
import ContactModel
import Hummingbird
import Vault
import WebApp

/// What one can choose, and what this is.
struct SettingsRoutes: Sendable {
    let desk: VaultDesk
    let writer: PageWriter
    let vaultPath: String
    let version: String

    func add(to router: Router<VisitContext>) {
        router.get("/settings") { request, context in
            let count = try await desk.read { try $0.listedPeopleCount() }
            let texts = writer.texts(for: context)
            let page = SettingsPage(
                chosen: LanguageChoice.chosen(request), version: version, vault: vaultPath, people: Int(clamping: count),
                bytes: VaultFile(path: vaultPath).byteCount, texts: texts)
            return writer.page(page, title: texts("settingsTitle"), room: .settings, for: context)
        }
        router.post("/settings/language") { request, _ in
            let form = try await FormFields.read(request)
            var response = Response.redirect(to: "/settings#language", type: .normal)
            let language = form["language"].flatMap { Language(rawValue: $0) }
            // A choice lasts a year; the browser's wish is told by no cookie at all.
            response.setCookie(
                Cookie(
                    name: LanguageChoice.cookie, value: language?.rawValue ?? "", maxAge: language == nil ? 0 : 31_536_000, path: "/",
                    httpOnly: true, sameSite: .lax))
            return response
        }
    }
}
