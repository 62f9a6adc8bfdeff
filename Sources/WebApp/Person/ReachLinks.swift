import ContactModel
import Foundation

extension EmailAddress {
    /// What opens a letter to the address (RFC 6068 §2): whatever else it holds, such as `?bcc=`, stays part of the address.
    var mailLink: String {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false).map { String($0).percentEncoded }
        return "mailto:" + parts.joined(separator: "@")
    }
}

extension PhoneNumber {
    /// What calls the number (RFC 3966 §3): a plus at its head and an extension behind it (`;ext=12`, `ext. 12`, `x12`) stay what they are.
    var callLink: String {
        let signs = number.filter { !$0.isWhitespace }
        let head = signs.hasPrefix("+") ? "+" : ""
        let rest = signs.dropFirst(head.count)
        guard let (_, called, inner) = rest.wholeMatch(of: /(.*?[0-9)])(?:;ext=|,?(?i:ext\.?|x))([0-9]+)/)?.output else {
            return "tel:\(head)\(String(rest).percentEncoded)"
        }
        return "tel:\(head)\(String(called).percentEncoded);ext=\(inner)"
    }
}
