/// A table of what was kept, as an archive writes it: the columns of `docs/vault.md`, one row a line of JSON.
///
/// What is computed (people, changes, the index) is made anew from these.
public enum KeptTable: String, CaseIterable, Sendable {
    /// A table.
    case source, original, snapshot
    case snapshotPart = "snapshot_part"
    case problem, entry, record, decision
    case handedOver = "handed_over"

    /// Whether archives of before 0.2 may be without it.
    public var mayBeMissing: Bool { self == .handedOver }

    /// How a column is written.
    enum Kind {
        /// A JSON integer, or `null`.
        case integer
        /// A JSON string.
        case text
        /// A JSON string of hexadecimal digits.
        case hexadecimal
        /// JSON as it is stored, byte for byte; always the last column of its table.
        case json
    }

    struct Column {
        var name: String
        var kind: Kind
    }

    /// The columns after the vault's number, in the order they are written; the last may be JSON.
    var columns: [Column] {
        func columns(_ names: [(String, Kind)]) -> [Column] { names.map { Column(name: $0.0, kind: $0.1) } }
        switch self {
        case .source: return columns([("source_id", .integer), ("name", .text), ("hash", .hexadecimal)])
        case .original:
            return columns([
                ("original_id", .integer), ("sha256", .hexadecimal), ("byte_count", .integer), ("file_name", .text), ("hash", .hexadecimal),
            ])
        case .snapshot:
            return columns([
                ("snapshot_id", .integer), ("uuid", .text), ("source_id", .integer), ("list", .text), ("format", .text), ("layout", .text),
                ("path", .text), ("original_id", .integer), ("step", .integer), ("is_undone", .integer), ("exported_on", .text),
                ("exported_on_basis", .text), ("order_within_day", .text), ("imported_at", .text), ("fields", .text),
                ("row_count", .integer), ("entry_count", .integer), ("closed_count", .integer), ("rejected_count", .integer),
                ("contents", .hexadecimal), ("hash", .hexadecimal),
            ])
        case .snapshotPart:
            return columns([
                ("snapshot_id", .integer), ("position", .integer), ("original_id", .integer), ("path", .text), ("hash", .hexadecimal),
            ])
        case .problem:
            return columns([
                ("snapshot_id", .integer), ("position", .integer), ("line_number", .integer), ("column_number", .integer), ("code", .text),
                ("row_text", .text), ("is_rejection", .integer), ("hash", .hexadecimal),
            ])
        case .entry:
            return columns([("entry_id", .integer), ("source_id", .integer), ("list", .text), ("key", .text), ("ordinal", .integer)])
        case .record:
            return columns([
                ("entry_id", .integer), ("first_snapshot", .integer), ("gone_snapshot", .integer), ("hash", .hexadecimal), ("card", .json),
            ])
        case .decision:
            return columns([
                ("step", .integer), ("uuid", .text), ("made_at", .text), ("kind", .text), ("subject", .text), ("hash", .hexadecimal),
                ("payload", .json),
            ])
        case .handedOver:
            return columns([
                ("receipt_id", .integer), ("uuid", .text), ("made_at", .text), ("recipient", .text), ("format", .text), ("filter", .text),
                ("is_update", .integer), ("written", .integer), ("held_back", .integer), ("byte_count", .integer), ("sha256", .text),
                ("people", .hexadecimal), ("hash", .hexadecimal),
            ])
        }
    }
}
