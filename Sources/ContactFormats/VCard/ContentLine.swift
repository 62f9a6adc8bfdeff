/// One content line of a vCard (RFC 6350 §3.3): group, name, parameters and the value as text, still escaped.
struct ContentLine {
    /// What stands before the colon.
    private(set) var header: PropertyHeader
    /// The value: decoded from its charset and from quoted-printable, otherwise as it stands.
    var value: String
    /// The line of the file, counted from 1.
    let line: Int

    /// The group before the name, as written.
    var group: String? { header.group }
    /// The property's name in capitals.
    var name: String { header.name }
    /// Which property it is, of those known.
    var property: VCardProperty? { header.property }
    /// The parameters in order; types that vCard 2.1 writes bare are `TYPE`.
    var parameters: [PropertyHeader.Parameter] { header.parameters }
    /// The words of all `TYPE` parameters in lower case.
    var types: [String] { header.types }
    /// Whether the value was quoted-printable, whose line breaks are ones.
    var isQuotedPrintable: Bool { header.isQuotedPrintable }
    /// Whether the value is base64.
    var isBase64: Bool { header.isBase64 }

    /// The first value of a parameter.
    func parameter(_ name: String) -> String? {
        for parameter in header.parameters where parameter.name == name { return parameter.values.first }
        return nil
    }

    /// The line without some of its parameters.
    func without(_ names: String...) -> ContentLine {
        var line = self
        line.header = header.without(names)
        return line
    }
}

/// What is wrong with a line that could be read all the same.
enum ContentLineDoubt: String {
    /// The label of its charset is not true, or nobody knows it.
    case wrongCharset = "wrong-charset"
    /// There are NUL bytes in it; it is read without them.
    case nulBytes = "nul-bytes"
}

extension ContentLine {
    /// Reads an unfolded line; `nil` where it is none, having no colon or no name.
    ///
    /// - Parameters:
    ///   - encoding: what the file's beginning was recognised as, for letters nobody labelled.
    ///   - known: the headers of the file so far.
    init?(
        _ bytes: [UInt8], line: Int, encoding: TextEncoding = .utf8, known: inout KnownHeaders, doubt: inout ContentLineDoubt?
    ) {
        guard let (header, end) = known.header(of: bytes, encoding) else { return nil }
        self.header = header
        self.line = line
        if header.isQuotedPrintable {
            let decoded = QuotedPrintable.decoded(bytes[end...])
            value = CharacterSetName.text(decoded[...], label: header.charset, encoding: encoding, doubt: &doubt)
        } else {
            value = CharacterSetName.text(bytes[end...], label: header.charset, encoding: encoding, doubt: &doubt)
        }
    }
}
