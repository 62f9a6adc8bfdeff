import ContactModel
import Hummingbird
import Logging
import NIOHTTP1
import WebApp

/// Answers errors in words: a page for people, `application/problem+json` (RFC 9457) for programs.
struct ProblemAnswers: RouterMiddleware {
    let writer: PageWriter

    func handle(
        _ request: Request, context: VisitContext, next: (Request, VisitContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPParserError {
            // What is no HTTP is answered by the connection itself.
            throw error
        } catch {
            let problem = Problem(error)
            if problem.isOurs { context.logger.error("\(request.method) failed: \(error)") }
            return Self.answer(problem, to: request, context, writer)
        }
    }

    /// A problem as an answer, in the form the one who asked understands.
    static func answer(_ problem: Problem, to request: Request, _ context: VisitContext, _ writer: PageWriter) -> Response {
        let texts = writer.texts(for: context)
        let sentence =
            switch problem.words {
            case .text(let key, let values): texts(key, values)
            case .sentence(let sentence): texts.phrase(sentence)
            }
        var response =
            request.isForPrograms
            ? json(problem, sentence)
            : writer.page(
                ProblemPage(text: sentence), title: texts(problem.status == .notFound ? "notFoundTitle" : "failureTitle"), room: nil,
                status: problem.status, for: context)
        for field in problem.headers { response.headers.append(field) }
        return response
    }

    private static func json(_ problem: Problem, _ sentence: String) -> Response {
        var json = JSONWriter()
        json.beginObject()
        json.member("type", "about:blank")
        json.member("title", problem.status.reasonPhrase)
        json.member("status", problem.status.code)
        json.member("detail", sentence)
        json.member("code", problem.code)
        json.endObject()
        return Response(
            status: problem.status, headers: [.contentType: "application/problem+json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.takeBytes())))
    }
}

extension Request {
    /// Whether a program asks: below `/api`, or with a wish for JSON and none for a page.
    var isForPrograms: Bool {
        if uri.path.hasPrefix("/api/") { return true }
        let wish = headers[.accept] ?? ""
        return wish.contains("json") && !wish.contains("text/html")
    }
}
