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
    /// What calls the number (RFC 3966 §3): a plus at its head and an extension behind it (`;ext=12`) stay what they are.
    var callLink: String {
        let signs = number.filter { !$0.isWhitespace }
        let head = signs.hasPrefix("+") ? "+" : ""
        let parts = signs.dropFirst(head.count).components(separatedBy: ";ext=")
        if parts.count == 2, !parts[1].isEmpty, parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return "tel:\(head)\(parts[0].percentEncoded);ext=\(parts[1])"
        }
        return "tel:\(head)\(String(signs.dropFirst(head.count)).percentEncoded)"
    }
}
