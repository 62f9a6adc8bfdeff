import HTTPTypes
import Hummingbird

/// Tells the browser what a page of ours may do: nothing but load our own files and send our own forms.
struct SecurityHeaders: RouterMiddleware {
    /// No inline script or style, no other origin, no frame around us.
    static let contentSecurityPolicy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'",
        "manifest-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
    ].joined(separator: "; ")

    private static let fields: [(HTTPField.Name?, String)] = [
        (.contentSecurityPolicy, contentSecurityPolicy),
        (.xContentTypeOptions, "nosniff"),
        (HTTPField.Name("X-Frame-Options"), "DENY"),
        (HTTPField.Name("Referrer-Policy"), "same-origin"),
        (HTTPField.Name("Cross-Origin-Opener-Policy"), "same-origin"),
        (HTTPField.Name("Cross-Origin-Resource-Policy"), "same-origin"),
        (
            HTTPField.Name("Permissions-Policy"),
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), "
                + "payment=(), serial=(), usb=()"
        ),
    ]

    func handle(
        _ request: Request, context: VisitContext, next: (Request, VisitContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for case (let name?, let value) in Self.fields where response.headers[name] == nil { response.headers[name] = value }
        // Contacts are nobody else's, so nothing on the way keeps them unless a route says it may.
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        if context.isEncrypted { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        return response
    }
}
