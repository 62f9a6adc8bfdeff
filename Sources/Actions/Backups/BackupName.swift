public import ContactModel

/// What a backup in a folder is called: `holdfast-3f2a91c0-20261125T181530120Z.sqlite`, with the vault and the time, and `.age` behind it
/// where it is encrypted. By this name, and by nothing else, a file is taken for a backup of one's own.
public struct BackupName: Hashable, Sendable {
    /// The last eight digits of the vault's id.
    public var vault: String
    /// The time it was made, `20261125T181530120Z`, in UTC.
    public var stamp: String
    /// Whether it is encrypted.
    public var isEncrypted: Bool

    /// Names a backup of a vault at a time written in ISO 8601, in UTC.
    public init(vault: UniqueID, at timestamp: String, isEncrypted: Bool) {
        self.vault = String(vault.description.suffix(8))
        stamp = Self.stamp(of: timestamp)
        self.isEncrypted = isEncrypted
    }

    /// A time in ISO 8601, in UTC, as file names have it: `20261125T181530120Z`.
    public static func stamp(of timestamp: String) -> String {
        timestamp.filter { $0.isASCII && ($0.isNumber || $0 == "T" || $0 == "Z") }
    }

    /// Reads a file's name; `nil` where it is no backup's.
    public init?(fileName: String) {
        guard let match = fileName.wholeMatch(of: /holdfast-([0-9a-f]{8})-(\d{8}T\d{9}Z)\.sqlite(\.age)?/) else { return nil }
        vault = String(match.output.1)
        stamp = String(match.output.2)
        isEncrypted = match.output.3 != nil
        guard CalendarDate(iso: dayText) != nil else { return nil }
    }

    /// The name.
    public var fileName: String { "holdfast-\(vault)-\(stamp).sqlite\(isEncrypted ? ".age" : "")" }

    /// The day it was made.
    public var day: CalendarDate { CalendarDate(iso: dayText) ?? CalendarDate(daysSince1970: 0) }

    private var dayText: String { "\(stamp.prefix(4))-\(stamp.dropFirst(4).prefix(2))-\(stamp.dropFirst(6).prefix(2))" }
}
