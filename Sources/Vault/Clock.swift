import Foundation
public import ContactModel

/// Where the time and new ids come from; passed in, so that tests and two machines can agree on them.
public struct Clock: Sendable {
    /// The time now, in milliseconds since 1970-01-01T00:00:00Z.
    public var milliseconds: @Sendable () -> UInt64
    /// A new time-ordered id.
    public var newID: @Sendable () -> UniqueID

    /// Makes a clock.
    public init(milliseconds: @escaping @Sendable () -> UInt64, newID: @escaping @Sendable () -> UniqueID) {
        self.milliseconds = milliseconds
        self.newID = newID
    }

    /// The machine's clock and its random numbers.
    public static let system = Clock(
        milliseconds: { UInt64(max(0, Date().timeIntervalSince1970 * 1000)) },
        newID: {
            var random = SystemRandomNumberGenerator()
            return UniqueID(milliseconds: UInt64(max(0, Date().timeIntervalSince1970 * 1000)), random: &random)
        }
    )

    /// Today, in UTC.
    public var today: CalendarDate { CalendarDate(daysSince1970: Int(milliseconds() / 86_400_000)) }

    /// The time now in ISO 8601, in UTC with milliseconds: `2026-11-23T16:24:03.120Z`.
    public var timestamp: String { Self.timestamp(milliseconds()) }

    /// A time in milliseconds since 1970-01-01T00:00:00Z as ISO 8601.
    public static func timestamp(_ now: UInt64) -> String {
        func digits(_ value: UInt64, _ count: Int) -> String {
            let text = String(value)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        let day = CalendarDate(daysSince1970: Int(now / 86_400_000))
        let time = now % 86_400_000
        return
            "\(day)T\(digits(time / 3_600_000, 2)):\(digits(time / 60_000 % 60, 2)):\(digits(time / 1000 % 60, 2)).\(digits(time % 1000, 3))Z"
    }
}
