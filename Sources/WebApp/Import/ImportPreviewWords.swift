public import Actions
import ContactFormats

/// What the owner says by the form of an import's preview: how each file is to be read.
public struct ImportPreviewWords {
    private let found: PreviewImport.Outcome
    private let value: (String) -> String?

    /// Reads a form.
    ///
    /// - Parameters:
    ///   - found: what the preview showed.
    ///   - value: the value of a field, by its name.
    public init(_ found: PreviewImport.Outcome, value: @escaping (String) -> String?) {
        (self.found, self.value) = (found, value)
    }

    /// Takes the words over: only what differs from what was guessed, or was said before.
    ///
    /// What is said of a file's columns counts for it as it was shown: read as something else, or its first row as something else, it is
    /// looked at anew. What was said of its first row is not forgotten while it is read as something that has none.
    public func say(to files: inout ImportFiles) {
        let before = files.formatOfPath
        for (position, path) in files.paths.enumerated() {
            guard let format = value(ImportPreviewPage.kindField(position)) else { continue }
            files.formatOfPath[path] = ImportFiles.formats.contains(format) ? format : nil
        }
        files.columnsOfPath = [:]
        for (position, list) in found.lists.enumerated() where files.formatOfPath[list.path] == before[list.path] {
            read(list.beginning, list.columns, of: list.path, first: ImportPreviewPage.firstField(position), into: &files) {
                ImportPreviewPage.columnField(position, $0)
            }
        }
        for (position, table) in found.unknown.enumerated() where files.formatOfPath[table.path] == before[table.path] {
            read(table.beginning, table.columns, of: table.path, first: ImportPreviewPage.unknownFirstField(position), into: &files) {
                ImportPreviewPage.unknownField(position, $0)
            }
        }
    }

    private func read(
        _ beginning: PreviewImport.Beginning?, _ columns: [PreviewImport.Column], of path: String, first: String,
        into files: inout ImportFiles,
        field: (Int) -> String
    ) {
        var isTurned = false
        if let beginning, let word = value(first).flatMap(FirstRow.init) {
            isTurned = word != beginning.firstRow
            files.firstRowsOfPath[path, default: [:]][beginning.member] = isTurned || beginning.isSaid ? word : nil
        }
        for (index, column) in columns.enumerated() {
            guard let text = value(field(index)), let role = ColumnRole(description: text) else { continue }
            guard column.isSaid && !isTurned || text != column.role.description else { continue }
            // With another first row the columns are called otherwise, and keep their places.
            let header = column.header.isEmpty || isTurned ? "column \(index + 1)" : column.header
            if files.columnsOfPath[path]?.contains(where: { $0.header == header }) != true {
                files.columnsOfPath[path, default: []].append(ColumnWishes.Wish(header: header, role: role))
            }
        }
    }
}
