import Actions
import Hummingbird
import Vault
import WebApp

/// Who may come in, as the owner sets it: the password, the second factor, the browsers that are signed in, the tokens of programs.
struct SecurityRoutes: Sendable {
    let desk: VaultDesk
    let writer: PageWriter
    let proof: PasswordProof
    let passwordCost: PasswordCost

    private static let path = "/settings/security"

    func add(to router: Router<VisitContext>) {
        router.get("/settings/security") { _, context in try await show(context) }
        router.post("/settings/security/password") { request, context in
            let form = try await FormFields.read(request, upTo: 16 << 10)
            try await proof.check(form["current"], context)
            let (password, again) = (form["password"] ?? "", form["again"] ?? "")
            guard password == again else { return try await show(context, flaw: writer.texts(for: context)("gatePasswordsDiffer")) }
            do {
                try await desk.write { try SetPassword(password, cost: passwordCost).run(in: $0) }
            } catch let error as VaultError where error.code == .refused {
                return try await show(context, flaw: writer.texts(for: context).phrase(error.message))
            }
            // Every session is over, this one too.
            var response = Response.redirect(to: "/sign-in?to=/settings/security", type: .normal)
            response.setCookie(GateCookies(isEncrypted: context.isEncrypted).sessionGone)
            return response
        }
        router.post("/settings/security/authenticator") { request, context in
            let form = try await FormFields.read(request, upTo: 16 << 10)
            switch form["do"] {
            case "enrol":
                // Who only found a browser signed in must not shut the owner out.
                try await proof.check(form["current"], context)
                _ = try await desk.write { try EnrolAuthenticator().run(in: $0) }
            case "confirm":
                let code = form["code"] ?? ""
                let codes = try await desk.write { try ConfirmAuthenticator(code: code).run(in: $0) }
                return try await show(context, recoveryCodes: codes)
            case "remove":
                try await proof.check(form["current"], context)
                try await desk.write { try RemoveAuthenticator().run(in: $0) }
            default: throw Refusal(.badRequest, "not-understood", .text("gateNotUnderstood"))
            }
            return Self.back(to: "#second-title")
        }
        router.post("/settings/security/sessions") { request, _ in
            let form = try await FormFields.read(request, upTo: 16 << 10)
            let session = form["session"]
            try await desk.write { try SignOut(session).run(in: $0) }
            return Self.back(to: "#sessions-title")
        }
        router.post("/settings/security/tokens") { request, context in
            let form = try await FormFields.read(request, upTo: 16 << 10)
            if let id = form["revoke"] {
                try await desk.write { try RevokeToken(id).run(in: $0) }
                return Self.back(to: "#tokens-title")
            }
            // A token lets somebody in for longer than a browser that somebody only found signed in.
            try await proof.check(form["current"], context)
            let action = MakeToken(name: form["name"] ?? "", scopes: Set(form.all("scope").compactMap { AccessScope(rawValue: $0) }))
            let token = try await desk.write { try action.run(in: $0) }
            return try await show(context, newToken: token)
        }
    }

    /// The page again, at the part that was changed.
    private static func back(to place: String) -> Response { Response.redirect(to: path + place, type: .normal) }

    /// - Parameter flaw: why what was said can't be; then the page says it beside what it is about.
    private func show(_ context: VisitContext, recoveryCodes: [String] = [], newToken: String? = nil, flaw: String? = nil) async throws
        -> Response
    {
        let state = try await desk.read { vault in
            (
                try ReportAccess().run(in: vault), try EnrolAuthenticator().waiting(in: vault), try ListSessions().run(in: vault),
                try ListTokens().run(in: vault)
            )
        }
        let texts = writer.texts(for: context)
        var own: String?
        if case .owner(let session) = context.visitor { own = session.id }
        let page = SecurityPage(
            access: state.0, waiting: state.1, sessions: state.2, ownSession: own, tokens: state.3, recoveryCodes: recoveryCodes,
            newToken: newToken, passwordFlaw: flaw, texts: texts)
        return writer.page(
            page, title: texts("gateSecurity"), room: .settings, status: flaw == nil ? .ok : .unprocessableContent, for: context)
    }
}
