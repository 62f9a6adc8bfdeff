import Hummingbird
import WebApp

/// What is known of one request beside its words: who asks, in which language, and the mark its forms carry.
struct VisitContext: RequestContext {
    /// Hummingbird's own part.
    var coreContext: CoreRequestContextStorage
    /// The language to answer in.
    var language = Language.english
    /// The mark a form must send back.
    var formToken = ""

    /// Made by the server for each request.
    init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
    }
}
