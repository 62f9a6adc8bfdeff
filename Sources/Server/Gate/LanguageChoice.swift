import Hummingbird
import WebApp

/// Answers in the language somebody chose, else in the first the browser asks for that the page is written in.
struct LanguageChoice: RouterMiddleware {
    /// The name of the cookie a choice is kept in.
    static let cookie = "language"

    /// The language somebody chose; `nil` where nobody did.
    static func chosen(_ request: Request) -> Language? {
        request.cookies[cookie].flatMap { Language(rawValue: $0.value) }
    }

    func handle(
        _ request: Request, context: VisitContext, next: (Request, VisitContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.language = Self.chosen(request) ?? Language(accepting: request.headers[.acceptLanguage])
        return try await next(request, context)
    }
}
