public import ContactFormats
import ContactModel

extension Vault {
    /// What the owner says about columns now, and said of tables with the same header before.
    ///
    /// What was said is part of the import it was said with: who takes the import back takes it back too.
    public func columnWishes(said: [ColumnWishes.Wish] = []) throws -> ColumnWishes {
        let log = try engine.read { try DecisionLog(session: $0, vaultID: vaultID).all() }
        let memory = ColumnMemory(log)
        return ColumnWishes(said: said) { memory.said(of: $0) }
    }
}

/// How the columns of tables were read, as the log of imports keeps it.
struct ColumnMemory: Sendable {
    private var saidByHeader: [[String]: [ColumnWishes.Wish]] = [:]

    /// What the imports that still count say, the later over the earlier.
    init(_ log: [Decision]) {
        let undone = DecisionLog.undoneSteps(in: log)
        for decision in log where decision.kind == .import && !undone.contains(decision.step) {
            for reading in Self.readings(in: decision)
            where !(reading.said.isEmpty && reading.saidOfFirstRow == nil) && !ColumnWishes.isMadeUp(reading.header) {
                saidByHeader[ColumnWishes.folded(reading.header)] = reading.said
            }
        }
    }

    /// What was said of tables with a header, by its folded cells; `nil` where nothing was.
    func said(of header: [String]) -> [ColumnWishes.Wish]? { saidByHeader[header] }

    /// The wishes that have a table read exactly as an import read it.
    static func fixed(by decision: Decision?) -> ColumnWishes {
        let readings = decision.map(readings) ?? []
        return ColumnWishes(fixed: { header in readings.first { $0.header == header }?.roles })
    }

    // MARK: The log's payload

    /// `[{"header":["Spalte"],"roles":["email"],"said":{"Spalte":"email"},"firstRow":"heading"}]`, the last where it was said; `nil` where no
    /// table's columns were a choice.
    static func payload(of tables: [any Table]) -> JSONValue? {
        let readings = tables.compactMap(\.columnReading)
        guard !readings.isEmpty else { return nil }
        return .array(
            readings.map { reading in
                var member: [String: JSONValue] = [
                    "header": .array(reading.header.map { .string($0) }),
                    "roles": .array(reading.roles.map { .string($0.storedText) }),
                    "said": .object(Dictionary(reading.said.map { ($0.header, .string($0.role.storedText)) }) { $1 }),
                ]
                member["firstRow"] = reading.saidOfFirstRow.map { .string($0.rawValue) }
                return .object(member)
            })
    }

    /// The readings an import was made with.
    static func readings(in decision: Decision) -> [ColumnReading] {
        (decision.payload["columns"]?.arrayValue ?? []).map { value in
            ColumnReading(
                header: (value["header"]?.arrayValue ?? []).compactMap(\.stringValue),
                roles: (value["roles"]?.arrayValue ?? []).map { $0.stringValue.flatMap(ColumnRole.init(storedText:)) ?? ColumnRole(.keep) },
                said: (value["said"]?.objectValue ?? [:]).sorted { $0.key < $1.key }.compactMap { header, role in
                    role.stringValue.flatMap(ColumnRole.init(storedText:)).map { ColumnWishes.Wish(header: header, role: $0) }
                },
                saidOfFirstRow: value["firstRow"]?.stringValue.flatMap(FirstRow.init)
            )
        }
    }
}
