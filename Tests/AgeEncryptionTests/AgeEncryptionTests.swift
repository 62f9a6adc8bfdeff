import AgeEncryption
import Foundation
import Testing

/// Files of one program's making are opened by the command-line tests with the age program; here is what needs no other program.
@Suite("Files in the age format")
struct AgeEncryptionTests {
    static let sizes = [0, 1, 15, 16, 65_535, 65_536, 65_537, 131_072, 131_073, 200_000]

    @Test("Content of any size comes back, whatever the pieces it is handed over in", arguments: sizes)
    func comesBack(size: Int) throws {
        let identity = AgeIdentity()
        let content = Self.content(size)
        let file = try Self.encrypted(content, AgeEncryptor(to: [identity.recipient]), pieces: 1000)
        #expect(try Self.decrypted(file, .identities([identity]), pieces: 777) == content)
        #expect(try Self.decrypted(file, .identities([identity]), pieces: file.count) == content)
    }

    @Test("A passphrase opens what it closed, and no other does")
    func passphrase() throws {
        let content = Self.content(70_000)
        let file = try Self.encrypted(content, AgeEncryptor(passphrase: "correct horse", work: 4))
        #expect(try Self.decrypted(file, .passphrase("correct horse")) == content)
        #expect(Self.code { try Self.decrypted(file, .passphrase("correct hors")) } == .wrongKey)
        #expect(Self.code { try Self.decrypted(file, .identities([AgeIdentity()])) } == .wrongKind)
        #expect(Self.code { _ = try AgeEncryptor(passphrase: "") } == .badKey)
    }

    @Test("Each of several recipients opens the file alone, and nobody else does")
    func recipients() throws {
        let identities = [AgeIdentity(), AgeIdentity(), AgeIdentity()]
        let file = try Self.encrypted([1, 2, 3], AgeEncryptor(to: identities.map(\.recipient)))
        for identity in identities { #expect(try Self.decrypted(file, .identities([AgeIdentity(), identity])) == [1, 2, 3]) }
        #expect(Self.code { try Self.decrypted(file, .identities([AgeIdentity()])) } == .wrongKey)
        #expect(Self.code { try Self.decrypted(file, .passphrase("x")) } == .wrongKind)
    }

    @Test("What was written can be read back by its writer, without any key")
    func proof() throws {
        var encryptor = try AgeEncryptor(to: [AgeIdentity().recipient])
        let content = Self.content(100_000)
        let file = try encryptor.begin() + encryptor.encrypt(content[...]) + encryptor.finish()
        var proof = encryptor.makeProof()
        #expect(try proof.decrypt(file[...]) + proof.finish() == content)
    }

    @Test("A file cut off anywhere is told from a whole one")
    func cutOff() throws {
        let identity = AgeIdentity()
        let content = Self.content(140_000)
        let file = try Self.encrypted(content, AgeEncryptor(to: [identity.recipient]))
        let chunk = 65_536 + 16
        let head = file.count - 140_000 - 3 * 16
        let ends =
            [0, 1, 10, head - 17, head - 1, head, head + 1, head + 15, head + 16, head + 17, head + chunk, head + chunk + 1]
            + [head + 2 * chunk, file.count - 17, file.count - 16, file.count - 1]
        for end in ends {
            #expect(throws: AgeError.self, "\(end) of \(file.count) bytes") {
                try Self.decrypted(Array(file[..<end]), .identities([identity]))
            }
        }
        #expect(throws: AgeError.self) { try Self.decrypted(file + [0], .identities([identity])) }
    }

    @Test("A changed bit is never read over")
    func flipped() throws {
        let identity = AgeIdentity()
        let file = try Self.encrypted(Self.content(66_000), AgeEncryptor(to: [identity.recipient]))
        for place in Array(0..<260) + stride(from: 260, to: file.count, by: 1999) {
            var changed = file
            changed[place] ^= 1 << UInt8(place % 8)
            #expect(throws: AgeError.self, "byte \(place)") { try Self.decrypted(changed, .identities([identity])) }
        }
    }

    @Test("Chunks in another order, or of another file, are not taken")
    func shuffled() throws {
        let identity = AgeIdentity()
        let file = try Self.encrypted(Self.content(196_608), AgeEncryptor(to: [identity.recipient]))
        let chunk = 65_536 + 16
        let head = file.count - 3 * chunk
        let swapped = file[..<head] + file[(head + chunk)..<(head + 2 * chunk)] + file[head..<(head + chunk)] + file[(head + 2 * chunk)...]
        #expect(Self.code { try Self.decrypted(Array(swapped), .identities([identity])) } == .damaged)
        let left = file[..<head] + file[(head + chunk)...]
        #expect(Self.code { try Self.decrypted(Array(left), .identities([identity])) } == .damaged)
    }

    @Test(
        "A head that is not as it should be is refused before any work is done",
        arguments: [
            ("", AgeError.Code.notAge), ("SQLite format 3\0", .notAge), ("age-encryption.org/v2\n", .unsupported),
            ("age-encryption.org/v1\r\n", .unsupported), ("age-encryption.org/v1\n---\n", .badHeader),
            ("age-encryption.org/v1\n--- AAAA\n", .badHeader),
            ("age-encryption.org/v1\n--- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n", .badHeader),
            ("age-encryption.org/v1\n->  X25519\n\n", .badHeader), ("age-encryption.org/v1\n-> X25519 \n\n", .badHeader),
            ("age-encryption.org/v1\n-> X25519 ä\n\n", .badHeader), ("age-encryption.org/v1\n-> X25519 AAAA\nA\n", .badHeader),
            ("age-encryption.org/v1\n-> X25519 AAAA\nAB\n", .badHeader),
            ("age-encryption.org/v1\n-> X25519 AAAA\n\(String(repeating: "A", count: 68))\n", .badHeader),
            ("age-encryption.org/v1\nnonsense\n", .badHeader),
            (Self.header(["X25519", "AAAA"], body: 32), .badHeader), (Self.header(["X25519"], body: 32), .badHeader),
            (Self.header(["X25519", Self.letters(43)], body: 32), .badHeader),
            (Self.header(["scrypt", Self.letters(22), "18", "more"], body: 32), .badHeader),
            (Self.header(["scrypt", Self.letters(22), "018"], body: 32), .badHeader),
            (Self.header(["scrypt", Self.letters(22), "+18"], body: 32), .badHeader),
            (Self.header(["scrypt", Self.letters(22), "18"], body: 31), .badHeader),
            (Self.header(["scrypt", Self.letters(22), "21"], body: 32), .unsupported),
            (Self.header(["scrypt", Self.letters(22), "99999999999999999999999"], body: 32), .unsupported),
            ("-----BEGIN AGE ENCRYPTED FILE-----\n!!!!\n", .badHeader),
        ] as [(String, AgeError.Code)])
    func hostileHeads(text: String, code: AgeError.Code) throws {
        let key: AgeDecryptor.Key = text.contains("scrypt") ? .passphrase("x") : .identities([AgeIdentity()])
        #expect(Self.code { try Self.decrypted(Array(text.utf8), key) } == code)
    }

    @Test("A head without end is not gathered for ever")
    func endlessHead() throws {
        var decryptor = AgeDecryptor(with: .identities([AgeIdentity()]))
        _ = try decryptor.decrypt(Array("age-encryption.org/v1\n".utf8)[...])
        let line = Array("-> unknown a\nAAAA\n".utf8)
        let megabyte = Array(repeatElement(line, count: 60_000).joined())
        #expect(Self.code { for _ in 0..<3 { _ = try decryptor.decrypt(megabyte[...]) } } == .badHeader)
    }

    @Test("Armour is taken off, with either line end and blanks around")
    func armor() throws {
        let identity = AgeIdentity()
        let content = Self.content(5000)
        let file = try Self.encrypted(content, AgeEncryptor(to: [identity.recipient]))
        for end in ["\n", "\r\n"] {
            let text = Self.armored(file, lineEnd: end)
            #expect(try Self.decrypted(Array((end + text + end).utf8), .identities([identity]), pieces: 333) == content)
            for broken in [
                text.replacingOccurrences(of: "-----END", with: "-----FIN"), String(text.dropLast(34)), "x" + text, text + "x",
                text.replacingOccurrences(of: end + "-----END", with: "=" + end + "-----END"),
            ] {
                #expect(throws: AgeError.self) { try Self.decrypted(Array(broken.utf8), .identities([identity])) }
            }
        }
    }

    @Test("Keys are read as the specification writes them")
    func keys() throws {
        // The key of thirty-two bytes 0x42, as the specification's examples have it.
        let secret = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"
        let identity = try AgeIdentity(secret)
        #expect(identity.recipient.description == "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj")
        #expect(identity.secretText == secret)
        #expect(try AgeRecipient(identity.recipient.description) == identity.recipient)
        let inFile = try AgeIdentity.all(inFile: "# created: today\r\n# public key: age1…\n\n\(secret)\n")
        #expect(inFile.map(\.secretText) == [secret])
        for text in [
            "", "age1", "age1qqqq", identity.recipient.description + "q",
            identity.recipient.description.replacingOccurrences(of: "z", with: "Z"),
            secret, "ssh-ed25519 AAAA", "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwk",
        ] {
            #expect(Self.code { _ = try AgeRecipient(text) } == .badKey, "\(text)")
        }
        for text in ["", "# nothing\n", "AGE-SECRET-KEY-1\n", "age-encryption.org/v1\n"] {
            #expect(Self.code { _ = try AgeIdentity.all(inFile: text) } == .badKey, "\(text)")
        }
    }

    /// The test vectors of C2SP (github.com/C2SP/CCTV, age/testdata), where someone has them: `HOLDFAST_AGE_VECTORS=DIR`.
    static let vectorFolder = ProcessInfo.processInfo.environment["HOLDFAST_AGE_VECTORS"]

    @Test("The community's test vectors come out as they should", .enabled(if: vectorFolder != nil))
    func communityVectors() throws {
        let folder = try #require(Self.vectorFolder)
        var count = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            guard let vector = AgeVector(file: [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))) else { continue }
            count += 1
            let outcome = Result { try Self.decrypted(vector.body, vector.key, pieces: 4096) }
            switch outcome {
            case .success(let content):
                #expect(vector.isGood && vector.isPayload(content), "\(name): read, but expected \(vector.expected)")
            case .failure: #expect(!vector.isGood, "\(name): refused")
            }
        }
        #expect(count > 100)
    }

    // MARK: Tools

    static func content(_ size: Int) -> [UInt8] { (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) } }

    static func encrypted(_ content: [UInt8], _ encryptor: AgeEncryptor, pieces: Int = 1 << 20) throws -> [UInt8] {
        var encryptor = encryptor
        var file = encryptor.begin()
        for start in stride(from: 0, to: content.count, by: pieces) {
            file += try encryptor.encrypt(content[start..<min(start + pieces, content.count)])
        }
        return try file + encryptor.finish()
    }

    static func decrypted(_ file: [UInt8], _ key: AgeDecryptor.Key, pieces: Int = 1 << 20) throws -> [UInt8] {
        var decryptor = AgeDecryptor(with: key)
        var content: [UInt8] = []
        for start in stride(from: 0, to: file.count, by: max(1, pieces)) {
            content += try decryptor.decrypt(file[start..<min(start + pieces, file.count)])
        }
        return try content + decryptor.finish()
    }

    static func code(_ body: () throws -> some Any) -> AgeError.Code? {
        do {
            _ = try body()
            return nil
        } catch {
            return (error as? AgeError)?.code
        }
    }

    static func letters(_ count: Int) -> String { String(repeating: "A", count: count) }

    /// A head with one stanza and a code that is none.
    static func header(_ arguments: [String], body: Int) -> String {
        "age-encryption.org/v1\n-> \(arguments.joined(separator: " "))\n\(letters((body * 4 + 2) / 3))\n--- \(letters(43))\n"
    }

    static func armored(_ file: [UInt8], lineEnd: String) -> String {
        let base64 = Data(file).base64EncodedString()
        let lines = stride(from: 0, to: base64.count, by: 64).map { String(base64.dropFirst($0).prefix(64)) }
        return (["-----BEGIN AGE ENCRYPTED FILE-----"] + lines + ["-----END AGE ENCRYPTED FILE-----"]).joined(separator: lineEnd) + lineEnd
    }
}
