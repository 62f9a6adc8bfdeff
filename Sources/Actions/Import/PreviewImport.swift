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
        var outcome = Outcome()
        outcome.imported = try files.run(in: vault) { handOut, report in
            for (table, file) in zip(handOut.tables, report.files) {
                outcome.lists.append(
                    List(file: file, people: try Self.firstPeople(of: table), columns: try Self.columns(of: table)))
            }
        }
        return outcome
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
