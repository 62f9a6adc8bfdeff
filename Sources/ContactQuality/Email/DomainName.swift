import TextMatching

/// The domain of an address in lower case, cut into labels, with the label its owner chose.
struct DomainName {
    /// Lower-case UTF-8 that ends with the domain, internationalised labels in Unicode; what stands before it is the local part.
    let bytes: [UInt8]
    /// Where each label stands in `bytes`, from the left. At least two.
    let labels: [Range<Int>]
    /// The index of the label right of which only public suffixes stand: `example` of `mail.example.co.uk`.
    let registrable: Int

    /// The parts of a mail address before and after its last `@`, or `nil` where it has not the form `x@y.z`.
    ///
    /// Case is folded, surrounding blanks and a final point are dropped. Internationalised domains are taken both as Unicode and as
    /// `xn--` (RFC 5890).
    static func split(_ address: String) -> (local: ArraySlice<UInt8>, domain: DomainName)? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(address.utf8.count)
        var at = -1
        var isASCII = true
        var hasPunycode = false
        for byte in address.utf8 {
            switch byte {
            case 0x41...0x5A: bytes.append(byte | 0x20)
            case 0...0x20, 0x7F:
                // Blanks around are dropped; one inside is no address.
                if !bytes.isEmpty { bytes.append(0x20) }
            default:
                if byte == 0x40 { at = bytes.count }
                if byte == 0x2D, at >= 0, bytes.suffix(3).elementsEqual("xn-".utf8) { hasPunycode = true }
                if byte >= 0x80 { isASCII = false }
                bytes.append(byte)
            }
        }
        while bytes.last == 0x20 || bytes.last == 0x2E { bytes.removeLast() }
        guard at > 0, at + 1 < bytes.count, !bytes.contains(0x20) else { return nil }
        if !isASCII || hasPunycode {
            var text = String(decoding: bytes[(at + 1)...], as: UTF8.self)
            if hasPunycode { text = Punycode.decodedDomain(text) }
            // IDNA 2008 takes the ideographic full stop for a point (RFC 5895 §2).
            bytes.replaceSubrange((at + 1)..., with: String(text.lowercased().map { $0 == "。" ? "." : $0 }).utf8)
        }
        guard let name = DomainName(bytes, from: at + 1) else { return nil }
        return (bytes[..<at], name)
    }

    private init?(_ bytes: [UInt8], from first: Int) {
        var labels: [Range<Int>] = []
        labels.reserveCapacity(4)
        var start = first
        for index in first..<bytes.count where bytes[index] == 0x2E {
            guard index > start else { return nil }
            labels.append(start..<index)
            start = index + 1
        }
        guard start < bytes.count, !labels.isEmpty else { return nil }
        labels.append(start..<bytes.count)
        self.bytes = bytes
        self.labels = labels
        registrable = max(0, labels.count - 1 - PublicSuffixes.count(in: bytes, labels: labels))
    }

    /// The label its owner chose.
    var label: ArraySlice<UInt8> { bytes[labels[registrable]] }

    /// What stands right of that label: `co.uk`.
    var suffix: ArraySlice<UInt8> { bytes[min(labels[registrable].upperBound + 1, bytes.count)...] }

    /// The domain from a label on, as text.
    func text(from index: Int) -> String {
        index < labels.count ? String(decoding: bytes[labels[index].lowerBound...], as: UTF8.self) : ""
    }

    /// The whole domain as text.
    var text: String { text(from: 0) }

    /// The domain from a label on.
    func bytes(from index: Int) -> ArraySlice<UInt8> {
        index < labels.count ? bytes[labels[index].lowerBound...] : []
    }

    /// A label as text; empty where there is none.
    func labelText(_ index: Int) -> String {
        labels.indices.contains(index) ? String(decoding: bytes[labels[index]], as: UTF8.self) : ""
    }
}
