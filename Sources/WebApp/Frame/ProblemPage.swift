/// A page that says in a sentence what went wrong and what to do.
public struct ProblemPage: Page {
    /// The view that draws it.
    public static let view = "problem"
    /// The sentence.
    public var text: String

    /// Makes such a page.
    public init(text: String) {
        self.text = text
    }
}
