/// What a reader subscribes to, by an address that holds its token.
enum Feed: String, CaseIterable, Sendable {
    /// Who came, left and moved.
    case changes = "changes.atom"
    /// The days to remember.
    case anniversaries = "anniversaries.ics"

    /// Its path for whoever has a token for feeds.
    func path(openedBy token: String) -> String { "/feeds/\(token)/\(rawValue)" }
}
