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

        /// How many rows came in.
        fileprivate var rows: Int { reports.flatMap(\.files).reduce(0) { $1.isAlreadyImported ? $0 : $0 + Int($1.rows) } }
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
    /// Files with the parts of one list come in as one. In a dry run, what comes first counts for what follows.
    ///
    /// - Parameter taken: told of each hand-out with what it did, and of which path it is.
    /// - Throws: `VaultError` where the vault can't be written; what was imported before stays.
    public func run(in vault: Vault, taken: (HandOut, ImportReport, String) throws -> Void = { _, _, _ in }) throws -> Outcome {
        try options.isDryRun ? vault.rehearse { try take(into: $0, taken) } : take(into: vault, taken)
    }

    private func take(into vault: Vault, _ taken: (HandOut, ImportReport, String) throws -> Void) throws -> Outcome {
        var outcome = Outcome()
        let stretches = ImportStretch.whole.parts(paths.map(Self.size))
        for places in ListParts.candidates(among: paths.map(told)) {
            if places.count > 1, let parts = try parts(under: places.map { paths[$0] }, in: vault) {
                for part in parts {
                    do {
                        try take(part, into: vault, over: nil, &outcome, taken)
                    } catch let error as InputError {
                        outcome.failures.append(failure(part.path, error))
                    }
                }
                continue
            }
            for place in places { try take(path: paths[place], into: vault, over: stretches[place], &outcome, taken) }
        }
        let told = outcome.reports.last?.totalPeople ?? outcome.archives.last?.people
        outcome.totalPeople = try told ?? vault.listedPeopleCount()
        return outcome
    }

    /// Takes in what lies under one path.
    private func take(
        path: String, into vault: Vault, over stretch: ImportStretch?, _ outcome: inout Outcome,
        _ taken: (HandOut, ImportReport, String) throws -> Void
    ) throws {
        do {
            // An archive is a whole vault, with hand-outs inside that must not be taken one by one.
            if format(of: path) == nil, path != "-", piped[path] == nil,
                var archive = try ImportArchive(
                    path: path, progress: { [progress, rows = outcome.rows] in progress(ImportProgress(rows: rows + $0)) }
                ).run(in: vault, isDryRun: options.isDryRun)
            {
                archive.path = told(archive.path)
                outcome.archives.append(archive)
                return
            }
            let delivery = try delivery(at: path)
            outcome.failures += delivery.failures.map { failure($0.path, $0.error) }
            // In a folder of many things most are none of ours; only a path that was named must be of use.
            let isNamed = delivery.parcels.count + delivery.failures.count == 1
            var unused: [Failure] = []
            var used = 0
            let stretches = stretch?.parts(delivery.parcels.map(\.byteCount)) ?? delivery.parcels.map { _ in nil }
            for places in ListParts.candidates(among: delivery.parcels.map(\.path)) {
                if places.count > 1, let parts = try parts(places.map { (delivery.parcels[$0], path) }, in: vault) {
                    for part in parts {
                        do {
                            try take(part, into: vault, over: nil, &outcome, taken)
                            used += 1
                        } catch let error as InputError {
                            outcome.failures.append(failure(part.piece.parcel.path, error))
                        }
                    }
                    continue
                }
                for place in places {
                    do {
                        let found = try recognise(delivery.parcels[place], of: path, in: vault)
                        for part in try joined([found], in: vault) {
                            try take(part, into: vault, over: stretches[place], &outcome, taken)
                        }
                        used += 1
                    } catch let error as InputError {
                        unused.append(failure(delivery.parcels[place].path, error))
                    }
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

    private func delivery(at path: String) throws -> Delivery { try piped[path]?.get() ?? Self.open(path) }

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

    // MARK: What comes in

    /// A parcel that was recognised.
    private struct Recognised {
        var piece: ListParts.Piece
        /// The path it was under.
        var path: String
        /// Counts what is read of it.
        var meter: ReadingMeter
    }

    /// - Parameter words: the path whose columns were spoken of, where parts of one list are shown under one path.
    private func recognise(_ parcel: Parcel, of path: String, wordsOf words: String? = nil, in vault: Vault) throws -> Recognised {
        let formats = format(of: path).flatMap(HandOutFormat.named).map { [$0] } ?? HandOutFormat.all
        var wishes = try vault.columnWishes(said: columns + (columnsOfPath[path] ?? words.flatMap { columnsOfPath[$0] } ?? []))
        wishes.firstRow = firstRow(of: path)
        let meter = ReadingMeter()
        var parcel = meter.measuring(parcel)
        parcel.path = told(parcel.path)
        return Recognised(
            piece: ListParts.Piece(parcel, try HandOutFormat.recognise(parcel, among: formats, wishes: wishes)), path: path, meter: meter)
    }

    /// What paths hold that may be the parts of one list, with the parts joined; `nil` where they are none.
    private func parts(under paths: [String], in vault: Vault) throws -> [Recognised]? {
        do {
            let deliveries = try paths.map { try delivery(at: $0) }
            guard deliveries.allSatisfy({ $0.parcels.count == 1 && $0.failures.isEmpty }) else { return nil }
            return try parts(Array(zip(deliveries.flatMap(\.parcels), paths)), in: vault)
        } catch is InputError {
            // Each is tried by itself, and what can't be used told.
            return nil
        }
    }

    private func parts(_ parcels: [(Parcel, String)], in vault: Vault) throws -> [Recognised]? {
        do {
            let found = try joined(
                try parcels.map { try recognise($0.0, of: $0.1, wordsOf: parcels.first?.1, in: vault) }, in: vault)
            return found.contains { !$0.piece.parcel.pieces.isEmpty } ? found : nil
        } catch is InputError {
            return nil
        }
    }

    /// The same with the parts of lists joined, but for those that the vault knows as lists of their own.
    private func joined(_ found: [Recognised], in vault: Vault) throws -> [Recognised] {
        let pieces = try ListParts.joined(found.map(\.piece)) { tables in
            guard options.source == nil else { return false }
            let service = found.first?.piece.handOut.service ?? ""
            return try tables.contains { table in
                try vault.closestList(to: table, service: service).map { $0 != table.sourceName ?? service } ?? false
            }
        }
        return pieces.compactMap { piece in
            let origin = found.first { $0.piece.parcel.path == piece.parcel.path }
            return origin.map { Recognised(piece: piece, path: $0.path, meter: $0.meter) }
        }
    }

    /// - Parameter stretch: the part of the whole way that this is, where that is known.
    private func take(
        _ found: Recognised, into vault: Vault, over stretch: ImportStretch?, _ outcome: inout Outcome,
        _ taken: (HandOut, ImportReport, String) throws -> Void
    ) throws {
        let (handOut, meter, rows) = (found.piece.handOut, found.meter, outcome.rows)
        let total = handOut.tables.flatMap(\.members).reduce(0) { $0 &+ ($1.byteCount ?? 0) }
        meter.beginAnew()
        var options = options
        options.progress = { [progress, tell = options.progress] in
            tell(rows + $0)
            progress(ImportProgress(rows: rows + $0, share: stretch?.share(meter.byteCount, of: total)))
        }
        let report = try vault.take(handOut, from: found.piece.parcel, options: options)
        outcome.reports.append(report)
        try taken(handOut, report, found.path)
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
