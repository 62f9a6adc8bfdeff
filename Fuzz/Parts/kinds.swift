// Of: ContactQuality/Email ContactQuality/Company ContactQuality/Words ContactQuality/Name
import ContactModel
import TextMatching

/// Domains and their public suffixes, and the kind of an address. Input: the company's length, the company and the address.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = Input(start, count)
    let company = String(decoding: input.bytes(Int(input.byte()) & 31), as: UTF8.self)
    let address = String(decoding: input.rest, as: UTF8.self)
    let verdict = EmailClassification.verdict(of: address, companies: [company], name: PersonName(given: "Ada", family: "Example"))
    check((0...1).contains(verdict.probability) && !verdict.reason.isEmpty, "no verdict: \(verdict)")
    if let (local, domain) = DomainName.split(address) { check(!local.isEmpty && !domain.text(from: 0).isEmpty, "no parts of \(address)") }
    return 0
}
