// Of: nothing but the modules below
import ContactModel

/// The reader and the writer of JSON. Input: a text.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let value = JSONValue(parsing: Array(Input(start, count).rest)) else { return 0 }
    let text = value.serialized()
    let again = JSONValue(parsing: text)
    check(again == value, "\(value) was read back as \(String(describing: again))")
    check(again?.serialized() == text, "the same value gives other bytes")
    return 0
}
