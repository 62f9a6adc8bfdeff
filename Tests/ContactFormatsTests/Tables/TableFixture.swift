import Foundation

@testable import ContactFormats
@testable import ContactModel

/// Tables in memory and of the corpus, recognised and read as an import does.
enum TableFixture {
    /// A table's cards and problems.
    struct Reading {
        var entries: [SourceEntry] = []
        var problems: [ReadProblem] = []
        var rowCount = 0

        /// The card of whoever is shown under a name.
        func card(_ name: String) -> Card? { entries.first { $0.card.name.display == name }?.card }
        var cards: [Card] { entries.map(\.card) }
    }

    /// A file of the corpus.
    static func bytes(_ name: String) throws -> [UInt8] {
        let url = Bundle.module.bundleURL.appendingPathComponent("Fixtures/tables/\(name)")
        return Array(try Data(contentsOf: url))
    }

    /// A file by itself.
    static func file(_ name: String, _ bytes: [UInt8]) -> Parcel {
        let source = BytesInMemory(bytes)
        return Parcel(
            kind: .file, path: name, original: source, members: [Member(path: name, bytes: source, byteCount: bytes.count)],
            modifiedAt: 1_700_000_000
        )
    }

    /// A file by itself, of text.
    static func file(_ name: String, _ text: String) -> Parcel { file(name, Array(text.utf8)) }

    /// A file of the corpus, by itself.
    static func file(_ name: String) throws -> Parcel { file(name, try bytes(name)) }

    /// A folder.
    static func folder(_ files: [(String, String)], kind: Parcel.Kind = .folder) -> Parcel {
        Parcel(
            kind: kind, path: "/somewhere/folder", original: nil,
            members: files.map { Member(path: $0.0, bytes: BytesInMemory($0.1), byteCount: $0.1.utf8.count) }, modifiedAt: 1_700_000_000
        )
    }

    /// All that a table yields.
    static func read(_ table: any Table) throws -> Reading {
        var reading = Reading()
        reading.rowCount = try table.read { event in
            switch event {
            case .entry(let entry): reading.entries.append(entry)
            case .problem(let problem): reading.problems.append(problem)
            case .closedAccount: break
            }
        }
        return reading
    }

    /// The first table of what a parcel is recognised as.
    static func read(_ parcel: Parcel, wishes: ColumnWishes = .none) throws -> (table: any Table, reading: Reading, handOut: HandOut) {
        let handOut = try HandOutFormat.recognise(parcel, wishes: wishes)
        guard let table = handOut.tables.first else { throw InputError(.unrecognised, "no table") }
        return (table, try read(table), handOut)
    }
}
