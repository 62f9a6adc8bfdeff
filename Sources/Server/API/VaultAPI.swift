import Actions
import ContactFormats
import ContactModel
import Foundation
import Hummingbird
import Vault
import WebApp

/// The vault as a whole: what was done, whether it is sound, copies of it, what is asked of services.
enum VaultAPI {
    static let routes: [APIRoute] = [
        APIRoute(
            method: .get, path: "/log", summary: "What was done, the latest first", scope: .read,
            parameters: [APIRoutes.limit, APIRoutes.cursor], content: [.json("Log")], handle: log),
        APIRoute(
            method: .post, path: "/undo", summary: "Takes back a step of the log; without a number the last one", scope: .write,
            body: .object(APISchema.object([:], ["step": APISchema.integer(1...Int(Int32.max))], isClosed: true)),
            content: [.json("Undone")],
            problems: [.notFound, .conflict]
        ) { call in
            let members = try await call.object(["step"])
            let step = members["step"]?.integerValue
            guard (members["step"] == nil) == (step == nil), step.map({ $0 > 0 }) ?? true else {
                throw APICall.unusable("step", "has to be a step's number")
            }
            let (undone, said) = try await call.desk.write { vault in
                let outcome = try UndoStep(step).run(in: vault)
                return (outcome.undone.step, outcome.step.step)
            }
            return APIAnswer.json { json in
                json.beginObject()
                json.member("undone", undone)
                json.member("step", said)
                json.endObject()
            }
        },
        APIRoute(
            method: .get, path: "/status", summary: "Who is in the vault, where from, how old", scope: .read, content: [.json("Status")]
        ) { call in
            let today = Clock.system.today
            return APIAnswer.json(
                try await call.desk.read { vault in
                    let outcome = try ReportStatus(asOf: today).run(in: vault)
                    return StatusJSON.encode(outcome, path: nil, bytes: outcome.originalBytes)
                })
        },
        APIRoute(
            method: .get, path: "/about", summary: "Which program this is, how large the vault is, and the languages it speaks",
            scope: .read, content: [.json("About")]
        ) { call in
            let vault = VaultFile(path: call.configuration.vaultPath ?? "")
            let people = try await call.desk.read { try $0.listedPeopleCount() }
            return APIAnswer.json { json in
                json.beginObject()
                json.member("version", call.configuration.version)
                json.member("people", people)
                json.member("bytes", vault.byteCount)
                json.member("languages", strings: Language.allCases.map(\.rawValue))
                json.endObject()
            }
        },
        APIRoute(
            method: .get, path: "/verification", summary: "Checks that everything is as it was written", scope: .admin,
            content: [.json("Verification")]
        ) { call in
            APIAnswer.json(try await call.desk.write { VerificationJSON.encode(try VerifyVault().run(in: $0)) })
        },
        APIRoute(
            method: .get, path: "/backup", summary: "The whole vault as one checked file", scope: .admin,
            content: [.other("application/vnd.sqlite3")]
        ) { call in
            let file = try TransitFile(named: "holdfast.sqlite")
            try FileManager.default.removeItem(atPath: file.path)
            _ = try await call.desk.read { try BackUpVault(to: file.path, vaultPath: "").run(in: $0) }
            return try file.response("application/vnd.sqlite3", named: "holdfast-\(Clock.system.today).sqlite")
        },
        APIRoute(
            method: .post, path: "/backups", summary: "The whole vault as one checked file, encrypted (age) with a passphrase or to keys",
            scope: .admin,
            body: .object(
                APISchema.oneMember(of: [
                    "passphrase": APISchema.string(most: 1_000, fewest: 1, pattern: APISchema.something),
                    "recipients": APISchema.list(
                        of: APISchema.string("The public key of somebody who can open it.", most: 100, pattern: "^age1"), fewest: 1,
                        most: 100),
                ])),
            content: [.other("application/octet-stream")], problems: [.conflict]
        ) { call in
            let members = try await call.object(["passphrase", "recipients"])
            let keys = members["recipients"] == nil ? [] : try members.texts("recipients", fewest: 1, most: 100)
            let passphrase = members["passphrase"] == nil && !keys.isEmpty ? "" : try members.text("passphrase", most: 1_000)
            let secrecy: BackUpVault.Secrecy
            do {
                secrecy = try BackUpVault.Secrecy(passphrase: passphrase, keys: keys.joined(separator: "\n"))
            } catch let error as InputError {
                throw Refusal(.badRequest, "parameter", .sentence(error.message))
            }
            let vaultPath = call.configuration.vaultPath ?? ""
            let folder = try UploadFolder(in: FileManager.default.temporaryDirectory.path)
            let outcome = try await call.desk.readAtLength { vault in
                try BackUpVault(to: folder.path, secrecy: secrecy, vaultPath: vaultPath).run(in: vault)
            }
            return try FileAnswer(path: outcome.path, mediaType: "application/octet-stream", holding: folder).response
        },
        APIRoute(
            method: .get, path: "/archive", summary: "Everything in files any program reads, as one ZIP", scope: .admin,
            content: [.other("application/zip")]
        ) { call in
            let file = try TransitFile(named: "archive.zip")
            try FileManager.default.removeItem(atPath: file.path)
            _ = try await call.desk.readAtLength { try ExportArchive(to: file.path).run(in: $0) }
            return try file.response("application/zip", named: "holdfast-archive-\(Clock.system.today).zip")
        },
        APIRoute(method: .get, path: "/guides", summary: "The services there is a guide for", scope: .read, content: [.json("Guides")]) {
            _ in
            APIAnswer.json { json in
                json.beginObject()
                json.member("guides", strings: ShowGuide.services)
                json.endObject()
            }
        },
        APIRoute(
            method: .get, path: "/guides/{service}", summary: "How to get one's contacts out of a service", scope: .read,
            parameters: [.init(name: "service", about: "The service.", schema: APISchema.string(fewest: 1), isInPath: true)],
            content: [.other("text/markdown")]
        ) { call in
            let language = call.context.language.rawValue
            guard let guide = ShowGuide(service: try call.path("service"), language: language).run() else { throw HTTPError(.notFound) }
            return Response(
                status: .ok, headers: [.contentType: "text/markdown; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: guide)))
        },
        APIRoute(
            method: .post, path: "/requests", summary: "Notes that a service was asked for an archive today", scope: .write,
            body: .object(
                APISchema.object(["service": APISchema.string(most: 100, fewest: 1, pattern: APISchema.something)], isClosed: true)),
            content: [.json("Said")], problems: [.notFound]
        ) { call in
            let service = try await call.object(["service"]).text("service", most: 100)
            return APIAnswer.said(try await call.desk.write { try NoteRequest(to: service, on: Clock.system.today).run(in: $0).step })
        },
    ]

    private static func log(_ call: APICall) async throws -> Response {
        let limit = try call.integer("limit", 1...1000, default: 100)
        let cursor = APICursor(question: ["log"])
        let skip = try cursor.offset(call.text("cursor"))
        let page = try await call.desk.read { vault in
            var page = APIPage(skip: skip, limit: limit)
            for (decision, isUndone) in try ShowLog().run(in: vault).reversed() {
                let goesOn = page.take {
                    var json = JSONWriter()
                    StepJSON.encode(decision, isUndone: isUndone, &json)
                    return json.takeBytes()
                }
                if !goesOn { break }
            }
            return page
        }
        return APIAnswer.list("steps", page.objects, next: page.hasMore ? cursor.text(page.end) : nil)
    }
}
