public import ContactFormats
import Foundation
public import Vault

/// Takes in files, folders and archives, each whole or not at all.
public struct ImportFiles: Sendable {
    /// What the paths give.
    public struct Outcome: Sendable {
        /// What each hand-out did, in the order of the paths.
        public var reports: [ImportReport] = []
        /// What could not be used, and why.
        public var failures: [Failure] = []
        /// The archives a vault was made of.
        public var archives: [ImportArchive.Outcome] = []
        /// How many people are listed now.
        public var totalPeople: Int64 = 0
    }

    /// A path, or a place inside a folder, that could not be used.
    public struct Failure: Sendable {
        /// Where.
        public var path: String
        /// Why.
        public var error: InputError
    }

    /// The paths; `-` is standard input.
    public var paths: [String]
    /// The format to read as, where it is not to be detected: one of `formats`.
    public var format: String?
    /// What the owner says about the columns of tables.
    public var columns: [ColumnWishes.Wish]
    /// What the owner says about the columns of one path alone: of several files each has its own.
    public var columnsOfPath: [String: [ColumnWishes.Wish]] = [:]
    /// What the owner says of the first row of tables whose columns are guessed.
    public var firstRow: FirstRow?
    /// What the owner says of the first row of one path's tables, by the path of the table's file within it.
    public var firstRowsOfPath: [String: [String: FirstRow]] = [:]
    /// The format to read one path as: of several files each may be recognised or not.
    public var formatOfPath: [String: String] = [:]
    /// What the owner says about the hand-outs.
    public var options: ImportOptions
    /// What a path is called where it is told: an upload lies under another name than it came with.
    public var names: [String: String]
    /// Told now and then how far it is.
    public var progress: @Sendable (ImportProgress) -> Void
    /// What came by pipes, by path.
    private(set) var piped: [String: Result<Delivery, any Error>] = [:]

    /// The formats an import can be told to read as.
    public static let formats = HandOutFormat.all.map(\.name)

    /// Prepares an import.
    public init(
        paths: [String], format: String? = nil, columns: [ColumnWishes.Wish] = [], options: ImportOptions = ImportOptions(),
        names: [String: String] = [:], progress: @escaping @Sendable (ImportProgress) -> Void = { _ in }
    ) {
        self.paths = paths
        self.format = format
        self.columns = columns
        self.options = options
        self.names = names
        self.progress = progress
    }

    /// The same import with what comes by pipes read to its end: it lies in temporary files from then on, and can be read again.
    public func readingPipes() -> ImportFiles {
        var files = self
        for path in paths where Self.isPipe(path) { files.piped[path] = Result { try Self.open(path) } }
        return files
    }

    /// Whether a path can be read once only.
    static func isPipe(_ path: String) -> Bool {
        var state = stat()
        return path == "-" || stat(path, &state) == 0 && ![S_IFREG, S_IFDIR].contains(state.st_mode & S_IFMT)
    }

    private static func open(_ path: String) throws -> Delivery {
        path == "-" ? Delivery(parcels: [try Parcel.open(standardInput: 0)]) : try Parcel.openAll(path: path)
    }

    /// Imports one path after another; what can't be used is told, and the others are imported all the same.
    ///
    /// - Parameter taken: told of each hand-out with what it did, and of which path it is.
    /// - Throws: `VaultError` where the vault can't be written; what was imported before stays.
    public func run(in vault: Vault, taken: (HandOut, ImportReport, String) throws -> Void = { _, _, _ in }) throws -> Outcome {
        var outcome = Outcome()
        let parts = options.source == nil && paths.count > 1 ? ListParts(of: paths) : ListParts(of: [])
        var rows = 0
        for (path, stretch) in zip(paths, ImportStretch.whole.parts(paths.map(Self.size))) {
            do {
                // An archive is a whole vault, with hand-outs inside that must not be taken one by one.
                if format(of: path) == nil, path != "-", piped[path] == nil,
                    var archive = try ImportArchive(path: path, progress: { [progress, rows] in progress(ImportProgress(rows: rows + $0)) })
                        .run(in: vault, isDryRun: options.isDryRun)
                {
                    archive.path = told(archive.path)
                    outcome.archives.append(archive)
                    continue
                }
                let delivery = try piped[path]?.get() ?? Self.open(path)
                outcome.failures += delivery.failures.map { failure($0.path, $0.error) }
                // In a folder of many things most are none of ours; only a path that was named must be of use.
                let isNamed = delivery.parcels.count + delivery.failures.count == 1
                var unused: [Failure] = []
                var used = 0
                let stretches = stretch?.parts(delivery.parcels.map(\.byteCount)) ?? delivery.parcels.map { _ in nil }
                for (parcel, part) in zip(delivery.parcels, stretches) {
                    do {
                        let report = try take(parcel, of: path, parts, into: vault, after: rows, over: part, taken)
                        outcome.reports.append(report)
                        rows += report.files.reduce(0) { $1.isAlreadyImported ? $0 : $0 + Int($1.rows) }
                        used += 1
                    } catch let error as InputError {
                        unused.append(failure(parcel.path, error))
                    }
                }
                if isNamed || used == 0 {
                    outcome.failures += unused
                } else {
                    outcome.failures += unused.filter { $0.error.code != .unrecognised }
                }
            } catch let error as InputError {
                outcome.failures.append(failure(path, error))
            }
        }
        let told = outcome.reports.last?.totalPeople ?? outcome.archives.last?.people
        outcome.totalPeople = try told ?? vault.listedPeopleCount()
        return outcome
    }

    /// The format to read a path as; `nil` where it is to be detected.
    public func format(of path: String) -> String? { formatOfPath[path] ?? format }

    /// What is said of the first rows of a path's tables.
    func firstRow(of path: String) -> @Sendable (_ member: String) -> FirstRow? {
        { [firstRow, said = firstRowsOfPath[path]] in said?[$0] ?? firstRow }
    }

    /// The size of a file; `nil` for what shows how much it is only when it is opened.
    private static func size(of path: String) -> Int? {
        var state = stat()
        guard path != "-", stat(path, &state) == 0, state.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(state.st_size)
    }

    /// - Parameters:
    ///   - rows: how many rows came in before.
    ///   - stretch: the part of the whole way that this parcel is, where that is known.
    private func take(
        _ parcel: Parcel, of path: String, _ parts: ListParts, into vault: Vault, after rows: Int, over stretch: ImportStretch?,
        _ taken: (HandOut, ImportReport, String) throws -> Void
    ) throws -> ImportReport {
        let formats = format(of: path).flatMap(HandOutFormat.named).map { [$0] } ?? HandOutFormat.all
        var wishes = try vault.columnWishes(said: columns + (columnsOfPath[path] ?? []))
        wishes.firstRow = firstRow(of: path)
        let meter = ReadingMeter()
        var parcel = meter.measuring(parcel)
        parcel.path = told(parcel.path)
        var handOut = try HandOutFormat.recognise(parcel, among: formats, wishes: wishes)
        if parcel.kind == .file { handOut = try asPart(handOut, of: path, parts, in: vault) }
        let total = handOut.tables.flatMap(\.members).reduce(0) { $0 &+ ($1.byteCount ?? 0) }
        meter.beginAnew()
        var options = options
        options.progress = { [progress, tell = options.progress] in
            tell(rows + $0)
            progress(ImportProgress(rows: rows + $0, share: stretch?.share(meter.byteCount, of: total)))
        }
        let report = try vault.take(handOut, from: parcel, options: options)
        try taken(handOut, report, path)
        return report
    }

    /// A file's hand-out as a part of a list: where it comes beside the others, and where it came beside them before.
    private func asPart(_ handOut: HandOut, of path: String, _ parts: ListParts, in vault: Vault) throws -> HandOut {
        if let number = parts.number(of: path) { return handOut.asPart(number) }
        guard options.source == nil, let number = ListParts.part(path)?.number else { return handOut }
        let part = handOut.asPart(number)
        let names = Set(part.tables.compactMap(\.sourceName)).subtracting(handOut.tables.compactMap(\.sourceName))
        return try !names.isEmpty && names.isSubset(of: vault.snapshots().map(\.source)) ? part : handOut
    }

    // MARK: What paths are called

    /// A path as it is told.
    func told(_ path: String) -> String {
        if let name = names[path] { return name }
        for (folder, name) in names where path.hasPrefix(folder + "/") { return name + path.dropFirst(folder.count) }
        return path
    }

    private func failure(_ path: String, _ error: InputError) -> Failure {
        var error = error
        for (path, name) in names { error.message = error.message.replacing(path, with: name) }
        return Failure(path: told(path), error: error)
    }
}
