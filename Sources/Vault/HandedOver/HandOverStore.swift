import ContactFormats
import ContactModel

/// The receipts as they are kept.
struct HandOverStore {
    let session: any Session
    let vaultID: Int64

    private static let columns = """
        receipt_id, uuid, made_at, recipient, format, filter, is_update, written, held_back, byte_count, sha256, people
        """

    /// The numbers of all receipts, the oldest first.
    func numbers() throws -> [Int64] {
        try session.rows("SELECT receipt_id FROM handed_over WHERE vault_id = ? ORDER BY receipt_id", [.integer(vaultID)]) { $0.integer(0) }
    }

    /// A receipt with the hash it was kept with; `nil` where there is none with that number, or its id can't be read.
    ///
    /// One at a time: each names everybody who was in it.
    func receipt(_ number: Int64) throws -> (receipt: HandOverReceipt, hash: [UInt8])? {
        try session.first(
            "SELECT \(Self.columns), hash FROM handed_over WHERE vault_id = ? AND receipt_id = ?", [.integer(vaultID), .integer(number)]
        ) { row in Self.receipt(row).map { ($0, row.bytes(12)) } } ?? nil
    }

    /// The number of the latest receipt a condition holds for, by what was handed out.
    func latest(where isMeant: (_ recipient: String, _ format: String) -> Bool) throws -> Int64? {
        try session.rows(
            "SELECT receipt_id, recipient, format FROM handed_over WHERE vault_id = ? ORDER BY receipt_id DESC", [.integer(vaultID)]
        ) { ($0.integer(0), $0.text(1), $0.text(2)) }.first { isMeant($0.1, $0.2) }?.0
    }

    /// Keeps a receipt under the next number.
    func add(_ content: HandOverReceipt.Content, people: HandedOverPeople, clock: Clock) throws -> HandOverReceipt {
        let number = try session.nextNumber("receipt_id", of: "handed_over", vaultID: vaultID)
        let receipt = HandOverReceipt(number: number, id: clock.newID(), madeAt: clock.timestamp, content: content, people: people)
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

    /// Takes somebody out of every receipt, with the filters that tell of them, and where they were the recipient themselves. That somebody
    /// was in it stays in the count.
    ///
    /// - Parameter people: the ids somebody had.
    func forget(_ people: Set<UniqueID>, toldBy traces: Traces) throws {
        for number in try numbers() {
            guard let (receipt, _) = try receipt(number) else { continue }
            var kept = receipt
            for person in people { kept.people[person] = nil }
            if traces.mayBeTold(by: receipt.content.filter) { kept.content.filter = "(erased)" }
            if traces.mayBeTold(by: receipt.content.recipient) { kept.content.recipient = "(erased)" }
            guard kept.people != receipt.people || kept.content != receipt.content else { continue }
            try session.run(
                "UPDATE handed_over SET recipient = ?, filter = ?, people = ?, hash = ? WHERE vault_id = ? AND receipt_id = ?",
                [
                    .text(kept.content.recipient), .text(kept.content.filter), .bytes(kept.people.bytes), .bytes(kept.hash.bytes),
                    .integer(vaultID), .integer(number),
                ])
        }
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
