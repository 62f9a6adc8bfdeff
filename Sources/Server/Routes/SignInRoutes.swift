import Actions
import Foundation
import HTTPTypes
import Hummingbird
import WebApp

/// Signing in and out.
struct SignInRoutes: Sendable {
    let desk: VaultDesk
    let writer: PageWriter
    let limit: SignInLimit

    func add(to router: Router<VisitContext>) {
        router.get("/sign-in") { request, context in
            let access = try await desk.read { try ReportAccess().run(in: $0) }
            let wish = request.queryFields["to"]
            var isIn = !access.hasPassword
            if case .owner = context.visitor { isIn = true }
            guard !isIn else { return Response.redirect(to: LocalPath.safe(wish), type: .normal) }
            return page(.ok, to: wish, asksForCode: access.hasAuthenticator, isWrong: false, context)
        }
        router.post("/sign-in") { request, context in try await signIn(request, context) }
        router.post("/sign-out") { request, context in
            if case .owner(let session) = context.visitor { try await desk.write { try SignOut(session.id).run(in: $0) } }
            return leaving(context)
        }
    }

    private func signIn(_ request: Request, _ context: VisitContext) async throws -> Response {
        let form = try await FormFields.read(request, upTo: 16 << 10)
        if let seconds = limit.waitingSeconds(for: context.address) {
            throw Refusal(
                .tooManyRequests, "too-many-tries", .text("gateTooManyTries", ["seconds": String(seconds)]),
                headers: [.retryAfter: String(seconds)])
        }
        let action = SignIn(
            password: form["password"] ?? "", code: form["code"] ?? "", address: context.address, browser: request.headers[.userAgent] ?? ""
        )
        let previous = context.visitor
        // Hashing takes a moment; it is done where reading is, so that nobody who writes waits for it.
        guard let secret = try await desk.read({ try action.run(in: $0) }) else {
            let access = try await desk.read { try ReportAccess().run(in: $0) }
            return page(.unauthorized, to: form["to"], asksForCode: access.hasAuthenticator, isWrong: true, context)
        }
        limit.forget(context.address)
        if case .owner(let session) = previous { try await desk.write { try SignOut(session.id).run(in: $0) } }
        var response = Response.redirect(to: LocalPath.safe(form["to"]), type: .normal)
        let cookies = GateCookies(isEncrypted: context.isEncrypted)
        response.setCookie(cookies.session(secret))
        // What was known before the sign-in is worth nothing after it.
        response.setCookie(cookies.visit(Data.random(count: 32).hexadecimal))
        return response
    }

    private func page(_ status: HTTPResponse.Status, to wish: String?, asksForCode: Bool, isWrong: Bool, _ context: VisitContext)
        -> Response
    {
        let texts = writer.texts(for: context)
        return writer.page(
            SignInPage(to: LocalPath.safe(wish), asksForCode: asksForCode, isWrong: isWrong), title: texts("gateSignIn"), room: nil,
            status: status,
            for: context)
    }

    /// Gone: nothing of ours stays in the browser.
    private func leaving(_ context: VisitContext) -> Response {
        var response = Response.redirect(to: "/sign-in", type: .normal)
        response.setCookie(GateCookies(isEncrypted: context.isEncrypted).sessionGone)
        if let name = HTTPField.Name("Clear-Site-Data") { response.headers[name] = "\"cache\", \"storage\"" }
        return response
    }
}
