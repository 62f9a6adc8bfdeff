import Hummingbird
import WebApp

/// Answers in the first language the browser asks for that the page is written in.
struct LanguageChoice: RouterMiddleware {
    func handle(
        _ request: Request, context: VisitContext, next: (Request, VisitContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.language = Language(accepting: request.headers[.acceptLanguage])
        return try await next(request, context)
    }
}
