import ContactModel

/// What the lines of a card tell of it without being read: who made it, when it was changed, whether it is a group's.
///
/// Lines are looked at as they stand, up to the first fold: what tells stands in the beginning.
struct VCardMarks {
    /// Whether it is in Google's group of everybody.
    var isGoogles = false
    /// Whether it is a group's.
    private(set) var isGroup = false
    /// The day of the newest `REV` of all cards so far.
    private(set) var newestDate: CalendarDate?
    /// The maker its `PRODID` names.
    private var product: String?
    /// The maker one of its extensions tells of.
    private var marked: String?
    private var hasApplesLabels = false
    /// The last `PRODID` of all cards so far, and whom it names: one program wrote most files.
    private var lastProduct: (text: [UInt8], maker: String?) = ([], nil)

    /// The name its source gets; `nil` where nothing tells.
    var maker: String? { product ?? (isGoogles ? "Google Contacts" : marked ?? (hasApplesLabels ? "iCloud" : nil)) }

    /// Forgets what belongs to a card that is over.
    mutating func beginCard() {
        isGoogles = false
        isGroup = false
        product = nil
        marked = nil
        hasApplesLabels = false
    }

    /// Looks at a line by its property's name, as written; whether the line is to be read, which those are that may tell behind a fold.
    mutating func look(at name: ArraySlice<UInt8>, _ line: ArraySlice<UInt8>) -> Bool {
        switch name.first.map({ $0 & 0xDF }) {
        case UInt8(ascii: "X"): lookAtExtension(name, line)
        case UInt8(ascii: "C"): return name.isProperty("CATEGORIES")
        case UInt8(ascii: "K"): if name.isProperty("KIND") { isGroup = Self.saysGroup(Self.value(of: line, behind: name)) }
        case UInt8(ascii: "P"):
            if name.isProperty("PRODID") {
                let text = Self.value(of: line, behind: name)
                if !text.elementsEqual(lastProduct.text) {
                    lastProduct = (Array(text), VCardMaker.name(ofProduct: String(decoding: text, as: UTF8.self).lowercased()))
                }
                product = lastProduct.maker
            }
        case UInt8(ascii: "R"):
            if name.isProperty("REV") {
                let text = String(decoding: Self.value(of: line, behind: name), as: UTF8.self).trimmingBlanks
                if let day = VCardDate.day(ofTimestamp: text) { newestDate = max(newestDate ?? day, day) }
            }
        default: break
        }
        return false
    }

    private mutating func lookAtExtension(_ name: ArraySlice<UInt8>, _ line: ArraySlice<UInt8>) {
        if name.prefix(4).isProperty("X-AB") {
            // Apple's own labels; other programs write the property too, with people's words.
            if !hasApplesLabels, name.isProperty("X-ABLABEL") {
                hasApplesLabels = Self.value(of: line, behind: name).starts(with: "_$!<".utf8)
            } else if name.isProperty("X-ABUID") || name.isProperty("X-ABADR") {
                hasApplesLabels = true
            }
        } else if name.isProperty("X-ADDRESSBOOKSERVER-KIND") {
            isGroup = Self.saysGroup(Self.value(of: line, behind: name))
        } else if marked == nil {
            marked = VCardMaker.name(ofProperty: name)
        }
    }

    private static func saysGroup(_ value: ArraySlice<UInt8>) -> Bool {
        String(decoding: value, as: UTF8.self).trimmingBlanks.lowercased() == "group"
    }

    /// What stands behind the first colon of a line behind its name.
    private static func value(of line: ArraySlice<UInt8>, behind name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let colon = line[name.endIndex...].firstIndex(of: UInt8(ascii: ":")) else { return [] }
        return line[(colon + 1)...]
    }
}
