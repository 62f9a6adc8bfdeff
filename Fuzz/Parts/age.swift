// Of: AgeEncryption/{Base64,Bech32,AgeArmor,AgeHeader,AgeError}

/// The texts of age: base64, keys in Bech32, the armour, the head of a file. Input: which of them, and the text.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = Input(start, count)
    switch input.byte() & 3 {
    case 0: testBase64(input.rest)
    case 1: testBech32(input.rest)
    case 2: testArmor(input)
    default: testHeader(Array(input.rest))
    }
    return 0
}

/// A text that is read is the one spelling of its bytes, and any bytes are read back.
private func testBase64(_ bytes: ArraySlice<UInt8>) {
    if let decoded = Base64.decode(bytes) { check(Base64.encode(decoded).utf8.elementsEqual(bytes), "two spellings of \(decoded)") }
    let text = Base64.encode(bytes)
    check(Base64.decode(Array(text.utf8)).map { bytes.elementsEqual($0) } ?? false, "\(text) is not read back")
}

/// A key that is read is written the same, but for its case, and any bytes are read back.
private func testBech32(_ bytes: ArraySlice<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let (prefix, data) = Bech32.decode(text) {
        check(isSame(Bech32.encode(data, prefix: prefix), text.lowercased()), "\(text) is written otherwise")
    }
    let written = Bech32.encode(Array(bytes), prefix: "age")
    let read = Bech32.decode(written)
    check(read?.prefix == "age" && read.map { bytes.elementsEqual($0.bytes) } ?? false, "\(written) is not read back")
}

/// The armour gives the same whatever the pieces.
private func testArmor(_ input: Input) {
    var input = input
    let size = Int(input.byte()) % 7 + 1
    let bytes = Array("-----BEGIN AGE ENCRYPTED FILE-----\n".utf8) + input.rest
    check(unarmored(bytes, size) == unarmored(bytes, bytes.count), "other bytes for pieces of \(size)")
}

private func unarmored(_ bytes: [UInt8], _ size: Int) -> [UInt8]? {
    var armor = AgeArmor()
    var decoded: [UInt8] = []
    var place = 0
    do throws(AgeError) {
        while place < bytes.count {
            decoded += try armor.decode(bytes[place..<min(place + size, bytes.count)])
            place += size
        }
        try armor.finish()
        return decoded
    } catch {
        return nil
    }
}

/// A head is read or refused, and what is read lies within the bytes; its beginning alone is no head.
private func testHeader(_ bytes: [UInt8]) {
    let whole = Array((AgeHeader.version + "\n").utf8) + bytes
    do throws(AgeError) {
        guard let header = try AgeHeader(beginning: whole) else { return }
        check(header.code.count == 32 && !header.stanzas.isEmpty, "a head without code or stanzas")
        check(header.byteCount <= whole.count && whole.starts(with: header.covered), "a head beyond its bytes")
        check(try AgeHeader(beginning: Array(whole.prefix(header.byteCount)))?.stanzas == header.stanzas, "what follows changes the head")
        check(try AgeHeader(beginning: Array(whole.prefix(header.byteCount - 1))) == nil, "a head without its end")
    } catch {
        check(!error.message.isEmpty, "no sentence")
    }
}
