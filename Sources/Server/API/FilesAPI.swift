import Actions
import ContactFormats
import ContactModel
import Hummingbird
import Vault

/// What comes in and what is handed out.
enum FilesAPI {
    /// An upload is no larger than this.
    static let mostUploadBytes = 512 << 20

    private static let formatIn = APIRoute.Parameter(
        name: "format", about: "The format to read as, where it is not to be found out.", schema: APISchema.choice(ImportFiles.formats))
    private static let formatOut = APIRoute.Parameter(
        name: "to", about: "The format.", schema: APISchema.choice(ExportFormat.allCases.map(\.rawValue)), isRequired: true)
    private static let name = APIRoute.Parameter(name: "name", about: "The file's name.", schema: APISchema.string(most: 200))

    static let routes: [APIRoute] = [
        APIRoute(
            method: .get, path: "/snapshots", summary: "What came in, the latest hand-out first", scope: .read,
            content: [.json("Snapshots")]
        ) { call in
            let objects = try await call.desk.read { try ListSnapshots().run(in: $0).map { SnapshotJSON.encode($0) } }
            return APIAnswer.json(Array("{\"snapshots\":[".utf8) + objects.joined(separator: [UInt8(ascii: ",")]) + Array("]}".utf8))
        },
        APIRoute(
            method: .get, path: "/snapshots/{id}/original", summary: "A file as it came in, byte for byte", scope: .export,
            parameters: [
                .init(
                    name: "id", about: "The snapshot's id, or its beginning.",
                    schema: APISchema.string(most: 36, fewest: 8, pattern: "^[0-9A-Fa-f-]{8,36}$"), isInPath: true)
            ], content: [.other("application/octet-stream")], problems: [.conflict]
        ) { call in
            let id = try call.person()
            let (file, name) = try await call.desk.read { vault in
                let file = try TransitFile(named: "original")
                return (file, try file.write { put in try ReadOriginal(snapshot: id).run(in: vault, put) })
            }
            return try file.response("application/octet-stream", named: name)
        },
        APIRoute(
            method: .post, path: "/imports", summary: "Takes a file in: its bytes are the body", scope: .write,
            parameters: [
                name, .init(name: "source", about: "The source's name.", schema: APISchema.string(most: 100, pattern: APISchema.something)),
                formatIn,
                .init(name: "exported_on", about: "The day it was handed out.", schema: APISchema.day),
                .init(name: "dry_run", about: "Tell what would happen, and keep nothing.", schema: APISchema.boolean),
            ], body: .file, content: [.json("Import")], problems: [.conflict], handle: take),
        APIRoute(
            method: .get, path: "/export", summary: "Hands people out in an open format", scope: .export,
            parameters: [formatOut] + APIRoutes.filter,
            content: [.other("*/*")]
        ) { call in
            let (format, filter) = (try outgoing(call), try call.filter())
            let file = try TransitFile(named: "contacts")
            _ = try await call.desk.read { vault in
                try file.write { put in try ExportContacts(format: format, filter: filter).run(in: vault, to: .stream(put)) }
            }
            return try file.response(format.mediaType, named: "contacts.\(format.fileExtension)")
        },
        APIRoute(
            method: .get, path: "/hand-overs", summary: "What was handed to whom and when, the latest first", scope: .read,
            content: [.json("HandOvers")], handle: receipts),
        APIRoute(
            method: .post, path: "/hand-overs", summary: "Hands people over to a product or somebody, and keeps a receipt", scope: .export,
            parameters: [
                formatOut,
                .init(name: "recipient", about: "To whom; needed for `changed_only`.", schema: APISchema.string(most: 120)),
                .init(name: "changed_only", about: "Only what changed since the last receipt.", schema: APISchema.boolean),
                .init(name: "ready", about: "Only who is ready for marketing and sales.", schema: APISchema.boolean),
                .init(name: "all", about: "Also who the product would refuse.", schema: APISchema.boolean),
                .init(name: "q", about: "Words and conditions.", schema: APISchema.string()),
            ], content: [.other("*/*")], problems: [.conflict], handle: handOver),
        APIRoute(
            method: .post, path: "/conversions", summary: "Reads a file in one format and gives it back in another; nothing is kept",
            scope: .read,
            parameters: [formatOut, formatIn, name], body: .file, content: [.other("*/*")]
        ) { call in
            let format = try outgoing(call)
            let readAs = try incoming(call)
            let file = try await upload(call)
            let output = try TransitFile(named: "contacts")
            // The vault has no part in it; the desk lends a thread that may wait for files.
            _ = try await call.desk.read { _ in
                try file.naming {
                    try output.write { put in try ConvertFiles(paths: [file.path], readAs: readAs, to: format).run(to: .stream(put)) }
                }
            }
            return try output.response(format.mediaType, named: "contacts.\(format.fileExtension)")
        },
    ]

    private static func receipts(_ call: APICall) async throws -> Response {
        let receipts = try await call.desk.read { try ListHandOvers().run(in: $0) }
        return APIAnswer.json { json in
            json.beginObject()
            json.member("hand_overs", elements: receipts) { ReceiptJSON.encode($1, &$0) }
            json.endObject()
        }
    }

    private static func handOver(_ call: APICall) async throws -> Response {
        let format = try outgoing(call)
        let query = try call.text("q") ?? ""
        _ = try PeopleFilter([query])
        let handOver = HandOver(
            format: format, conditions: [query], recipient: try call.text("recipient", most: 120) ?? "",
            isUpdate: try call.flag("changed_only"), options: .init(writesAll: try call.flag("all")),
            profile: try call.flag("ready") ? .standard : nil)
        let file = try TransitFile(named: "contacts")
        let outcome = try await call.desk.readAtLength { vault in
            try file.write { put in try handOver.run(in: vault, to: .stream(put)) }
        }
        // A receipt is of what arrived, and not of what was begun.
        return try file.response(format.mediaType, named: "contacts.\(format.fileExtension)") {
            _ = try await call.desk.write { try HandOver.keep(outcome, in: $0) }
        }
    }

    private static func outgoing(_ call: APICall) throws -> ExportFormat {
        let name = try call.required("to")
        guard let format = ExportFormat(rawValue: name) else { throw APICall.unusable("to", "is no format there is") }
        return format
    }

    private static func incoming(_ call: APICall) throws -> String? {
        guard let name = try call.text("format") else { return nil }
        guard ImportFiles.formats.contains(name) else { throw APICall.unusable("format", "is no format there is") }
        return name
    }

    private static func upload(_ call: APICall) async throws -> TransitFile {
        let file = try TransitFile(named: try call.text("name", most: 200) ?? "upload")
        try await file.take(call.request.body, upTo: mostUploadBytes)
        return file
    }

    private static func take(_ call: APICall) async throws -> Response {
        let source = try call.text("source", most: 100)
        if let source, source.allSatisfy(\.isWhitespace) { throw APICall.unusable("source", "is empty") }
        let options = ImportOptions(source: source, exportedOn: try call.day("exported_on"), isDryRun: try call.flag("dry_run"))
        let format = try incoming(call)
        let file = try await upload(call)
        let outcome = try await call.desk.write { try ImportFiles(paths: [file.path], format: format, options: options).run(in: $0) }
        if outcome.reports.isEmpty, outcome.archives.isEmpty, let failure = outcome.failures.first {
            try file.naming { throw failure.error }
        }
        return APIAnswer.json(Array(file.told(String(decoding: ImportReportJSON.encode(outcome), as: UTF8.self)).utf8))
    }
}
