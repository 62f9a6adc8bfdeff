// Of: ContactFormats/Tables/{TableDate,MonthNames,LetterFolding} ContactFormats/Mail/{MailDate,MailSpace} ContactFormats/VCard/VCardDate ContactFormats/Text ContactFormats/ByteSearch
import ContactModel

/// Days as tables, mails and cards write them. Input: one day's text.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = Input(start, count)
    let choice = input.byte()
    let bytes = Array(input.rest)
    switch choice & 3 {
    case 0, 1:
        let order: TableDate.Order? = choice & 4 == 0 ? nil : choice & 8 == 0 ? .dayFirst : .monthFirst
        switch TableDate.read(bytes.span, order: order, allowsSerials: choice & 1 == 1) {
        case .day(let day): testDay(day)
        case .partial(let date): check(PartialDate(year: date.year, month: date.month, day: date.day) == date, "no such date: \(date)")
        case .ambiguous: check(order == nil, "an order leaves it open")
        case .empty, .unreadable: break
        }
    case 2:
        if let day = MailDate.day(bytes.span, 0..<bytes.count) { testDay(day) }
    default:
        let text = String(decoding: bytes, as: UTF8.self)
        if let (date, _) = VCardDate.partialDate(text) {
            check(PartialDate(year: date.year, month: date.month, day: date.day) == date, "no such date: \(date)")
            check(VCardDate.partialDate(VCardDate.json(date)) == date, "a date that is not kept: \(date)")
        }
        if let time = VCardDate.timestamp(text) { check(time.utf8.allSatisfy { $0 < 0x80 } && time.utf8.count < 40, "no time: \(time)") }
    }
    return 0
}

private func testDay(_ day: CalendarDate) {
    check(CalendarDate(year: day.year, month: day.month, day: day.day) == day, "no such day: \(day)")
    check(CalendarDate(daysSince1970: day.daysSince1970) == day, "another day when counted: \(day)")
    check(CalendarDate(iso: day.description) == day, "not its own text: \(day)")
}
