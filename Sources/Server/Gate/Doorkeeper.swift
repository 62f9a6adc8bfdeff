import Actions
import HTTPTypes
import Hummingbird
import WebApp

/// Lets in who may come in, once there is a password; without one (which takes that we listen on this computer only) everybody on it.
struct Doorkeeper: RouterMiddleware {
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
            if !context.hasPassword { return try await next(request, context) }
            if request.isForPrograms {
                throw Refusal(
                    .unauthorized, "sign-in", .text("gateSignInNeeded"), headers: [.wwwAuthenticate: Recognition.challenge(isKnown: false)])
            }
            guard [.get, .head].contains(request.method) else { throw Refusal(.unauthorized, "sign-in", .text("gateSignInNeeded")) }
            return Response.redirect(to: "/sign-in?to=" + LocalPath.escaped(request.uri.string), type: .normal)
        }
    }
}

/// Where to go on within our own pages.
enum LocalPath {
    /// The path to go to: what was asked for where it is one of ours, else the list of people. Nothing that leads to another site.
    static func safe(_ wish: String?) -> String {
        guard let wish, wish.hasPrefix("/"), !wish.hasPrefix("//"), !wish.hasPrefix("/\\"),
            wish.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x5C }), !wish.hasPrefix("/sign-in")
        else { return "/people" }
        return wish
    }

    /// A path as a value within a query.
    static func escaped(_ path: String) -> String {
        var text = ""
        for byte in path.utf8 {
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || [0x2D, 0x2E, 0x2F, 0x5F, 0x7E].contains(byte)
            text += isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        return text
    }
}
