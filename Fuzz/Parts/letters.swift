// Of: ContactFormats/LinkedIn/LinkedInProfileKey ContactFormats/Tables/LetterFolding ContactFormats/Networks/MetaText ContactFormats/HTML/CharacterReferences ContactFormats/CSV/SpreadsheetText ContactFormats/Text ContactFormats/ByteSearch
import ContactModel
import TextMatching

/// Domains in Punycode, profiles' addresses, character references, text whose encoding was mistaken. Input: which, and the text.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = Input(start, count)
    let choice = input.byte()
    let text = String(decoding: input.rest, as: UTF8.self)
    switch choice % 6 {
    case 0:
        _ = Punycode.decodedDomain(text)
        if let decoded = Punycode.decoded(text) { check(decoded.unicodeScalars.count <= text.utf8.count, "more letters than bytes") }
        if let label = Punycode.encoded(text) {
            check(
                label.utf8.count <= 63 && Punycode.decoded(label.dropFirst(4)).map { isSame($0, text) } ?? false,
                "\(label) is not read back")
        }
    case 1:
        // Escapes that are none are taken as they stand, and are escaped when written: those read otherwise.
        if let key = LinkedInProfileKey("https://www.linkedin.com/in/" + text), !text.utf8.contains(UInt8(ascii: "%")) {
            check(LinkedInProfileKey(key.uri)?.key == key.key, "\(key.uri) is another profile")
        }
        _ = LinkedInProfileKey(text)
    case 2:
        let resolved = CharacterReferences.resolved(in: text)
        check(text.utf8.contains(UInt8(ascii: "&")) || isSame(resolved, text), "a text without references is changed")
    case 3:
        let mended = MetaText.mended(text)
        check(mended.unicodeScalars.count <= text.unicodeScalars.count, "mending makes more of it")
    case 4:
        let bytes = Array(input.rest)
        let mixed = TextEncoding.utf8.textOfMixedBytes(bytes)
        if let valid = String(validating: bytes, as: UTF8.self) { check(isSame(mixed, valid), "UTF-8 is changed") }
    default:
        check(isSame(SpreadsheetText.restored("'" + text), SpreadsheetText.isDisarmed(text) ? text : "'" + text), "not restored: \(text)")
    }
    return 0
}
