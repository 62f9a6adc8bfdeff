import Actions
import ContactFormats
import ContactModel
import Hummingbird
import Vault

/// Originals, exports and conversions: whole files.
enum FilesAPI {
    private static let snapshotID = APIRoute.Parameter(
        name: "id", about: "The snapshot's id, or its beginning.",
        schema: APISchema.string(most: 36, fewest: 8, pattern: "^[0-9A-Fa-f-]{8,36}$"), isInPath: true)

    static let routes: [APIRoute] = [
        APIRoute(
            method: .get, path: "/snapshots", summary: "What came in, the latest hand-out first", scope: .read,
            parameters: [
                .init(
                    name: "taken_back", about: "List those whose import was taken back instead: their files are kept.",
                    schema: APISchema.boolean)
            ], content: [.json("Snapshots")]
        ) { call in
            let isTakenBack = try call.flag("taken_back")
            let objects = try await call.desk.read {
                try ListSnapshots(isTakenBack: isTakenBack).run(in: $0).map { SnapshotJSON.encode($0) }
            }
            return APIAnswer.json(Array("{\"snapshots\":[".utf8) + objects.joined(separator: [UInt8(ascii: ",")]) + Array("]}".utf8))
        },
        APIRoute(
            method: .get, path: "/snapshots/{id}/original", summary: "A file as it came in, byte for byte", scope: .export,
            parameters: [
                snapshotID,
                .init(
                    name: "file", about: "Which of the snapshot's `files`, from 1; the first where it isn't said.",
                    schema: APISchema.integer(1...10_000)),
            ], content: [.other("application/octet-stream")], problems: [.conflict]
        ) { call in
            let (id, number) = (try call.person(), try call.integer("file", 1...10_000, default: 1))
            let (file, name) = try await call.desk.read { vault in
                let file = try TransitFile(named: "original")
                return (file, try file.write { put in try ReadOriginal(snapshot: id, file: number).run(in: vault, put) })
            }
            return try file.response("application/octet-stream", named: name)
        },
        APIRoute(
            method: .get, path: "/snapshots/{id}/rows", summary: "The rows of a file as it came in, each with what it was read as",
            scope: .read, parameters: [snapshotID, APIRoutes.limit, APIRoutes.cursor], content: [.json("Rows")], handle: rows),
        APIRoute(
            method: .get, path: "/export", summary: "Hands people out in an open format", scope: .export,
            parameters: [APIRoutes.formatOut] + APIRoutes.filter,
            content: [.other("*/*")]
        ) { call in
            let (format, filter) = (try call.outgoingFormat(), try call.filter())
            let file = try TransitFile(named: "contacts")
            _ = try await call.desk.read { vault in
                try file.write { put in try ExportContacts(format: format, filter: filter).run(in: vault, to: .stream(put)) }
            }
            return try file.response(format.mediaType, named: "contacts.\(format.fileExtension)")
        },
        APIRoute(
            method: .post, path: "/conversions", summary: "Reads a file in one format and gives it back in another; nothing is kept",
            scope: .read,
            parameters: [APIRoutes.formatOut, APIRoutes.formatIn, APIRoutes.fileName], body: .file, content: [.other("*/*")]
        ) { call in
            let format = try call.outgoingFormat()
            let readAs = try call.incomingFormat()
            let file = try await call.upload()
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

    private static func rows(_ call: APICall) async throws -> Response {
        let id = try call.person()
        let limit = try call.integer("limit", 1...1000, default: 100)
        let cursor = APICursor(question: ["rows", id])
        let skip = try cursor.offset(call.text("cursor"))
        let stretch = try await call.desk.readAtLength { try ListRows(snapshot: id, offset: skip, limit: limit).run(in: $0) }
        return APIAnswer.json { json in
            json.beginObject()
            json.member("total", stretch.snapshot.rows)
            json.member("rows", elements: stretch.rows) { SnapshotJSON.encode($1, &$0) }
            json.member("next", stretch.hasMore ? cursor.text(skip + stretch.rows.count) : nil)
            json.endObject()
        }
    }
}
