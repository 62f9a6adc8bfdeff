import Hummingbird
import NIOCore

/// Answers only to the names we are called by.
///
/// A page elsewhere can point a name of its own at this computer (DNS rebinding) and would then be of the same origin as we are. Such a
/// request carries that name in `Host`, and is told that this is the wrong door (421, RFC 9110 §15.5.20).
struct HostCheck: RouterMiddleware {
    private let names: Set<String>
    private let isOpenToAddresses: Bool

    /// - Parameters:
    ///   - listening: the address listened on.
    ///   - names: the names given by the owner, such as the one a proxy is reached by.
    init(listening: String, names: [String]) {
        let bare = listening.hasPrefix("[") ? String(listening.dropFirst().dropLast()) : listening
        isOpenToAddresses = !Loopback.isLoopback(bare)
        self.names = Set((["localhost", "127.0.0.1", "::1", bare] + names).map { Self.bare($0.lowercased()) })
    }

    func handle(
        _ request: Request, context: VisitContext, next: (Request, VisitContext) async throws -> Response
    ) async throws -> Response {
        guard isOurs(request.head.authority) else {
            throw Refusal(.misdirectedRequest, "host", .text("gateHost"))
        }
        return try await next(request, context)
    }

    /// Whether an authority (RFC 3986 §3.2: name or address, with or without a port) is one of ours.
    ///
    /// Where other computers are let in, a bare address is ours as well: rebinding takes a name.
    func isOurs(_ authority: String?) -> Bool {
        guard let authority, !authority.isEmpty else { return false }
        let name = Self.bare(authority.lowercased())
        return names.contains(name) || (isOpenToAddresses && Loopback.isAddress(name))
    }

    /// The name without port and brackets.
    private static func bare(_ authority: String) -> String {
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return "" }
            let rest = authority[authority.index(after: end)...]
            return rest.isEmpty || isPort(rest) ? String(authority[authority.index(after: authority.startIndex)..<end]) : ""
        }
        guard let colon = authority.firstIndex(of: ":"), authority.lastIndex(of: ":") == colon else { return authority }
        return isPort(authority[colon...]) ? String(authority[..<colon]) : ""
    }

    private static func isPort(_ text: Substring) -> Bool {
        text.first == ":" && text.count > 1 && text.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
    }
}

/// Which addresses are of this computer alone.
enum Loopback {
    /// Whether a name or address reaches this computer only: `localhost`, `127.…`, `::1`.
    static func isLoopback(_ host: String) -> Bool {
        let host = host.lowercased()
        return host == "localhost" || host == "::1" || (host.hasPrefix("127.") && isAddress(host))
    }

    /// Whether the text is an address and no name.
    static func isAddress(_ text: String) -> Bool { (try? SocketAddress(ipAddress: text, port: 0)) != nil }
}
