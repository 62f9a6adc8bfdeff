import ContactModel

/// What stands before the colon of a content line: group, name and parameters (RFC 6350 §3.3). Address books say the same few headers on
/// every card, so that lines share them.
final class PropertyHeader: Sendable {
    /// A parameter; its name in capitals, its values without quotes and with RFC 6868's `^` resolved.
    struct Parameter: Sendable {
        var name: String
        var values: [String]
    }

    /// The group before the name, as written.
    let group: String?
    /// The group in lower case, in which groups are compared.
    let groupKey: String?
    /// The property's name in capitals.
    let name: String
    /// Which property it is, of those known.
    let property: VCardProperty?
    /// The parameters in order, but for charset and encoding; types that vCard 2.1 writes bare are `TYPE`.
    let parameters: [Parameter]
    /// The words of all `TYPE` parameters in lower case.
    let types: [String]
    /// The charset the value is labelled with, by the name ``CharacterSetName`` has for it.
    let charset: String?
    /// Whether the value is quoted-printable.
    let isQuotedPrintable: Bool
    /// Whether the value is base64.
    let isBase64: Bool
    /// What the parameters say of a value, as the property is usually read.
    let meaning: HeaderMeaning
    /// Name and parameters as jCard has them, of a property nothing is made for, and of labels, which such a one may have.
    private let kept: (name: JSONValue, parameters: JSONValue)?

    /// The parameter a label of Android's becomes.
    static let ownLabel = "X-CUSTOM-LABEL"

    private init(group: String?, name: String, _ parameters: HeaderParameters) {
        self.group = group
        groupKey = group?.lowercased()
        self.name = name
        property = VCardProperty(name: name)
        self.parameters = parameters.list
        types = Self.types(parameters.list)
        charset = parameters.charset
        isQuotedPrintable = parameters.isQuotedPrintable
        isBase64 = parameters.isBase64
        meaning = HeaderMeaning(property, name, parameters.list, types: types)
        kept = property == nil || property == .applesLabel ? Self.jCard(name, group, parameters) : nil
    }

    /// A value under this header as jCard has it (RFC 7095), escaped as it stands, for `vCardProps` (RFC 9555 §2.1.1).
    func jCard(_ value: String) -> JSONValue {
        let header = kept ?? Self.jCard(name, group, HeaderParameters(list: parameters, isBase64: isBase64))
        return .array([header.name, header.parameters, .string("unknown"), .string(value)])
    }

    private static func jCard(_ name: String, _ group: String?, _ parameters: HeaderParameters) -> (name: JSONValue, parameters: JSONValue)
    {
        var members: [String: JSONValue] = [:]
        for parameter in parameters.list { members[parameter.name.lowercased()] = parameter.json }
        if let group { members["group"] = .string(group) }
        if parameters.isBase64 { members["encoding"] = .string("b") }
        return (.string(name.lowercased()), .object(members))
    }

    /// The header without some of its parameters.
    func without(_ names: [String]) -> PropertyHeader {
        let rest = HeaderParameters(
            list: parameters.filter { !names.contains($0.name) }, charset: charset, isQuotedPrintable: isQuotedPrintable,
            isBase64: isBase64)
        return PropertyHeader(group: group, name: name, rest)
    }

    /// Reads the header of an unfolded line and where its value begins; `nil` where there is no colon or no name.
    ///
    /// - Parameter encoding: what the file's beginning was recognised as.
    static func read(_ bytes: [UInt8], _ encoding: TextEncoding) -> (header: PropertyHeader, end: Int)? {
        var index = 0
        if bytes.count > 2, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { index = 3 }
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0 { index += 1 }
        var start = index
        var group: String?
        scan: while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: ":"), UInt8(ascii: ";"): break scan
            case UInt8(ascii: ".") where group == nil && index > start:
                group = String(decoding: bytes[start..<index], as: UTF8.self)
                start = index + 1
            // Blanks are taken off where small letters are made capitals.
            case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"), 0x20:
                break
            default: return nil
            }
            index += 1
        }
        guard index < bytes.count else { return nil }
        let name = HeaderParameters.capitals(bytes[start..<index])
        guard !name.isEmpty else { return nil }
        var parameters = HeaderParameters()
        while index < bytes.count, bytes[index] == UInt8(ascii: ";") {
            index += 1
            parameters.read(bytes, &index, encoding)
        }
        guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return nil }
        return (PropertyHeader(group: group, name: name, parameters), index + 1)
    }

    private static func types(_ parameters: [Parameter]) -> [String] {
        var types: [String] = []
        for parameter in parameters where parameter.name == "TYPE" {
            for var value in parameter.values {
                // "TYPE=HOME,TYPE=VOICE", as some write.
                if value.utf8.count > 5, value.utf8.contains(UInt8(ascii: "=")), value.lowercased().hasPrefix("type=") {
                    value.removeFirst(5)
                }
                if value.utf8.contains(UInt8(ascii: ",")) {
                    types += value.utf8.split(separator: UInt8(ascii: ",")).map { Substring($0).lowercased() }
                } else if !value.isEmpty {
                    types.append(value.lowercased())
                }
            }
        }
        return types
    }
}
