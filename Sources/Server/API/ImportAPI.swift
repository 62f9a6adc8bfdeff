import Actions
import ContactFormats
import ContactModel
import Foundation
import Hummingbird
import Vault

/// What comes in: a look at a file beforehand, the import itself, and the sample to try it all with.
///
/// A program says at once what a page asks step by step: it sends a file to `/imports/preview`, which keeps nothing, and again to `/imports`
/// with its word on source, day and columns.
enum ImportAPI {
    private static let wishes: [APIRoute.Parameter] = [
        APIRoutes.fileName,
        .init(name: "source", about: "The source's name.", schema: APISchema.string(most: 100, pattern: APISchema.something)),
        APIRoutes.formatIn,
        .init(name: "exported_on", about: "The day it was handed out.", schema: APISchema.day),
        .init(
            name: "map",
            about:
                "What a column of a table holds, where the guess is wrong: `Spalte=email`, `column 3=ignore`; may stand several times, and is "
                + "remembered for tables with the same header. Behind the = stands one of: \(ColumnRole.names.joined(separator: ", ")).",
            schema: APISchema.list(of: APISchema.string(most: 400))),
        .init(
            name: "first_row",
            about: "Whether the first row of a table whose columns are guessed names them (`heading`) or is somebody already (`person`).",
            schema: APISchema.choice(FirstRow.allCases.map(\.rawValue))),
    ]

    static let routes: [APIRoute] = [
        APIRoute(
            method: .post, path: "/imports", summary: "Takes a file in: its bytes are the body", scope: .write,
            parameters: wishes + [
                .init(name: "dry_run", about: "Tell what would happen, and keep nothing.", schema: APISchema.boolean)
            ], body: .file, content: [.json("Import")], problems: [.conflict]
        ) { call in
            let (file, files) = try await incoming(call, isDryRun: try call.flag("dry_run"))
            return try answer(try await call.desk.write { try files.run(in: $0) }, of: file)
        },
        APIRoute(
            method: .post, path: "/imports/preview",
            summary: "Tells what importing a file would do, with its first people and its columns; nothing is kept", scope: .write,
            parameters: wishes, body: .file, content: [.json("ImportPreview")], problems: [.conflict]
        ) { call in
            let (file, files) = try await incoming(call, isDryRun: true)
            // It writes and takes back what it wrote, so it takes its turn with those who write.
            let found = try await call.desk.write { try PreviewImport(files).run(in: $0) }
            // A table of which nothing is known is told with its columns, as the page shows it.
            if found.unknown.isEmpty { try refuse(found.imported, of: file) }
            return APIAnswer.json(Array(file.told(String(decoding: ImportPreviewJSON.encode(found), as: UTF8.self)).utf8))
        },
        APIRoute(
            method: .post, path: "/imports/sample", summary: "Takes in the sample network, of invented people", scope: .write,
            content: [.json("Import")], problems: [.conflict]
        ) { call in
            let folder = try UploadFolder(in: FileManager.default.temporaryDirectory.path)
            let files = try SampleNetwork(today: Clock.system.today).files(in: folder.path)
            let outcome = try await call.desk.write { vault in
                defer { withExtendedLifetime(folder) {} }
                return try files.run(in: vault)
            }
            return APIAnswer.json(ImportReportJSON.encode(outcome))
        },
    ]

    /// The file that was sent, and what is to be done with it.
    private static func incoming(_ call: APICall, isDryRun: Bool) async throws -> (TransitFile, ImportFiles) {
        let source = try call.text("source", most: 100)
        if let source, source.allSatisfy(\.isWhitespace) { throw APICall.unusable("source", "is empty") }
        let columns = try call.all("map").map { text in
            guard let wish = ColumnWishes.Wish(text) else {
                throw APICall.unusable("map", "doesn't say what a column holds, as in Spalte=email")
            }
            return wish
        }
        let day = try call.day("exported_on")
        if let objection = day.flatMap({ ImportOptions.objection(toExportDay: $0, today: Clock.system.today) }) {
            throw APICall.unusable("exported_on", objection)
        }
        let options = ImportOptions(source: source, exportedOn: day, isDryRun: isDryRun)
        let format = try call.incomingFormat()
        let firstRow = try call.text("first_row").map { text in
            guard let word = FirstRow(rawValue: text) else { throw APICall.unusable("first_row", "is neither heading nor person") }
            return word
        }
        let file = try await call.upload()
        var files = ImportFiles(paths: [file.path], format: format, columns: columns, options: options, names: [file.path: file.name])
        files.firstRow = firstRow
        return (file, files)
    }

    private static func answer(_ outcome: ImportFiles.Outcome, of file: TransitFile) throws -> Response {
        try refuse(outcome, of: file)
        return APIAnswer.json(Array(file.told(String(decoding: ImportReportJSON.encode(outcome), as: UTF8.self)).utf8))
    }

    /// A file nothing could be used of is told as a problem.
    private static func refuse(_ outcome: ImportFiles.Outcome, of file: TransitFile) throws {
        if outcome.reports.isEmpty, outcome.archives.isEmpty, let failure = outcome.failures.first {
            try file.naming { throw failure.error }
        }
    }
}
