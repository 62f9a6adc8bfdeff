public import ContactModel
import RecordLinkage

/// Something the owner did, as the log keeps it; nothing is ever taken out of the log.
public struct Decision: Sendable {
    /// The kinds of step.
    public enum Kind: String, CaseIterable, Sendable {
        /// Something came in.
        case `import`
        /// A tag was put on a person.
        case tag
        /// A tag was taken off a person.
        case untag
        /// A note was written about a person.
        case note
        /// A value was put right.
        case edit
        /// A person was erased; says whom only by salted hashes, and can't be taken back.
        case erase
        /// Whether a person, or a field of one, may be handed on.
        case share
        /// Suggested values became the owner's word.
        case accept
        /// Suggested values were turned down.
        case reject
        /// A service was asked for an archive.
        case request
        /// Several people were found to be one.
        case merge
        /// One person was found to be several.
        case split
        /// Several people were found to be no two of them one.
        case distinct
        /// Of several people it is not known whether two of them are one; they are put aside.
        case unsure
        /// A search was kept under a name, or is kept no longer.
        case view
        /// An earlier step was taken back.
        case undo
    }

    /// Its number, from 1.
    public var step: Int64
    /// Its id.
    public var uuid: UniqueID
    /// When, in ISO 8601, UTC.
    public var madeAt: String
    /// What kind of step.
    public var kind: Kind
    /// The person it is about, by the id the person had then; `nil` where it is about none.
    public var subject: UniqueID?
    /// The details, by name.
    public var payload: [String: JSONValue]

    /// Makes one.
    init(step: Int64, uuid: UniqueID, madeAt: String, kind: Kind, subject: UniqueID?, payload: [String: JSONValue]) {
        self.step = step
        self.uuid = uuid
        self.madeAt = madeAt
        self.kind = kind
        self.subject = subject
        self.payload = payload
    }

    /// Reads one from its row: id, time, kind, subject and details, as text. `nil` where there is no such id or kind.
    init?(step: Int64, texts: [String]) {
        guard texts.count == 5, let uuid = UniqueID(texts[0]), let kind = Kind(rawValue: texts[2]) else { return nil }
        self.init(
            step: step, uuid: uuid, madeAt: texts[1], kind: kind, subject: UniqueID(texts[3]),
            payload: JSONValue(parsing: Array(texts[4].utf8))?.objectValue ?? [:])
    }

    /// The details as text, in a form that never varies.
    var payloadText: String { String(decoding: JSONValue.object(payload).serialized(), as: UTF8.self) }

    var hash: ContentHash {
        ContentHash(of: [String(step), uuid.description, madeAt, kind.rawValue, subject?.description ?? "", payloadText])
    }

    /// What it says of who is who; `nil` where it says nothing of that.
    ///
    /// The payload's `people` has one array of entry ids for each of the people it is about.
    var verdict: IdentityVerdict? {
        guard !people.isEmpty else { return nil }
        return kind == .merge ? .same(people.flatMap { $0 }) : .different(people)
    }

    /// The people a verdict is about, each as the ids of its entries; empty for other steps.
    var people: [[UniqueID]] {
        guard kind == .merge || kind == .split || kind == .distinct else { return [] }
        return Self.groups(payload["people"])
    }

    /// The people who are put aside, each as the ids of its entries; empty for other steps. Nothing follows from it but that they are not
    /// asked about.
    var peopleAside: [[UniqueID]] { kind == .unsure ? Self.groups(payload["people"]) : [] }

    private static func groups(_ people: JSONValue?) -> [[UniqueID]] {
        (people?.arrayValue ?? []).map { ($0.arrayValue ?? []).compactMap { $0.stringValue.flatMap { UniqueID($0) } } }
    }

    /// The snapshots an import took the place of: the same files, on days that were guesses.
    var replacedSnapshots: [UniqueID] {
        guard kind == .import else { return [] }
        return (payload["instead_of"]?.arrayValue ?? []).compactMap { $0.stringValue.flatMap { UniqueID($0) } }
    }

    /// The step it takes back, where it is an undo.
    public var undoneStep: Int64? { kind == .undo ? payload["step"]?.integerValue : nil }
}
