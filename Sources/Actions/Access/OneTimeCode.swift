import Crypto
import Foundation

/// The codes of an authenticator app: TOTP (RFC 6238) over HMAC-SHA-1, six digits, a new one every 30 seconds, as every such app knows them.
struct OneTimeCode: Sendable {
    /// The key both sides know.
    let key: Data
    /// How many digits a code has.
    var digits = 6

    /// Which step of 30 seconds a time is in.
    static func step(atSeconds seconds: UInt64) -> UInt64 { seconds / 30 }

    /// The code of a step (RFC 4226 §5.3).
    func code(step: UInt64) -> String {
        let counter = withUnsafeBytes(of: step.bigEndian) { Data($0) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: key)))
        let offset = Int(mac[19] & 15)
        let number = mac[offset..<offset + 4].reduce(0 as UInt32) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let divisor = (0..<digits).reduce(1 as UInt32) { product, _ in product * 10 }
        let text = String(number % divisor)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step a code belongs to, of the one a time is in and its neighbours, where it is later than the last one used; `nil` for a wrong
    /// code, and for one that was used.
    func accepted(_ code: String, atSeconds seconds: UInt64, after used: UInt64) -> UInt64? {
        let typed = Data(code.filter { !$0.isWhitespace }.utf8)
        let now = Self.step(atSeconds: seconds)
        var found: UInt64?
        for step in (now > 0 ? now - 1 : 0)...(now + 1)
        where Secret.areEqual(Data(self.code(step: step).utf8), typed) && step > used { found = step }
        return found
    }

    /// The key in base32 (RFC 4648 §6), as people type it.
    var keyText: String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var text = ""
        var (bits, count) = (0 as UInt32, 0)
        for byte in key {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(alphabet[Int(bits >> UInt32(count) & 31)])
            }
        }
        if count > 0 { text.append(alphabet[Int(bits << UInt32(5 - count) & 31)]) }
        return text
    }

    /// The address an authenticator app reads from a QR code.
    var uri: String { "otpauth://totp/Holdfast:owner?secret=\(keyText)&issuer=Holdfast&algorithm=SHA1&digits=6&period=30" }
}
