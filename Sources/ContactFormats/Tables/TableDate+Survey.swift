public import ContactModel
import Foundation

extension TableDate {
    /// What the dates of one column prove about the order of their numbers, and which is the newest.
    public struct Survey: Hashable, Sendable {
        private let today: CalendarDate
        /// The orders that single dates prove.
        private var proven: Set<Order> = []
        private var newestCertain: CalendarDate?
        private var newestIf: [Order: CalendarDate] = [:]
        /// How many dates could be either order.
        public private(set) var undecidedCount = 0
        /// The first text that could be either order.
        public private(set) var undecidedExample: String?

        /// A survey that has seen nothing, of dates until today.
        public init() {
            self.init(today: CalendarDate(daysSince1970: Int(Date().timeIntervalSince1970 / 86_400)))
        }

        /// A survey that has seen nothing.
        ///
        /// - Parameter today: the last day a date of the column can be, which tells years of two digits from days.
        public init(today: CalendarDate) {
            self.today = today
        }

        /// Looks at one more date of the column.
        public mutating func see(_ text: some StringProtocol) {
            let bytes = Array(text.utf8)
            see(bytes.span)
        }

        /// Looks at one more date of the column, as UTF-8.
        public mutating func see(_ bytes: Span<UInt8>) {
            if let date = TableDate.usualShape(bytes) {
                Self.raise(&newestCertain, to: .day(date))
                return
            }
            guard let parts = Parts(bytes) else { return }
            switch parts.evidence(until: today) {
            case .proof(let order): proven.insert(order)
            case .open: seeUndecided(parts, bytes)
            case nil: break
            }
            Self.raise(&newestCertain, to: parts.reading(order: nil, allowsSerials: true))
        }

        /// The proven order: a first number above 12 anywhere, or a second one, or one that can be no year; `nil` where none was met, or some
        /// that contradict each other.
        public var order: Order? { proven.count == 1 ? proven.first : nil }

        /// The newest date that can be told.
        public var newest: CalendarDate? {
            let open = order.flatMap { newestIf[$0] }
            guard let open, let newestCertain else { return newestCertain ?? open }
            return max(open, newestCertain)
        }

        private mutating func seeUndecided(_ parts: Parts, _ bytes: Span<UInt8>) {
            undecidedCount += 1
            if undecidedExample == nil {
                var text: [UInt8] = []
                for index in bytes.indices { text.append(bytes[index]) }
                undecidedExample = String(decoding: text, as: UTF8.self)
            }
            for order in [Order.dayFirst, .monthFirst, .yearFirst] {
                Self.raise(&newestIf[order], to: parts.reading(order: order, allowsSerials: false))
            }
        }

        private static func raise(_ newest: inout CalendarDate?, to reading: Reading) {
            guard case .day(let day) = reading else { return }
            newest = max(newest ?? day, day)
        }
    }
}
