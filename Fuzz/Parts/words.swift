// Of: ContactFormats/ASCIISearch ContactFormats/Mail/{EncodedWords,DisplayName,MailLimits,MailSpace,AddressSpec} ContactFormats/Tables/{PersonNameReading,ColumnRole} ContactFormats/Text ContactFormats/VCard/{CharacterSetName,ContentLine,HeaderParameters,HeaderMeaning,KnownHeaders,PropertyHeader,VCardKinds,VCardProperty,VCardText} ContactFormats/ByteSearch
import ContactModel
import TextMatching

/// Encoded words (RFC 2047), names beside addresses, quoted-printable. Input: which, and the text.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = Input(start, count)
    let choice = input.byte()
    let bytes = Array(input.rest)
    switch choice & 3 {
    case 0:
        let text = EncodedWords.text(bytes)
        check(text.utf8.count <= bytes.count * 4 + 16, "a text longer than its words")
    case 1:
        guard let text = DisplayName.text(bytes, isComment: choice & 4 != 0, address: "ada@example.com") else { return 0 }
        check(!text.isEmpty && TextNormalization.tidy(text).map { isSame($0, text) } ?? false, "a name that is not tidy: \(text)")
        _ = DisplayName.name(text)
    case 2:
        let decoded = QuotedPrintable.decoded(bytes[...])
        check(decoded.count <= bytes.count && (bytes.contains(0x3D) || decoded == bytes), "quoted-printable of \(bytes)")
    default:
        let text = String(decoding: bytes, as: UTF8.self)
        let texts = VCardText.texts(text, separator: UInt8(ascii: ";"))
        check(!texts.isEmpty && texts.count <= text.utf8.filter { $0 == UInt8(ascii: ";") }.count + 1, "more texts than parts")
        let structure = VCardText.structure(text, hasLists: choice & 4 != 0)
        if let plain = VCardText.plainStructure(text, hasLists: choice & 4 != 0, upTo: 7) {
            check(plain.map { $0.map { [$0] } ?? [] } == structure, "a plain structure that is not the structure")
        }
        check(VCardText.unescaped(text).utf8.count <= text.utf8.count, "a text longer than its escapes")
    }
    return 0
}
