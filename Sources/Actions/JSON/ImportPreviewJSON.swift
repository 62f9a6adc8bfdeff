import ContactFormats
import ContactModel
import Vault

/// What an import would take in and do, as JSON.
public enum ImportPreviewJSON {
    /// What was found as one object: `import` as an import tells it, of each of its files the first people and the columns,
    /// and the columns of the tables in which nothing tells who is who.
    public static func encode(_ found: PreviewImport.Outcome) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.name("import")
        json.encoded(ImportReportJSON.encode(found.imported))
        json.member("lists", objects: found.lists) { json, list in
            json.member("path", list.file.path)
            json.member("list", list.file.list.rawValue)
            json.member("people", objects: list.people) { json, person in
                json.member("name", person.displayName)
                json.member("company", person.companies.first?.value)
                json.member("title", person.titles.first?.value)
                json.member("emails", strings: person.emails.map(\.value.address))
                json.member("phones", strings: person.phones.map(\.value.number))
            }
            json.member("columns", objects: list.columns) { encode($1, &$0) }
            json.name("first_row")
            encode(list.beginning, &json)
        }
        json.member("unknown", objects: found.unknown) { json, table in
            json.member("path", table.path)
            json.member("name", table.name)
            json.member("columns", objects: table.columns) { encode($1, &$0) }
            json.name("first_row")
            encode(table.beginning, &json)
        }
        json.endObject()
        return json.takeBytes()
    }

    private static func encode(_ beginning: PreviewImport.Beginning?, _ json: inout JSONWriter) {
        guard let beginning else { return json.null() }
        json.beginObject()
        json.member("is", beginning.firstRow.rawValue)
        json.member("said", beginning.isSaid)
        json.member("cells", strings: beginning.cells)
        json.endObject()
    }

    private static func encode(_ column: PreviewImport.Column, _ json: inout JSONWriter) {
        json.member("header", column.header)
        json.member("holds", column.role.description)
        json.member("said", column.isSaid)
        json.member("examples", strings: column.examples)
    }
}
