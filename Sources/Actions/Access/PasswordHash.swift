import Crypto
import CryptoExtras
import Foundation

/// What it costs to try one password.
public struct PasswordCost: Sendable {
    /// The rounds as a power of two.
    public var logRounds: Int
    /// The size of a block, in 128 bytes.
    public var blockSize: Int
    /// How many times over.
    public var parallelism: Int

    /// What new passwords are kept with.
    public static let current = PasswordCost(logRounds: 15, blockSize: 8, parallelism: 3)

    /// Makes a cost.
    public init(logRounds: Int, blockSize: Int, parallelism: Int) {
        self.logRounds = logRounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }
}

/// A password as it is kept: scrypt (RFC 7914) with a salt of its own, and the parameters it was made with.
///
/// 2^15 rounds of 1 KiB, three times over: 32 MiB and a third of a second for each guess, as the OWASP password sheet asks. Written in the
/// manner of the PHC string format: `$scrypt$ln=15,r=8,p=3$SALT$HASH`, in base64.
struct PasswordHash: Sendable, Equatable {
    /// The rounds as a power of two.
    var logRounds: Int
    /// The size of a block.
    var blockSize: Int
    /// How many times over.
    var parallelism: Int
    var salt: Data
    var hash: Data

    /// Hashes a password with a new salt.
    init(of password: String, cost: PasswordCost = .current) throws {
        (logRounds, blockSize, parallelism) = (cost.logRounds, cost.blockSize, cost.parallelism)
        salt = Secret.random(byteCount: 16)
        hash = Data()
        hash = try derive(password)
    }

    /// Reads a kept one; `nil` for anything else, and for parameters that would cost more than we ever asked.
    init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: true)
        guard parts.count == 4, parts[0] == "scrypt", let salt = Data(base64Encoded: String(parts[2])),
            let hash = Data(base64Encoded: String(parts[3])), hash.count == 32
        else { return nil }
        var numbers: [Substring: Int] = [:]
        for parameter in parts[1].split(separator: ",") {
            let pair = parameter.split(separator: "=")
            if pair.count == 2 { numbers[pair[0]] = Int(pair[1]) }
        }
        guard let logRounds = numbers["ln"], let blockSize = numbers["r"], let parallelism = numbers["p"], (1...18).contains(logRounds),
            (1...16).contains(blockSize), (1...8).contains(parallelism)
        else { return nil }
        (self.logRounds, self.blockSize, self.parallelism, self.salt, self.hash) = (logRounds, blockSize, parallelism, salt, hash)
    }

    /// As it is kept.
    var text: String {
        "$scrypt$ln=\(logRounds),r=\(blockSize),p=\(parallelism)$\(salt.base64EncodedString())$\(hash.base64EncodedString())"
    }

    /// Whether a password is the one, told in the same time for every wrong one.
    func matches(_ password: String) throws -> Bool { Secret.areEqual(try derive(password), hash) }

    private func derive(_ password: String) throws -> Data {
        let key = try KDF.Scrypt.deriveKey(
            // Two ways of typing the same accented letter are the same password (RFC 8265 §4.2).
            from: Data(password.precomposedStringWithCanonicalMapping.utf8), salt: salt, outputByteCount: 32, rounds: 1 << logRounds,
            blockSize: blockSize, parallelism: parallelism)
        return key.withUnsafeBytes { Data($0) }
    }
}
