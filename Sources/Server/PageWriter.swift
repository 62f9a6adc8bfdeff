import Hummingbird
import WebApp

/// Turns pages into answers, in the reader's language.
struct PageWriter: Sendable {
    let views: Views
    private let texts: [Language: Texts]

    init(views: Views) {
        self.views = views
        texts = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, Texts($0)) })
    }

    /// The texts in the reader's language.
    func texts(for context: VisitContext) -> Texts { texts[context.language] ?? Texts(.english) }

    /// A page with its frame.
    func page(
        _ page: some Page, title: String, room: Frame.Room?, notice: Frame.Notice? = nil, status: HTTPResponse.Status = .ok,
        for context: VisitContext
    ) -> Response {
        let frame = Frame(title: title, room: room, texts: texts(for: context), formToken: context.formToken, notice: notice)
        return Self.html(views.html(page, in: frame), status: status)
    }

    /// HTML as an answer; contacts are nobody else's, so nothing on the way keeps it.
    static func html(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
