import ContactFormats
public import ContactModel
import RecordLinkage

extension Vault {
    /// Puts the owner's word about a person into the log, and projects the person anew.
    ///
    /// - Returns: the step.
    /// - Throws: `VaultError` with code `notFound` where there is no such person.
    @discardableResult
    public func say(_ kind: Decision.Kind, of person: UniqueID, payload: [String: JSONValue]) throws -> Decision {
        try engine.write { session in
            guard let number = try PersonFinder(session: session, vaultID: vaultID).number(of: person) else {
                throw VaultError(.notFound, "There is no person \(person). Nothing was changed.")
            }
            let step = try DecisionLog(session: session, vaultID: vaultID).append(kind, subject: person, payload: payload, clock: clock)
            let projector = try PeopleProjector(session: session, vaultID: vaultID, catalog: ListCatalog(session, vaultID: vaultID))
            projector.resolveLater(number)
            try projector.finish(afterImport: false)
            return step
        }
    }

    /// Puts the owner's word about several people into the log as one step, and projects them anew.
    ///
    /// - Parameters:
    ///   - kind: `tag`, `untag`, `edit` or `share`; the payload is that of such a word about one person.
    ///   - people: ids of people; who is named twice is meant once.
    /// - Returns: the step, an `edit` but for `share`.
    /// - Throws: `VaultError`: `notFound` where one of them is not there, `refused` where nobody is named.
    @discardableResult
    public func say(_ kind: Decision.Kind, ofEach people: [UniqueID], payload: [String: JSONValue]) throws -> Decision {
        let people = Set(people).sorted()
        if people.count == 1 { return try say(kind, of: people[0], payload: payload) }
        guard !people.isEmpty else { throw VaultError(.refused, "Nobody is meant. Nothing was changed.") }
        var said: [String: JSONValue] = ["people": .array(people.map { .string($0.description) })]
        switch kind {
        case .tag: said["tags"] = .array([payload["tag"] ?? .null])
        case .untag: said["untags"] = .array([payload["tag"] ?? .null])
        case .edit: said["set"] = .array([.object(payload)])
        default:
            said.merge(payload) { $1 }
            return try sayOfSeveral(kind, payload: said)
        }
        return try sayOfSeveral(.edit, payload: said)
    }

    /// Puts one word about several people into the log, as one step, and projects them anew.
    ///
    /// - Parameters:
    ///   - kind: `edit`, `accept` or `reject`.
    ///   - payload: what is said of whom, as `docs/vault.md` has it; it names the people.
    /// - Returns: the step.
    /// - Throws: `VaultError` with code `notFound` where one of the people is not there.
    @discardableResult
    public func sayOfSeveral(_ kind: Decision.Kind, payload: [String: JSONValue]) throws -> Decision {
        try engine.write { session in
            let step = try DecisionLog(session: session, vaultID: vaultID).append(kind, payload: payload, clock: clock)
            let finder = PersonFinder(session: session, vaultID: vaultID)
            let projector = try PeopleProjector(session: session, vaultID: vaultID, catalog: ListCatalog(session, vaultID: vaultID))
            for person in step.subjects {
                guard let number = try finder.number(of: person) else {
                    throw VaultError(.notFound, "There is no person \(person). Nothing was changed.")
                }
                projector.resolveLater(number)
            }
            try projector.finish(afterImport: false)
            return step
        }
    }

    /// Keeps a search under a name, in place of another of that name; without a search the name is given up.
    ///
    /// - Returns: the step.
    @discardableResult
    public func keepView(_ name: String, query: String?) throws -> Decision {
        try engine.write { session in
            try DecisionLog(session: session, vaultID: vaultID).append(
                .view, payload: ["name": .string(name), "query": query.map { .string($0) } ?? .null], clock: clock)
        }
    }

    /// Takes back a step: the last that is not an undo and still counts, or the one with a number. Taking back an undo does the step again.
    ///
    /// - Returns: the step taken back, and the new one that says so.
    /// - Throws: `VaultError`: `notFound` where there is no such step, `refused` where it is taken back already.
    public func undo(_ number: Int64?) throws -> (undone: Decision, step: Decision) {
        try engine.write { session in
            let target = try undoable(number, session)
            return (target, try takeBack(target, session))
        }
    }

    /// Takes back several steps in their order: all of them, or none.
    ///
    /// - Returns: the steps that say so.
    /// - Throws: `VaultError`: `notFound` where one of them is not there, `refused` where one is taken back already.
    @discardableResult
    public func undo(all numbers: [Int64]) throws -> [Decision] {
        try engine.write { session in try numbers.map { try takeBack(undoable($0, session), session) } }
    }

    /// The step that is meant to be taken back.
    private func undoable(_ number: Int64?, _ session: any Session) throws -> Decision {
        let steps = try DecisionLog(session: session, vaultID: vaultID).all()
        let undoneSteps = DecisionLog.undoneSteps(in: steps)
        guard let number else {
            guard let last = steps.last(where: { $0.kind != .undo && $0.kind != .erase && !undoneSteps.contains($0.step) }) else {
                throw VaultError(.notFound, "There is nothing to undo.")
            }
            return last
        }
        guard let named = steps.first(where: { $0.step == number }) else {
            throw VaultError(.notFound, "There is no step \(number). `holdfast log` lists the steps.")
        }
        guard !undoneSteps.contains(number) else {
            throw VaultError(
                .refused, "Step \(number) is taken back already. `holdfast log` shows by which step; undo that one to have it again.")
        }
        guard named.kind != .erase else {
            throw VaultError(.refused, "Step \(number) erased somebody, which can't be taken back: nothing of them is left.")
        }
        return named
    }

    /// Takes back a step that counts.
    ///
    /// - Returns: the step that says so.
    func takeBack(_ target: Decision, _ session: any Session) throws -> Decision {
        let log = DecisionLog(session: session, vaultID: vaultID)
        let steps = try log.all()
        let step = try log.append(.undo, payload: ["step": .integer(target.step)], clock: clock)
        let stepsNow = steps + [step]
        // Only where a snapshot comes or goes is linking to be done anew.
        let isOfImport = DecisionLog.upToLastImport(stepsNow).count == stepsNow.count
        let turned = DecisionLog.undoneSteps(in: steps).symmetricDifference(DecisionLog.undoneSteps(in: stepsNow))
        try settle(after: stepsNow, turned: turned, isOfImport: isOfImport, session)
        return step
    }

    /// Brings snapshots and people in line with what the log says now.
    ///
    /// - Parameter turned: the steps that count now and did not before, or the other way round.
    private func settle(after log: [Decision], turned: Set<Int64>, isOfImport: Bool, _ session: any Session) throws {
        let undone = DecisionLog.undoneSteps(in: log)
        let projector = try PeopleProjector(session: session, vaultID: vaultID, catalog: ListCatalog(session, vaultID: vaultID))
        let store = SnapshotStore(session: session, vaultID: vaultID)
        let history = SnapshotHistory(session: session, vaultID: vaultID, projector: projector)
        let replaced = Set(log.filter { !undone.contains($0.step) }.flatMap(\.replacedSnapshots))
        func counts(_ snapshot: StoredSnapshot) -> Bool { !undone.contains(snapshot.step) && !replaced.contains(snapshot.uuid) }
        let snapshots = try store.all()
        for snapshot in snapshots where !snapshot.isUndone && !counts(snapshot) { try history.forget(snapshot) }
        for snapshot in snapshots where snapshot.isUndone && counts(snapshot) { try history.restore(snapshot) }
        projector.update(try ListCatalog(session, vaultID: vaultID))
        let finder = PersonFinder(session: session, vaultID: vaultID)
        for decision in log {
            // A step about thousands is looked at only where it is the one that changed.
            let subjects = decision.subject.map { [$0] } ?? (turned.contains(decision.step) ? decision.subjects : [])
            let concerned = subjects + (decision.verdict?.entries ?? [])
            for id in concerned { if let number = try finder.number(of: id) { projector.resolveLater(number) } }
        }
        try projector.finish(afterImport: isOfImport)
    }
}
