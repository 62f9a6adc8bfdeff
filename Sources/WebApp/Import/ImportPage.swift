/// Where contacts come in: the drop zone, and for a vault that holds nothing yet the way to one's own contacts.
public struct ImportPage: Page {
    /// The view that draws it.
    public static let view = "import"

    /// An import under way or just done.
    struct Recent: Sendable {
        var address: String
        var name: String
        var state: String
    }

    /// A service there is a guide for.
    struct Guide: Sendable {
        var address: String
        var name: String
    }

    let isEmpty: Bool
    let limit: String
    let recent: [Recent]
    let guides: [Guide]
    /// The steps that brought the sample network, the latest first; `nil` where it is not in.
    let sampleSteps: String?

    /// Makes the page.
    ///
    /// - Parameters:
    ///   - isEmpty: whether the vault holds nothing yet.
    ///   - mostBytes: how large an upload may be.
    ///   - recent: imports under way or just done: address, files, state in words.
    ///   - sampleSteps: the steps that brought the sample network; empty where it is not in.
    ///   - guides: the services there is a guide for, by name and title, the first one first.
    public init(
        isEmpty: Bool, mostBytes: Int64, recent: [(address: String, name: String, state: String)], sampleSteps: Set<Int64> = [],
        guides: [(name: String, title: String)], texts: Texts
    ) {
        self.isEmpty = isEmpty
        let steps = sampleSteps.sorted(by: >).map { String($0) }.joined(separator: " ")
        self.sampleSteps = steps.isEmpty ? nil : steps
        limit = texts("importLimit", ["size": texts.size(mostBytes)])
        self.recent = recent.map { Recent(address: $0.address, name: $0.name, state: $0.state) }
        self.guides = guides.map { Guide(address: "/guides/\($0.name)", name: $0.title) }
    }
}

/// An import on its way: how far it is.
public struct ImportProgressPage: Page {
    /// The view that draws it.
    public static let view = "import-progress"

    let names: String
    let state: String
    let since: String
    let share: String?
    let address: String

    /// Makes the page.
    ///
    /// - Parameters:
    ///   - names: what is coming in.
    ///   - address: where its state is told.
    public init(_ state: ImportState, names: [String], address: String, texts: Texts) {
        self.names = names.joined(separator: ", ")
        self.address = address
        self.state = state.words(texts)
        since = state.since(texts)
        share = state.share.map { "\($0)" }
    }
}
