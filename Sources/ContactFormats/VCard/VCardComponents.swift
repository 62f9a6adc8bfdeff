import ContactModel

/// A part of a name or of an address with its kind (RFC 9553 §2.2.1.2 and 2.5.1.1).
struct CardComponent: Hashable {
    var kind: String
    var value: String

    /// The component as JSContact has it.
    var json: JSONValue { .object(["kind": .string(kind), "value": .string(value)]) }

    init(_ kind: String, _ value: String) {
        self.kind = kind
        self.value = value
    }

    /// The component a JSContact one is, if it has both kind and value.
    init?(_ json: JSONValue) {
        guard let kind = json["kind"]?.stringValue, let value = json["value"]?.stringValue else { return nil }
        self.init(kind, value)
    }
}

/// Which place of vCard's `N` and `ADR` is which kind of component (RFC 9555 §2.3.2 and 2.5.1, RFC 9554 §2).
enum VCardComponents {
    private static let nameKinds = ["surname", "given", "given2", "title", "credential", "surname2", "generation"]
    private static let addressKinds = [
        "postOfficeBox", "apartment", "name", "locality", "region", "postcode", "country", "room", "apartment", "floor", "number", "name",
        "building", "block", "subdistrict", "district", "landmark", "direction",
    ]

    /// The components of an `N`. A second surname is repeated among the surnames, a generation among the suffixes, for programs that
    /// know five places; here each counts once.
    static func name(_ parts: [[String]]) -> [CardComponent] {
        let surnames2 = parts.count > 5 ? parts[5] : []
        let generations = parts.count > 6 ? parts[6] : []
        var components: [CardComponent] = []
        for (place, texts) in parts.prefix(7).enumerated() {
            for text in texts {
                if place == 0, surnames2.contains(text) { continue }
                if place == 4, generations.contains(text) { continue }
                let isGeneration = place == 4 && PersonName.isGeneration(text)
                components.append(CardComponent(isGeneration ? "generation" : nameKinds[place], text))
            }
        }
        // In the order people speak them: surnames together, what follows the name last.
        let order = ["title", "given", "given2", "surname", "surname2", "generation", "credential"]
        return order.flatMap { kind in components.filter { $0.kind == kind } }
    }

    /// The components of an `ADR`. Where the eleven places of RFC 9554 say anything the street in one piece repeats them.
    static func address(_ parts: [[String]]) -> [CardComponent] {
        let isDetailed = parts.dropFirst(7).prefix(11).contains { !$0.isEmpty }
        var components: [CardComponent] = []
        for place in [0, 2, 1, 10, 11, 12, 13, 9, 8, 7, 3, 14, 15, 4, 5, 6, 16, 17] where place < parts.count {
            if isDetailed, place == 1 || place == 2 { continue }
            for text in parts[place] { components.append(CardComponent(addressKinds[place], text)) }
        }
        return components
    }

    /// The components of a name as `N` has them.
    ///
    /// - Parameter isDetailed: with RFC 9554's places for a second surname and a generation, which stand in the five old places too.
    static func nameStructure(_ components: [CardComponent], isDetailed: Bool) -> [[String]] {
        func texts(_ kinds: String...) -> [String] { kinds.flatMap { kind in components.filter { $0.kind == kind }.map(\.value) } }
        var structure = [texts("surname", "surname2"), texts("given"), texts("given2"), texts("title"), texts("credential", "generation")]
        // A generation that is all that follows the name needs no place of its own: reading tells it by the word.
        let isAlone = structure[4].count == 1 && structure[4].allSatisfy(PersonName.isGeneration)
        if isDetailed, !texts("surname2").isEmpty || !texts("generation").isEmpty && !isAlone {
            structure += [texts("surname2"), isAlone ? [] : texts("generation")]
        }
        return structure
    }

    /// The components of an address as `ADR` has them.
    ///
    /// - Parameter isDetailed: with RFC 9554's eleven places, where the address needs them.
    static func addressStructure(_ components: [CardComponent], isDetailed: Bool) -> [[String]] {
        func texts(_ kinds: String...) -> [String] {
            components.filter { kinds.contains($0.kind) }.map(\.value)
        }
        let details = ["room", "floor", "number", "building", "block", "subdistrict", "district", "landmark", "direction"]
        guard components.contains(where: { details.contains($0.kind) }) else {
            return [
                texts("postOfficeBox"), texts("apartment"), texts("name"), texts("locality"), texts("region"), texts("postcode"),
                texts("country"),
            ]
        }
        let street = texts("name", "number", "block", "building", "floor", "apartment", "room").joined(separator: " ")
        let basic = [
            texts("postOfficeBox"), [], street.isEmpty ? [] : [street], texts("locality"), texts("region"), texts("postcode"),
            texts("country"),
        ]
        guard isDetailed else { return basic }
        return basic + [
            texts("room"), texts("apartment"), texts("floor"), texts("number"), texts("name"), texts("building"), texts("block"),
            texts("subdistrict"), texts("district"), texts("landmark"), texts("direction"),
        ]
    }
}

extension PersonName {
    /// The name of the five usual places of an `N`, each with one text or none.
    init(simple parts: [String?]) {
        func text(_ place: Int) -> String? { place < parts.count ? parts[place] : nil }
        self.init(prefix: text(3), given: text(1), middle: text(2), family: text(0), suffix: text(4))
    }

    /// The name its components make; kinds there is no field for join the nearest.
    init(components: [CardComponent]) {
        self.init()
        for component in components {
            switch component.kind {
            case "title": Self.join(component.value, to: &prefix)
            case "given": Self.join(component.value, to: &given)
            case "given2": Self.join(component.value, to: &middle)
            case "surname", "surname2": Self.join(component.value, to: &family)
            case "generation", "credential": Self.join(component.value, to: &suffix)
            default: break
            }
        }
    }

    /// The components the fields say, in the order they are written; a name that needs no others is plain.
    var components: [CardComponent] {
        var components: [CardComponent] = []
        func add(_ kind: String, _ text: String?) {
            if let text { components.append(CardComponent(kind, text)) }
        }
        add("title", prefix)
        add("given", given)
        add("given2", middle)
        add("surname", family)
        if let suffix { add(Self.isGeneration(suffix) ? "generation" : "credential", suffix) }
        return components
    }

    private static func join(_ value: String, to part: inout String?) { part = part.map { $0 + " " + value } ?? value }

    /// Whether a suffix tells generations apart ("Jr.", "III") rather than being a credential.
    static func isGeneration(_ suffix: String) -> Bool {
        let bare = suffix.hasSuffix(".") ? suffix.dropLast() : suffix[...]
        return ["jr", "sr", "ii", "iii", "iv", "v"].contains(bare.lowercased())
    }
}

extension PostalAddress {
    /// The address of the seven usual places of an `ADR`, each with one text or none, and none in the second.
    init(simple parts: [String?]) {
        func text(_ place: Int) -> String? { place < parts.count ? parts[place] : nil }
        self.init(street: text(2), box: text(0), locality: text(3), region: text(4), postcode: text(5), country: text(6))
    }

    /// The address its components make; kinds there is no field for join the street, or are left to `extra`.
    init(components: [CardComponent]) {
        self.init()
        for component in components {
            switch component.kind {
            case "name", "number", "block", "building", "floor", "apartment", "room": Self.join(component.value, to: &street)
            case "postOfficeBox": Self.join(component.value, to: &box)
            case "locality": Self.join(component.value, to: &locality)
            case "region": Self.join(component.value, to: &region)
            case "postcode": Self.join(component.value, to: &postcode)
            case "country": Self.join(component.value, to: &country)
            default: break
            }
        }
    }

    /// The components the fields say, in the order they are written; an address that needs no others is plain.
    var components: [CardComponent] {
        [
            ("postOfficeBox", box), ("name", street), ("locality", locality), ("region", region), ("postcode", postcode),
            ("country", country),
        ]
        .compactMap { kind, text in text.map { CardComponent(kind, $0) } }
    }

    private static func join(_ value: String, to part: inout String?) { part = part.map { $0 + " " + value } ?? value }
}
