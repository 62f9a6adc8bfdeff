import ContactFormats
import ContactModel
import FuzzSupport

/// The reader and the writers of vCards. Input: the size of the file's pieces, and the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = Input(start, count)
    let chunkSize = Int(input.byte()) + 1
    let bytes = Array(input.rest)
    guard let file = CardFile(bytes, as: "vcard", chunkSize: 1 << 16) else { return 0 }
    let inPieces = CardFile(bytes, as: "vcard", chunkSize: chunkSize)
    check(inPieces?.cards == file.cards && inPieces?.problems == file.problems, "pieces of \(chunkSize) bytes make another file")
    for card in file.cards {
        let stored = JSContact.encode(card)
        check(JSContact.decode(stored) == card, "\(card)\nwas kept as \(String(decoding: stored, as: UTF8.self))")
    }
    for version in [VCardVersion.v21, .v3, .v4] { testWriting(file.cards, version) }
    return 0
}

/// What is written is read, and is written again the same: as many cards, the same bytes.
private func testWriting(_ cards: [Card], _ version: VCardVersion) {
    let once = written(cards, version)
    let text = String(decoding: once, as: UTF8.self)
    check(text.utf8.elementsEqual(once), "what is written is no UTF-8")
    guard !cards.isEmpty else { return }
    guard let file = CardFile(once, as: "vcard", chunkSize: 1 << 16) else { fatalError("what is written is no vCard: \(text)") }
    check(file.rows == cards.count, "\(cards.count) cards were written as \(file.rows): \(text)")
    let twice = written(file.cards, version)
    check(file.cards.count != cards.count || twice == once, "\(text)\nis written again as\n\(String(decoding: twice, as: UTF8.self))")
}

private func written(_ cards: [Card], _ version: VCardVersion) -> [UInt8] {
    var writer = VCardWriter(version: version)
    writer.begin()
    for card in cards { writer.write(card) }
    writer.end()
    return writer.takeBytes()
}
