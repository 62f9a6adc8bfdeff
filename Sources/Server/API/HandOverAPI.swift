import Actions
import ContactFormats
import Foundation
import ContactModel
import Hummingbird
import Vault

/// Where contacts go out: the check beforehand, whom a product would refuse and why, the file, the receipts.
enum HandOverAPI {
    private static let wishes: [APIRoute.Parameter] = [
        APIRoutes.formatOut,
        .init(name: "recipient", about: "To whom; needed for `changed_only`.", schema: APISchema.string(most: 120)),
        .init(name: "changed_only", about: "Only what changed since the last receipt.", schema: APISchema.boolean),
        .init(name: "ready", about: "Only who is ready for marketing and sales.", schema: APISchema.boolean),
        .init(
            name: "profile",
            about:
                "With `ready`: what they must have, as the lines of a profile (`email = any`); what is left out is as where none is given.",
            schema: APISchema.string(most: 4_000)),
        .init(name: "all", about: "Also who the product would refuse.", schema: APISchema.boolean),
        .init(name: "q", about: "Words and conditions.", schema: APISchema.string()),
    ]

    static let routes: [APIRoute] = [
        APIRoute(
            method: .get, path: "/hand-overs", summary: "What was handed to whom and when, the latest first", scope: .read,
            content: [.json("HandOvers")], handle: receipts),
        APIRoute(
            method: .post, path: "/hand-overs", summary: "Hands people over to a product or somebody, and keeps a receipt", scope: .export,
            parameters: wishes + [
                .init(
                    name: "rows_per_file",
                    about: "So many people a file at most, for the formats of products and mailing tools; several come as a zip.",
                    schema: APISchema.integer(1...10_000_000))
            ], content: [.other("*/*")], problems: [.conflict], handle: handOver),
        APIRoute(
            method: .get, path: "/hand-overs/check",
            summary: "How a hand-over would go, and whom it would hold back; nothing is handed out", scope: .read,
            parameters: wishes + [
                .init(name: "because", about: "List only those whom this reason hits, by its `code`.", schema: APISchema.string(most: 60)),
                .init(name: "column", about: "The `column` of that reason.", schema: APISchema.string(most: 500)),
                APIRoutes.limit, APIRoutes.cursor,
            ], content: [.json("HandOverCheck")], problems: [.conflict], handle: check),
    ]

    private static func receipts(_ call: APICall) async throws -> Response {
        let receipts = try await call.desk.read { try ListHandOvers().run(in: $0) }
        return APIAnswer.json { json in
            json.beginObject()
            json.member("hand_overs", elements: receipts) { ReceiptJSON.encode($1, &$0) }
            json.endObject()
        }
    }

    /// The hand-over that is meant.
    private static func wish(_ call: APICall) throws -> HandOver {
        let query = try call.text("q") ?? ""
        _ = try PeopleFilter([query])
        return HandOver(
            format: try call.outgoingFormat(), conditions: [query], recipient: try call.text("recipient", most: 120) ?? "",
            isUpdate: try call.flag("changed_only"), options: .init(writesAll: try call.flag("all")),
            profile: try profile(call))
    }

    /// The profile of who is ready; `nil` where everybody is.
    private static func profile(_ call: APICall) throws -> HandOverProfile? {
        let text = try call.text("profile", most: 4_000)
        guard try call.flag("ready") else {
            if text != nil { throw APICall.unusable("profile", "goes with “ready”") }
            return nil
        }
        let (profile, problems) = HandOverProfile.read(text ?? "")
        if let problem = problems.first { throw APICall.unusable("profile", "has a mistake on line \(problem.line): \(problem.text)") }
        return profile
    }

    private static func handOver(_ call: APICall) async throws -> Response {
        var handOver = try wish(call)
        if try call.text("rows_per_file") != nil {
            handOver.options.rowsPerFile = try call.integer("rows_per_file", 1...10_000_000, default: 1)
            guard handOver.mayComeInParts else { throw APICall.unusable("rows_per_file", "is nothing for a format that is not split") }
            return try await parts(of: handOver, call)
        }
        let wanted = handOver
        let file = try TransitFile(named: "contacts")
        let outcome = try await call.desk.readAtLength { vault in
            try file.write { put in try wanted.run(in: vault, to: .stream(put)) }
        }
        // A receipt is of what arrived, and not of what was begun.
        let format = handOver.format
        return try file.response(format.mediaType, named: "contacts.\(format.fileExtension)") {
            _ = try await call.desk.write { try HandOver.keep(outcome, in: $0) }
        }
    }

    private static func parts(of handOver: HandOver, _ call: APICall) async throws -> Response {
        let folder = try UploadFolder(in: FileManager.default.temporaryDirectory.path)
        let (outcome, path) = try await call.desk.readAtLength { try handOver.run(in: $0, toFolder: folder.path, named: "contacts") }
        let mediaType = path.hasSuffix(".zip") ? "application/zip" : handOver.format.mediaType
        return try FileAnswer(path: path, mediaType: mediaType, holding: folder) {
            _ = try await call.desk.write { try HandOver.keep(outcome, in: $0) }
        }.response
    }

    private static func check(_ call: APICall) async throws -> Response {
        let handOver = try wish(call)
        let (code, column) = (try call.text("because", most: 60), try call.text("column", most: 500))
        guard code != nil || column == nil else { throw APICall.unusable("because", "is missing: “column” goes with it") }
        let limit = try call.integer("limit", 1...1000, default: 100)
        let cursor = APICursor(
            question: ["hand-over", handOver.format.rawValue, handOver.conditions.joined(separator: " "), handOver.recipient]
                + [handOver.isUpdate, handOver.options.writesAll].map(\.description) + [
                    handOver.profile?.text ?? "", code ?? "", column ?? "",
                ])
        let skip = try cursor.offset(call.text("cursor"))
        let list = ListHeldBack(
            handOver, because: code.map { ListHeldBack.Reason(code: $0, column: column) }, offset: skip, limit: limit)
        let found = try await call.desk.readAtLength { try list.run(in: $0) }
        let end = skip + found.people.count
        return APIAnswer.json { json in
            json.beginObject()
            json.member("refused", elements: found.people) { ExportReportJSON.encode($1, into: &$0) }
            json.member("total", found.count)
            json.member("next", end < found.count && !found.people.isEmpty ? cursor.text(end) : nil)
            ExportReportJSON.members(of: found.handOver.report, output: nil, into: &json)
            json.member("withheld", found.handOver.report.withheld)
            json.member("unchanged", found.handOver.unchanged)
            json.member("no_longer_meant", found.handOver.noLongerMeant)
            json.endObject()
        }
    }
}
