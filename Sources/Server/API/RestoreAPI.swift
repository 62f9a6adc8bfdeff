import Actions
import ContactModel
import Foundation
import Hummingbird
import Vault

/// A backup brought back: sent first, and then opened, checked and put in its place.
enum RestoreAPI {
    private static let id = APIRoute.Parameter(
        name: "id", about: "The id the backup got when it was sent.", schema: APISchema.string(most: 64, fewest: 8), isInPath: true)
    private static let places = RestoreJob.Place.allCases.map(\.rawValue) + ["nowhere"]

    static let routes: [APIRoute] = [
        APIRoute(
            method: .post, path: "/restorations",
            summary: "Takes a backup to be brought back: its bytes are the body; nothing is changed yet", scope: .admin,
            parameters: [APIRoutes.fileName], body: .file, success: .created, content: [.json("Restoration")], problems: [.conflict],
            handle: begin),
        APIRoute(
            method: .get, path: "/vaults-aside",
            summary: "The vaults that were set aside when a backup took their place, the last one first",
            scope: .admin, content: [.json("VaultsAside")], handle: aside),
        APIRoute(
            method: .post, path: "/vaults-aside/{name}/restoration",
            summary: "Takes up a vault that was set aside, to be brought back as a backup is; nothing is changed yet", scope: .admin,
            parameters: [
                .init(name: "name", about: "Its name in the list.", schema: APISchema.string(most: 255, fewest: 1), isInPath: true)
            ],
            success: .created, content: [.json("Restoration")], problems: [.conflict]
        ) { call in begun(try await call.restorations.begin(aside: try call.path("name"))) },
        APIRoute(
            method: .post, path: "/restorations/{id}/placement",
            summary: "Opens and checks a backup, and puts it in the place of the vault, beside it, or nowhere", scope: .admin,
            parameters: [id],
            body: .object(
                APISchema.object(
                    ["place": APISchema.choice(places)],
                    [
                        "key": APISchema.string(
                            "The passphrase, or the secret key (AGE-SECRET-KEY-1…), of one that is encrypted.", most: 4_000),
                        "current": APISchema.string(
                            "The password as it is now; needed once there is one, unless the place is `nowhere`.",
                            most: SetPassword.mostCharacters),
                    ], isClosed: true)), content: [.json("Restored")],
            problems: [.conflict, .unprocessableContent], handle: place),
        APIRoute(
            method: .delete, path: "/restorations/{id}", summary: "Gives a backup up that was sent", scope: .admin, parameters: [id],
            success: .noContent, content: [.none]
        ) { call in
            let job = try await job(call)
            await call.restorations.discard(job.id)
            return Response(status: .noContent)
        },
    ]

    private static func job(_ call: APICall) async throws -> RestoreJob {
        try await call.restorations.waiting(try call.path("id"))
    }

    private static func begin(_ call: APICall) async throws -> Response {
        let headers = call.request.headers
        if headers[.contentLength] ?? "0" == "0", headers[.transferEncoding] == nil { throw APICall.unusable("body", "is missing") }
        let upload = try await UploadFolder(receiving: call)
        return begun(try await call.restorations.begin(upload))
    }

    private static func aside(_ call: APICall) -> Response {
        let vaults = ListVaultsAside(vaultPath: call.configuration.vaultPath ?? "").run()
        return APIAnswer.json { json in
            json.beginObject()
            json.member("vaults", objects: vaults) { json, vault in
                json.member("name", vault.name)
                json.member("set_aside_at", vault.setAsideAt)
                json.member("bytes", vault.bytes)
            }
            json.endObject()
        }
    }

    private static func begun(_ job: RestoreJob) -> Response {
        APIAnswer.json(status: .created) { json in
            json.beginObject()
            json.member("id", job.id)
            json.member("encrypted", job.isEncrypted)
            json.endObject()
        }
    }

    private static func place(_ call: APICall) async throws -> Response {
        var job = try await job(call)
        let members = try await call.object(["place", "key", "current"])
        guard let wish = members["place"]?.stringValue, places.contains(wish) else { throw APICall.unusable("place", "is none there is") }
        let place = RestoreJob.Place(rawValue: wish)
        if place != nil { try await call.proof.check(members.currentPassword(), call.context) }
        let key = members["key"]?.stringValue
        if case .locked = job.stage {
            guard let key else { throw APICall.unusable("key", "is missing: the backup is encrypted") }
            await call.restorations.check(job.id, with: key).value
            job = try await self.job(call)
        }
        // One that is not encrypted is checked from the moment it came.
        while case .checking = job.stage {
            try await Task.sleep(for: .milliseconds(20))
            job = try await self.job(call)
        }
        if let place, case .checked = job.stage {
            await call.restorations.place(job.id, place).value
            job = try await self.job(call)
        }
        switch job.stage {
        case .checked(_, let hindrance?) where place != nil: throw Refusal(.conflict, "busy", .sentence(hindrance.message))
        case .checked(let backup, _): return answer(backup.report, nil)
        case .done(let done) where place == nil || done.place == place: return answer(done.report, done)
        case .done: throw Refusal(.conflict, "done", .text("restoreForgotten"))
        case .locked(let failure?): throw Refusal(.unprocessableContent, "wrong-key", .sentence(failure.message))
        case .failed(let failure): throw Refusal(.unprocessableContent, "not-restored", .sentence(failure.message))
        case .locked, .checking, .placing: throw Refusal(.conflict, "busy", .text("restoreBusy"))
        }
    }

    private static func answer(_ report: VerificationReport, _ done: RestoreJob.Done?) -> Response {
        APIAnswer.json { json in
            json.beginObject()
            json.member("people", report.people)
            json.member("unlisted", report.unlisted)
            json.member("records", report.records)
            json.member("originals", report.originals)
            json.member("decisions", report.decisions)
            json.member("vault", done.map { URL(fileURLWithPath: $0.path).lastPathComponent })
            json.member("kept", done?.keptAs.map { URL(fileURLWithPath: $0).lastPathComponent })
            json.endObject()
        }
    }
}

extension UploadFolder {
    /// Takes the body of a call in as a file, under the name the program gives it, beside the vault.
    ///
    /// - Throws: `Refusal`: 413 where it is larger than it may be, 507 where it does not fit onto the disk.
    convenience init(receiving call: APICall) async throws {
        try self.init(in: call.configuration.spoolFolder)
        let file = try place(for: try call.text("name", most: 200) ?? "upload")
        let isMade = FileManager.default.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
        guard isMade, let handle = FileHandle(forWritingAtPath: file.path) else { throw UploadReading.noRoom }
        defer { try? handle.close() }
        try await call.request.body.write(to: handle, upTo: call.configuration.mostUploadBytes)
        keep(file)
    }
}
