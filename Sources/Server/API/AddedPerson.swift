import Actions
import ContactModel
import Vault

/// Somebody a program adds, as the body of a request says it: values by the names of their fields, of a list one text or several; the whole
/// name in place of its parts; tags; a note.
enum AddedPerson {
    private static let mostOfList = 50
    private static let mostTags = 100

    /// What the body may hold.
    static let names = Set(EditableField.allCases.map(\.rawValue) + ["name", "tags", "note"])

    /// The body as JSON Schema.
    static let schema: JSONValue = {
        let text = APISchema.string(most: 2_000, fewest: 1, pattern: APISchema.something)
        var properties = Dictionary(
            uniqueKeysWithValues: EditableField.allCases.map { field in
                let texts = APISchema.list(of: text, fewest: 1, most: mostOfList)
                return (field.rawValue, isList(field) ? JSONValue.object(["oneOf": .array([text, texts])]) : text)
            })
        properties["name"] = text
        properties["note"] = APISchema.string(most: 20_000, fewest: 1, pattern: APISchema.something)
        properties["tags"] = APISchema.list(
            of: APISchema.string(most: 200, fewest: 1, pattern: APISchema.something), fewest: 1, most: mostTags)
        return .object([
            "type": .string("object"), "minProperties": .integer(1), "additionalProperties": .bool(false),
            "properties": .object(properties),
        ])
    }()

    /// What a body says.
    ///
    /// - Throws: `Refusal` (400) where it is not as the schema has it.
    static func action(_ members: [String: JSONValue]) throws -> AddPerson {
        guard !members.isEmpty else { throw APICall.unusable("body", "names no field") }
        var settings: [EditPeople.Change.Setting] = []
        for field in EditableField.allCases where members[field.rawValue] != nil {
            let name = field.rawValue
            guard isList(field), let list = members[name]?.arrayValue else {
                settings.append(.init(field, try members.text(name, most: 2_000)))
                continue
            }
            guard (1...mostOfList).contains(list.count) else {
                throw APICall.unusable(name, "has to be a list of \(1) to \(mostOfList) texts")
            }
            for value in list { settings.append(.init(field, try [name: value].text(name, most: 2_000))) }
        }
        let tags = members["tags"] == nil ? [] : try members.texts("tags", fewest: 1, most: mostTags)
        return AddPerson(
            name: members["name"] == nil ? nil : try members.text("name", most: 2_000), settings: settings,
            tags: try tags.map { try ["tags": .string($0)].text("tags", most: 200) },
            notes: members["note"] == nil ? [] : [try members.text("note", most: 20_000)])
    }

    /// Whether somebody may have several from the start; a birthday has none beside it.
    private static func isList(_ field: EditableField) -> Bool { field.isList && field != .birthday }
}
