import Actions
import Hummingbird
import NIOCore
import WebApp

/// What is known of one request beside its words: who asks, in which language, and the mark its forms carry.
struct VisitContext: RequestContext {
    /// Hummingbird's own part.
    var coreContext: CoreRequestContextStorage
    /// The language to answer in.
    var language = Language.english
    /// The mark a form must send back.
    var formToken = ""
    /// The address the connection comes from; empty where it has none.
    var address: String
    /// Whether the browser reaches us by TLS.
    var isEncrypted = false
    /// Who asks.
    var visitor = RecogniseVisitor.Visitor.nobody
    /// Whether the vault has a password, so that nobody unknown comes in.
    var hasPassword = false
    /// What the session is known by within the mark of its forms; empty where nobody signed in.
    var sessionMark = ""
    /// Whether the request proves by other means that no page elsewhere sent it.
    var isExemptFromFormToken = false

    /// Made by the server for each request.
    init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? ""
    }

    /// Whether whoever asks may do what a scope means. Who came in by the front door may do everything.
    func allows(_ scope: AccessScope) -> Bool {
        switch visitor {
        case .program(let token): token.allows(scope)
        case .owner: true
        case .nobody: !hasPassword
        }
    }
}
