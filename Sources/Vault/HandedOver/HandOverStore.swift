import ContactModel

/// The receipts as they are kept.
struct HandOverStore {
    let session: any Session
    let vaultID: Int64

    private static let columns = """
        receipt_id, uuid, made_at, recipient, format, filter, is_update, written, held_back, byte_count, sha256, people
        """

    /// All receipts, the oldest first, each with the hash it was kept with; one whose id can't be read is left out.
    func all() throws -> [(receipt: HandOverReceipt, hash: [UInt8])] {
        try session.rows(
            "SELECT \(Self.columns), hash FROM handed_over WHERE vault_id = ? ORDER BY receipt_id", [.integer(vaultID)]
        ) { row in Self.receipt(row).map { ($0, row.bytes(12)) } }.compactMap { $0 }
    }

    /// How many receipts there are.
    func count() throws -> Int64 {
        try session.first("SELECT count(*) FROM handed_over WHERE vault_id = ?", [.integer(vaultID)]) { $0.integer(0) } ?? 0
    }

    /// Keeps a receipt under the next number.
    func add(_ content: HandOverReceipt.Content, people: HandedOverPeople, clock: Clock) throws -> HandOverReceipt {
        let last = try session.first("SELECT max(receipt_id) FROM handed_over WHERE vault_id = ?", [.integer(vaultID)]) { $0.integer(0) }
        let receipt = HandOverReceipt(
            number: (last ?? 0) + 1, id: clock.newID(), madeAt: clock.timestamp, content: content, people: people)
        try session.run(
            """
            INSERT INTO handed_over (vault_id, \(Self.columns), hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(vaultID), .integer(receipt.number), .text(receipt.id.description), .text(receipt.madeAt),
                .text(content.recipient), .text(content.format), .text(content.filter), .integer(content.isUpdate ? 1 : 0),
                .integer(Int64(content.written)), .integer(Int64(content.heldBack)), .integer(content.byteCount), .text(content.sha256),
                .bytes(people.bytes), .bytes(receipt.hash.bytes),
            ])
        return receipt
    }

    /// Takes people out of every receipt; that somebody was in it stays in the count.
    func forget(_ people: Set<UniqueID>) throws {
        for (receipt, _) in try all() {
            var kept = receipt
            for person in people { kept.people[person] = nil }
            guard kept.people != receipt.people else { continue }
            try update(kept)
        }
    }

    /// Blanks the filters that tell of somebody.
    func blankFilters(where isTold: (String) -> Bool) throws {
        for (receipt, _) in try all() where isTold(receipt.content.filter) {
            var kept = receipt
            kept.content.filter = "(erased)"
            try update(kept)
        }
    }

    private func update(_ receipt: HandOverReceipt) throws {
        try session.run(
            "UPDATE handed_over SET filter = ?, people = ?, hash = ? WHERE vault_id = ? AND receipt_id = ?",
            [
                .text(receipt.content.filter), .bytes(receipt.people.bytes), .bytes(receipt.hash.bytes), .integer(vaultID),
                .integer(receipt.number),
            ])
    }

    private static func receipt(_ row: any Statement) -> HandOverReceipt? {
        guard let id = UniqueID(row.text(1)) else { return nil }
        return HandOverReceipt(
            number: row.integer(0), id: id, madeAt: row.text(2),
            content: HandOverReceipt.Content(
                recipient: row.text(3), format: row.text(4), filter: row.text(5), isUpdate: row.integer(6) != 0,
                written: Int(clamping: row.integer(7)), heldBack: Int(clamping: row.integer(8)), byteCount: row.integer(9),
                sha256: row.text(10)),
            people: HandedOverPeople(bytes: row.bytes(11)))
    }
}

extension KeptRow {
    /// The hash a receipt's row must have; `nil` where it is no receipt.
    var receiptHash: ContentHash? {
        guard table == .handedOver, let number = integer("receipt_id"), let id = text("uuid").flatMap({ UniqueID($0) }),
            let madeAt = text("made_at"), let recipient = text("recipient"), let format = text("format"), let filter = text("filter"),
            let isUpdate = integer("is_update"), let written = integer("written"), let heldBack = integer("held_back"),
            let byteCount = integer("byte_count"), let sha256 = text("sha256"), case .bytes(let people)? = value("people")
        else { return nil }
        return HandOverReceipt(
            number: number, id: id, madeAt: madeAt,
            content: HandOverReceipt.Content(
                recipient: recipient, format: format, filter: filter, isUpdate: isUpdate != 0, written: Int(clamping: written),
                heldBack: Int(clamping: heldBack), byteCount: byteCount, sha256: sha256),
            people: HandedOverPeople(bytes: people)
        ).hash
    }
}
