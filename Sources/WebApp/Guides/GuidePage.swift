/// How to get one's contacts out of a service, step by step.
public struct GuidePage: Page {
    /// The view that draws it.
    public static let view = "guide"

    /// Another guide.
    struct Other: Sendable {
        var address: String
        var name: String
        var isHere: Bool
    }

    let service: String
    let others: [Other]
    /// The guide as HTML; made from our own text.
    let html: String
    /// How large a file may be, in words.
    let limit: String

    /// Makes the page of a guide.
    ///
    /// - Parameters:
    ///   - service: the service's name.
    ///   - markdown: the guide.
    ///   - services: all services there is a guide for, by name and title.
    ///   - mostBytes: how large an upload may be.
    public init(service: String, markdown: String, services: [(name: String, title: String)], mostBytes: Int64, texts: Texts) {
        limit = texts("importLimit", ["size": texts.size(mostBytes)])
        self.service = service
        others = services.map { Other(address: "/guides/\($0.name)", name: $0.title, isHere: $0.name == service) }
        html = MarkdownHTML.body(markdown)
    }
}
