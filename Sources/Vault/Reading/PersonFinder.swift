import ContactFormats
import ContactModel

/// Finds people by what names them.
struct PersonFinder {
    var session: any Session
    var vaultID: Int64

    /// The number of the person an id leads to; ids a person had before being found to be one with another lead there too.
    ///
    /// A profile is the key of whoever mentions it, and the name of those alone whose list goes by it: these are meant first.
    func number(of id: UniqueID) throws -> Int64? {
        let found = try session.rows(
            """
            SELECT e.person_id, e.key FROM identity i
            JOIN entry e ON e.vault_id = i.vault_id AND e.entry_id = i.entry_id
            JOIN person p ON p.vault_id = e.vault_id AND p.person_id = e.person_id
            WHERE i.vault_id = ? AND i.key_hash = ? ORDER BY e.person_id
            """,
            [.integer(vaultID), .integer(id.keyHash)]
        ) { (number: $0.integer(0), key: $0.text(1)) }
        return (found.first { UniqueID(named: $0.key) == id } ?? found.first)?.number
    }

    /// The numbers of the people meant by an id, the beginning of one (at least four digits), an address or a profile.
    func numbers(meantBy text: String, limit: Int) throws -> [Int64] {
        let text = text.lowercased()
        if let id = UniqueID(text) { return try number(of: id).map { [$0] } ?? [] }
        let digits = text.filter { $0 != "-" }
        if digits.count >= 4, digits.count < 32, digits.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) {
            let given = String(digits.prefix(16))
            let padding = 16 - given.count
            if let low = UInt64(given + String(repeating: "0", count: padding), radix: 16),
                let high = UInt64(given + String(repeating: "f", count: padding), radix: 16)
            {
                let found = try numbers(low: low, high: high)
                if !found.isEmpty { return Array(found.prefix(limit)) }
            }
        }
        if let profile = LinkedInProfileKey(text) { return try numbers(havingKey: profile.key) }
        if text.contains("@"), !text.contains(" ") { return try numbers(havingKey: .email(text)) }
        return []
    }

    private func numbers(havingKey key: IdentityKey) throws -> [Int64] {
        let hash = UInt64(bitPattern: key.hash)
        return try numbers(low: hash, high: hash)
    }

    private func numbers(low: UInt64, high: UInt64) throws -> [Int64] {
        try session.rows(
            """
            SELECT DISTINCT e.person_id FROM identity i
            JOIN entry e ON e.vault_id = i.vault_id AND e.entry_id = i.entry_id
            JOIN person p ON p.vault_id = e.vault_id AND p.person_id = e.person_id
            WHERE i.vault_id = ? AND i.key_hash BETWEEN ? AND ? ORDER BY e.person_id
            """,
            [.integer(vaultID), .integer(Int64(bitPattern: low)), .integer(Int64(bitPattern: high))]
        ) { $0.integer(0) }
    }
}
