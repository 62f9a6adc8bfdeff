import HTTPTypes
import Hummingbird

/// Believes what a proxy in front says of the visitor, where the connection comes from one the owner trusts; nobody else's word counts.
///
/// The proxy has to set `X-Forwarded-For` (its last address is the visitor's) and `X-Forwarded-Proto` itself, and pass `Host` on.
struct Forwarding: RouterMiddleware {
    /// The addresses of proxies that are trusted.
    let proxies: Set<String>

    func handle(
        _ request: Request, context: VisitContext, next: (Request, VisitContext) async throws -> Response
    ) async throws -> Response {
        guard proxies.contains(context.address) else { return try await next(request, context) }
        var context = context
        if let name = HTTPField.Name("X-Forwarded-For"), let last = request.headers[name]?.split(separator: ",").last?.trimmed,
            Loopback.isAddress(last)
        {
            context.address = last
        }
        if let name = HTTPField.Name("X-Forwarded-Proto"),
            request.headers[name]?.split(separator: ",").last?.trimmed.lowercased() == "https"
        {
            context.isEncrypted = true
        }
        return try await next(request, context)
    }
}
