import ContactModel

extension TableDate.Parts {
    /// What it says as a date.
    func reading(order: TableDate.Order?, allowsSerials: Bool) -> TableDate.Reading {
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
        var orders: [TableDate.Order: CalendarDate] = [:]
        for order in mayBeginWithYear ? [TableDate.Order.dayFirst, .monthFirst, .yearFirst] : [.dayFirst, .monthFirst] {
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
    private func day(_ order: TableDate.Order) -> CalendarDate? {
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

    private func reading(month: Int) -> TableDate.Reading {
        switch numbers.count {
        case 3:
            // A time written with a full stop, or one number too many: no date of these files.
            return .unreadable
        case 2:
            let yearFirst = numbersBeforeMonth == 1 && numbers[0].digitCount == 4
            let (year, day) = yearFirst ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
            guard numbersBeforeMonth < 2, day.digitCount <= 2 else { return .unreadable }
            return self.day(year: year, month: month, day: day.value).map(TableDate.Reading.day) ?? .unreadable
        case 1:
            let number = numbers[0]
            if number.digitCount == 4 {
                guard let year = Self.year(number) else { return .unreadable }
                return PartialDate(year: year, month: month).map(TableDate.Reading.partial) ?? .unreadable
            }
            guard number.digitCount <= 2 else { return .unreadable }
            return PartialDate(month: month, day: number.value).map(TableDate.Reading.partial) ?? .unreadable
        default:
            return .unreadable
        }
    }

    private func reading(single number: Number, allowsSerials: Bool) -> TableDate.Reading {
        guard number.separator == 0x20 else { return .unreadable }
        if number.digitCount == 4, let year = Self.year(number) {
            return PartialDate(year: year).map(TableDate.Reading.partial) ?? .unreadable
        }
        guard allowsSerials, number.digitCount == 5, (20_000...60_000).contains(number.value) else { return .unreadable }
        // Day 25569 of the spreadsheets is 1970-01-01.
        return .day(CalendarDate(daysSince1970: number.value - 25_569))
    }

    private func readingOfThree(order: TableDate.Order?) -> TableDate.Reading {
        let (first, second, third) = (numbers[0], numbers[1], numbers[2])
        guard second.digitCount <= 2 else { return .unreadable }
        func reading(_ order: TableDate.Order) -> TableDate.Reading { day(order).map(TableDate.Reading.day) ?? .unreadable }
        if first.digitCount == 4 {
            guard third.digitCount <= 2 else { return .unreadable }
            return self.day(year: first, month: second.value, day: third.value).map(TableDate.Reading.day) ?? .unreadable
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
}
