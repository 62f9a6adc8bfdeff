import ContactFormats
import ContactModel
import FuzzSupport

/// The reader of h-cards on web pages. Input: the size of the page's pieces, and the page.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = Input(start, count)
    let chunkSize = Int(input.byte()) + 1
    let bytes = Array(input.rest)
    let file = CardFile(bytes, as: "hcard", chunkSize: 1 << 16)
    let inPieces = CardFile(bytes, as: "hcard", chunkSize: chunkSize)
    check(inPieces?.cards == file?.cards && inPieces?.problems == file?.problems, "pieces of \(chunkSize) bytes make another page")
    for card in file?.cards ?? [] {
        let stored = JSContact.encode(card)
        check(JSContact.decode(stored) == card, "\(card)\nwas kept as \(String(decoding: stored, as: UTF8.self))")
        check(card.emails.allSatisfy { $0.address.contains("@") }, "an address that is none")
    }
    return 0
}
