public import ContactFormats
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
    /// What the owner says about the hand-outs.
    public var options: ImportOptions
    /// What a path is called where it is told: an upload lies under another name than it came with.
    public var names: [String: String]

    /// The formats an import can be told to read as.
    public static let formats = HandOutFormat.all.map(\.name)

    /// Prepares an import.
    public init(
        paths: [String], format: String? = nil, columns: [ColumnWishes.Wish] = [], options: ImportOptions = ImportOptions(),
        names: [String: String] = [:]
    ) {
        self.paths = paths
        self.format = format
        self.columns = columns
        self.options = options
        self.names = names
    }

    /// Imports one path after another; what can't be used is told, and the others are imported all the same.
    ///
    /// - Parameter taken: told of each hand-out with what it did, and of which path it is.
    /// - Throws: `VaultError` where the vault can't be written; what was imported before stays.
    public func run(in vault: Vault, taken: (HandOut, ImportReport, String) throws -> Void = { _, _, _ in }) throws -> Outcome {
        var outcome = Outcome()
        let parts = options.source == nil && paths.count > 1 ? ListParts(of: paths) : ListParts(of: [])
        for path in paths {
            do {
                // An archive is a whole vault, with hand-outs inside that must not be taken one by one.
                if format == nil, path != "-",
                    var archive = try ImportArchive(path: path, progress: options.progress).run(in: vault, isDryRun: options.isDryRun)
                {
                    archive.path = told(archive.path)
                    outcome.archives.append(archive)
                    continue
                }
                let delivery = path == "-" ? Delivery(parcels: [try Parcel.open(standardInput: 0)]) : try Parcel.openAll(path: path)
                outcome.failures += delivery.failures.map { failure($0.path, $0.error) }
                // In a folder of many things most are none of ours; only a path that was named must be of use.
                let isNamed = delivery.parcels.count + delivery.failures.count == 1
                var unused: [Failure] = []
                var used = 0
                for parcel in delivery.parcels {
                    do {
                        outcome.reports.append(try take(parcel, of: path, parts, into: vault, taken))
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
        return outcome
    }

    private func take(
        _ parcel: Parcel, of path: String, _ parts: ListParts, into vault: Vault, _ taken: (HandOut, ImportReport, String) throws -> Void
    ) throws -> ImportReport {
        let formats = format.flatMap(HandOutFormat.named).map { [$0] } ?? HandOutFormat.all
        let wishes = try vault.columnWishes(said: columns + (columnsOfPath[path] ?? []))
        var parcel = parcel
        parcel.path = told(parcel.path)
        var handOut = try HandOutFormat.recognise(parcel, among: formats, wishes: wishes)
        if parcel.kind == .file { handOut = try asPart(handOut, of: path, parts, in: vault) }
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
