public import ContactModel

/// The lists a source can hand out.
public enum EntryList: String, CaseIterable, Sendable {
    /// The people one is connected with, in full.
    case connections
    /// An address book, in full.
    case addressBook = "address-book"
    /// People one exchanges mail with: contacts as well, but the list is no full one.
    case correspondents
    /// Invitations sent and received.
    case invitations
    /// Who was written to and who wrote: one entry a correspondent.
    case messages
    /// The owner's private notes about people.
    case notes
    /// Recommendations given and received.
    case recommendations
    /// Endorsements given and received.
    case endorsements
    /// Members the owner follows.
    case follows
    /// The owner: own profile, positions, addresses.
    case owner
    /// People the owner adds one by one.
    case byHand = "by-hand"

    /// Whether a snapshot of this list names everybody, so that absence says something.
    public var isFull: Bool { self == .connections || self == .addressBook }
    /// Whether being in it makes someone a contact of the owner's, rather than telling more about one.
    public var makesContacts: Bool { isFull || self == .correspondents || self == .byHand }
    /// Whether each snapshot only adds to the list, so that whoever stands in an earlier one stands there still, with all that was said.
    public var isCumulative: Bool { self == .byHand }
}

/// The fields of a card a table can fill, so that a column that is missing is told from a cell that is empty.
public enum CardField: String, CaseIterable, Sendable {
    /// A field.
    case name, email, phone, company, title, link, connectedOn = "connected-on", tags, notes, birthday, address
}

/// One list found in what came in: what it is, and how to read it.
public protocol Table: Sendable {
    /// What it is, in stable words: `linkedin-connections`.
    var format: String { get }
    /// The source it belongs to, where that is not the service that handed it out: "LinkedIn address book" is no tie on LinkedIn.
    var sourceName: String? { get }
    /// Which list of its source it is.
    var list: EntryList { get }
    /// The layout in words for people: "7 columns, with URL (since 2023)".
    var layout: String { get }
    /// The layout without what each column was taken for, for who shows that apart (``columnReading``): "7 columns".
    var outline: String { get }
    /// The member files it is read from; several where a list came in parts.
    var members: [Member] { get }
    /// The fields it can fill.
    var fields: Set<CardField> { get }
    /// The day it was handed out, where its own place in the hand-out tells: of several archives packed together each has its own.
    var exportedOn: CalendarDate? { get }
    /// The newest date an entry carries, where the entries carry dates: the hand-out can't be older.
    var newestDate: CalendarDate? { get }
    /// The last day such a list can have been handed out, where its layout is known to have been given up.
    var handedOutUntil: CalendarDate? { get }
    /// What a person should know about it before reading on; whole sentences.
    var remarks: [String] { get }
    /// How its columns were read, where that is a choice: by headers and values, or as the owner said.
    var columnReading: ColumnReading? { get }

    /// The same table with its columns read as those of another of the same header, where they are a choice: the parts of a list are read alike.
    ///
    /// - Throws: `InputError` where the bytes can't be read.
    func withColumns(as reading: ColumnReading) throws -> any Table

    /// Some of what stands in each column of ``columnReading``, for somebody who is to say what it holds; empty where there is no choice.
    ///
    /// - Parameter limit: at most so many values a column, each once, the first ones that are not blank.
    /// - Throws: `InputError` where the bytes can't be read.
    func columnExamples(limit: Int) throws -> [[String]]

    /// The cells of the first row, for somebody who is to say whether it names the columns or is somebody already
    /// (``ColumnReading/firstRow``); `nil` where that is no question.
    ///
    /// - Throws: `InputError` where the bytes can't be read.
    func firstRow() throws -> [String]?

    /// Reads it from its start to its end, in constant memory where the format allows.
    ///
    /// - Returns: how many rows there were besides headers and blank lines.
    /// - Throws: `InputError` where the bytes can't be read, and whatever `body` throws; never because of content.
    func read(_ body: (ReadEvent) throws -> Void) throws -> Int
}

extension Table {
    /// The source is the service.
    public var sourceName: String? { nil }

    /// The layout says nothing of single columns.
    public var outline: String { layout }

    /// The hand-out's day is the table's.
    public var exportedOn: CalendarDate? { nil }

    /// The layout may still be handed out.
    public var handedOutUntil: CalendarDate? { nil }

    /// There is no choice.
    public var columnReading: ColumnReading? { nil }

    /// There is no choice.
    public func withColumns(as reading: ColumnReading) throws -> any Table { self }

    /// There is no choice.
    public func columnExamples(limit: Int) throws -> [[String]] { [] }

    /// It is no question.
    public func firstRow() throws -> [String]? { nil }
}
