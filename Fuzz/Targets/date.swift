import ContactFormats
import ContactModel
import FuzzSupport

/// The reader of dates. Input: a column, one cell a line.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let cells = Input(start, count).rest.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    var survey = TableDate.Survey()
    for cell in cells {
        test(cell)
        survey.see(cell.span)
    }
    check(survey.undecidedCount == cells.count { TableDate.read($0.span) == .ambiguous }, "undecided dates are counted wrongly")
    check((survey.undecidedExample == nil) == (survey.undecidedCount == 0), "an example of nothing, or none of something")
    var newest: CalendarDate?
    for cell in cells {
        guard case .day(let day) = TableDate.read(cell.span, order: survey.order, allowsSerials: true) else { continue }
        newest = max(newest ?? day, day)
    }
    check(survey.newest == newest, "the newest is \(String(describing: newest)), told is \(String(describing: survey.newest))")
    return 0
}

private func test(_ cell: [UInt8]) {
    let plain = TableDate.read(cell.span)
    check(
        plain == TableDate.read(String(decoding: cell, as: UTF8.self)) || String(validating: cell, as: UTF8.self) == nil,
        "bytes and text are read differently")
    for allowsSerials in [false, true] {
        let open = TableDate.read(cell.span, allowsSerials: allowsSerials)
        let dayFirst = TableDate.read(cell.span, order: .dayFirst, allowsSerials: allowsSerials)
        let monthFirst = TableDate.read(cell.span, order: .monthFirst, allowsSerials: allowsSerials)
        for reading in [open, dayFirst, monthFirst] { checkIsReal(reading) }
        switch open {
        case .ambiguous:
            guard case .day(let left) = dayFirst, case .day(let right) = monthFirst else { fatalError("one of two days is no day") }
            check(left != right && left.year == right.year && (left.month, left.day) == (right.day, right.month), "\(left) or \(right)")
        default: check(open == dayFirst && open == monthFirst, "an order changes what was certain: \(open) \(dayFirst) \(monthFirst)")
        }
        if allowsSerials, open != plain {
            guard plain == .unreadable, case .day(let day) = open else { fatalError("a day number reads \(plain), then \(open)") }
            check((1954...2065).contains(day.year), "day number of \(day)")
        }
        if cell.count <= 60 {
            let padded = Array(" ".utf8) + cell + Array("\t ".utf8)
            check(TableDate.read(padded.span, allowsSerials: allowsSerials) == open, "blanks around change \(open)")
        }
    }
    if let date = TableDate.birthday(String(decoding: cell, as: UTF8.self)) {
        check(PartialDate(year: date.year, month: date.month, day: date.day) == date, "a birthday that does not exist: \(date)")
        check(date.year.map { (1900...2199).contains($0) } ?? true, "a birthday in \(date)")
    }
}

private func checkIsReal(_ reading: TableDate.Reading) {
    switch reading {
    case .day(let day):
        check(CalendarDate(year: day.year, month: day.month, day: day.day) == day, "a day that does not exist: \(day)")
        check((1900...2199).contains(day.year), "a day in the year \(day.year)")
        check(CalendarDate(daysSince1970: day.daysSince1970) == day, "\(day) is another day when counted")
        check(TableDate.read(day.description) == .day(day), "\(day) is not read as itself")
        check(CalendarDate(iso: day.description) == day, "\(day) is not its own text")
    case .partial(let date):
        check(PartialDate(year: date.year, month: date.month, day: date.day) == date, "a date that does not exist: \(date)")
        check(date.year.map { (1900...2199).contains($0) } ?? true, "a date in \(date)")
    case .empty, .ambiguous, .unreadable: break
    }
}
