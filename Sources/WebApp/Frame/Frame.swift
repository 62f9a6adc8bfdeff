import Mustache

/// What surrounds every page: its title, where in the house one is, the language, the mark that proves a form is ours.
public struct Frame: Sendable {
    /// The page's title, for the window and the heading.
    public var title: String
    /// The room of the navigation the page is in.
    public var room: Room?
    /// The texts in the reader's language.
    public var texts: Texts
    /// What each form sends back, so that no other site's form is taken for ours.
    public var formToken: String
    /// What just happened, with a way to take it back.
    public var notice: Notice?

    /// The rooms of the navigation, in its order.
    public enum Room: String, CaseIterable, Sendable {
        /// A room.
        case people, duplicates, review, changes, `import`, handOver, sources, settings

        /// Its address.
        public var path: String {
            switch self {
            case .people: "/people"
            case .handOver: "/hand-over"
            default: "/\(rawValue)"
            }
        }

        /// Whether it stands behind “More” where a telephone has no room for all.
        var isRare: Bool {
            switch self {
            case .people, .duplicates, .review, .changes: false
            case .import, .handOver, .sources, .settings: true
            }
        }

        var textKey: String { "nav" + rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    }

    /// A sentence about what was just done.
    public struct Notice: Sendable {
        /// The sentence.
        public var text: String
        /// The step of the log that `undo` takes back; `nil` where there is nothing to take back.
        public var undoStep: String?
        /// Whether it tells of something that failed.
        public var isFailure: Bool

        /// Makes a notice.
        public init(text: String, undoStep: String? = nil, isFailure: Bool = false) {
            self.text = text
            self.undoStep = undoStep
            self.isFailure = isFailure
        }
    }

    /// Makes a frame.
    public init(title: String, room: Room?, texts: Texts, formToken: String, notice: Notice? = nil) {
        self.title = title
        self.room = room
        self.texts = texts
        self.formToken = formToken
        self.notice = notice
    }

    /// The navigation as its view shows it.
    var rooms: [[String: Any]] {
        let firstRare = Room.allCases.first(where: \.isRare)
        return Room.allCases.map {
            [
                "path": $0.path, "name": texts($0.textKey), "icon": $0.rawValue, "isHere": $0 == room, "isRare": $0.isRare,
                "isFirstRare": $0 == firstRare,
            ]
        }
    }
}
