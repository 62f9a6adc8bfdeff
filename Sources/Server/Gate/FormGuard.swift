import Foundation
import HTTPTypes
import Hummingbird
import WebApp

/// Takes changes only from pages of ours (against cross-site request forgery), and gives each visit the mark its forms carry.
///
/// A request that may change something (anything but GET, HEAD, OPTIONS and TRACE) has to pass two checks, each of which would do:
///
/// 1. The browser says it comes from our own page: `Sec-Fetch-Site` is `same-origin` or `none`, and `Origin`, where it is there, is ours.
///    All else has to pass this check too, but for a link that somebody followed.
/// 2. It carries the mark of the visit: in the header `X-Form-Token`, which a script takes from `data-form-token` of `<body>`; or in the
///    form's field `token`. In `multipart/form-data` that field stands before any file, so that a large upload is judged by its first
///    kilobytes and then streams to the route as it comes.
///
/// A program that brings a token needs no mark: no page can send its header. Where there is no password, a program on this computer may use
/// the interface under `/api` without one as well, if no page elsewhere could have sent the request (`ForeignRequests`).
///
/// The body reaches the route whole in each case: `FormFields.read` gives a form's fields, `MultipartBody` streams the parts of an upload.
struct FormGuard: RouterMiddleware {
    /// The header a script sends the mark in.
    static let header = HTTPField.Name("X-Form-Token")

    let token: FormToken

    func handle(
        _ request: Request, context: VisitContext, next: (Request, VisitContext) async throws -> Response
    ) async throws -> Response {
        guard !request.isPublicFile else { return try await next(request, context) }
        var (request, context) = (request, context)
        let cookies = GateCookies(isEncrypted: context.isEncrypted)
        let known = cookies.visit(of: request)
        let visit = known ?? Data.random(count: 32).hexadecimal
        context.formToken = token.mark(visit: visit, session: context.sessionMark)
        // What a page elsewhere loads from us it could not read; but how long it takes would tell whether somebody is in the vault.
        if !context.isExemptFromFormToken, !isFollowedLink(request) { try checkOrigin(of: request) }
        if !Self.isSafe(request.method), !context.isExemptFromFormToken {
            let isOpenInterface = request.uri.path.hasPrefix("/api/") && !context.hasPassword
            guard (isOpenInterface && ForeignRequests.areImpossible(request)) == false else { return try await next(request, context) }
            guard let known, try await hasMark(&request, visit: known, session: context.sessionMark) else {
                throw Refusal(.forbidden, "form-token", .text("gateFormToken"))
            }
        }
        var response = try await next(request, context)
        // A route that signs somebody in gives a new visit by itself.
        if known == nil, !request.isForPrograms, response.headers[.setCookie] == nil { response.setCookie(cookies.visit(visit)) }
        return response
    }

    /// Whether a method changes nothing (RFC 9110 §9.2.1).
    static func isSafe(_ method: HTTPRequest.Method) -> Bool { [.get, .head, .options, .trace].contains(method) }

    /// Whether somebody followed a link to one of our pages, in a window and in no frame of another page.
    private func isFollowedLink(_ request: Request) -> Bool {
        guard Self.isSafe(request.method), !request.uri.path.hasPrefix("/api/"), request.headers[Self.fetchMode] == "navigate" else {
            return false
        }
        let purpose = request.headers[Self.fetchDestination]
        return purpose == nil || purpose == "document"
    }

    /// Refuses what the browser says another site sent.
    private func checkOrigin(of request: Request) throws {
        let site = request.headers[Self.fetchSite]
        let isOurSite = site == nil || site == "same-origin" || site == "none"
        let isOurOrigin = request.headers[.origin].map { isOwn($0, of: request) } ?? true
        guard isOurSite, isOurOrigin else { throw Refusal(.forbidden, "other-site", .text("gateOtherSite")) }
    }

    /// Whether an origin (RFC 6454 §7) is the one the request went to. A proxy in front may speak another scheme, never for another name.
    private func isOwn(_ origin: String, of request: Request) -> Bool {
        guard let authority = request.head.authority?.lowercased() else { return false }
        let origin = origin.lowercased()
        return origin == "http://\(authority)" || origin == "https://\(authority)"
    }

    private func hasMark(_ request: inout Request, visit: String, session: String) async throws -> Bool {
        if let name = Self.header, let mark = request.headers[name] { return token.isValid(mark, visit: visit, session: session) }
        switch FormFields.Encoding(request.headers[.contentType]) {
        case .urlEncoded:
            let fields = FormFields(urlEncoded: try await request.collectBody(upTo: FormFields.mostBytes))
            return fields["token"].map { token.isValid($0, visit: visit, session: session) } ?? false
        case .multipart(let boundary):
            let (mark, body) = try await PeekedBody.peek(request.body, boundary: boundary)
            request.body = body
            return mark.map { token.isValid($0, visit: visit, session: session) } ?? false
        case nil: return false
        }
    }

    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .origin
    private static let fetchMode = HTTPField.Name("Sec-Fetch-Mode") ?? .origin
    private static let fetchDestination = HTTPField.Name("Sec-Fetch-Dest") ?? .origin
}
