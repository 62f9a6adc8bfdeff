import Actions
import ContactFormats
import Foundation
import Hummingbird
import NIOCore
import Vault

/// What went wrong, as status, name and words; the same for a page and for a program.
///
/// Of what goes on inside (paths, statements, types) nothing is told: an error nobody foresaw is a bare 500.
struct Problem: Sendable {
    /// The status of the answer.
    var status: HTTPResponse.Status
    /// A short name of the reason that programs may rely on.
    var code: String
    /// What is said.
    var words: Refusal.Words
    /// What the answer carries besides.
    var headers: HTTPFields = [:]
    /// Whether the reason is ours and belongs in the log.
    var isOurs = false

    /// What an error means to the one who asked.
    init(_ error: any Error) {
        switch error {
        case let error as Refusal:
            self.init(error.status, error.code, error.words)
            headers = error.headers
        case let error as VaultError: self.init(error)
        case let error as PeopleFilter.SyntaxError: self.init(.badRequest, "filter", .sentence(error.message))
        case let error as InputError: self.init(.unprocessableContent, error.code.rawValue, .sentence(error.message))
        case is NIOTooManyBytesError: self.init(.contentTooLarge, "too-large", .text("gateTooLarge"))
        case is DecodingError: self.init(.badRequest, "not-understood", .text("gateNotUnderstood"))
        case let error as HTTPError: self.init(error)
        default:
            self.init(.internalServerError, "internal-fault", .text("gateFailure"))
            isOurs = true
        }
    }

    private init(_ status: HTTPResponse.Status, _ code: String, _ words: Refusal.Words) {
        self.status = status
        self.code = code
        self.words = words
    }

    private init(_ error: HTTPError) {
        let words: Refusal.Words =
            switch error.status {
            case .notFound: .text("notFoundText")
            case .contentTooLarge: .text("gateTooLarge")
            default: error.body.map { .sentence($0) } ?? .text(error.status.code >= 500 ? "gateFailure" : "gateNotUnderstood")
            }
        self.init(error.status, error.status == .notFound ? "not-found" : "http-\(error.status.code)", words)
        headers = error.headers
    }

    private init(_ error: VaultError) {
        switch error.code {
        case .notFound: self.init(.notFound, error.code.rawValue, .sentence(error.message))
        case .refused: self.init(.conflict, error.code.rawValue, .sentence(error.message))
        case .busy:
            self.init(.serviceUnavailable, error.code.rawValue, .text("gateBusy"))
            headers[.retryAfter] = "10"
        case .diskFull:
            self.init(.init(code: 507, reasonPhrase: "Insufficient Storage"), error.code.rawValue, .text("gateDiskFull"))
            isOurs = true
        case .readOnly, .notAVault, .newerVersion, .damaged, .unreadable, .internalFault:
            self.init(.internalServerError, error.code.rawValue, .text("gateVaultFailure"))
            isOurs = true
        }
    }
}
