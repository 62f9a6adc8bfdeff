// Of: nothing but the modules below
import TextMatching

/// Folding and tidying, without what Foundation is asked for in the target `text`. Input: the text.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = String(decoding: Input(start, count).rest, as: UTF8.self)
    let folded = TextFolding.folded(text)
    check(isSame(TextFolding.folded(folded), folded), "folded twice it is something else: \(folded)")
    if let tidy = TextNormalization.tidy(text) {
        check(TextNormalization.tidy(tidy).map { isSame($0, tidy) } ?? false, "tidied twice it is something else: \(tidy)")
    }
    let nfc = TextNormalization.nfc(text)
    check(isSame(TextNormalization.nfc(nfc), nfc), "form C of form C is something else")
    return 0
}
