import Actions
import HTTPTypes
import Hummingbird
import WebApp

/// Lets in who may come in, once there is a password; without one everybody on this computer, and nobody where others can reach us: the
/// password may be taken away, or a backup without one restored, while we run.
struct Doorkeeper: RouterMiddleware {
    /// Whether other computers can reach us.
    let isOpenToOthers: Bool

    /// What nobody has to sign in for: it tells nothing of the vault.
    private static let open: Set<String> = ["/sign-in", "/healthz", "/api/v1/openapi.json"]

    func handle(
        _ request: Request, context: VisitContext, next: (Request, VisitContext) async throws -> Response
    ) async throws -> Response {
        if request.isPublicFile || Self.open.contains(request.uri.path) { return try await next(request, context) }
        switch context.visitor {
        case .owner: return try await next(request, context)
        case .program:
            // Pages are for people; a token that leaks should not open more than the interface it was made for.
            guard request.uri.path.hasPrefix("/api/") else { throw Refusal(.forbidden, "token", .text("gateTokenForPages")) }
            return try await next(request, context)
        case .nobody:
            if !context.hasPassword {
                guard !isOpenToOthers else { throw Refusal(.forbidden, "no-password", .text("gatePasswordGone")) }
                return try await next(request, context)
            }
            if request.isForPrograms {
                throw Refusal(
                    .unauthorized, "sign-in", .text("gateSignInNeeded"), headers: [.wwwAuthenticate: Recognition.challenge(isKnown: false)])
            }
            guard [.get, .head].contains(request.method) else { throw Refusal(.unauthorized, "sign-in", .text("gateSignInNeeded")) }
            return Response.redirect(to: "/sign-in?to=" + LocalPath.escaped(request.uri.string), type: .normal)
        }
    }
}
