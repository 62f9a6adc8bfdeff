import Actions
import Hummingbird
import Vault
import WebApp

/// A backup brought back by the page: sent, opened, checked, and put in its place after a yes.
struct RestoreRoutes: Sendable {
    let restorations: RestoreDesk
    let writer: PageWriter
    let proof: PasswordProof
    /// Where uploads are kept.
    let spoolFolder: String
    /// How large an upload may be.
    let mostBytes: Int64

    func add(to router: Router<VisitContext>) {
        router.post("/safe-keeping/restore") { request, _ in
            let upload = try await UploadReading(parent: spoolFolder, mostBytes: mostBytes).read(request)
            return Self.see(try await restorations.begin(upload).id)
        }
        router.post("/safe-keeping/restore/aside") { request, _ in
            let form = try await FormFields.read(request)
            return Self.see(try await restorations.begin(aside: form["name"] ?? "").id)
        }
        // Where somebody asks once more for the page a form led to.
        router.get("/safe-keeping/restore") { _, _ in Response.redirect(to: "/safe-keeping#restore", type: .normal) }
        router.get("/safe-keeping/restore/:id") { _, context in try await show(context) }
        router.get("/safe-keeping/restore/:id/state") { _, context in
            let (job, texts) = (try await job(context), writer.texts(for: context))
            let text = RestorePage.progress(isPlacing: job.isPlacing, checked: job.progress.value ?? 0, texts: texts)
            return LiveState(stage: job.stageName, text: text, isDone: !job.isAtWork).response
        }
        router.post("/safe-keeping/restore/:id/open") { request, context in
            let (id, form) = (try await job(context).id, try await FormFields.read(request))
            let key = form["key"] ?? ""
            await restorations.check(id, with: key)
            return Self.see(id)
        }
        router.post("/safe-keeping/restore/:id/place") { request, context in
            let (id, form) = (try await job(context).id, try await FormFields.read(request))
            guard let place = RestoreJob.Place(rawValue: form["place"] ?? "") else {
                throw Refusal(.unprocessableContent, "place", .text("restoreWhere"))
            }
            // Who only found a browser signed in must not put other contacts in the place of these.
            try await proof.check(form["current"], context)
            await restorations.place(id, place)
            return Self.see(id)
        }
        router.post("/safe-keeping/restore/:id/discard") { _, context in
            await restorations.discard(try await job(context).id)
            return Response.redirect(to: "/safe-keeping", type: .normal)
        }
    }

    /// Where a backup is told about.
    static func see(_ id: String) -> Response { Response.redirect(to: "/safe-keeping/restore/\(id)", type: .normal) }

    private func job(_ context: VisitContext) async throws -> RestoreJob {
        try await restorations.waiting(context.parameters.get("id"))
    }

    private func show(_ context: VisitContext) async throws -> Response {
        let (job, texts) = (try await job(context), writer.texts(for: context))
        let stage: RestorePage.Stage =
            switch job.stage {
            case .locked(let failure): .locked(failure?.message)
            case .checking, .placing: .working(isPlacing: job.isPlacing, checked: job.progress.value ?? 0)
            case .checked(let backup, let hindrance):
                .checked(backup.report, hasPassword: context.hasPassword, hindrance: hindrance?.message)
            case .done(let done): .done(done.report, path: done.path, isHere: done.place == .here, keptAs: done.keptAs)
            case .failed(let failure): .failed(failure.message)
            }
        let page = RestorePage(stage, name: job.name, address: "/safe-keeping/restore/\(job.id)", texts: texts)
        return writer.page(page, title: page.title, room: .settings, for: context)
    }
}
