import Crypto
import Foundation

/// The head and the code that holds it together: writing both, and seeing whether they fit.
extension AgeHeader {
    /// Writes the head of a new file.
    static func written(_ stanzas: [AgeStanza], fileKey: SymmetricKey) -> [UInt8] {
        var text = version + "\n"
        for stanza in stanzas {
            text += "-> " + stanza.arguments.joined(separator: " ") + "\n"
            let body = Array(Base64.encode(stanza.body).utf8)
            var start = 0
            // A body ends with a line that is not full, be it empty.
            while start <= body.count {
                let end = min(start + columns, body.count)
                text += String(decoding: body[start..<end], as: UTF8.self) + "\n"
                start += columns
            }
        }
        text += "---"
        return Array((text + " " + Base64.encode(authenticationCode(of: Array(text.utf8), fileKey: fileKey)) + "\n").utf8)
    }

    /// Whether the head is as whoever knew the file's key wrote it.
    func isGenuine(fileKey: SymmetricKey) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: covered, using: Self.codeKey(fileKey))
    }

    private static func authenticationCode(of covered: [UInt8], fileKey: SymmetricKey) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: covered, using: codeKey(fileKey)))
    }

    private static func codeKey(_ fileKey: SymmetricKey) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: fileKey, salt: [UInt8](), info: Array("header".utf8), outputByteCount: 32)
    }
}
