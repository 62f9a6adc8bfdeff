import ContactModel

/// The log of what the owner did, in order.
struct DecisionLog {
    var session: any Session
    var vaultID: Int64

    /// Adds a step.
    ///
    /// - Returns: the step, with its number.
    func append(_ kind: Decision.Kind, subject: UniqueID? = nil, payload: [String: JSONValue], clock: Clock) throws -> Decision {
        let decision = Decision(
            step: try session.nextNumber("step", of: "decision", vaultID: vaultID),
            uuid: clock.newID(),
            madeAt: clock.timestamp,
            kind: kind,
            subject: subject,
            payload: payload
        )
        try session.run(
            "INSERT INTO decision (vault_id, step, uuid, made_at, kind, subject, payload, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                .integer(vaultID), .integer(decision.step), .text(decision.uuid.description), .text(decision.madeAt), .text(kind.rawValue),
                .text(subject?.description ?? ""), .text(decision.payloadText), .bytes(decision.hash.bytes),
            ]
        )
        return decision
    }

    /// All steps, oldest first; one that can't be read (damage, which `verify` names) is left out.
    func all() throws -> [Decision] {
        try session.rows(
            "SELECT step, uuid, made_at, kind, subject, payload FROM decision WHERE vault_id = ? ORDER BY step",
            [.integer(vaultID)]
        ) { row in Decision(step: row.integer(0), texts: (1...5).map { row.text($0) }) }.compactMap { $0 }
    }

    /// The log up to the last step by which a snapshot came or went: an import, an import taken back, or done again.
    static func upToLastImport(_ log: [Decision]) -> [Decision] {
        let kinds = Dictionary(log.map { ($0.step, $0) }) { first, _ in first }
        func root(of decision: Decision) -> Decision {
            var decision = decision
            // Each undo names an earlier step, so this ends.
            while let step = decision.undoneStep, step < decision.step, let target = kinds[step] { decision = target }
            return decision
        }
        return Array(log.prefix((log.lastIndex { root(of: $0).kind == .import } ?? -1) + 1))
    }

    /// A step by its number; `nil` where there is none that can be read.
    func step(_ number: Int64) throws -> Decision? { try all().first { $0.step == number } }

    /// The steps that are taken back at present; an undo that was undone takes nothing back.
    static func undoneSteps(in log: [Decision]) -> Set<Int64> {
        var undone: Set<Int64> = []
        // Later steps decide over earlier ones, never the other way round.
        for decision in log.reversed() {
            if let step = decision.undoneStep, !undone.contains(decision.step) { undone.insert(step) }
        }
        return undone
    }
}
