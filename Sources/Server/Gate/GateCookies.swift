import Actions
import Hummingbird

/// The cookies we set, by their names and attributes: for no script, for no other site, for the whole of ours.
///
/// Over TLS their names begin with `__Host-` (RFC 6265bis §4.1.3.2), so that no neighbour under the same domain can set them. On plain
/// `http://localhost` browsers would refuse that; there a neighbour on another port could plant a cookie of ours, and would gain nothing:
/// the mark of forms takes our key, and a session only we can make.
struct GateCookies: Sendable {
    /// Whether the browser reaches us by TLS.
    let isEncrypted: Bool

    private var prefix: String { isEncrypted ? "__Host-" : "" }

    /// The visit's secret, where the request brings one that looks like ours.
    func visit(of request: Request) -> String? {
        request.cookies[prefix + "holdfast-visit"]?.value.nonEmptyHexadecimal(count: 64)
    }

    /// The session's secret, where the request brings one.
    func session(of request: Request) -> String? { request.cookies[prefix + "holdfast-session"]?.value }

    /// The cookie of a session; it lasts as long as a session may.
    func session(_ secret: String) -> Cookie {
        Cookie(
            name: prefix + "holdfast-session", value: secret, maxAge: Int(SignedIn.longestMilliseconds / 1000), path: "/",
            secure: isEncrypted,
            httpOnly: true, sameSite: .strict)
    }

    /// What makes the browser forget its session.
    var sessionGone: Cookie {
        Cookie(name: prefix + "holdfast-session", value: "", maxAge: 0, path: "/", secure: isEncrypted, httpOnly: true, sameSite: .strict)
    }

    /// The cookie of a visit.
    func visit(_ secret: String) -> Cookie {
        Cookie(name: prefix + "holdfast-visit", value: secret, path: "/", secure: isEncrypted, httpOnly: true, sameSite: .strict)
    }
}

extension String {
    /// The text itself where it is so many hexadecimal digits.
    fileprivate func nonEmptyHexadecimal(count: Int) -> String? {
        utf8.count == count && utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) } ? self : nil
    }
}
