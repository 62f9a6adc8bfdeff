import ContactModel
import Mustache

/// One person in the list.
struct PersonLine: Sendable, MustacheParent {
    let id: String
    let name: String
    let monogram: String
    let title: String?
    let company: String?
    let email: String?
    let phone: String?
    let tags: [String]
    let hasLeft: Bool
    /// The place in the list, from 1.
    let position: Int

    private static let mostTags = 3

    init(_ person: Person, position: Int, texts: Texts) {
        id = person.id.description
        name = person.displayName.isEmpty ? texts("personNameless") : person.displayName
        monogram = Monogram(person).letters
        title = person.titles.first?.value
        company = person.companies.first?.value
        email = person.emails.first?.value.address
        phone = person.phones.first?.value.number
        tags = person.tags.prefix(Self.mostTags).map(\.value)
        hasLeft = person.standing == .disconnected
        self.position = position
    }

    /// What the view finds: said here rather than found by reflection, for a hundred rows are drawn for each letter typed.
    func child(named name: String) -> Any? {
        switch name {
        case "id": id
        case "name": self.name
        case "monogram": monogram
        case "title": title
        case "company": company
        case "separator": title != nil && company != nil ? " · " : nil
        case "email": email
        case "phone": phone
        case "tags": tags
        case "hasLeft": hasLeft
        case "position": position
        default: nil
        }
    }
}
