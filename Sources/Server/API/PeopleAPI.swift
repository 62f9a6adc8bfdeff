import Actions
import ContactFormats
import ContactModel
import ContactQuality
import HTTPTypes
import Hummingbird
import Vault

/// People: who they are, and what the owner says of them.
enum PeopleAPI {
    static let routes: [APIRoute] = [
        APIRoute(
            method: .get, path: "/people", summary: "Lists people by name", scope: .read,
            parameters: APIRoutes.filter + [respell, APIRoutes.limit, APIRoutes.cursor], content: [.json("People")], handle: list),
        APIRoute(
            method: .post, path: "/people",
            summary: "Adds somebody by hand; whoever is here by the same e-mail address or profile becomes one person with them",
            scope: .write, body: .object(AddedPerson.schema), success: .created, content: [.json("Added")], problems: [.conflict],
            answerHeaders: ["Location", "ETag"], handle: add),
        APIRoute(
            method: .get, path: "/people/count", summary: "How many people are meant", scope: .read,
            parameters: APIRoutes.filter + [respell], content: [.json("PeopleCount")], handle: count),
        APIRoute(
            method: .get, path: "/people/{id}", summary: "A person, as JSON or (Accept: text/vcard) as a vCard", scope: .read,
            parameters: [APIRoutes.personID], content: [.json("Person"), .other("text/vcard")], problems: [.notModified, .conflict],
            answerHeaders: ["ETag"], handle: show),
        APIRoute(
            method: .patch, path: "/people/{id}", summary: "Puts values right; what the sources say stays behind them", scope: .write,
            parameters: [APIRoutes.personID], body: .object(editSchema), content: [.json("Person")],
            problems: [.conflict, .preconditionFailed], answerHeaders: ["ETag"], handle: edit),
        APIRoute(
            method: .get, path: "/people/{id}/vcard", summary: "A person as a vCard 4.0", scope: .read, parameters: [APIRoutes.personID],
            content: [.other("text/vcard")], problems: [.conflict], handle: { try await card($0) }),
        APIRoute(
            method: .get, path: "/people/{id}/changes", summary: "What changed about a person, oldest first", scope: .read,
            parameters: [APIRoutes.personID], content: [.json("Changes")], problems: [.conflict], handle: changes),
        APIRoute(
            method: .get, path: "/people/{id}/portrait",
            summary:
                "A person's surroundings: entries of sources, what is held beyond the fields, notes, findings, steps of the log, namesakes, colleagues",
            scope: .read,
            parameters: [APIRoutes.personID], content: [.json("Portrait")], problems: [.conflict]
        ) { call in
            let id = try call.person()
            return APIAnswer.json(try await call.desk.read { PortraitJSON.encode(try PortrayPerson(id).run(in: $0)) })
        },
        APIRoute(
            method: .get, path: "/people/{id}/joinings", summary: "Why a person's entries are one, term by term", scope: .read,
            parameters: [APIRoutes.personID], content: [.json("Joinings")], problems: [.conflict]
        ) { call in
            let id = try call.person()
            return APIAnswer.json(
                try await call.desk.readAtLength { vault in
                    let (person, joinings) = try ExplainJoinings(id).run(in: vault)
                    return JoiningJSON.encode(joinings, of: person)
                })
        },
        APIRoute(
            method: .get, path: "/people/{id}/photo", summary: "A picture that is held of a person; the first where none is named",
            scope: .read, parameters: [APIRoutes.personID, held],
            content: ["image/jpeg", "image/png", "image/gif", "image/webp"].map { .other($0) }, problems: [.conflict]
        ) { call in try HeldFile.picture(try await heldValue(call)) },
        APIRoute(
            method: .get, path: "/people/{id}/data", summary: "The bytes of a picture, a key or a sound that is held of a person",
            scope: .read,
            parameters: [APIRoutes.personID, held], content: [.other("application/octet-stream")], problems: [.conflict]
        ) { call in try HeldFile.file(try await heldValue(call)) },
        APIRoute(
            method: .post, path: "/people/{id}/tags", summary: "Puts a tag on a person", scope: .write, parameters: [APIRoutes.personID],
            body: .object(APISchema.object(["tag": APISchema.string(most: 200, fewest: 1, pattern: APISchema.something)], isClosed: true)),
            success: .created,
            content: [.json("SaidOfPerson")], problems: [.conflict]
        ) { call in
            let tag = try await call.object(["tag"]).text("tag", most: 200)
            return try await say(.tag(tag), call, .created)
        },
        APIRoute(
            method: .delete, path: "/people/{id}/tags/{tag}", summary: "Takes a tag off a person", scope: .write,
            parameters: [APIRoutes.personID, .init(name: "tag", about: "The tag.", schema: APISchema.string(fewest: 1), isInPath: true)],
            content: [.json("SaidOfPerson")], problems: [.conflict]
        ) { call in try await say(.untag(try call.path("tag")), call) },
        APIRoute(
            method: .post, path: "/people/{id}/notes", summary: "Writes a note about a person", scope: .write,
            parameters: [APIRoutes.personID],
            body: .object(
                APISchema.object(["text": APISchema.string(most: 20_000, fewest: 1, pattern: APISchema.something)], isClosed: true)),
            success: .created,
            content: [.json("SaidOfPerson")], problems: [.conflict]
        ) { call in
            let text = try await call.object(["text"]).text("text", most: 20_000)
            return try await say(.note(text), call, .created)
        },
        APIRoute(
            method: .put, path: "/people/{id}/sharing", summary: "Says whether a person, or one field, may be handed on", scope: .write,
            parameters: [APIRoutes.personID],
            body: .object(
                APISchema.object(
                    ["allowed": APISchema.boolean], ["field": APISchema.choice(SharedField.allCases.map(\.rawValue))], isClosed: true)),
            content: [.json("SaidOfPerson")], problems: [.conflict], handle: share),
        APIRoute(
            method: .get, path: "/people/{id}/report", summary: "Everything that is held about a person (GDPR Art. 15)", scope: .export,
            parameters: [APIRoutes.personID], content: [.json("Report")], problems: [.conflict]
        ) { call in
            let id = try call.person()
            return APIAnswer.json(try await call.desk.read { try ReportOnPerson(id).run(in: $0).json })
        },
        APIRoute(
            method: .post, path: "/people/{id}/erasure", summary: "Erases a person for good; the body repeats the whole id", scope: .admin,
            parameters: [APIRoutes.personID],
            body: .object(
                APISchema.object(["confirm": APISchema.string(most: 36, fewest: 36, pattern: "^[0-9A-Fa-f-]{36}$")], isClosed: true)),
            content: [.json("Erasure")],
            problems: [.conflict], handle: erase),
        APIRoute(
            method: .get, path: "/tags", summary: "The tags in use, with how many people have each", scope: .read, content: [.json("Tags")],
            handle: tags),
    ]

    private static let held = APIRoute.Parameter(
        name: "of", about: "Which: the `id` of one of the portrait's `further`; the first picture where it is left out.",
        schema: APISchema.string(most: 1_000, fewest: 1))

    private static func heldValue(_ call: APICall) async throws -> FurtherValue {
        let (id, wanted) = (try call.person(), try call.text("of", most: 1_000))
        return try await call.desk.read { try ReadFurtherValue(id, id: wanted).run(in: $0) }
    }

    private static let respell = APIRoute.Parameter(
        name: "respell",
        about: "Let words nobody has find the nearest there are, as the search box does; `respelled` then says which.",
        schema: APISchema.boolean)

    private static let editSchema = JSONValue.object([
        "type": .string("object"), "minProperties": .integer(1), "additionalProperties": .bool(false),
        "properties": .object(
            Dictionary(
                uniqueKeysWithValues: EditableField.allCases.map {
                    ($0.rawValue, editSchema(of: $0))
                })),
    ])

    /// A text is put first; `null` takes out what stands first; an object puts a value in the place of one of several, or takes that one out.
    /// Of an e-mail address an object also says what it is for, or leaves that to the rules (`null`).
    private static func editSchema(of field: EditableField) -> JSONValue {
        let text = APISchema.string(most: 2_000, fewest: 1, pattern: APISchema.something)
        let nothing = JSONValue.object(["type": .string("null")])
        let correction = APISchema.object(["was": text, "value": .object(["oneOf": .array([text, nothing])])], isClosed: true)
        let kind = JSONValue.object(["oneOf": .array([APISchema.choice(EmailUse.allCases.map(\.rawValue)), nothing])])
        let use = APISchema.object(["of": text, "kind": kind], isClosed: true)
        return .object(["oneOf": .array([text, nothing] + (field.isList ? [correction] : []) + (field == .email ? [use] : []))])
    }

    /// What a body says of a field; `nil` where it takes out what is not there.
    private static func word(_ field: EditableField, _ members: [String: JSONValue], of person: Person) throws -> SayOfPerson.Word? {
        switch members[field.rawValue] {
        case .null: return person.values(of: field).first.map { .correct(field, from: $0, to: nil) }
        case .object(let said) where field == .email && said["of"] != nil:
            guard Set(said.keys) == ["of", "kind"] else { throw APICall.unusable(field.rawValue, "has to hold “of” and “kind”") }
            let use = said["kind"]?.stringValue.flatMap(EmailUse.init)
            guard use != nil || said["kind"] == .null else { throw APICall.unusable("kind", "has to be work, personal or null") }
            return .use(of: try said.text("of", most: 2_000), use)
        case .object(let correction) where field.isList:
            guard Set(correction.keys) == ["was", "value"] else { throw APICall.unusable(field.rawValue, "has to hold “was” and “value”") }
            let was = try correction.text("was", most: 2_000)
            return .correct(field, from: was, to: correction["value"] == .null ? nil : try correction.text("value", most: 2_000))
        default: return .edit(field, try members.text(field.rawValue, most: 2_000))
        }
    }

    private static func exportContext(_ vault: Vault) throws -> ExportContext {
        try .judged(in: vault, asOf: Clock.system.today)
    }

    private static func encode(_ person: Person, _ context: ExportContext) -> [UInt8] {
        var json = JSONWriter()
        PersonJSON.encode(person, into: &json, context: context)
        return json.takeBytes()
    }

    private static func list(_ call: APICall) async throws -> Response {
        let filter = try call.filter()
        let limit = try call.integer("limit", 1...1000, default: 100)
        let respells = try call.flag("respell")
        let cursor = APICursor(
            question: ["people"] + call.all("q") + ["where"] + call.all("where")
                + [try call.flag("everyone").description, respells ? "respelled" : ""])
        let skip = try cursor.offset(call.text("cursor"))
        if respells { return try await listRespelled(filter, skip, limit, cursor, call) }
        let found = try await call.desk.read { vault in
            let context = try exportContext(vault)
            // One more than is told tells whether more follow.
            return try PagePeople(filter, offset: skip, limit: limit + 1).run(in: vault).map { encode($0, context) }
        }
        return APIAnswer.list(
            "people", Array(found.prefix(limit)), next: found.count > limit ? cursor.text(skip + limit) : nil)
    }

    /// The list as the search box finds it: those found by name first.
    private static func listRespelled(
        _ filter: PeopleFilter, _ skip: Int, _ limit: Int, _ cursor: APICursor, _ call: APICall
    ) async throws -> Response {
        let (found, respellings) = try await call.desk.readAtLength { vault in
            let context = try exportContext(vault)
            var (found, respellings): ([[UInt8]], [Respelling]) = ([], [])
            // One more than is told tells whether more follow.
            while found.count <= limit {
                let wanted = min(limit + 1 - found.count, 500)
                let listing = try BrowsePeople(filter, offset: skip + found.count, limit: wanted, looks: .max).run(in: vault)
                found += listing.people.map { encode($0, context) }
                respellings = listing.respellings
                if listing.people.count < wanted { break }
            }
            return (found, respellings)
        }
        return APIAnswer.json { json in
            json.beginObject()
            json.member("people", elements: Array(found.prefix(limit))) { $0.encoded($1) }
            json.member("next", found.count > limit ? cursor.text(skip + limit) : nil)
            encode(respellings, &json)
            json.endObject()
        }
    }

    private static func count(_ call: APICall) async throws -> Response {
        let (filter, respells) = (try call.filter(), try call.flag("respell"))
        let (count, respellings) = try await call.desk.readAtLength { try CountPeople(filter, respells: respells).run(in: $0) }
        return APIAnswer.json { json in
            json.beginObject()
            json.member("total", count)
            if respells { encode(respellings, &json) }
            json.endObject()
        }
    }

    private static func encode(_ respellings: [Respelling], _ json: inout JSONWriter) {
        json.member("respelled", objects: respellings) { json, respelling in
            json.member("typed", respelling.typed)
            json.member("meant", strings: respelling.meant)
        }
    }

    private static func show(_ call: APICall) async throws -> Response {
        if (call.request.headers[.accept] ?? "").contains("text/vcard") { return try await card(call) }
        let id = try call.person()
        let bytes = try await call.desk.read { vault in encode(try FindPerson(id).run(in: vault), try exportContext(vault)) }
        let tag = APIAnswer.tag(of: bytes)
        if let condition = call.request.headers[.ifNoneMatch], APIAnswer.names(condition, tag) {
            return Response(status: .notModified, headers: [.eTag: tag])
        }
        return APIAnswer.json(bytes, headers: [.eTag: tag, .cacheControl: "no-cache", .vary: "Accept"])
    }

    private static func add(_ call: APICall) async throws -> Response {
        let action = try AddedPerson.action(await call.object(AddedPerson.names))
        let (outcome, tag) = try await call.desk.write { vault in
            let outcome = try action.run(in: vault)
            return (outcome, APIAnswer.tag(of: encode(outcome.person, try exportContext(vault))))
        }
        return APIAnswer.json(
            AdditionJSON.encode(outcome), status: .created, headers: [.location: "/api/v1/people/\(outcome.person.id)", .eTag: tag])
    }

    private static func edit(_ call: APICall) async throws -> Response {
        let id = try call.person()
        let condition = call.request.headers[.ifMatch]
        let members = try await call.object(Set(EditableField.allCases.map(\.rawValue)))
        guard !members.isEmpty else { throw APICall.unusable("body", "names no field") }
        let bytes = try await call.desk.write { vault in
            let person = try FindPerson(id).run(in: vault)
            let context = try exportContext(vault)
            if let condition, !APIAnswer.names(condition, APIAnswer.tag(of: encode(person, context))) {
                throw Refusal(
                    .preconditionFailed, "changed-meanwhile",
                    .sentence("The person was changed meanwhile. Nothing was changed; read it again first."))
            }
            let words = try members.keys.sorted().compactMap { name in
                try EditableField(rawValue: name).flatMap { try word($0, members, of: person) }
            }
            if !words.isEmpty { _ = try SayOfPerson(words, of: person.id.description).run(in: vault) }
            return encode(try FindPerson(person.id.description).run(in: vault), context)
        }
        return APIAnswer.json(bytes, headers: [.eTag: APIAnswer.tag(of: bytes), .cacheControl: "no-cache"])
    }

    private static func card(_ call: APICall) async throws -> Response {
        let id = try call.person()
        let bytes = try await call.desk.read { vault in
            var bytes: [UInt8] = []
            var outgoing = OutgoingContacts(.vcard4, to: .stream { bytes += $0 }, context: try exportContext(vault))
            guard let person = try FindPerson(id).run(in: vault).handedOn else {
                throw VaultError(.refused, "You keep this person back from every export, so there is no vCard.")
            }
            try outgoing.add(person, objections: [])
            _ = try outgoing.finish()
            return bytes
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/vcard; charset=utf-8", .contentDisposition: "attachment; filename=\"person.vcf\"", .vary: "Accept",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private static func changes(_ call: APICall) async throws -> Response {
        let id = try call.person()
        let objects = try await call.desk.read { vault in
            try vault.changes(of: FindPerson(id).run(in: vault).id).map { change in
                var json = JSONWriter()
                ChangeJSON.encode(change, &json)
                return json.takeBytes()
            }
        }
        return APIAnswer.list("changes", objects, next: nil, more: [("total", objects.count)])
    }

    private static func say(_ word: SayOfPerson.Word, _ call: APICall, _ status: HTTPResponse.Status = .ok) async throws -> Response {
        let id = try call.person()
        let outcome = try await call.desk.write { try SayOfPerson(word, of: id).run(in: $0) }
        return APIAnswer.json(status: status) { json in
            json.beginObject()
            json.member("person", outcome.person.id.description)
            json.member("step", outcome.step)
            json.endObject()
        }
    }

    private static func share(_ call: APICall) async throws -> Response {
        let members = try await call.object(["allowed", "field"])
        guard case .bool(let isAllowed)? = members["allowed"] else { throw APICall.unusable("allowed", "has to be true or false") }
        let field = members["field"]?.stringValue.flatMap(SharedField.init)
        guard (members["field"] == nil) == (field == nil) else { throw APICall.unusable("field", "is no field there is") }
        return try await say(.share(field, isAllowed: isAllowed), call)
    }

    private static func erase(_ call: APICall) async throws -> Response {
        let id = try call.person()
        let confirmation = try await call.object(["confirm"]).text("confirm", most: 36)
        guard confirmation.utf8.count == 36 else { throw APICall.unusable("confirm", "is no whole id") }
        let report = try await call.desk.write { vault in
            let person = try FindPerson(id).run(in: vault)
            guard person.id.description == confirmation.lowercased() else {
                throw Refusal(
                    .conflict, "confirmation",
                    .sentence("Erasing can't be undone. Send the person's whole id as “confirm” to do it; nothing was changed."))
            }
            return try ErasePerson(person.id.description).run(in: vault)
        }
        return APIAnswer.json(ErasureJSON.encode(report))
    }

    private static func tags(_ call: APICall) async throws -> Response {
        let counts = try await call.desk.read { vault in
            var counts: [String: Int] = [:]
            try ListPeople(.everybody, isSortedByName: false).run(in: vault) { person in
                for tag in person.tags { counts[tag.value, default: 0] += 1 }
                return true
            }
            return counts
        }
        return APIAnswer.json { json in
            json.beginObject()
            json.name("tags")
            json.beginArray()
            for (tag, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
                json.beginObject()
                json.member("tag", tag)
                json.member("people", count)
                json.endObject()
            }
            json.endArray()
            json.endObject()
        }
    }
}
