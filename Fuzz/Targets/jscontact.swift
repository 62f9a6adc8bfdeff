import ContactFormats
import ContactModel
import FuzzSupport

/// The readers and writers of JSON and of JSContact cards. Input: the text.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(Input(start, count).rest)
    let value = JSONValue(parsing: bytes)
    if let value {
        let text = value.serialized()
        check(String(validating: text, as: UTF8.self) != nil, "what is written is no UTF-8")
        let again = JSONValue(parsing: text)
        check(again == value, "\(value) was read back as \(String(describing: again))")
        check(again?.serialized() == text, "the same value gives other bytes")
        var writer = JSONWriter(isIndented: true)
        writer.value(value)
        check(JSONValue(parsing: writer.takeBytes()) == value, "indented text is read as something else")
    }
    for limit in [1, 512, .max] { check(limit < 64 || (JSONValue(parsing: bytes, depthLimit: limit) == value || value == nil), "depth") }
    let card = JSContact.decode(bytes)
    check((card != nil) == (value?.objectValue != nil), "a card of what is no object, or an object that is no card")
    if let card { test(card) }
    return 0
}

private func test(_ card: Card) {
    let bytes = JSContact.encode(card)
    guard let again = JSContact.decode(bytes) else { fatalError("what is written is no card: \(String(decoding: bytes, as: UTF8.self))") }
    var expected = card
    // Keywords are a set.
    var seen: Set<String> = []
    expected.keywords = card.keywords.filter { seen.insert($0).inserted }
    check(again == expected, "\(expected)\nwas written as \(String(decoding: bytes, as: UTF8.self))\nand read as \(again)")
    check(JSContact.encode(again) == bytes, "the same card gives other bytes: \(String(decoding: bytes, as: UTF8.self))")
    var writer = JSONWriter()
    JSContact.encode(card, into: &writer, completeWith: "urn:uuid:00000000-0000-4000-8000-000000000000")
    let complete = writer.takeBytes()
    check(
        JSONValue(parsing: complete)?["@type"] == .string("Card"),
        "a complete card is no card: \(String(decoding: complete, as: UTF8.self))")
    check(JSContact.decode(complete)?.emails == card.emails, "a complete card has other addresses")
}
