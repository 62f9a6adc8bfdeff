public import ContactFormats
public import ContactModel
public import Vault

/// Tells what an import would take in and do, and keeps nothing.
public struct PreviewImport: Sendable {
    /// One list that was found.
    public struct List: Sendable {
        /// What importing it would do.
        public var file: ImportReport.File
        /// Its first entries, as people.
        public var people: [Person]
        /// Its columns, where what they hold is a choice.
        public var columns: [Column]
        /// What its first row is; `nil` where that is no question.
        public var beginning: Beginning?
        /// The path it is of.
        public var path: String
        /// What importing it would do to people; `nil` where the very same file was imported before.
        public var summary: ImportSummary?
    }

    /// The first row of a table, of which its owner may say what it is.
    public struct Beginning: Sendable {
        /// The file it is of, within the path.
        public var member: String
        /// Its cells.
        public var cells: [String]
        /// What it is taken for.
        public var firstRow: FirstRow
        /// Whether the owner says so now.
        public var isSaid: Bool
    }

    /// A table in which nothing tells who is who: its owner may say what its columns hold.
    public struct UnknownTable: Sendable {
        /// The path it is of.
        public var path: String
        /// What it is called.
        public var name: String
        /// Its columns.
        public var columns: [Column]
        /// What its first row is.
        public var beginning: Beginning
    }

    /// One column of a table, and what it was taken for.
    public struct Column: Sendable {
        /// Its header.
        public var header: String
        /// What it is taken to hold.
        public var role: ColumnRole
        /// Whether the owner said so, now or before.
        public var isSaid: Bool
        /// Some of its values.
        public var examples: [String]
    }

    /// What was found.
    public struct Outcome: Sendable {
        /// The lists, in the order of the paths.
        public var lists: [List] = []
        /// What importing would do as a whole, and what can't be used.
        public var imported = ImportFiles.Outcome()
        /// The tables of which nothing is known, and which can be read once the owner says what their columns hold.
        public var unknown: [UnknownTable] = []
        /// What importing would do to the owner's contacts, each counted once; `nil` where nothing would come in.
        public var whole: ImportSummary?

        /// Whether importing would do anything.
        public var canBeImported: Bool {
            lists.contains { !$0.file.isAlreadyImported } || imported.archives.contains { !$0.isAlreadyThere }
        }

        /// Whether another word on what columns hold could make more of the files.
        public var dependsOnColumns: Bool { !unknown.isEmpty || lists.contains { !$0.columns.isEmpty } }
    }

    /// The import.
    public var files: ImportFiles

    /// So many entries of a list, and values of a column, are shown.
    private static let entriesShown = 6
    private static let examplesShown = 4

    /// Prepares to look at an import.
    public init(_ files: ImportFiles) {
        self.files = files
        self.files.options.isDryRun = true
    }

    /// Looks.
    ///
    /// - Throws: `VaultError` where the vault can't be read or another program writes to it for too long.
    public func run(in vault: Vault) throws -> Outcome {
        var outcome = try vault.rehearse { vault in
            var outcome = Outcome()
            outcome.imported = try files.run(in: vault) { handOut, report, path in
                let lists = try report.step.map { try vault.importedLists(by: $0...$0) } ?? []
                for (table, file) in zip(handOut.tables, report.files) {
                    let reference = lists.first { $0.snapshot == file.snapshot }?.reference
                    outcome.lists.append(
                        List(
                            file: file, people: try Self.firstPeople(of: table), columns: try Self.columns(of: table),
                            beginning: try Self.beginning(of: table), path: path,
                            summary: try reference.map { try vault.summary(of: $0, naming: ExploreImport.mostNamed) }))
                }
            }
            let steps = outcome.imported.reports.compactMap(\.step)
            if let first = steps.min(), let last = steps.max() { outcome.whole = try vault.summary(of: .steps(first...last)) }
            return outcome
        }
        outcome.unknown = files.paths.compactMap { path in
            // Told to be of another format, it is no table whose columns count.
            guard [nil, HandOutFormat.guessed].contains(files.format(of: path)) else { return nil }
            let isUnknown = outcome.imported.failures.contains { $0.error.code == .unrecognised && $0.path == files.told(path) }
            return isUnknown ? unknownTable(at: path) : nil
        }
        return outcome
    }

    /// The table at a path of which nothing is known; `nil` where there is none.
    private func unknownTable(at path: String) -> UnknownTable? {
        guard let parcel = try? Parcel.openAll(path: path).parcels.first,
            let sheet = try? UnknownSheet(parcel, examples: Self.examplesShown, firstRow: files.firstRow(of: path))
        else { return nil }
        return UnknownTable(
            path: path, name: files.told(path),
            columns: sheet.columns.map { Column(header: $0.header, role: $0.role, isSaid: false, examples: $0.examples) },
            beginning: Beginning(
                member: sheet.path, cells: sheet.firstCells, firstRow: sheet.firstRow, isSaid: files.firstRow(of: path)(sheet.path) != nil))
    }

    /// Ends reading once enough was seen.
    private struct Enough: Error {}

    private static func firstPeople(of table: any Table) throws -> [Person] {
        var people: [Person] = []
        do {
            _ = try table.read { event in
                guard case .entry(let entry) = event else { return }
                people.append(Person(entry.card))
                if people.count == entriesShown { throw Enough() }
            }
        } catch is Enough {
        }
        return people
    }

    private static func beginning(of table: any Table) throws -> Beginning? {
        guard let reading = table.columnReading, let member = table.members.first, let cells = try table.firstRow() else { return nil }
        return Beginning(member: member.path, cells: cells, firstRow: reading.firstRow, isSaid: reading.saidOfFirstRow != nil)
    }

    private static func columns(of table: any Table) throws -> [Column] {
        guard let reading = table.columnReading else { return [] }
        let examples = try table.columnExamples(limit: examplesShown)
        let said = Set(reading.said.map { $0.header.lowercased() })
        return reading.header.indices.map { column in
            Column(
                header: reading.header[column],
                role: reading.roles.indices.contains(column) ? reading.roles[column] : ColumnRole(.keep),
                isSaid: said.contains(reading.header[column].lowercased()),
                examples: examples.indices.contains(column) ? examples[column] : []
            )
        }
    }
}
