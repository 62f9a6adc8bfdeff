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
        var work: String
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

    /// What a column can hold.
    struct Option: Sendable {
        var value: String
        var name: String
        var isChosen: Bool
    }

    /// A list with its first people.
    struct List: Sendable {
        var card: ImportListCard
        var people: [Entry]
        var columns: [Column]
        var hasColumns: Bool
    }

    /// Something that can't be used, and why; of a table, with its columns, so that somebody may say what they hold.
    struct Failure: Sendable {
        /// What it is called; `nil` where the text begins with it.
        var file: String?
        var text: String
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
    let failures: [Failure]
    let passedOver: [String]
    let remarks: [String]
    let archives: [String]
    let source: String
    let exportedOn: String
    let isDateAsked: Bool
    let canImport: Bool
    let isAllKnown: Bool
    let summary: String

    /// Makes the page.
    ///
    /// - Parameters:
    ///   - found: what was found.
    ///   - files: what the owner said of it.
    ///   - address: where the import is.
    public init(_ found: PreviewImport.Outcome, of files: ImportFiles, names: [String], address: String, texts: Texts) {
        self.address = address
        self.names = names.joined(separator: ", ")
        lists = found.lists.enumerated().map { position, list in
            List(
                card: ImportListCard(list.file, texts: texts),
                people: list.people.map { Self.entry($0) },
                columns: list.columns.enumerated().map { Self.column($1, field: "map-\(position)-\($0)", texts: texts) },
                hasColumns: !list.columns.isEmpty)
        }
        failures = Self.failures(found, texts: texts)
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
        let reports = found.imported.reports
        summary = texts(
            "importWillBe",
            [
                "new": texts.number(Int(clamping: reports.map(\.newPeople).reduce(0, +))),
                "updated": texts.number(Int(clamping: reports.map(\.updatedPeople).reduce(0, +))),
            ])
    }

    /// What can't be used, with the columns of tables of which nothing is known.
    private static func failures(_ found: PreviewImport.Outcome, texts: Texts) -> [Failure] {
        var tables = Array(found.unknown.enumerated())
        return found.imported.failures.map { failed in
            var failure = Failure(failed, texts: texts)
            guard let place = tables.firstIndex(where: { $0.element.name == failed.path }) else { return failure }
            let (position, table) = tables.remove(at: place)
            (failure.file, failure.text) = (nil, texts("importUnknown", ["file": failed.path]))
            failure.columns = table.columns.enumerated().map { column($1, field: unknownField(position, $0), texts: texts) }
            failure.hasColumns = true
            return failure
        }
    }

    /// The field of a column of a table of which nothing is known.
    private static func unknownField(_ position: Int, _ column: Int) -> String { "map-unknown-\(position)-\(column)" }

    private static func entry(_ person: Person) -> Entry {
        Entry(
            monogram: Monogram(person).letters, name: person.displayName,
            work: person.workLine,
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

    /// What the owner says of columns by the fields of the page's form, by the path of their table: only what differs from what was guessed,
    /// or was said before.
    ///
    /// - Parameter value: the value of a field, by its name.
    public static func wishes(_ found: PreviewImport.Outcome, value: (String) -> String?) -> [String: [ColumnWishes.Wish]] {
        var wishes: [String: [ColumnWishes.Wish]] = [:]
        func read(_ columns: [PreviewImport.Column], of path: String, field: (Int) -> String) {
            for (index, column) in columns.enumerated() {
                guard let text = value(field(index)), let role = ColumnRole(description: text) else { continue }
                guard column.isSaid || text != column.role.description else { continue }
                let header = column.header.isEmpty ? "column \(index + 1)" : column.header
                if wishes[path]?.contains(where: { $0.header == header }) != true {
                    wishes[path, default: []].append(ColumnWishes.Wish(header: header, role: role))
                }
            }
        }
        for (position, list) in found.lists.enumerated() { read(list.columns, of: list.path) { "map-\(position)-\($0)" } }
        for (position, table) in found.unknown.enumerated() { read(table.columns, of: table.path) { unknownField(position, $0) } }
        return wishes
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
