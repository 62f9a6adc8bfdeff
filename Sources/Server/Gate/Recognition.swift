import Actions
import HTTPTypes
import Hummingbird

/// Finds out who asks: a browser by its session's cookie, a program by its token (`Authorization: Bearer`, RFC 6750).
struct Recognition: RouterMiddleware {
    let desk: VaultDesk

    func handle(
        _ request: Request, context: VisitContext, next: (Request, VisitContext) async throws -> Response
    ) async throws -> Response {
        guard !request.isPublicFile else { return try await next(request, context) }
        let token = Self.bearer(request.headers[.authorization])
        let session = GateCookies(isEncrypted: context.isEncrypted).session(of: request)
        var context = context
        let known = try await desk.atTheDoor { try RecogniseVisitor(session: session, token: token).run(in: $0) }
        context.hasPassword = known.hasPassword
        context.visitor = known.visitor
        switch known.visitor {
        case .owner(let session): context.sessionMark = session.id
        case .program: context.isExemptFromFormToken = true
        case .nobody:
            // A token that is none is never taken for a visit without one.
            if token != nil {
                throw Refusal(.unauthorized, "token", .text("gateToken"), headers: [.wwwAuthenticate: Self.challenge(isKnown: true)])
            }
        }
        // Nobody waits for it: while something large is imported, whoever only looks is answered all the same.
        if known.isToBeNoted { Task { try? await desk.write { try NoteVisit(known.visitor).run(in: $0) } } }
        return try await next(request, context)
    }

    /// What a program is told that has to bring a token.
    static func challenge(isKnown: Bool) -> String { "Bearer realm=\"Holdfast\"" + (isKnown ? ", error=\"invalid_token\"" : "") }

    private static func bearer(_ header: String?) -> String? {
        guard let header, header.lowercased().hasPrefix("bearer ") else { return nil }
        return header.dropFirst(7).trimmed
    }
}

extension Request {
    /// Whether it asks for a file that is the same for everybody and tells nothing.
    var isPublicFile: Bool { uri.path.hasPrefix("/assets/") }
}
