import ContactFormats
import ContactModel

/// Whom not to let in again: salted hashes of the keys of people who were erased, kept in the steps that erased them.
///
/// A hash tells nothing by itself, but whoever holds the vault and guesses an address can try the guess; nothing less would let an import
/// know whom to leave out.
struct ErasureLedger {
    /// Hashes by the salt they were made with.
    private(set) var hashes: [String: Set<String>] = [:]

    /// Reads the ledger out of the log.
    init(session: any Session, vaultID: Int64) throws {
        let payloads = try session.rows(
            "SELECT payload FROM decision WHERE vault_id = ? AND kind = ? ORDER BY step",
            [.integer(vaultID), .text(Decision.Kind.erase.rawValue)]
        ) { JSONValue(parsing: Array($0.text(0).utf8)) }
        for case .some(let payload) in payloads {
            guard let salt = payload["salt"]?.stringValue, let list = payload["hashes"]?.arrayValue else { continue }
            hashes[salt, default: []].formUnion(list.compactMap(\.stringValue))
        }
    }

    var isEmpty: Bool { hashes.isEmpty }

    /// The salt further erasures use, so that an entry is hashed once and not once for each person erased.
    var salt: String? { hashes.keys.min() }

    /// The texts of an entry that are hashed: its own key within its list, and the keys that are a human being's alone.
    static func texts(key: IdentityKey, list: String, cards: [Card]) -> Set<String> {
        var texts: Set<String> = ["\(key.description)|\(list)"]
        if key.kind == .profile || key.kind == .email { texts.insert(key.description) }
        for card in cards {
            for joining in IdentityKeys.joining(of: card, entryKey: key) where joining.kind == .profile || joining.kind == .email {
                texts.insert(joining.description)
            }
        }
        return texts
    }

    static func hash(_ text: String, salt: String) -> String { ContentHash(of: [salt, text]).description }

    /// Whether an entry is of somebody who was erased.
    func holds(key: IdentityKey, list: String, cards: [Card]) -> Bool {
        let texts = Self.texts(key: key, list: list, cards: cards)
        return hashes.contains { salt, known in texts.contains { known.contains(Self.hash($0, salt: salt)) } }
    }
}
