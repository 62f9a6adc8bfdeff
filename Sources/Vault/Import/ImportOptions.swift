public import ContactFormats
public import ContactModel

/// What the owner says about an import.
public struct ImportOptions: Sendable {
    /// The name of the source, where it is not the service's own ("LinkedIn"): a second account.
    public var source: String?
    /// The day of the hand-out, where the owner knows better than the file.
    public var exportedOn: CalendarDate?
    /// Whether to tell what would happen, and keep nothing.
    public var isDryRun: Bool
    /// Called now and then with the number of rows read so far.
    public var progress: @Sendable (Int) -> Void

    /// Makes options; what is left out is unsaid.
    public init(
        source: String? = nil,
        exportedOn: CalendarDate? = nil,
        isDryRun: Bool = false,
        progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        self.source = source
        self.exportedOn = exportedOn
        self.isDryRun = isDryRun
        self.progress = progress
    }

    /// What speaks against a day as that of a hand-out, as the end of a sentence that begins with the day; `nil` where nothing does.
    ///
    /// A slip of the pen in a year would make every later hand-out an older one. Zones differ by up to a day.
    public static func objection(toExportDay day: CalendarDate, today: CalendarDate) -> String? {
        day.daysSince1970 > today.daysSince1970 + 1 ? "has not come yet: the day a file was handed out can't lie in the future" : nil
    }
}

/// What an import did.
public struct ImportReport: Sendable {
    /// One table that came in.
    public struct File: Sendable {
        /// Where it is: the path as given, and the place inside an archive or folder.
        public var path: String
        /// The paths of its parts, where a list came in several files; empty where it came in one.
        public var parts: [String]
        /// What it was recognised as.
        public var format: String
        /// Its layout in words.
        public var layout: String
        /// Its layout without what each column was taken for.
        public var outline: String
        /// The name of its source.
        public var source: String
        /// Which list of the source it is.
        public var list: EntryList
        /// The snapshot it became, or was already.
        public var snapshot: UniqueID
        /// The day it was handed out.
        public var exportedOn: CalendarDate
        /// How that day is known.
        public var exportedOnBasis: ExportDateBasis
        /// Rows besides headers and blank lines.
        public var rows: Int64
        /// Entries that were never in the list before.
        public var new: Int64
        /// Entries that say something else than in the snapshot before.
        public var updated: Int64
        /// Entries that say the same.
        public var unchanged: Int64
        /// Entries of the snapshot before that are no longer there.
        public var gone: Int64
        /// Rows of members who closed or hid their account.
        public var closedAccounts: Int64
        /// How many rows could not be read.
        public var rejectedCount: Int64
        /// The rows that could not be read, the first thousand.
        public var rejected: [ReadProblem]
        /// How many values were left out with a doubt.
        public var doubtfulCount: Int64
        /// The values that were left out with a doubt, the first thousand.
        public var doubtful: [ReadProblem]
        /// Whether the very same file was imported before; nothing was done then.
        public var isAlreadyImported: Bool
        /// What a person should know about it.
        public var remarks: [String]
    }

    /// The tables, in the order they were imported.
    public var files: [File]
    /// What was not read, and why.
    public var passedOver: [PassedOver]
    /// What a person should know about the whole.
    public var remarks: [String]
    /// People that came to be listed.
    public var newPeople: Int64
    /// People listed before of whom something changed.
    public var updatedPeople: Int64
    /// People listed now.
    public var totalPeople: Int64
    /// The step of the log, for `undo`; `nil` where nothing was done.
    public var step: Int64?
}

/// How the day of a hand-out is known, the best first.
public enum ExportDateBasis: String, Sendable {
    /// The owner said so.
    case given
    /// The archive's name or its entries' times say so.
    case archive
    /// The newest date any entry carries: the hand-out can't be older, and is seldom much younger.
    case newestEntry = "newest-entry"
    /// The file's own time, which copying changes.
    case fileTime = "file-time"
    /// The layout was given up long before the file's own time: the last day it can have been handed out.
    case layout
    /// Nothing tells; the day of the import.
    case importDay = "import-day"

    /// Whether neither the owner nor the hand-out itself says the day.
    public var isGuess: Bool { self != .given && self != .archive }
}
