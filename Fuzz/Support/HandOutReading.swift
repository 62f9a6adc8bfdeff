public import ContactFormats
import ContactModel

/// What recognising and reading a parcel gives, and what has to hold for any parcel.
public struct HandOutReading {
    /// Why it could not be used.
    public var error: InputError?
    /// What was recognised, in words.
    public var summary: [String] = []
    /// The entries of each table.
    public var entries: [[SourceEntry]] = []
    /// The problems of each table.
    public var problems: [[ReadProblem]] = []

    /// Recognises and reads a parcel.
    public init(_ parcel: Parcel, among formats: [HandOutFormat], wishes: ColumnWishes = .none) {
        do {
            let handOut = try HandOutFormat.recognise(parcel, among: formats, wishes: wishes)
            summary = [handOut.service] + handOut.passedOver.map { "\($0.path) \($0.reason)" } + handOut.remarks
            for table in handOut.tables {
                check(!table.members.isEmpty && !table.format.isEmpty && !table.layout.isEmpty, "a table of nothing")
                summary += [table.format, table.sourceName ?? "-", table.layout, table.newestDate?.description ?? "-"] + table.remarks
                summary += table.columnReading.map { $0.roles.map(\.storedText) } ?? []
                for role in table.columnReading?.roles ?? [] {
                    check(ColumnRole(storedText: role.storedText) == role, "a role that is not read back: \(role)")
                }
                try read(table)
            }
        } catch let error as InputError {
            check(error.message.count > 10, "no sentence: \(error.message)")
            self.error = error
        } catch {
            fatalError("something else than an InputError was thrown: \(error)")
        }
    }

    /// Ends the program where another reading of the same gives something else.
    public func checkSame(as other: HandOutReading, _ what: String) {
        check(error == other.error, "another error, \(what): \(String(describing: error)) \(String(describing: other.error))")
        check(summary == other.summary, "another hand-out, \(what): \(summary) \(other.summary)")
        check(entries == other.entries, "other entries, \(what)")
        check(problems == other.problems, "other problems, \(what): \(problems) \(other.problems)")
    }

    private mutating func read(_ table: any Table) throws {
        var entries: [SourceEntry] = []
        var problems: [ReadProblem] = []
        let rowCount = try table.read { event in
            switch event {
            case .entry(let entry): entries.append(entry)
            case .problem(let problem): problems.append(problem)
            case .closedAccount(let line): check(line > 0, "a closed account on line \(line)")
            }
        }
        check(entries.count <= rowCount, "\(entries.count) entries in \(rowCount) rows")
        for entry in entries { Self.test(entry) }
        for problem in problems {
            check(problem.line >= 0 && problem.column >= 0 && problem.text.count <= 500, "a problem of no shape: \(problem)")
        }
        self.entries.append(entries)
        self.problems.append(problems)
    }

    private static func test(_ entry: SourceEntry) {
        check(entry.line > 0, "an entry on line \(entry.line)")
        let card = entry.card
        check(!entry.key.value.isEmpty, "an empty key: \(entry.key)")
        check(IdentityKey(description: entry.key.description) == entry.key, "a key that is not read back: \(entry.key)")
        let parts = [card.name.prefix, card.name.given, card.name.middle, card.name.family, card.name.suffix, card.name.full]
        check(parts.allSatisfy { $0 != "" }, "an empty part of a name: \(card.name)")
        check(card.emails.allSatisfy { $0.address.utf8.contains(0x40) }, "an address without @: \(card.emails)")
        check(card.phones.allSatisfy { $0.number.utf8.contains { $0 >= 48 && $0 <= 57 } }, "a number without digits: \(card.phones)")
        let bytes = JSContact.encode(card)
        check(JSContact.decode(bytes).map(JSContact.encode) == bytes, "a card that is not read back: \(card)")
    }
}
