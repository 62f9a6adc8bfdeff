public import ContactFormats
import ContactQuality
import Vault

/// Reads files in any format there is a reader for and hands them out in another, without a vault, in constant memory.
///
/// An entry becomes a person of its own: who is the same as who is for a vault to tell. Groups stay groups where the format written has
/// them, and become tags of their members elsewhere. Of an archive with several lists those are read that
/// are lists of contacts, and the others only where there is no such list.
public struct ConvertFiles: Sendable {
    /// What became of a list that was read.
    public struct List: Sendable {
        /// Where it is.
        public var path: String
        /// What it was read as: `linkedin-connections`.
        public var format: String
        /// Its layout in words for people.
        public var layout: String
        /// How many rows there were besides headers and blank lines.
        public var rows = 0
        /// How many of them are contacts.
        public var contacts = 0
        /// How many rows could not be read.
        public var rejectedCount = 0
        /// The first of them.
        public var rejected: [ReadProblem] = []
        /// How many values were left out for a doubt.
        public var doubtfulCount = 0
        /// The first of them.
        public var doubtful: [ReadProblem] = []
        /// What a person should know about it; whole sentences.
        public var remarks: [String]
    }

    /// What a conversion gives.
    public struct Outcome: Sendable {
        /// How handing out went.
        public var report: ExportReport
        /// The lists that were read, in order.
        public var lists: [List]
        /// What was not read, and why.
        public var passedOver: [PassedOver]
    }

    /// The paths; `-` is standard input.
    public var paths: [String]
    /// The format to read as, where it is not to be detected: one of `ImportFiles.formats`.
    public var readAs: String?
    /// What is said of columns by their headers: `import`'s and `convert`'s `--map`.
    public var columns: [ColumnWishes.Wish]
    /// The format to write.
    public var format: ExportFormat
    /// How contacts are handed out.
    public var options: OutgoingContacts.Options

    /// How many problems of a list are told.
    private static let mostTold = 1000

    /// Prepares a conversion.
    public init(
        paths: [String], readAs: String? = nil, columns: [ColumnWishes.Wish] = [], to format: ExportFormat,
        options: OutgoingContacts.Options = .init()
    ) {
        self.paths = paths
        self.readAs = readAs
        self.columns = columns
        self.format = format
        self.options = options
    }

    /// Converts.
    ///
    /// - Parameter progress: called now and then with the number of contacts read so far.
    /// - Throws: `InputError` where a path can't be used, and what writing throws; files that were to appear don't then.
    public func run(
        to destination: OutgoingContacts.Destination,
        progress: (Int) -> Void = { _ in },
        onHeldBack: @escaping (HeldBack) throws -> Void = { _ in }
    ) throws -> Outcome {
        do {
            return try converted(to: destination, progress: progress, onHeldBack: onHeldBack)
        } catch var error as InputError {
            // What is wrong with a file is said as for an import, which is where files mostly go.
            error.message = error.message.replacing("Nothing was imported and nobody was removed", with: "Nothing was converted")
                .replacing("Nothing was imported", with: "Nothing was converted").replacing(
                    "nothing in it to import", with: "nothing in it")
            throw error
        }
    }

    private func converted(
        to destination: OutgoingContacts.Destination, progress: (Int) -> Void, onHeldBack: @escaping (HeldBack) throws -> Void
    ) throws -> Outcome {
        let formats = readAs.flatMap(HandOutFormat.named).map { [$0] } ?? HandOutFormat.all
        // All is recognised before anything is written: a path that can't be used costs no half output.
        var handOuts: [(parcel: Parcel, handOut: HandOut)] = []
        var passedOver: [PassedOver] = []
        for path in paths {
            let delivery = path == "-" ? Delivery(parcels: [try Parcel.open(standardInput: 0)]) : try Parcel.openAll(path: path)
            if let failure = delivery.failures.first { throw failure.error }
            var unused: InputError?
            var used = 0
            for parcel in delivery.parcels {
                do {
                    handOuts.append((parcel, try HandOutFormat.recognise(parcel, among: formats, wishes: ColumnWishes(said: columns))))
                    used += 1
                } catch let error as InputError where error.code == .unrecognised {
                    unused = error
                    passedOver.append(PassedOver(path: parcel.path, reason: "unknown"))
                }
            }
            if used == 0, let unused { throw unused }
        }
        let kinds = EmailKinds()
        let context = ExportContext { kinds.kind(of: $0, of: $1).rawValue }
        var outgoing = OutgoingContacts(format, to: destination, options: options, context: context, onHeldBack: onHeldBack)
        var lists: [List] = []
        var count = 0
        for (parcel, handOut) in handOuts {
            let tables = Self.listsOfContacts(in: handOut)
            // A file may hold several lists that are none of contacts.
            var told: Set<String> = []
            for table in handOut.tables where !tables.contains(where: { $0.format == table.format }) {
                for member in table.members where told.insert(member.path).inserted {
                    passedOver.append(PassedOver(path: member.path, reason: "no-list-of-contacts"))
                }
            }
            passedOver += handOut.passedOver
            for table in tables {
                let grouped = format.hasGroups ? (table as? any TableOfGroups)?.withGroupsAsCards : nil
                lists.append(try Self.read(grouped ?? table, in: parcel, into: &outgoing, &count, progress))
            }
        }
        return Outcome(report: try outgoing.finish(), lists: lists, passedOver: passedOver)
    }

    /// The lists that make someone a contact; where there is none, all but the owner's own cards.
    private static func listsOfContacts(in handOut: HandOut) -> [any Table] {
        let lists = handOut.tables.filter { $0.list.makesContacts }
        if !lists.isEmpty { return lists }
        let others = handOut.tables.filter { $0.list != .owner }
        return others.isEmpty ? handOut.tables : others
    }

    private static func read(
        _ table: any Table,
        in parcel: Parcel,
        into outgoing: inout OutgoingContacts,
        _ count: inout Int,
        _ progress: (Int) -> Void
    ) throws -> List {
        // A Maildir has tens of thousands.
        let others = table.members.count - 3
        let inside = table.members.prefix(3).map(\.path).joined(separator: ", ") + (others > 0 ? " and \(others) more" : "")
        let path = parcel.kind == .file ? parcel.path : parcel.path + ": " + inside
        var list = List(path: path, format: table.format, layout: table.layout, remarks: table.remarks)
        list.rows = try TableAhead.events(of: table).forEach { events in
            for event in events {
                switch event {
                case .entry(let entry):
                    try outgoing.add(entry.card, line: entry.line)
                    list.contacts += 1
                    count += 1
                    if count.isMultiple(of: 256) { progress(count) }
                case .problem(let problem) where problem.isRejection:
                    list.rejectedCount += 1
                    if list.rejected.count < mostTold { list.rejected.append(problem) }
                case .problem(let problem):
                    list.doubtfulCount += 1
                    if list.doubtful.count < mostTold { list.doubtful.append(problem) }
                case .closedAccount: break
                }
            }
        }
        return list
    }
}
