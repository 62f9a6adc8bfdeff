public import ContactModel
import Foundation

/// Reads the dates of tables: as LinkedIn and other services write them, and as spreadsheets re-write them.
///
/// The shapes (measured or reported, `docs/formats/linkedin.md`): `20 Nov 2018`; `9/25/17, 3:45 AM`, always month first;
/// `2026/07/28 13:20:49 UTC`; `2026-02-09 01:21:47`; `Sat Sep 05 08:12:14 UTC 2026`; `Jan 2020`; `2020`; `Jan 2, 1990`; and after a
/// spreadsheet `9-May-22`, `20-nov-20` and month names in many languages, `31.12.2021`, `31.12.21`, ISO 8601, `03/04/2022`, day numbers.
/// Two-digit years are 20xx. Only a date's day is read: no file says in which zone its times are.
///
/// `03/04/2022` says nothing about its order, and `22-02-07` not even where its year is: 7 February 2022 in Canada, 22 February 2007 in the
/// Netherlands. A date never decides that for itself unless its numbers do; the column it stands in may (`Survey`). No text traps, and a
/// text that is no date never becomes one.
public enum TableDate {
    /// Which number of `03/04/2022` is the day, and of `22-02-07` the year.
    public enum Order: Hashable, Sendable {
        /// 3 April.
        case dayFirst
        /// 4 March.
        case monthFirst
        /// 7 February 2022.
        case yearFirst
    }

    /// What a text says as a date.
    public enum Reading: Hashable, Sendable {
        /// Nothing: the text is empty.
        case empty
        /// A day.
        case day(CalendarDate)
        /// Less than a day: a month of a year, a year, a day of no year.
        case partial(PartialDate)
        /// One of two days; which one, only other dates of the same column can tell.
        case ambiguous
        /// No date, or a day that does not exist.
        case unreadable
    }

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - text: the cell, with or without blanks around it.
    ///   - order: the order the column has proven (`Survey.order`), if it has.
    ///   - allowsSerials: whether a whole number from 20000 to 60000 is a spreadsheet's count of days since 1899-12-30; only in a column
    ///     known to hold dates.
    public static func read(_ text: some StringProtocol, order: Order? = nil, allowsSerials: Bool = false) -> Reading {
        let bytes = Array(text.utf8)
        return read(bytes.span, order: order, allowsSerials: allowsSerials)
    }

    /// Reads a cell's UTF-8.
    public static func read(_ bytes: Span<UInt8>, order: Order? = nil, allowsSerials: Bool = false) -> Reading {
        if let date = usualShape(bytes) { return .day(date) }
        guard let parts = Parts(bytes) else { return .unreadable }
        return parts.reading(order: order, allowsSerials: allowsSerials)
    }

    /// Reads a day of birth, which may lack its year; `nil` where the text is none, or can be two days. Two-digit years are left out:
    /// nothing says of which century they are.
    public static func birthday(_ text: some StringProtocol) -> PartialDate? {
        let bytes = Array(text.utf8)
        guard let parts = Parts(bytes.span) else { return nil }
        switch parts.reading(order: nil, allowsSerials: false) {
        case .day(let date):
            return PartialDate(year: parts.hasShortYear ? nil : date.year, month: date.month, day: date.day)
        case .partial(let date): return date
        case .empty, .ambiguous, .unreadable: return nil
        }
    }

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

    /// The day of a text in the shape of every untouched file of today, `08 Feb 2026`.
    @inline(__always)
    static func usualShape(_ bytes: Span<UInt8>) -> CalendarDate? {
        guard bytes.count == 11, bytes[2] == 0x20, bytes[6] == 0x20 else { return nil }
        let month = MonthNames.english(bytes[3] | 0x20, bytes[4] | 0x20, bytes[5] | 0x20)
        guard let month, let tens = digit(bytes[0]), let ones = digit(bytes[1]) else { return nil }
        guard let first = digit(bytes[7]), let second = digit(bytes[8]), let third = digit(bytes[9]), let fourth = digit(bytes[10]) else {
            return nil
        }
        let year = first * 1000 + second * 100 + third * 10 + fourth
        guard Parts.years.contains(year) else { return nil }
        return CalendarDate(year: year, month: month, day: tens * 10 + ones)
    }

    @inline(__always)
    private static func digit(_ byte: UInt8) -> Int? {
        byte >= 48 && byte <= 57 ? Int(byte - 48) : nil
    }
}

extension TableDate {
    /// A text taken apart into the numbers and the month name of a date; what belongs to a time is left behind.
    private struct Parts {
        /// A number as written.
        struct Number {
            var value: Int
            var digitCount: Int
            /// The separator that stands directly behind it: `/`, `-`, `.`, or a blank for everything else.
            var separator: UInt8
        }

        /// What a date of three numbers tells about the order of the column it stands in.
        enum Evidence: Equatable {
            /// It is a day in one order alone.
            case proof(Order)
            /// It is another day in another order.
            case open
        }

        /// The years a date can have; four digits outside of them are something else.
        static let years = 1900...2199

        private var numbers: [Number] = []
        private var month: Int?
        /// How many numbers stand before the month's name.
        private var numbersBeforeMonth = 0
        private var hasHalfDay = false
        private var hasCommaBehindNumbers = false
        private var isEmpty = true

        /// Takes a text apart; `nil` where a part can't belong to a date.
        init?(_ bytes: Span<UInt8>) {
            guard bytes.count <= 64 else { return nil }
            let symbols = Self.symbols(bytes)
            numbers.reserveCapacity(3)
            isEmpty = symbols.allSatisfy { $0 == " " }
            var index = 0
            var expectsMinutes = 0
            var sawTime = false
            while index < symbols.count {
                let symbol = symbols[index]
                if Self.isDigit(symbol) {
                    var value = 0
                    let start = index
                    while index < symbols.count, Self.isDigit(symbols[index]) {
                        guard index - start < 9 else { return nil }
                        value = value * 10 + Int(symbols[index].value - 48)
                        index += 1
                    }
                    let next: Unicode.Scalar = index < symbols.count ? symbols[index] : " "
                    if expectsMinutes > 0 {
                        guard value < 60 else { return nil }
                        expectsMinutes -= 1
                        if expectsMinutes == 1, next == ":" { index += 1 } else { expectsMinutes = 0 }
                        if expectsMinutes == 0, next == "." || next == "," { Self.skipFraction(symbols, &index) }
                        if expectsMinutes == 0 { Self.skipOffset(symbols, &index) }
                        continue
                    }
                    if next == ":" {
                        guard !sawTime, value < 25 else { return nil }
                        sawTime = true
                        expectsMinutes = 2
                        index += 1
                        continue
                    }
                    guard numbers.count < 3 else { return nil }
                    if numbers.count == 2, next == "," { hasCommaBehindNumbers = true }
                    let separator: UInt8 = next == "/" || next == "-" || next == "." ? UInt8(truncatingIfNeeded: next.value) : 0x20
                    numbers.append(Number(value: value, digitCount: index - start, separator: separator))
                } else if symbol == " " || symbol == "," || symbol == "/" || symbol == "-" || symbol == "." {
                    index += 1
                } else {
                    let start = index
                    while index < symbols.count, Self.isLetter(symbols[index]) { index += 1 }
                    guard index > start, take(word: symbols[start..<index], afterTime: sawTime) else { return nil }
                }
            }
            guard expectsMinutes == 0 else { return nil }
        }

        /// Whether the year has two digits.
        var hasShortYear: Bool {
            guard numbers.count == 3 || (month != nil && numbers.count == 2) else { return false }
            return !numbers.contains { $0.digitCount == 4 }
        }

        func reading(order: Order?, allowsSerials: Bool) -> Reading {
            if let month { return reading(month: month) }
            switch numbers.count {
            case 0: return isEmpty ? .empty : .unreadable
            case 1: return reading(single: numbers[0], allowsSerials: allowsSerials)
            case 3: return readingOfThree(order: order)
            default: return .unreadable
            }
        }

        /// What the numbers tell about the order of their column; `nil` for dates whose order is fixed by their shape, and for those that are
        /// the same day, or none, in any order.
        ///
        /// - Parameter last: the last day it can be, where that is known.
        func evidence(until last: CalendarDate? = nil) -> Evidence? {
            guard month == nil, numbers.count == 3, hasOpenOrder else { return nil }
            // Only years of two digits can be taken for days; what is wrong about a year of four is not its order.
            let last = mayBeginWithYear ? last : nil
            var orders: [Order: CalendarDate] = [:]
            for order in mayBeginWithYear ? [Order.dayFirst, .monthFirst, .yearFirst] : [.dayFirst, .monthFirst] {
                guard let day = day(order), last.map({ day <= $0 }) ?? true else { continue }
                orders[order] = day
            }
            if orders.count == 1, let only = orders.keys.first { return .proof(only) }
            return Set(orders.values).count > 1 ? .open : nil
        }

        /// Whether it is written like `22-02-07`: as a date of today's standard that lost its century. With `/` the year comes last nearly
        /// everywhere.
        private var mayBeginWithYear: Bool {
            numbers.allSatisfy { $0.digitCount == 2 } && numbers[0].separator == UInt8(ascii: "-")
                && numbers[1].separator == UInt8(ascii: "-")
        }

        /// The day it is in an order.
        private func day(_ order: Order) -> CalendarDate? {
            let (first, second, third) = (numbers[0], numbers[1], numbers[2])
            return switch order {
            case .dayFirst: day(year: third, month: second.value, day: first.value)
            case .monthFirst: day(year: third, month: first.value, day: second.value)
            case .yearFirst: mayBeginWithYear ? day(year: first, month: second.value, day: third.value) : nil
            }
        }

        /// Whether neither the year's place, nor full stops, nor LinkedIn's own way with times say what comes first.
        private var hasOpenOrder: Bool {
            numbers[0].digitCount <= 2 && numbers[1].digitCount <= 2 && numbers[0].separator != UInt8(ascii: ".") && !isLinkedInsOwn
        }

        /// Whether it is LinkedIn's own `9/25/17, 3:45 AM`. Without the comma a spreadsheet wrote it, in the order of its own country:
        /// Australians write AM and PM too.
        private var isLinkedInsOwn: Bool {
            hasHalfDay && hasCommaBehindNumbers && numbers[0].separator == UInt8(ascii: "/")
        }

        private func reading(month: Int) -> Reading {
            switch numbers.count {
            case 3:
                // A time written with a full stop, or one number too many: no date of these files.
                return .unreadable
            case 2:
                let yearFirst = numbersBeforeMonth == 1 && numbers[0].digitCount == 4
                let (year, day) = yearFirst ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
                guard numbersBeforeMonth < 2, day.digitCount <= 2 else { return .unreadable }
                return self.day(year: year, month: month, day: day.value).map(Reading.day) ?? .unreadable
            case 1:
                let number = numbers[0]
                if number.digitCount == 4 {
                    guard let year = Self.year(number) else { return .unreadable }
                    return PartialDate(year: year, month: month).map(Reading.partial) ?? .unreadable
                }
                guard number.digitCount <= 2 else { return .unreadable }
                return PartialDate(month: month, day: number.value).map(Reading.partial) ?? .unreadable
            default:
                return .unreadable
            }
        }

        private func reading(single number: Number, allowsSerials: Bool) -> Reading {
            guard number.separator == 0x20 else { return .unreadable }
            if number.digitCount == 4, let year = Self.year(number) {
                return PartialDate(year: year).map(Reading.partial) ?? .unreadable
            }
            guard allowsSerials, number.digitCount == 5, (20_000...60_000).contains(number.value) else { return .unreadable }
            // Day 25569 of the spreadsheets is 1970-01-01.
            return .day(CalendarDate(daysSince1970: number.value - 25_569))
        }

        private func readingOfThree(order: Order?) -> Reading {
            let (first, second, third) = (numbers[0], numbers[1], numbers[2])
            guard second.digitCount <= 2 else { return .unreadable }
            func reading(_ order: Order) -> Reading { day(order).map(Reading.day) ?? .unreadable }
            if first.digitCount == 4 {
                guard third.digitCount <= 2 else { return .unreadable }
                return self.day(year: first, month: second.value, day: third.value).map(Reading.day) ?? .unreadable
            }
            guard first.digitCount <= 2 else { return .unreadable }
            if isLinkedInsOwn { return reading(.monthFirst) }
            if first.separator == UInt8(ascii: ".") { return reading(.dayFirst) }
            switch evidence() {
            case .proof(let order): return reading(order)
            case .open: return order.map(reading) ?? .ambiguous
            case nil: return reading(.dayFirst)
            }
        }

        private func day(year: Number, month: Int, day: Int) -> CalendarDate? {
            guard let year = Self.year(year) else { return nil }
            return CalendarDate(year: year, month: month, day: day)
        }

        /// The year a number stands for: four digits as they are, two digits as 20xx.
        private static func year(_ number: Number) -> Int? {
            switch number.digitCount {
            case 4: years.contains(number.value) ? number.value : nil
            case 2: 2000 + number.value
            default: nil
            }
        }

        /// Takes a word in; `false` where it can't stand in a date.
        private mutating func take(word: ArraySlice<Unicode.Scalar>, afterTime: Bool) -> Bool {
            guard word.count <= 16 else { return false }
            var folded: [UInt8] = []
            for scalar in word {
                guard let scalar = LetterFolding.base(of: scalar) else { continue }
                folded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
            if let named = MonthNames.month(folded) {
                guard month == nil else { return false }
                month = named
                numbersBeforeMonth = numbers.count
                return true
            }
            let text = String(decoding: folded, as: UTF8.self)
            switch text {
            case "am", "pm":
                hasHalfDay = true
                return afterTime
            case "a", "p", "m":
                // The halves of "a.m."; an "a" alone is also a word between day and month in some languages.
                if afterTime { hasHalfDay = true }
                return true
            case "t", "z", "utc", "gmt", "pst", "pdt", "est", "edt", "cst", "cdt", "mst", "mdt", "cet", "cest", "bst", "ist":
                return !numbers.isEmpty || month != nil
            case "de", "del", "d", "st", "nd", "rd", "th", "er", "e", "o", "at", "of", "um", "le", "il", "el", "den", "года", "г":
                return true
            case "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
                "sunday":
                return numbers.isEmpty && month == nil
            default:
                return false
            }
        }

        private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 48 && scalar.value <= 57 }

        private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x300...0x36F, 0x400...0x45F: true
            default: false
            }
        }

        private static func skipFraction(_ symbols: [Unicode.Scalar], _ index: inout Int) {
            guard index + 1 < symbols.count, isDigit(symbols[index + 1]) else { return }
            index += 1
            while index < symbols.count, isDigit(symbols[index]) { index += 1 }
        }

        /// Skips `+02:00`, `+0200` or `-05` directly behind a time.
        private static func skipOffset(_ symbols: [Unicode.Scalar], _ index: inout Int) {
            var next = index
            if next < symbols.count, symbols[next] == " " { next += 1 }
            guard next + 1 < symbols.count, symbols[next] == "+" || symbols[next] == "-", isDigit(symbols[next + 1]) else { return }
            next += 1
            while next < symbols.count, isDigit(symbols[next]) || symbols[next] == ":" { next += 1 }
            index = next
        }

        /// The text's characters, with every kind of blank as one space, every dash as `-`, invisible marks, surrounding blanks and the
        /// apostrophe a spreadsheet keeps a text a text with left out.
        private static func symbols(_ bytes: Span<UInt8>) -> [Unicode.Scalar] {
            var text: [UInt8] = []
            text.reserveCapacity(bytes.count)
            var symbols: [Unicode.Scalar] = []
            symbols.reserveCapacity(bytes.count)
            var isPlain = true
            for index in bytes.indices {
                let byte = bytes[index]
                text.append(byte)
                isPlain = isPlain && byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "'")
            }
            if isPlain {
                for byte in text { symbols.append(Unicode.Scalar(byte)) }
                return symbols
            }
            for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
                switch scalar.value {
                case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
                    if symbols.last != " ", !symbols.isEmpty { symbols.append(" ") }
                case 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xAD, 0xFEFF: break
                case 0x27 where symbols.isEmpty, 0x2019 where symbols.isEmpty: break
                case 0x2010...0x2015, 0x2212: symbols.append("-")
                case 0xAA, 0xBA: break
                default: symbols.append(scalar)
                }
            }
            if symbols.last == " " { symbols.removeLast() }
            return symbols
        }
    }
}
