import Crypto
import Foundation

/// Secrets that nobody can guess, and what is kept of them.
enum Secret {
    /// So many bytes of the system's random numbers.
    static func random(byteCount: Int) -> Data {
        var random = SystemRandomNumberGenerator()
        return Data((0..<byteCount).map { _ in UInt8.random(in: .min ... .max, using: &random) })
    }

    /// A secret of 256 bits in characters that go into a cookie and a header.
    static func make() -> String {
        random(byteCount: 32).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// What is kept of a secret: its SHA-256 in hexadecimal digits. A secret of 256 random bits needs no salt and no slow hash.
    static func hash(of secret: String) -> String { hexadecimal(Data(SHA256.hash(data: Data(secret.utf8)))) }

    /// Whether bytes are the same, in a time that tells nothing of where they differ.
    static func areEqual(_ one: Data, _ other: Data) -> Bool {
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
    }

    static func hexadecimal(_ bytes: Data) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
