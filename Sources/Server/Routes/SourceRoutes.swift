import Actions
import ContactModel
import Foundation
import Hummingbird
import Vault
import WebApp

/// Where contacts come from: the sources, what was asked for, and the originals.
struct SourceRoutes: Sendable {
    let desk: VaultDesk
    let writer: PageWriter
    var clock = Clock.system

    private var steps: StepNotices { StepNotices(desk: desk, writer: writer) }

    func add(to router: Router<VisitContext>) {
        router.get("/sources") { request, context in
            let today = clock.today
            let (status, snapshots, takenBack) = try await desk.read { vault in
                (
                    try ReportStatus(asOf: today).run(in: vault), try ListSnapshots().run(in: vault),
                    try ListSnapshots(isTakenBack: true).run(in: vault)
                )
            }
            let texts = writer.texts(for: context)
            return writer.page(
                SourcesPage(status, snapshots: snapshots, takenBack: takenBack, texts: texts), title: texts("sourcesTitle"), room: .sources,
                notice: try await steps.notice(for: request, texts), for: context)
        }
        router.post("/sources/requested") { request, context in
            let form = try await FormFields.read(request)
            let (service, today) = (form["service"] ?? "", clock.today)
            let step = try await desk.write { try NoteRequest(to: service, on: today).run(in: $0).step }
            return try await steps.answer(request, step: step, to: "/sources", context)
        }
        router.get("/sources/:snapshot/rows") { request, context in
            guard let snapshot = context.parameters.get("snapshot").flatMap({ UniqueID($0) }) else { throw HTTPError(.notFound) }
            let list = ListRows(snapshot: snapshot.description, offset: request.queryFields.place("offset"), limit: RowsPage.stretch)
            let page = RowsPage(try await desk.readAtLength { try list.run(in: $0) }, texts: writer.texts(for: context))
            return writer.page(page, title: page.title, room: .sources, for: context)
        }
        router.get("/sources/:snapshot/original") { request, context in try await original(request, context) }
    }

    /// Sends an original, byte for byte as it came in.
    private func original(_ request: Request, _ context: VisitContext) async throws -> Response {
        let wanted = context.parameters.get("snapshot") ?? ""
        let number = request.queryFields["file"].map { Int($0) ?? 0 } ?? 1
        let found = try await desk.read { vault in
            try [false, true].lazy.compactMap { isTakenBack in
                try ListSnapshots(isTakenBack: isTakenBack).run(in: vault).first { $0.id.description == wanted }
            }.first
        }
        guard let found, number > 0, number <= found.files.count else { throw HTTPError(.notFound) }
        // Of a list in an archive the original is the archive.
        let archive = found.path.split(separator: "/").last { $0.lowercased().hasSuffix(".zip") }.map { String($0) }
        let first = archive ?? found.path
        let name = FileName.header(UploadFolder.plain(number == 1 ? first : found.files[number - 1].name))
        return Response(
            status: .ok, headers: [.contentType: "application/octet-stream", .contentDisposition: "attachment; \(name)"],
            body: desk.body { vault, put in
                _ = try withoutActuallyEscaping(put) { put in try ReadOriginal(snapshot: wanted, file: number).run(in: vault, put) }
            })
    }
}

/// A file's name as `Content-Disposition` writes it (RFC 6266): plain, and in UTF-8 where it needs to be.
enum FileName {
    /// `filename="contacts.csv"`, or with `filename*` as well.
    static func header(_ name: String) -> String {
        let plain = String(name.unicodeScalars.map { $0.isASCII && $0.value >= 0x20 && $0 != "\"" && $0 != "\\" ? Character($0) : "_" })
        guard plain != name else { return "filename=\"\(plain)\"" }
        let allowed = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return "filename=\"\(plain)\"; filename*=UTF-8''\(name.addingPercentEncoding(withAllowedCharacters: allowed) ?? plain)"
    }
}
