import ContactModel

/// The order in which a name or an address is written, and what stands between its components, as the parameter `JSCOMPS` of an `N` or an
/// `ADR` says it (RFC 9555 §3.3.1): `s,\, ;10;s, ;11;3`.
///
/// The first entry is the default separator, or empty. Of the others a number is a component of the structured value, counted from 0, with
/// the place in its list behind a comma; `s` begins a separator.
struct ComponentOrder: Hashable {
    /// A component, or what stands between two.
    enum Entry: Hashable {
        case value(component: Int, index: Int)
        case separator(String)
    }

    /// What stands between components where nothing else is said.
    var defaultSeparator: String?
    /// The components in order.
    var entries: [Entry]

    /// The order a parameter says; `nil` where it is not well-formed.
    init?(_ text: String) {
        let parts = Self.split(text)
        guard let first = parts.first, parts.count > 1 else { return nil }
        switch first {
        case [""]: defaultSeparator = nil
        case _ where first.count == 2 && first[0] == "s": defaultSeparator = first[1]
        default: return nil
        }
        entries = []
        for part in parts.dropFirst() {
            if part.count == 2, part[0] == "s" {
                entries.append(.separator(part[1]))
            } else if part.count <= 2, let component = Int(part[0]), let index = part.count == 2 ? Int(part[1]) : 0, component >= 0,
                index >= 0
            {
                entries.append(.value(component: component, index: index))
            } else {
                return nil
            }
        }
    }

    /// The order in which components of JSContact stand, where each of them has a place in a structured value.
    ///
    /// - Parameters:
    ///   - components: RFC 9553's `components`; `nil` is given where one says more than its kind and value.
    ///   - structure: the structured value they are written as.
    ///   - place: the component of the structured value a kind goes to.
    init?(of components: [JSONValue], in structure: [[String]], defaultSeparator: String?, place: (CardComponent) -> Int?) {
        self.defaultSeparator = defaultSeparator
        entries = []
        var taken: Set<Entry> = []
        for json in components {
            guard let component = CardComponent(json), component.json == json else { return nil }
            guard component.kind != "separator" else {
                entries.append(.separator(component.value))
                continue
            }
            guard let place = place(component), structure.indices.contains(place),
                let index = structure[place].indices.first(where: {
                    structure[place][$0] == component.value && !taken.contains(.value(component: place, index: $0))
                })
            else { return nil }
            taken.insert(.value(component: place, index: index))
            entries.append(.value(component: place, index: index))
        }
        guard !taken.isEmpty else { return nil }
    }

    /// The parameter's value, without the quotes around it.
    var text: String {
        let parts = entries.map { entry in
            switch entry {
            case .value(let component, 0): "\(component)"
            case .value(let component, let index): "\(component),\(index)"
            case .separator(let separator): "s," + Self.escaped(separator)
            }
        }
        return ([defaultSeparator.map { "s," + Self.escaped($0) } ?? ""] + parts).joined(separator: ";")
    }

    /// The components in this order, as JSContact has them; `nil` where the order names a value there is none of, or leaves one out that
    /// stands nowhere else.
    ///
    /// - Parameter component: the component of a value at a place of the structure.
    func components(of structure: [[String]], _ component: (_ place: Int, _ value: String) -> CardComponent?) -> [JSONValue]? {
        var components: [JSONValue] = []
        var said: Set<String> = []
        for entry in entries {
            switch entry {
            case .separator(let separator): components.append(CardComponent("separator", separator).json)
            case .value(let place, let index):
                guard structure.indices.contains(place), structure[place].indices.contains(index),
                    let component = component(place, structure[place][index])
                else { return nil }
                said.insert(component.value)
                components.append(component.json)
            }
        }
        let isWhole = structure.joined().allSatisfy { text in said.contains(text) || said.contains { text.contains($0) } }
        return isWhole && !said.isEmpty ? components : nil
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(",", with: "\\,").replacing(";", with: "\\;")
    }

    /// The entries between semicolons, each between commas; separators keep their blanks.
    private static func split(_ text: String) -> [[String]] {
        var entries: [[String]] = []
        var parts: [String] = []
        var part = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case _ where isEscaped:
                part.append(scalar)
                isEscaped = false
            case "\\": isEscaped = true
            case ",", ";":
                parts.append(String(part))
                part = String.UnicodeScalarView()
                guard scalar == ";" else { continue }
                entries.append(parts)
                parts = []
            default: part.append(scalar)
            }
        }
        return entries + [parts + [String(part)]]
    }
}
