// Of: ContactFormats/Mail/{AddressList,AddressSpec,MailLimits,MailSpace} ContactFormats/HandOver/EmailSyntax ContactFormats/ByteSearch ContactQuality/Email/AddressSyntax
import ContactModel

/// Reused from run to run, as readers do from field to field.
nonisolated(unsafe) private var list = AddressList()
nonisolated(unsafe) private var part = AddressList()

/// Fields of addresses (RFC 5322 §3.4). Input: the field's value.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(Input(start, count).rest)
    list.read(bytes.span, 0..<bytes.count)
    var end = 0
    for mailbox in list.mailboxes {
        check(mailbox.address.lowerBound == end && mailbox.address.upperBound <= list.text.count, "addresses overlap: \(list.mailboxes)")
        end = mailbox.address.upperBound
        check(list.text[mailbox.address].contains(0x40), "an address without @")
        check(mailbox.name.lowerBound >= 0 && mailbox.name.upperBound <= bytes.count, "a name beyond the field")
    }
    for reject in list.rejects { check(reject.lowerBound >= 0 && reject.upperBound <= bytes.count, "a reject beyond the field") }
    // An address of plain letters, written by itself, is read as itself.
    if let first = list.mailboxes.first {
        let address = Array(list.text[first.address])
        guard address.allSatisfy(isPlain), EmailSyntax.isValid(String(decoding: address, as: UTF8.self)) else { return 0 }
        part.read(address.span, 0..<address.count)
        check(part.mailboxes.count == 1 && part.text == address, "\(address) is read as \(part.text)")
        let text = String(decoding: address, as: UTF8.self)
        if EmailSyntax.isValid(text) { check(AddressSyntax.flaw(in: text) == nil, "\(text) has a flaw and is valid") }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if EmailSyntax.isValid(text) { check(AddressSyntax.flaw(in: text) == nil, "\(text) has a flaw and is valid") }
    return 0
}

private func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2D, 0x2E, 0x30...0x39, 0x40, 0x61...0x7A: true
    default: false
    }
}
