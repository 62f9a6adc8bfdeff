import ContactModel
import TextMatching

/// Finds the h-cards of a web page (microformats2 h-card, and the classic hCard 1.0 before it) and makes cards of them.
struct HCardReader {
    /// A card, and the line of the page it begins on.
    struct Found {
        var card: Card
        var line: Int
    }

    /// The cards of a page, the outer ones first; one inside another as its employer is that one's organisation.
    static func cards(in page: HTMLElement) -> [Found] {
        var found: [Found] = []
        visit(page, &found)
        return found
    }

    private static func visit(_ element: HTMLElement, _ found: inout [Found]) {
        let isNew = element.classes.contains("h-card")
        if isNew || element.classes.contains("vcard") {
            let card = HCardReader(element, isClassic: !isNew).card()
            if card != Card() { found.append(Found(card: card, line: element.line)) }
        }
        for child in element.elements where !isPartOfCard(child) { visit(child, &found) }
    }

    /// A card that is a property of the one around it says more of that one, and is no entry by itself.
    private static func isPartOfCard(_ element: HTMLElement) -> Bool {
        let isCard = element.classes.contains("h-card") || element.classes.contains("vcard")
        return isCard && element.classes.contains { $0 == "p-org" || $0 == "org" || $0 == "p-adr" || $0 == "agent" }
    }

    private let root: HTMLElement
    private let isClassic: Bool
    private var properties: [String: [HTMLElement]] = [:]

    private init(_ root: HTMLElement, isClassic: Bool) {
        self.root = root
        self.isClassic = isClassic
        gather(root)
    }

    // MARK: Properties

    private static let known: [String: String] = [
        "fn": "name", "n": "n", "nickname": "nickname", "given-name": "given-name", "family-name": "family-name",
        "additional-name": "additional-name", "honorific-prefix": "honorific-prefix", "honorific-suffix": "honorific-suffix", "org": "org",
        "organization-name": "organization-name", "organization-unit": "organization-unit", "title": "job-title", "role": "role",
        "email": "email", "tel": "tel", "adr": "adr", "label": "label", "url": "url", "photo": "photo", "logo": "logo", "bday": "bday",
        "note": "note", "category": "category", "uid": "uid", "geo": "geo", "rev": "rev", "sort-string": "sort-string",
        "street-address": "street-address", "extended-address": "extended-address", "post-office-box": "post-office-box",
        "locality": "locality", "region": "region", "postal-code": "postal-code", "country-name": "country-name",
    ]

    /// Collects the properties of this card; those inside a card inside belong to that.
    private mutating func gather(_ element: HTMLElement) {
        for child in element.elements {
            for name in child.classes.compactMap(propertyName) { properties[name, default: []].append(child) }
            let isCard = child.classes.contains { $0 == "h-card" || $0 == "vcard" || $0.hasPrefix("h-") && $0 != "h-adr" && $0 != "h-geo" }
            if !isCard { gather(child) }
        }
    }

    private func propertyName(_ word: Substring) -> String? {
        if isClassic { return Self.known[String(word)] }
        for prefix in ["p-", "u-", "dt-", "e-"] where word.hasPrefix(prefix) { return String(word.dropFirst(prefix.count)) }
        return nil
    }

    /// The texts of a property.
    private func texts(_ name: String) -> [String] { properties[name, default: []].compactMap(Self.text) }

    private func text(_ name: String) -> String? { texts(name).first }

    /// The text of an element as microformats have it: a value said elsewhere (`title`, `alt`, `value`), else what is shown.
    static func text(_ element: HTMLElement) -> String? {
        let told: String? =
            switch element.name {
            case "abbr": element.attributes["title"]
            case "img", "area": element.attributes["alt"]
            case "data", "input": element.attributes["value"]
            case "time", "ins", "del": element.attributes["datetime"]
            default: nil
            }
        if let told, let text = TextNormalization.tidy(told) { return TextNormalization.nfc(text) }
        var values: [HTMLElement] = []
        collectValues(element, &values)
        if !values.isEmpty {
            let joined = values.compactMap { $0.classes.contains("value-title") ? $0.attributes["title"] : Self.shown($0) }.joined()
            return TextNormalization.tidy(joined).map(TextNormalization.nfc)
        }
        return TextNormalization.tidy(shown(element)).map(TextNormalization.nfc)
    }

    private static func collectValues(_ element: HTMLElement, _ values: inout [HTMLElement]) {
        for child in element.elements {
            if child.classes.contains("value") || child.classes.contains("value-title") {
                values.append(child)
            } else {
                collectValues(child, &values)
            }
        }
    }

    /// What is shown of an element: its texts, pictures by their `alt`.
    private static func shown(_ element: HTMLElement) -> String {
        var text = ""
        for child in element.children {
            switch child {
            case .text(let piece): text += piece
            case .element(let inner):
                if inner.name == "br" {
                    text += "\n"
                } else if inner.name == "img" {
                    text += inner.attributes["alt"] ?? ""
                } else {
                    text += shown(inner)
                    if ["p", "div", "li", "dd", "dt", "td", "tr"].contains(inner.name) { text += " " }
                }
            }
        }
        return text
    }

    /// The address an element leads to; else its text.
    private static func address(_ element: HTMLElement) -> String? {
        let told =
            element.attributes["href"] ?? element.attributes["src"] ?? element.attributes["data"] ?? element.attributes["value"]
        if let told, let text = VCardText.trimmed(told) { return text }
        // In a classic card the link may lie inside.
        if let inner = element.elements.first(where: { $0.name == "a" && $0.attributes["href"] != nil }) { return address(inner) }
        return text(element)
    }

    // MARK: The card

    private func card() -> Card {
        var card = Card()
        card.name = name()
        card.nicknames = unique(texts("nickname"))
        card.organizations = organizations()
        card.titles = unique(texts("job-title") + (isClassic ? [] : texts("title")))
        let roles = unique(texts("role"))
        if !roles.isEmpty {
            let entries = roles.enumerated().map {
                (
                    "r\($0.offset + 1)",
                    JSONValue.object(["name": .string($0.element), "kind": .string("role"), "vCardName": .string("role")])
                )
            }
            card.extra["titles"] = .object(Dictionary(entries) { first, _ in first })
        }
        for element in properties["email", default: []] { addEmail(element, &card) }
        for element in properties["tel", default: []] { addPhone(element, &card) }
        for address in addresses() where !card.addresses.contains(address) { card.addresses.append(address) }
        addLinks(&card)
        addPictures(&card)
        card.notes = unique(texts("note"))
        card.keywords = unique(texts("category"))
        if let text = text("bday"), let (date, _) = VCardDate.partialDate(text) { card.birthday = date }
        if let uid = properties["uid"]?.first.flatMap(Self.address) { card.extra["uid"] = .string(uid) }
        if let stamp = text("rev").flatMap(VCardDate.timestamp) { card.extra["updated"] = .string(stamp) }
        // A firm's card has its name as the person's.
        if isFirm(card) { card.name = PersonName() }
        return card
    }

    private func isFirm(_ card: Card) -> Bool {
        guard let organization = card.organizations.first?.name, card.name.given == nil, card.name.family == nil else { return false }
        return card.name.full == organization
    }

    private func name() -> PersonName {
        var name = PersonName(
            prefix: text("honorific-prefix"), given: joined("given-name"), middle: joined("additional-name"), family: joined("family-name"),
            suffix: text("honorific-suffix")
        )
        let whole = text("name") ?? impliedName()
        if let whole, !name.isSaid(by: whole) { name.full = whole }
        return name
    }

    private func joined(_ property: String) -> String? {
        let texts = texts(property)
        return texts.isEmpty ? nil : texts.joined(separator: " ")
    }

    /// The name of a card that names none: the picture's text, the title, or all that is shown (microformats2, implied properties).
    private func impliedName() -> String? {
        guard !isClassic, properties["given-name"] == nil, properties["family-name"] == nil else { return nil }
        if let alt = root.attributes["alt"] ?? (root.name == "abbr" ? root.attributes["title"] : nil) { return TextNormalization.tidy(alt) }
        guard properties.keys.allSatisfy({ ["url", "photo", "uid"].contains($0) }) else { return nil }
        return Self.text(root)
    }

    private func organizations() -> [Organization] {
        var organizations: [Organization] = []
        for element in properties["org", default: []] {
            let isCard = element.classes.contains("h-card") || element.classes.contains("vcard")
            let inner = HCardReader(element, isClassic: isClassic || element.classes.contains("vcard"))
            let name = inner.text("organization-name") ?? (isCard ? inner.text("name") ?? inner.impliedName() : nil)
            let units = inner.texts("organization-unit")
            let organization = Organization(name ?? (units.isEmpty ? Self.text(element) : nil), units: units)
            if organization.name != nil || !organization.units.isEmpty, !organizations.contains(organization) {
                organizations.append(organization)
            }
        }
        if organizations.isEmpty, let name = text("organization-name") {
            organizations = [Organization(name, units: texts("organization-unit"))]
        }
        return organizations
    }

    private func addEmail(_ element: HTMLElement, _ card: inout Card) {
        let isLink = element.attributes["href"]?.lowercased().hasPrefix("mailto:") ?? false
        let told = isLink ? element.attributes["href"] : isClassic ? Self.text(element) : Self.address(element)
        guard var address = told else { return }
        if address.lowercased().hasPrefix("mailto:") { address = String(address.dropFirst(7).prefix { $0 != "?" }) }
        address = HCardReader.percentDecoded(address)
        guard address.contains("@"), !card.emails.contains(where: { $0.address.lowercased() == address.lowercased() }) else { return }
        card.emails.append(EmailAddress(address, label: label(of: element)))
    }

    private func addPhone(_ element: HTMLElement, _ card: inout Card) {
        let link = element.attributes["href"].flatMap { href in
            TelephoneURI.number(of: href) ?? (href.lowercased().hasPrefix("tel:") ? String(href.dropFirst(4)) : nil)
        }
        let value = element.attributes["value"]
        guard let number = link.map(HCardReader.percentDecoded) ?? value ?? Self.text(element), number.contains(where: \.isNumber) else {
            return
        }
        guard !card.phones.contains(where: { $0.number == number }) else { return }
        card.phones.append(PhoneNumber(number, label: label(of: element)))
    }

    /// The word a classic card's `type` says: "work", "cell".
    private func label(of element: HTMLElement) -> String? {
        let types = element.elements.filter { $0.classes.contains("type") }.compactMap(Self.text).map { $0.lowercased() }
        let contexts = types.compactMap(VCardKinds.context)
        let features = types.compactMap(VCardKinds.feature)
        return VCardKinds.label(contexts: contexts, features: features) ?? types.first { $0 != "pref" && $0 != "voice" && $0 != "internet" }
    }

    private func addresses() -> [PostalAddress] {
        let parts = ["street-address", "extended-address", "post-office-box", "locality", "region", "postal-code", "country-name"]
        var addresses: [PostalAddress] = []
        for element in properties["adr", default: []] {
            let inner = HCardReader(element, isClassic: isClassic)
            var address = inner.address()
            if address.isEmpty { address.full = Self.text(element) }
            address.label = label(of: element)
            if !address.isEmpty { addresses.append(address) }
        }
        if addresses.isEmpty, parts.contains(where: { properties[$0] != nil }) { addresses.append(address()) }
        for label in texts("label") where !addresses.contains(where: { $0.full == label }) {
            if addresses.count == 1, addresses[0].full == nil {
                addresses[0].full = label
            } else {
                addresses.append(PostalAddress(full: label))
            }
        }
        return addresses
    }

    private func address() -> PostalAddress {
        let street = (texts("street-address") + texts("extended-address")).joined(separator: "\n")
        return PostalAddress(
            street: street.isEmpty ? nil : street, box: text("post-office-box"), locality: text("locality"), region: text("region"),
            postcode: text("postal-code"), country: text("country-name")
        )
    }

    private func addLinks(_ card: inout Card) {
        var uris = properties["url", default: []].compactMap(Self.address)
        if uris.isEmpty, !isClassic {
            if let href = root.attributes["href"] {
                uris.append(href)
            } else if root.elements.count == 1, let href = root.elements[0].attributes["href"] {
                uris.append(href)
            }
        }
        for uri in uris.compactMap(VCardText.trimmed) where !uri.hasPrefix("#") && !uri.lowercased().hasPrefix("javascript:") {
            if uri.lowercased().hasPrefix("mailto:") || card.links.contains(where: { $0.uri == uri }) { continue }
            card.links.append(Link(uri, service: LinkedInProfileKey(uri) == nil ? nil : "LinkedIn"))
        }
    }

    private func addPictures(_ card: inout Card) {
        var entries: [String: JSONValue] = [:]
        for (property, kind, letter) in [("photo", "photo", "p"), ("logo", "logo", "g")] {
            var uris = properties[property, default: []].compactMap(Self.address)
            if uris.isEmpty, kind == "photo", !isClassic, root.name == "img", let source = root.attributes["src"] { uris = [source] }
            for (index, uri) in unique(uris.compactMap(VCardText.trimmed)).enumerated() {
                entries["\(letter)\(index + 1)"] = .object(["kind": .string(kind), "uri": .string(uri)])
            }
        }
        if !entries.isEmpty { card.extra["media"] = .object(entries) }
    }

    private func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    /// A text with its percent escapes resolved, where they make valid UTF-8.
    private static func percentDecoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        let escaped = text.utf8.map { $0 == UInt8(ascii: "%") ? UInt8(ascii: "=") : $0 == UInt8(ascii: "=") ? 0x01 : $0 }
        let decoded = QuotedPrintable.decoded(escaped[...]).map { $0 == 0x01 ? UInt8(ascii: "=") : $0 }
        return String(validating: decoded, as: UTF8.self).flatMap(VCardText.trimmed) ?? text
    }
}
