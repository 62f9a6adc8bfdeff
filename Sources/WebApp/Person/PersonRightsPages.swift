import Actions
public import ContactModel

/// Asks once more before a person is erased.
public struct ErasePersonPage: Page {
    /// The view that draws it.
    public static let view = "person-erase"
    let id: String
    let name: String
    let work: WorkLine

    /// Makes the page.
    public init(_ person: Person) {
        id = person.id.description
        name = person.displayName
        work = WorkLine(person)
    }
}
