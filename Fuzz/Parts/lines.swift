// Of: ContactFormats/VCard/{ContentLine,ContentLineReader,CharacterSetName,HeaderParameters,HeaderMeaning,KnownHeaders,PropertyHeader,VCardKinds,VCardProperty,VCardText} ContactFormats/Calendar/CalendarLine ContactFormats/LDIF/LDIFReader ContactFormats/CSV ContactFormats/Text ContactFormats/ByteSearch ContactFormats/Tables/LetterFolding ContactFormats/Detection/SourceEntry ContactFormats/{ByteSource,InputError}
import ContactModel
import TextMatching

/// Content lines of cards and calendars, and LDIF. Input: which and in what pieces, and the lines.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = Input(start, count)
    let choice = input.byte()
    let bytes = Array(input.rest)
    let size = Int(choice >> 2) % 13 + 1
    switch choice & 3 {
    case 0:
        var doubt: ContentLineDoubt?
        var known = KnownHeaders()
        if let line = ContentLine(bytes, line: 1, known: &known, doubt: &doubt) {
            check(!line.name.isEmpty && bytes.contains(0x3A), "a line without name or colon")
            check(line.parameters.allSatisfy { !$0.values.isEmpty }, "a parameter without a value")
            let again = ContentLine(bytes, line: 1, known: &known, doubt: &doubt)
            check(again?.name == line.name && again?.value == line.value, "another line of a header met before")
        }
    case 1:
        check(unfolded(bytes, size) == unfolded(bytes, max(1, bytes.count)), "other lines for pieces of \(size)")
    case 2:
        if let line = CalendarLine(bytes) { check(bytes.contains(0x3A) && line.value.count < bytes.count, "a value longer than the line") }
    default:
        check(records(bytes, size) == records(bytes, max(1, bytes.count)), "other records for pieces of \(size)")
    }
    return 0
}

private func unfolded(_ bytes: [UInt8], _ size: Int) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var reader = ContentLineReader()
    do {
        try reader.read(BytesInMemory(bytes, chunkSize: size)) { _, line, number, _ in
            check(number > 0, "line \(number)")
            lines.append(line)
        }
    } catch {
        fatalError("a source in memory threw \(error)")
    }
    return lines
}

private func records(_ bytes: [UInt8], _ size: Int) -> [String] {
    var told: [String] = []
    do {
        try LDIFReader.read(BytesInMemory(bytes, chunkSize: size), encoding: .utf8) { event in
            switch event {
            case .record(let record):
                check(record.line > 0, "a record on line \(record.line)")
                told.append(String(record.line))
                for (name, value) in record.attributes {
                    told.append(name)
                    told.append(value)
                }
            case .problem(let problem): told.append(problem.code)
            }
            return true
        }
    } catch {
        fatalError("a source in memory threw \(error)")
    }
    return told
}
