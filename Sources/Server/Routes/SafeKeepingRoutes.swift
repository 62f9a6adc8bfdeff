import Actions
import ContactFormats
import ContactModel
import Foundation
import Hummingbird
import Vault
import WebApp

/// Copies, the check of everything, and forgetting somebody.
struct SafeKeepingRoutes: Sendable {
    let desk: VaultDesk
    let checks: CheckDesk
    let writer: PageWriter
    /// Where the vault is.
    let vaultPath: String
    /// Where copies are made before they are sent.
    let spoolFolder: String
    var clock = Clock.system

    func add(to router: Router<VisitContext>) {
        router.get("/safe-keeping") { _, context in await page(context) }
        // Where somebody asks once more for the page a form led to.
        router.get("/safe-keeping/backup") { _, _ in Response.redirect(to: "/safe-keeping", type: .normal) }
        router.get("/safe-keeping/state") { _, context in await state(context) }
        router.post("/safe-keeping/verify") { _, _ in
            await checks.begin()
            return Response.redirect(to: "/safe-keeping#check", type: .normal)
        }
        router.post("/safe-keeping/backup") { request, context in try await backUp(request, context) }
        router.post("/safe-keeping/archive") { _, _ in try await archive() }
        router.get("/safe-keeping/erase") { request, context in try await askBeforeErasing(request, context) }
        router.post("/safe-keeping/erase") { request, context in try await erase(request, context) }
    }

    private func page(_ context: VisitContext, status: HTTPResponse.Status = .ok, notice: Frame.Notice? = nil) async -> Response {
        let texts = writer.texts(for: context)
        let aside = ListVaultsAside(vaultPath: vaultPath).run().map {
            VaultAside(name: $0.name, stamp: $0.stamp, bytes: $0.bytes, texts: texts)
        }
        let page = SafeKeepingPage(
            report: await checks.report, checked: await checks.checked, failure: await checks.failure, aside: aside, texts: texts)
        return writer.page(page, title: texts("settingsSafe"), room: .settings, notice: notice, status: status, for: context)
    }

    private func state(_ context: VisitContext) async -> Response {
        let (checked, texts) = (await checks.checked, writer.texts(for: context))
        return LiveState(
            stage: checked == nil ? "done" : "checking", text: checked.map { texts("settingsChecked", count: $0) } ?? "",
            isDone: checked == nil
        ).response
    }

    private func backUp(_ request: Request, _ context: VisitContext) async throws -> Response {
        let form = try await FormFields.read(request)
        let passphrase = form["passphrase"] ?? ""
        guard passphrase == form["again"] ?? "" else {
            let notice = Frame.Notice(text: writer.texts(for: context)("settingsPassphraseDiffers"), isFailure: true)
            return await page(context, status: .unprocessableContent, notice: notice)
        }
        let secrecy: BackUpVault.Secrecy
        do {
            secrecy = try BackUpVault.Secrecy(passphrase: passphrase, keys: form["recipients"] ?? "")
        } catch {
            let notice = Frame.Notice(text: writer.texts(for: context).phrase(error.message), isFailure: true)
            return await page(context, status: .unprocessableContent, notice: notice)
        }
        let folder = try UploadFolder(in: spoolFolder)
        let vaultPath = vaultPath
        let outcome = try await desk.readAtLength { vault in
            try BackUpVault(to: folder.path, secrecy: secrecy, vaultPath: vaultPath).run(in: vault)
        }
        return try FileAnswer(path: outcome.path, mediaType: "application/octet-stream", holding: folder).response
    }

    private func archive() async throws -> Response {
        let folder = try UploadFolder(in: spoolFolder)
        let path = "\(folder.path)/holdfast-archive-\(clock.today).zip"
        _ = try await desk.readAtLength { vault in try ExportArchive(to: path).run(in: vault) }
        return try FileAnswer(path: path, mediaType: "application/zip", holding: folder).response
    }

    private func askBeforeErasing(_ request: Request, _ context: VisitContext) async throws -> Response {
        let wanted = request.queryFields["person"] ?? ""
        let found = try await desk.read { try FindPerson(wanted).candidates(in: $0) }
        let texts = writer.texts(for: context)
        return writer.page(
            ErasePage(found, wanted: wanted, texts: texts), title: texts("settingsErase"), room: .settings,
            status: found.isEmpty ? .notFound : .ok, for: context)
    }

    private func erase(_ request: Request, _ context: VisitContext) async throws -> Response {
        let form = try await FormFields.read(request)
        guard form["sure"] == "1", let person = form["person"], !person.isEmpty else {
            throw Refusal(.unprocessableContent, "unsure", .text("settingsEraseUnsure"))
        }
        _ = try await desk.write { try ErasePerson(person).run(in: $0) }
        return await page(context, notice: Frame.Notice(text: writer.texts(for: context)("settingsErased")))
    }
}

/// A file as a download, sent piece by piece; the folder it lies in goes away afterwards.
struct FileAnswer {
    let response: Response

    /// - Parameter done: called when all was sent. The answer then ends with it, rather than with the last of bytes told beforehand, so that
    ///   who has read it to its end knows that it was done.
    init(path: String, mediaType: String, holding folder: UploadFolder, done: (@Sendable () async throws -> Void)? = nil) throws {
        let size = (try FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber)?.intValue
        let name = URL(fileURLWithPath: path).lastPathComponent
        response = Response(
            status: .ok, headers: [.contentType: mediaType, .contentDisposition: "attachment; \(FileName.header(name))"],
            body: ResponseBody(contentLength: done == nil ? size : nil) { writer in
                guard let file = FileHandle(forReadingAtPath: path) else { throw HTTPError(.internalServerError) }
                defer { try? file.close() }
                while let piece = try file.read(upToCount: 1 << 18), !piece.isEmpty { try await writer.write(ByteBuffer(bytes: piece)) }
                if let done {
                    // To a task that was cancelled the pieces may end as if all had been sent.
                    try Task.checkCancellation()
                    try await done()
                }
                try await writer.finish(nil)
                withExtendedLifetime(folder) {}
            })
    }
}
