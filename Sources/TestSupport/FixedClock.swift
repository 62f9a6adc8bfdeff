public import ContactModel
import Synchronization
public import Vault

extension Clock {
    /// A clock that stands still at noon (UTC) of a day, and gives ids by counting: the same ones in every run.
    public static func fixed(on day: CalendarDate = CalendarDate(daysSince1970: 20_780)) -> Clock {
        let milliseconds = UInt64(max(0, day.daysSince1970)) * 86_400_000 + 43_200_000
        let count = Count()
        return Clock(
            milliseconds: { milliseconds },
            newID: { UniqueID(high: milliseconds << 16 | 0x7000, low: 0x8000_0000_0000_0000 | count.next()) }
        )
    }

    private final class Count: Sendable {
        private let value = Mutex<UInt64>(0)

        func next() -> UInt64 {
            value.withLock { value in
                value += 1
                return value
            }
        }
    }
}
