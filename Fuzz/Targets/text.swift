import Foundation
import FuzzSupport
import TextMatching

/// Folding, tidying and the words of the search index. Input: the text.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = String(decoding: Input(start, count).rest, as: UTF8.self)
    let folded = TextFolding.folded(text)
    check(isSame(TextFolding.folded(folded), folded), "folded once \(codes(folded)), twice \(codes(TextFolding.folded(folded)))")
    check(folded.first != " " && folded.last != " " && !folded.contains("  "), "spaces in \(folded)")
    let decomposed = text.decomposedStringWithCanonicalMapping
    check(
        isSame(TextFolding.folded(decomposed), folded),
        "\(codes(text)) folds to \(codes(folded)), decomposed \(codes(TextFolding.folded(decomposed)))")
    if let tidy = TextNormalization.tidy(text) {
        check(!tidy.isEmpty && TextNormalization.tidy(tidy).map { isSame($0, tidy) } ?? false, "tidied twice is not tidied: \(codes(tidy))")
    }
    let nfc = TextNormalization.nfc(text)
    check(isSame(TextNormalization.nfc(nfc), nfc) && nfc == text, "not in form C: \(codes(nfc))")
    check(isSame(TextNormalization.nfc(decomposed), nfc), "composed again it is something else: \(codes(nfc))")
    for token in TextFolding.nameTokens(text) { check(!token.isEmpty && !token.contains(" "), "no token: \(token)") }
    testSearch(text)
    return 0
}

/// What is typed as it stands in the text is found by the words of the index.
private func testSearch(_ text: String) {
    let indexed = SearchText.searchText(text)
    let separators = Array(" @._+-'".utf8)
    let words = Set(indexed.utf8.split { separators.contains($0) }.map { Array($0) })
    for term in SearchText.searchTerms(text) {
        check(!term.words.isEmpty && term.words.allSatisfy { !$0.isEmpty }, "an empty term: \(term)")
        for word in term.words {
            check(!word.utf8.contains(where: separators.contains), "no word: \(codes(word)) of \(codes(text))")
            check(words.contains(Array(word.utf8)), "\(codes(word)) of \(codes(text)) is not in the index: \(codes(indexed))")
        }
    }
}

private func codes(_ text: String) -> String {
    text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
}
