import HTTPTypes
import Hummingbird

/// Which requests a page of another site can't send without asking first.
///
/// A browser lets a page send what a form could send. For all else (another method, a header of ours, a body that is no form and no plain
/// text) it first asks the server by a preflight (Fetch Standard, “CORS-preflight fetch”), which we never answer with a yes. So where there
/// is no password, a program on this computer may use the REST interface without the mark of forms, if its request is of that kind.
enum ForeignRequests {
    /// Header a program may send to say so where it has no body.
    static let header = HTTPField.Name("X-Holdfast-Request")

    /// Whether no page elsewhere could have sent this by itself.
    static func areImpossible(_ request: Request) -> Bool {
        if [.put, .patch, .delete].contains(request.method) { return true }
        if let header, request.headers[header] != nil { return true }
        guard let type = request.headers[.contentType]?.split(separator: ";").first?.trimmed.lowercased(), type.contains("/") else {
            return false
        }
        return !["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"].contains(type)
    }
}
