import Foundation

/// A value of JSON, read by another reader than the program's own.
enum JSON: Hashable, Sendable, Decodable {
    case null, bool(Bool), integer(Int), number(Double), string(String), array([JSON]), object([String: JSON])

    struct Unfit: Error { var reason: String; init(_ reason: String) { self.reason = reason } }

    init(_ text: String) throws {
        do { self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8)) } catch { throw Unfit("no JSON: \(text.prefix(300))") }
    }

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let flag = try? value.decode(Bool.self) {
            self = .bool(flag)
        } else if let number = try? value.decode(Int.self) {
            self = .integer(number)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .string(text)
        } else if let elements = try? value.decode([JSON].self) {
            self = .array(elements)
        } else {
            self = .object(try value.decode([String: JSON].self))
        }
    }

    /// A member of an object, `null` where there is none.
    subscript(name: String) -> JSON { if case .object(let members) = self { members[name] ?? .null } else { .null } }
    /// An element of an array, `null` where there is none.
    subscript(position: Int) -> JSON {
        if case .array(let elements) = self, elements.indices.contains(position) { elements[position] } else { .null }
    }
    var string: String? { if case .string(let text) = self { text } else { nil } }
    var integer: Int? { if case .integer(let number) = self { number } else { nil } }
    var bool: Bool? { if case .bool(let flag) = self { flag } else { nil } }
    var elements: [JSON] { if case .array(let elements) = self { elements } else { [] } }
    var names: Set<String> { if case .object(let members) = self { Set(members.keys) } else { [] } }

    /// The value without the members of a name, however deep they lie.
    func without(_ name: String) -> JSON {
        switch self {
        case .array(let elements): .array(elements.map { $0.without(name) })
        case .object(let members): .object(members.filter { $0.key != name }.mapValues { $0.without(name) })
        default: self
        }
    }

    /// What a value must look like.
    indirect enum Shape: Sendable {
        case null, bool, integer, string, day, time, identifier
        case oneOf(Set<String>)
        case either(Shape, Shape)
        case list(Shape)
        /// Members that must be there; others may.
        case object([String: Shape])

        /// A value or `null`.
        static func maybe(_ shape: Shape) -> Shape { .either(.null, shape) }
    }

    /// Where the value differs from a shape; empty where it fits.
    func misfits(_ shape: Shape, at place: String = "") -> [String] {
        switch (shape, self) {
        case (.null, .null), (.bool, .bool), (.integer, .integer), (.string, .string): return []
        case (.day, .string(let text)):
            return text.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil ? [] : ["\(place): “\(text)” is no day"]
        case (.time, .string(let text)):
            return text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/) != nil ? [] : ["\(place): “\(text)” is no time in UTC"]
        case (.identifier, .string(let text)):
            return text.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil
                ? [] : ["\(place): “\(text)” is no UUID of version 7 (made) or 8 (derived)"]
        case (.oneOf(let words), .string(let text)): return words.contains(text) ? [] : ["\(place): “\(text)” is none of \(words.sorted())"]
        case (.either(let one, let other), _):
            let misfits = misfits(other, at: place)
            return self.misfits(one, at: place).isEmpty || misfits.isEmpty ? [] : misfits
        case (.list(let shape), .array(let elements)):
            return elements.enumerated().flatMap { $1.misfits(shape, at: "\(place)[\($0)]") }
        case (.object(let shapes), .object(let members)):
            return shapes.sorted { $0.key < $1.key }.flatMap { name, shape in
                members[name].map { $0.misfits(shape, at: "\(place).\(name)") } ?? ["\(place).\(name) is missing"]
            }
        default: return ["\(place): \(self) is not \(shape)"]
        }
    }
}
