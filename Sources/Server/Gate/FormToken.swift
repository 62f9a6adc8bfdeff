import Crypto
import Foundation

/// The mark that proves a form came from a page of ours: a keyed hash (HMAC-SHA-256) of the visit's secret, which only we can make.
///
/// The visit's secret lies in a cookie no script can read. A page elsewhere knows neither it nor the key.
struct FormToken: Sendable {
    private let key: SymmetricKey

    /// - Parameter key: secret, and the same for as long as forms are to be good.
    init(key: SymmetricKey = SymmetricKey(size: .bits256)) {
        self.key = key
    }

    /// The mark of a visit's forms.
    ///
    /// - Parameters:
    ///   - visit: the visit's secret.
    ///   - session: what the session is known by; empty where nobody signed in. A form of before the sign-in is none of after it.
    func mark(visit: String, session: String = "") -> String {
        Data(HMAC<SHA256>.authenticationCode(for: Data("form\n\(visit)\n\(session)".utf8), using: key)).hexadecimal
    }

    /// Whether a mark is the visit's, told in the same time for every wrong one.
    func isValid(_ mark: String, visit: String, session: String = "") -> Bool {
        guard let code = Data(hexadecimal: mark) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Data("form\n\(visit)\n\(session)".utf8), using: key)
    }
}
