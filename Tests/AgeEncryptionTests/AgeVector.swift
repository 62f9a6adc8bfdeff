import AgeEncryption
import Crypto
import Foundation

/// One of the community's test vectors: lines that say what is expected, a blank line, an age file.
struct AgeVector {
    let expected: String
    let key: AgeDecryptor.Key
    let body: [UInt8]
    private let payload: String?

    /// `nil` where the file is compressed or for a kind of key this doesn't read, or is no vector.
    init?(file: [UInt8]) {
        guard let blank = file.indices.dropFirst().first(where: { file[$0] == 10 && file[$0 - 1] == 10 }) else { return nil }
        var values: [String: [String]] = [:]
        for line in String(decoding: file[..<blank], as: UTF8.self).split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            values[String(line[..<colon]), default: []].append(line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
        }
        guard let expected = values["expect"]?.first, values["compressed"] == nil else { return nil }
        self.expected = expected
        payload = values["payload"]?.first
        body = Array(file[(blank + 1)...])
        if let passphrase = values["passphrase"]?.first {
            key = .passphrase(passphrase)
        } else {
            let identities = (values["identity"] ?? []).compactMap { try? AgeIdentity($0) }
            // Keys of other kinds (post-quantum) are not read.
            guard !identities.isEmpty || values["identity"] == nil else { return nil }
            key = .identities(identities)
        }
    }

    var isGood: Bool { expected == "success" }

    func isPayload(_ content: [UInt8]) -> Bool {
        payload == SHA256.hash(data: content).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
