import Actions
import ContactModel
import Hummingbird

/// One operation of the REST interface: what a program may ask, and who answers. The OpenAPI document is written from these, so the two can't
/// disagree.
struct APIRoute: Sendable {
    /// A value in the path or behind the `?`.
    struct Parameter: Sendable {
        /// Its name.
        var name: String
        /// What it means.
        var about: String
        /// Its type.
        var schema: JSONValue
        /// Whether it stands in the path; else it is behind the `?`, and may be left out unless it is required.
        var isInPath = false
        /// Whether it has to be there.
        var isRequired = false
    }

    /// What an answer holds.
    enum Content: Sendable {
        /// JSON of a named schema.
        case json(String)
        /// Another media type.
        case other(String)
        /// Nothing.
        case none
    }

    /// What a request's body holds.
    enum Body: Sendable {
        /// A JSON object.
        case object(JSONValue)
        /// A file as it is.
        case file
        /// Nothing.
        case none
    }

    /// The method.
    var method: HTTPRequest.Method
    /// The path below `/api/v1`, with names in braces.
    var path: String
    /// What it does, in a few words.
    var summary: String
    /// What a token has to allow.
    var scope: AccessScope
    /// Values in the path and behind the `?`.
    var parameters: [Parameter] = []
    /// What the body holds.
    var body = Body.none
    /// The status where all is well.
    var success: HTTPResponse.Status = .ok
    /// What the answer holds.
    var content: [Content]
    /// Statuses besides those every operation may answer with.
    var problems: [HTTPResponse.Status] = []
    /// Headers of the answer that mean something.
    var answerHeaders: [String] = []
    /// Answers.
    var handle: @Sendable (APICall) async throws -> Response

    /// The path as the router takes it.
    var routerPath: String {
        "/api/v1" + path.split(separator: "/").map { $0.hasPrefix("{") ? "/:" + $0.dropFirst().dropLast() : "/" + $0 }.joined()
    }

    /// A name for the operation that stays the same: `get-people-id`.
    var operationID: String {
        ([method.rawValue.lowercased()] + path.split(separator: "/").map { $0.filter { $0 != "{" && $0 != "}" } }).joined(separator: "-")
    }
}
