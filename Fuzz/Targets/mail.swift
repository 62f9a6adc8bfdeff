import ContactFormats
import ContactModel
import FuzzSupport

/// The readers of mailboxes, mails and calendars.
///
/// Input: one byte for the kind of the parcel (even: a file by itself), one for the size of the pieces, then members parted by 0x1C: each
/// is a byte for its path and the file. What stands between two 0x1D is repeated: a header may be longer than any limit.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = Input(start, count)
    let isFile = input.byte() & 1 == 0
    let chunkSize = 1 + Int(input.byte())
    var files = input.rest.split(separator: 0x1C, maxSplits: isFile ? 0 : 11, omittingEmptySubsequences: false).map { member in
        (path: paths[Int(member.first ?? 0) % paths.count], bytes: repeated(member.dropFirst()))
    }
    // Two files of a folder never have one name.
    for place in files.indices.reversed() where files[..<place].contains(where: { $0.path == files[place].path }) {
        files.remove(at: place)
    }
    let whole = outcome(files, isFile: isFile, chunkSize: 1 << 16)
    // Pieces of a few bytes of a file of megabytes say nothing new and take minutes.
    let pieces = outcome(files, isFile: isFile, chunkSize: files.contains { $0.bytes.count > 1 << 16 } ? chunkSize << 10 : chunkSize)
    check(whole.error == pieces.error, "another error for pieces of \(chunkSize): \(String(describing: pieces.error))")
    check(whole.summary == pieces.summary, "another hand-out for pieces of \(chunkSize): \(whole.summary) \(pieces.summary)")
    check(whole.entries == pieces.entries, "other people for pieces of \(chunkSize)")
    check(whole.problems == pieces.problems, "other problems for pieces of \(chunkSize): \(whole.problems) \(pieces.problems)")
    return 0
}

private let paths = [
    "mail.mbox", "Sent", "cur/1:2,S", "new/2", "tmp/3", ".Sent/cur/4:2,FT", "Junk", "a/b.eml", "INBOX.mbox/Messages/5.emlx", "calendar.ics",
    "Trash/6", "Gesendet.mbox/mbox",
]

/// The bytes with what stands between two 0x1D there 2,000 times, at most twice.
private func repeated(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let parts = bytes.split(separator: 0x1D, maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count >= 3 else { return Array(bytes) }
    var result: [UInt8] = []
    for (place, part) in parts.enumerated() {
        let times = place == 1 || place == 3 ? min(2_000, (1 << 22) / max(1, part.count)) : 1
        for _ in 0..<times { result += part }
    }
    return result
}

/// What recognising and reading gives.
private struct Outcome {
    var error: InputError?
    var summary: [String] = []
    var entries: [SourceEntry] = []
    var problems: [ReadProblem] = []
}

private func outcome(_ files: [(path: String, bytes: [UInt8])], isFile: Bool, chunkSize: Int) -> Outcome {
    let members = files.map {
        Member(path: $0.path, bytes: BytesInMemory($0.bytes, chunkSize: chunkSize), byteCount: $0.bytes.count, modifiedAt: 1_770_000_000)
    }
    let parcel = Parcel(
        kind: isFile ? .file : .archive, path: isFile ? members.first?.path ?? "x" : "mail.zip", original: members.first?.bytes,
        members: members)
    var outcome = Outcome()
    do {
        let formats = ["mbox", "maildir", "eml", "ics"].compactMap(HandOutFormat.named)
        check(formats.count == 4, "a format is missing")
        let handOut = try HandOutFormat.recognise(parcel, among: formats)
        outcome.summary = handOut.passedOver.map { "\($0.path) \($0.reason)" } + handOut.remarks
        var keys: Set<String> = []
        for table in handOut.tables {
            outcome.summary += [table.format, table.layout, table.newestDate?.description ?? "-"] + table.remarks
            var entries: [SourceEntry] = []
            let rows = try table.read { event in
                switch event {
                case .entry(let entry): entries.append(entry)
                case .problem(let problem): outcome.problems.append(problem)
                case .closedAccount: check(false, "a closed account in mail")
                }
            }
            check(rows >= 0 && rows < 1 << 30, "\(rows) rows")
            for entry in entries {
                check(entry.line > 0 && !entry.key.value.isEmpty && entry.key.kind == .email, "\(entry.key)")
                check(entry.card.emails.allSatisfy { $0.address.contains("@") }, "\(entry.card.emails)")
                // Formats are tables of their own; within one an address is in one list.
                check(keys.insert("\(table.format.prefix { $0 != "-" }) \(entry.key)").inserted, "\(entry.key) is there twice")
                let bytes = JSContact.encode(entry.card)
                check(JSContact.decode(bytes).map(JSContact.encode) == bytes, "a card that is not read back: \(entry.card)")
            }
            outcome.entries += entries
        }
        check(outcome.problems.allSatisfy { $0.text.utf8.count <= 2_000 && $0.line > 0 }, "a long problem")
    } catch let error as InputError {
        check(error.message.count > 10, "no sentence: \(error.message)")
        outcome.error = error
    } catch {
        fatalError("something else than an InputError was thrown: \(error)")
    }
    return outcome
}
