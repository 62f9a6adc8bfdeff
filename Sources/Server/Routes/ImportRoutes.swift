import Actions
import ContactFormats
import ContactModel
import Hummingbird
import Vault
import WebApp

/// Where contacts come in: the upload, its preview, the import, what it did.
struct ImportRoutes: Sendable {
    let desk: VaultDesk
    let imports: ImportDesk
    let restorations: RestoreDesk
    let writer: PageWriter
    /// Where uploads are kept while they are looked at.
    let spoolFolder: String
    /// How large an upload may be.
    let mostBytes: Int64

    func add(to router: Router<VisitContext>) {
        router.get("/import") { request, context in try await start(request, context) }
        router.post("/import") { request, context in
            let upload = try await UploadReading(parent: spoolFolder, mostBytes: mostBytes).read(request)
            // A backup comes in as the vault it is, not as a file of people.
            if upload.files.count == 1, RestoreVault.mayBeBackup(fileAt: upload.files[0].path) {
                return RestoreRoutes.see(try await restorations.begin(upload).id)
            }
            return Self.see(await imports.begin(upload))
        }
        router.post("/import/sample") { _, _ in Self.see(try await imports.beginSample(in: UploadFolder(in: spoolFolder))) }
        router.get("/import/:id") { _, context in try await show(context) }
        router.get("/imports/:step") { _, context in try await explore(context) }
        router.get("/import/:id/state") { _, context in try await state(context) }
        router.post("/import/:id/preview") { request, context in
            let (id, form) = (try id(context), try await Self.words(request))
            await imports.look(id) { Self.say(form, &$0, $1) }
            return Self.see(id)
        }
        router.post("/import/:id/confirm") { request, context in
            let (id, form) = (try id(context), try await Self.words(request))
            await imports.confirm(id) { Self.say(form, &$0, $1) }
            return Self.see(id)
        }
        router.post("/import/:id/discard") { _, context in
            await imports.discard(try id(context))
            return Response.redirect(to: "/import", type: .normal)
        }
    }

    private static func see(_ id: String) -> Response { Response.redirect(to: "/import/\(id)", type: .normal) }

    private func id(_ context: VisitContext) throws -> String {
        guard let id = context.parameters.get("id") else { throw HTTPError(.notFound) }
        return id
    }

    private func job(_ context: VisitContext) async throws -> ImportJob {
        guard let job = await imports.job(try id(context)) else { throw Refusal(.notFound, "not-found", .text("importForgotten")) }
        return job
    }

    // MARK: Pages

    private func start(_ request: Request, _ context: VisitContext) async throws -> Response {
        let texts = writer.texts(for: context)
        let notice = try await StepNotices(desk: desk, writer: writer).notice(for: request, texts)
        let snapshots = try await desk.read { try ListSnapshots().run(in: $0) }
        let isEmpty = snapshots.isEmpty
        let recent = await imports.all().filter { job in
            switch job.stage {
            case .reading, .importing: true
            case .previewed(let found): found.canBeImported || !found.unknown.isEmpty
            case .done, .failed: false
            }
        }
        let page = ImportPage(
            isEmpty: isEmpty, mostBytes: mostBytes,
            recent: recent.map { job in
                let isWaiting = if case .previewed = job.stage { true } else { false }
                let state =
                    isWaiting
                    ? texts("importWaitsForYou")
                    : job.state.words(texts)
                return ("/import/\(job.id)", job.names.joined(separator: ", "), state)
            },
            sampleSteps: Set(snapshots.filter { $0.source == SampleNetwork.sourceName }.map(\.step)),
            guides: Service.all.map { ($0.name, texts.phrase($0.title)) }, texts: texts)
        return writer.page(page, title: texts(isEmpty ? "importWelcome" : "importTitle"), room: .import, notice: notice, for: context)
    }

    private func show(_ context: VisitContext) async throws -> Response {
        let (job, texts) = (try await job(context), writer.texts(for: context))
        switch job.stage {
        case .reading, .importing:
            let isPreview = job.stageName == "reading"
            let page = ImportProgressPage(job.state, names: job.names, address: "/import/\(job.id)/state", texts: texts)
            return writer.page(page, title: texts(isPreview ? "importReading" : "importTaking"), room: .import, for: context)
        case .previewed(let found):
            let page = ImportPreviewPage(
                found, of: job.files, canBeReadOtherwise: job.canBeReadOtherwise, names: job.names, address: "/import/\(job.id)",
                texts: texts)
            return writer.page(page, title: page.title, room: .import, for: context)
        case .done(let outcome):
            // What it did is asked of the vault each time: something else may have come in since, or it was taken back.
            let steps = ImportDonePage.steps(of: outcome)
            let explored = try await desk.readAtLength { vault in try steps.map { try ExploreImport($0).run(in: vault) } }
            let page = ImportDonePage(outcome, explored, isSample: job.isSample, texts: texts)
            return writer.page(page, title: texts("importDone"), room: .import, for: context)
        case .failed(let sentence):
            let page = ProblemPage(text: sentence.isEmpty ? texts("importFailed") : texts.phrase(sentence))
            return writer.page(page, title: texts("importFailedTitle"), room: .import, for: context)
        }
    }

    /// What the import of a step did, looked at later.
    private func explore(_ context: VisitContext) async throws -> Response {
        guard let step = context.parameters.get("step").flatMap({ Int64($0) }) else { throw HTTPError(.notFound) }
        let page = ImportedPage(
            try await desk.readAtLength { try ExploreImport(step...step).run(in: $0) }, texts: writer.texts(for: context))
        return writer.page(page, title: page.title, room: .sources, for: context)
    }

    /// `{"stage":"importing","text":"…","isDone":false}`, for a page that keeps itself up to date.
    private func state(_ context: VisitContext) async throws -> Response {
        let (job, texts) = (try await job(context), writer.texts(for: context))
        let state = job.state
        return LiveState(
            stage: job.stageName, text: state.words(texts), isDone: !job.isAtWork, since: state.since(texts), share: state.share
        ).response
    }

    // MARK: What the owner says

    /// What a preview's form says.
    ///
    /// - Throws: where it says that a file was handed out on a day that has not come yet.
    private static func words(_ request: Request) async throws -> FormFields {
        let form = try await FormFields.read(request)
        if let day = form["exportedOn"].flatMap({ CalendarDate(iso: $0) }),
            ImportOptions.objection(toExportDay: day, today: Clock.system.today) != nil
        {
            throw Refusal(.unprocessableContent, "exported-on", .text("importDateToCome"))
        }
        return form
    }

    /// Takes over what a preview's form says of source, day, kinds, first rows and columns; what can't be read is left as it was.
    private static func say(_ form: FormFields, _ files: inout ImportFiles, _ found: PreviewImport.Outcome) {
        if let source = form["source"] { files.options.source = source.trimmed.isEmpty ? nil : source.trimmed }
        if let day = form["exportedOn"] { files.options.exportedOn = CalendarDate(iso: day) }
        ImportPreviewWords(found) { form[$0] }.say(to: &files)
    }
}
