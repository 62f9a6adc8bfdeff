/// What one page shows, as values: a pure function of what the vault holds. The view named `view` draws it.
public protocol Page: Sendable {
    /// The name of its view: `people` for `Views/people.mustache`.
    static var view: String { get }
}
