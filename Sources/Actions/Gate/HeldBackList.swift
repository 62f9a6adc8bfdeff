import ContactFormats
import ContactModel

/// A table of those who were held back: `id`, `name`, `reasons`; sentences for people, one behind the other.
public struct HeldBackList: Sendable {
    private var csv = CSVWriter(lineEnding: .crlf, disarmsFormulas: true)

    /// Begins with the header.
    public init() {
        csv.row(["id", "name", "reasons"])
    }

    /// Adds somebody.
    public mutating func add(_ heldBack: HeldBack) {
        csv.row([heldBack.person?.description ?? "", heldBack.name, heldBack.reasons.map(\.text).joined(separator: " ")])
    }

    /// The bytes since the last time.
    public mutating func takeBytes() -> [UInt8] { csv.takeBytes() }
}
