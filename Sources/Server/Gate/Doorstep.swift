import HTTPTypes
import Hummingbird

/// Has a browser that follows a link from another site ask once more, from our own page.
///
/// With the first request it sends no cookie of ours (they are `SameSite=Strict`), with the second it does. Without this somebody who is
/// signed in would seem a stranger, and a new visit would begin whose marks make the forms in other windows worthless.
struct Doorstep: RouterMiddleware {
    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site")
    private static let fetchMode = HTTPField.Name("Sec-Fetch-Mode")

    private static let page = PageWriter.html(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0\"><title>Holdfast</title></head>"
            + "<body><p><a href=\"\">Holdfast</a></p></body></html>\n")

    func handle(
        _ request: Request, context: VisitContext, next: (Request, VisitContext) async throws -> Response
    ) async throws -> Response {
        let isVisit = GateCookies(isEncrypted: context.isEncrypted).visit(of: request) != nil
        return !isVisit && comesFromElsewhere(request) ? Self.page : try await next(request, context)
    }

    /// Whether somebody followed a link on another site to a page of ours.
    private func comesFromElsewhere(_ request: Request) -> Bool {
        func says(_ name: HTTPField.Name?, _ value: String) -> Bool { name.map { request.headers[$0] == value } ?? false }
        return request.method == .get && says(Self.fetchSite, "cross-site") && says(Self.fetchMode, "navigate") && !request.isForPrograms
    }
}
