import ContactFormats
import ContactModel
import FuzzSupport

/// The reader of LinkedIn's hand-outs.
///
/// Input: one byte for the kind of the parcel (even: a file by itself), one for the size of the pieces, then members parted by 0x1C: each
/// is a byte for its name and the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = Input(start, count)
    let isFile = input.byte() & 1 == 0
    let chunkSize = 1 + Int(input.byte())
    var files = input.rest.split(separator: 0x1C, maxSplits: isFile ? 0 : 11, omittingEmptySubsequences: false).map { member in
        (path: path(member.first ?? 0), bytes: Array(member.dropFirst()))
    }
    // Two files of a folder never have one name.
    for place in files.indices.reversed() where files[..<place].contains(where: { $0.path == files[place].path }) {
        files.remove(at: place)
    }
    let whole = outcome(files, isFile: isFile, chunkSize: 1 << 16)
    let pieces = outcome(files, isFile: isFile, chunkSize: chunkSize)
    check(whole.error == pieces.error, "another error for pieces of \(chunkSize): \(String(describing: pieces.error))")
    check(whole.summary == pieces.summary, "another hand-out for pieces of \(chunkSize): \(whole.summary) \(pieces.summary)")
    check(whole.tables.count == pieces.tables.count, "another count of tables")
    for (left, right) in zip(whole.tables, pieces.tables) {
        check(left.entries == right.entries, "other entries for pieces of \(chunkSize)")
        check(left.problems == right.problems, "other problems for pieces of \(chunkSize)")
        check(left.closedAccounts == right.closedAccounts, "other closed accounts for pieces of \(chunkSize)")
    }
    return 0
}

/// Changes an input by its rows and cells.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ data: UnsafeMutablePointer<UInt8>?, _ count: Int, _ capacity: Int, _ seed: UInt32) -> Int {
    guard let data else { return 0 }
    var mutation = TableMutation(seed: seed)
    return mutation.mutate(data, count, capacity, keeping: 3)
}

private let names = [
    "Connections", "messages", "Invitations", "Contacts", "ImportedContacts", "Notes", "Endorsement_Received_Info",
    "Endorsement_Given_Info", "Recommendations_Received", "Recommendations_Given", "Member_Follows", "Profile", "Positions",
    "Email Addresses", "PhoneNumbers", "Something New",
]

/// The low four bits choose the list, the two above a part, a copy or another folder.
private func path(_ byte: UInt8) -> String {
    let name = names[Int(byte & 15)]
    return switch byte >> 4 & 3 {
    case 0: name + ".csv"
    case 1: name + "_1.csv"
    case 2: name + " (1).csv"
    default: "Basic_LinkedInDataExport_02-09-2026/" + name + ".csv"
    }
}

/// What recognising and reading gives.
private struct Outcome {
    var error: InputError?
    var summary: [String] = []
    var tables: [ReadTable] = []
}

private struct ReadTable {
    var entries: [SourceEntry] = []
    var problems: [ReadProblem] = []
    var closedAccounts: [Int] = []
}

private func outcome(_ files: [(path: String, bytes: [UInt8])], isFile: Bool, chunkSize: Int) -> Outcome {
    let members = files.map {
        Member(path: $0.path, bytes: BytesInMemory($0.bytes, chunkSize: chunkSize), byteCount: $0.bytes.count, modifiedAt: 1_770_000_000)
    }
    let parcel = Parcel(
        kind: isFile ? .file : .archive,
        path: isFile ? members.first?.path ?? "x.csv" : "Complete_LinkedInDataExport_02-09-2026.zip",
        original: members.first?.bytes,
        members: members
    )
    var outcome = Outcome()
    do {
        guard let handOut = try LinkedInHandOut.recognise(parcel) else {
            outcome.error = try LinkedInHandOut.unrecognisedError(for: parcel)
            return outcome
        }
        outcome.summary = handOut.passedOver.map { "\($0.path) \($0.reason)" } + handOut.remarks
        for table in handOut.tables {
            check(!table.members.isEmpty && !table.format.isEmpty && !table.layout.isEmpty, "a table of nothing")
            let fields = table.fields.map(\.rawValue).sorted()
            outcome.summary += [table.format, table.layout, "\(fields)", table.newestDate?.description ?? "-"] + table.remarks
            let read = try ReadTable(table)
            let again = try ReadTable(table)
            check(read.entries == again.entries && read.problems == again.problems, "a second reading gives something else")
            outcome.tables.append(read)
        }
    } catch let error as InputError {
        check(error.message.count > 10, "no sentence: \(error.message)")
        outcome.error = error
    } catch {
        fatalError("something else than an InputError was thrown: \(error)")
    }
    return outcome
}

extension ReadTable {
    init(_ table: any Table) throws {
        let rowCount = try table.read { event in
            switch event {
            case .entry(let entry): entries.append(entry)
            case .problem(let problem): problems.append(problem)
            case .closedAccount(let line): closedAccounts.append(line)
            }
        }
        check(rowCount >= closedAccounts.count, "\(closedAccounts.count) closed accounts in \(rowCount) rows")
        if table.list.isFull {
            let rejected = problems.count(where: \.isRejection)
            check(entries.count + closedAccounts.count <= rowCount, "\(entries.count) entries in \(rowCount) rows, \(rejected) rejected")
        }
        for entry in entries { Self.test(entry) }
        for problem in problems {
            check(problem.line > 0 && problem.column >= 0 && problem.text.count <= 500, "a problem of no shape: \(problem)")
        }
    }

    private static func test(_ entry: SourceEntry) {
        check(entry.line > 0, "an entry on line \(entry.line)")
        let card = entry.card
        var keys = [entry.key] + card.emails.map { IdentityKey.email($0.address) } + card.phones.compactMap { .phone($0.number) }
        keys += [IdentityKey.name(card.name), card.connectedOn.flatMap { .tie(card.name, on: $0) }].compactMap(\.self)
        keys += card.organizations.compactMap { $0.name.flatMap { .position(card.name, company: $0) } }
        for key in keys {
            check(!key.value.isEmpty, "an empty key: \(key)")
            check(key.value.unicodeScalars.contains { !$0.properties.isWhitespace }, "a blank key: \(key)")
            check(IdentityKey(description: key.description) == key, "a key that is not read back: \(key)")
        }
        if let day = entry.card.connectedOn {
            check((1900...2199).contains(day.year), "connected on \(day)")
        }
        let bytes = JSContact.encode(entry.card)
        check(JSContact.decode(bytes).map(JSContact.encode) == bytes, "a card that is not read back: \(entry.card)")
    }
}
