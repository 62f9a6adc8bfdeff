public import Actions
import ContactFormats
import ContactModel
import Vault

/// What an import would do, before it does: what it is, its first people, its columns, what comes and goes.
public struct ImportPreviewPage: Page {
    /// The view that draws it.
    public static let view = "import-preview"

    /// One of the first people.
    struct Entry: Sendable {
        var monogram: String
        var name: String
        var work: WorkLine
        var reach: String
    }

    /// A column whose content was guessed.
    struct Column: Sendable {
        var field: String
        var header: String
        var examples: [String]
        var options: [Option]
        var isSaid: Bool
    }

    /// The first row of a table, of which the owner may say what it is.
    struct Beginning: Sendable {
        var field: String
        var cells: [String]
        var isHeading: Bool
        var isPerson: Bool

        init(_ beginning: PreviewImport.Beginning, field: String) {
            self.field = field
            cells = beginning.cells.filter { !$0.isEmpty }
            isHeading = beginning.firstRow == .heading
            isPerson = !isHeading
        }
    }

    /// A file and what it can be read as.
    struct Kind: Sendable {
        var field: String
        var file: String
        var options: [Option]
    }

    /// One of several things to choose.
    struct Option: Sendable {
        var value: String
        var name: String
        var isChosen: Bool
    }

    /// A list with its first people.
    struct List: Sendable {
        var card: ImportListCard
        var people: [Entry]
        var beginning: Beginning?
        var columns: [Column]
        var hasColumns: Bool
    }

    /// Something that can't be used, and why; of a table, with its columns, so that somebody may say what they hold.
    struct Failure: Sendable {
        /// What it is called; `nil` where the text begins with it.
        var file: String?
        var text: String
        var beginning: Beginning?
        var columns: [Column] = []
        var hasColumns = false

        init(_ failure: ImportFiles.Failure, texts: Texts) {
            text = ImportWords.failure(failure.error.message, texts: texts)
            file = text.hasPrefix(failure.path) ? nil : failure.path
        }
    }

    /// What the page is called: what there is, or that there is nothing.
    public let title: String
    let address: String
    let names: String
    let lists: [List]
    let kinds: [Kind]
    let hasKinds: Bool
    let isKindDoubtful: Bool
    let failures: [Failure]
    let passedOver: [String]
    let remarks: [String]
    let archives: [String]
    let source: String
    let exportedOn: String
    let isDateAsked: Bool
    let canImport: Bool
    let isAllKnown: Bool
    /// What it does to all people together, where its lists don't say the same.
    let whole: ImportFigures?

    /// Makes the page.
    ///
    /// - Parameters:
    ///   - found: what was found.
    ///   - files: what the owner said of it.
    ///   - canBeReadOtherwise: whether the files are still there to be read as something else.
    ///   - address: where the import is.
    public init(
        _ found: PreviewImport.Outcome, of files: ImportFiles, canBeReadOtherwise: Bool, names: [String], address: String, texts: Texts
    ) {
        self.address = address
        self.names = names.joined(separator: ", ")
        lists = found.lists.enumerated().map { position, list in
            List(
                card: ImportListCard(list.file, list.summary, isIn: false, texts: texts),
                people: list.people.map { Self.entry($0) },
                beginning: list.beginning.map { Beginning($0, field: Self.firstField(position)) },
                columns: list.columns.enumerated().map { Self.column($1, field: Self.columnField(position, $0), texts: texts) },
                hasColumns: !list.columns.isEmpty)
        }
        kinds = canBeReadOtherwise ? Self.kinds(of: files, names: names, texts: texts) : []
        hasKinds = !kinds.isEmpty
        isKindDoubtful = found.lists.isEmpty
        failures = Self.failures(found, of: files, texts: texts)
        passedOver = ImportWords.passedOver(found.imported.reports.flatMap(\.passedOver), texts: texts)
        remarks = ImportWords.remarks(found.imported.reports.flatMap(\.remarks), texts: texts)
        archives = ImportWords.archives(found.imported.archives, texts: texts)
        source = files.options.source ?? ""
        exportedOn = files.options.exportedOn?.description ?? ""
        isDateAsked = found.lists.contains { $0.file.list.isFull && ![.given, .archive].contains($0.file.exportedOnBasis) }
        isAllKnown = !found.lists.isEmpty && found.lists.allSatisfy(\.file.isAlreadyImported)
        canImport = found.canBeImported
        title = texts(
            canImport || isAllKnown || !found.imported.archives.isEmpty
                ? "importPreviewTitle" : found.unknown.isEmpty ? "importFailedTitle" : "importUnknownTitle")
        whole = ImportFigures(ofAll: found.whole, beside: found.lists.compactMap(\.summary), isIn: false, texts: texts)
    }

    /// What can't be used, with the columns of tables of which nothing is known.
    private static func failures(_ found: PreviewImport.Outcome, of files: ImportFiles, texts: Texts) -> [Failure] {
        var tables = Array(found.unknown.enumerated())
        return found.imported.failures.map { failed in
            var failure = Failure(failed, texts: texts)
            guard let place = tables.firstIndex(where: { $0.element.name == failed.path }) else {
                // Which of the files that are called so was meant is not told; what was said of one is said of it.
                let path = files.paths.first { files.names[$0] == failed.path && files.format(of: $0) != nil }
                if failed.error.code == .unrecognised, let format = path.flatMap({ files.format(of: $0) }) {
                    let kind = texts.word("importFormat", format)
                    (failure.file, failure.text) = (nil, texts("importIsNot", ["file": failed.path, "kind": kind]))
                }
                return failure
            }
            let (position, table) = tables.remove(at: place)
            (failure.file, failure.text) = (nil, texts("importUnknown", ["file": failed.path]))
            failure.columns = table.columns.enumerated().map { column($1, field: unknownField(position, $0), texts: texts) }
            failure.beginning = Beginning(table.beginning, field: unknownFirstField(position))
            failure.hasColumns = true
            return failure
        }
    }

    /// What each file is read as, and what it may be read as.
    private static func kinds(of files: ImportFiles, names: [String], texts: Texts) -> [Kind] {
        zip(files.paths, names).enumerated().map { position, file in
            let chosen = files.format(of: file.0)
            let formats = ImportFiles.formats.map {
                Option(value: $0, name: texts.word("importFormat", $0), isChosen: $0 == chosen)
            }
            return Kind(
                field: kindField(position), file: file.1,
                options: [Option(value: "", name: texts("importFormatDetected"), isChosen: chosen == nil)]
                    + formats.sorted { $0.name.lowercased() < $1.name.lowercased() })
        }
    }

    // MARK: The form's fields

    /// What a file is read as.
    static func kindField(_ position: Int) -> String { "as-\(position)" }

    /// What the first row of a list is.
    static func firstField(_ position: Int) -> String { "first-\(position)" }

    /// What a column of a list holds.
    static func columnField(_ position: Int, _ column: Int) -> String { "map-\(position)-\(column)" }

    /// What the first row of a table of which nothing is known is.
    static func unknownFirstField(_ position: Int) -> String { "first-unknown-\(position)" }

    /// What a column of such a table holds.
    static func unknownField(_ position: Int, _ column: Int) -> String { "map-unknown-\(position)-\(column)" }

    private static func entry(_ person: Person) -> Entry {
        Entry(
            monogram: Monogram(person).letters, name: person.displayName,
            work: WorkLine(person),
            reach: [person.emails.first?.value.address, person.phones.first?.value.number].compactMap { $0 }.joined(separator: " · "))
    }

    private static func column(_ column: PreviewImport.Column, field: String, texts: Texts) -> Column {
        let chosen = column.role.description
        var names = ColumnRole.names
        if !names.contains(chosen) { names.insert(chosen, at: 0) }
        return Column(
            field: field, header: column.header, examples: column.examples,
            options: names.map { Option(value: $0, name: roleName($0, texts: texts), isChosen: $0 == chosen) },
            isSaid: column.isSaid)
    }

    /// A role in words: `email:work` is “E-mail address (work)”.
    private static func roleName(_ role: String, texts: Texts) -> String {
        let parts = role.split(separator: ":", maxSplits: 1)
        let name = texts.word("importRole", String(parts.first ?? ""))
        return parts.count > 1 ? "\(name) (\(texts.label(String(parts[1]))))" : name
    }
}

/// What an import tells beside its lists.
enum ImportWords {
    /// What an import remarks; what the command line advises is said by the page's own controls.
    static func remarks(_ remarks: [String], texts: Texts) -> [String] {
        remarks.filter { !$0.contains("--") }.map { texts.phrase($0) }
    }

    /// Why something can't be used. Whoever reads it never opens a terminal: the guides are pages of their own.
    static func failure(_ message: String, texts: Texts) -> String {
        texts.phrase(message)
            .replacing("`holdfast guide` tells", with: "The guides tell")
            .replacing("`holdfast guide linkedin` tells", with: "the guides tell")
    }

    /// What was not read and why, one line a reason.
    static func passedOver(_ passed: [PassedOver], texts: Texts) -> [String] {
        let groups = Dictionary(grouping: passed) { $0.reason }
        return groups.filter { !["system", "copy"].contains($0.key) }.sorted { $0.key < $1.key }.map { reason, items in
            let names = items.prefix(5).map(\.path).joined(separator: ", ") + (items.count > 5 ? ", …" : "")
            return "\(texts.word("importPassed", reason)): \(names)"
        }
    }

    /// Archives of whole vaults.
    static func archives(_ archives: [ImportArchive.Outcome], texts: Texts) -> [String] {
        archives.map { archive in
            let key = archive.isAlreadyThere ? "importArchiveKnown" : "importArchive"
            return texts(
                key, ["name": archive.path, "snapshots": texts.number(archive.snapshots), "steps": texts.number(archive.decisions)])
        }
    }
}
