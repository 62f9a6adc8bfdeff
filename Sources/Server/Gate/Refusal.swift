import Hummingbird

/// Something the gate or a route says no to, in words for a person.
struct Refusal: Error {
    /// What is said.
    enum Words: Sendable {
        /// A text of the page, by its key, with its values.
        case text(String, [String: String] = [:])
        /// A sentence as it stands.
        case sentence(String)
    }

    /// The status of the answer.
    var status: HTTPResponse.Status
    /// A short name of the reason that programs may rely on: `form-token`.
    var code: String
    /// What is said.
    var words: Words
    /// What the answer carries besides.
    var headers: HTTPFields

    init(_ status: HTTPResponse.Status, _ code: String, _ words: Words, headers: HTTPFields = [:]) {
        self.status = status
        self.code = code
        self.words = words
        self.headers = headers
    }
}
