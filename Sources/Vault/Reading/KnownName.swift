/// What somebody is called, by an id they have or had.
public struct KnownName: Hashable, Sendable {
    /// What the person is called now.
    public var present: String
    /// What the entry of that id calls them by itself: two who were found to be one had two names.
    public var ofEntry: String
}
