import ContactModel
import Foundation

@testable import ContactFormats

/// vCards in and out for tests.
enum VCards {
    /// The cards of a file and what could not be read of it.
    static func read(
        _ bytes: some Sequence<UInt8>,
        chunkSize: Int = 1 << 16,
        longestLine: Int = ContentLineReader.longestLine
    ) throws -> (cards: [Card], problems: [ReadProblem]) {
        var cards: [Card] = []
        var problems: [ReadProblem] = []
        try VCardObjectReader.read(BytesInMemory(bytes, chunkSize: chunkSize), longestLine: longestLine) { event in
            switch event {
            case .object(let object):
                let (card, found) = VCardInterpreter.card(of: object)
                cards.append(card)
                problems += found
            case .problem(let problem): problems.append(problem)
            }
        }
        return (cards, problems)
    }

    /// The cards of a text.
    static func read(_ text: String) throws -> [Card] { try read(text.utf8).cards }

    /// Cards as a file of a version.
    static func write(_ cards: [Card], _ version: VCardVersion) -> [UInt8] { writing(cards, version).bytes }

    /// Cards as a file, and what the version has no place for.
    static func writing(_ cards: [Card], _ version: VCardVersion) -> (bytes: [UInt8], losses: [ExportLoss]) {
        var writer = VCardWriter(version: version)
        writer.begin()
        for card in cards { writer.write(card) }
        writer.end()
        return (writer.takeBytes(), writer.losses)
    }

    /// A fixture's bytes.
    static func fixture(_ name: String) throws -> [UInt8] {
        let folder = Bundle.module.url(forResource: "Fixtures", withExtension: nil)?.appending(path: "vcard")
        guard let file = folder?.appending(path: name) else { return [] }
        return try Array(Data(contentsOf: file))
    }
}
