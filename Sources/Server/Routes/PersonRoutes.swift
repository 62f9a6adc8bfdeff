import Actions
import ContactModel
import Hummingbird
import Vault
import WebApp

extension EditableField {
    /// Whether a value is what a browser gives back of it, which writes ends of lines its own way.
    fileprivate func isSame(_ value: String, _ sent: String) -> Bool {
        let (value, sent) = (key(of: value), key(of: sent))
        return value == sent || value.split(whereSeparator: \.isWhitespace) == sent.split(whereSeparator: \.isWhitespace)
    }
}

/// One person: the page, and what is said of them there. Every form works without scripts.
struct PersonRoutes: Sendable {
    let desk: VaultDesk
    let writer: PageWriter
    let steps: StepNotices

    func add(to router: Router<VisitContext>) {
        router.get("/people/:id") { request, context in try await show(request, context) }
        router.get("/people/:id/card.vcf") { _, context in try await card(context) }
        router.get("/people/:id/report") { _, context in try await report(context) }
        router.get("/people/:id/joined") { _, context in try await joined(context) }
        router.get("/people/:id/photo") { request, context in
            let value = try await held(request, context)
            return try HeldFile.picture(value)
        }
        router.get("/people/:id/data") { request, context in
            let value = try await held(request, context)
            return try HeldFile.file(value)
        }
        router.get("/people/:id/erase") { _, context in try await askBeforeErasing(context) }
        router.post("/people/:id/erase") { request, context in try await erase(request, context) }
        router.post("/people/:id/tags") { request, context in
            try await say(request, context, at: "#tags") { form, _ in
                form["do"] == "untag" ? [.untag(form["tag"] ?? "")] : [.tag(form["tag"] ?? "")]
            }
        }
        router.post("/people/:id/notes") { request, context in
            try await say(request, context, at: "#notes") { form, _ in [.note((form["text"] ?? "").replacing("\r\n", with: "\n"))] }
        }
        router.post("/people/:id/edit") { request, context in try await say(request, context, at: nil, Self.edits) }
        router.post("/people/:id/share") { request, context in try await say(request, context, at: "#rights", Self.shares) }
        router.post("/people/:id/split") { request, context in try await split(request, context) }
    }

    // MARK: Looking

    private func show(_ request: Request, _ context: VisitContext) async throws -> Response {
        let notice = try await steps.notice(for: request, writer.texts(for: context))
        return try await show(try Self.id(in: context), notice: notice, context)
    }

    private func show(
        _ id: UniqueID, notice: Frame.Notice?, refused: ValueForm.Refused? = nil, status: HTTPResponse.Status = .ok,
        _ context: VisitContext
    ) async throws -> Response {
        let texts = writer.texts(for: context)
        let (page, name) = try await desk.read { vault in
            let portrait = try PortrayPerson(id.description).run(in: vault)
            let card = portrait.person.isWithheld ? nil : try ExportPerson(id.description, extent: .essentials).run(in: vault).bytes
            return (PersonPage(portrait, card: card, texts: texts, refused: refused), portrait.person.displayName)
        }
        return writer.page(page, title: name, room: .people, notice: notice, status: status, for: context)
    }

    /// The page again, with why what was said can't be, and what was written where it was written.
    private func show(_ reason: String, of form: FormFields, _ id: UniqueID, _ context: VisitContext) async throws -> Response {
        let typed = Dictionary(form.pairs.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        let refused = ValueForm.Refused(place: form["place"], typed: typed, reason: reason)
        return try await show(id, notice: nil, refused: refused, status: .unprocessableContent, context)
    }

    private func card(_ context: VisitContext) async throws -> Response {
        let id = try Self.id(in: context)
        let card = try await desk.read { vault in try ExportPerson(id.description).run(in: vault) }
        let fileName = ((card.name.isEmpty ? "contact" : card.name) + ".vcf").percentEncoded
        var response = Response(
            status: .ok, headers: [.contentType: "text/vcard; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: card.bytes)))
        response.headers[.contentDisposition] = "attachment; filename=\"contact.vcf\"; filename*=UTF-8''\(fileName)"
        return response
    }

    private func held(_ request: Request, _ context: VisitContext) async throws -> FurtherValue {
        let id = try Self.id(in: context)
        let wanted = request.queryFields["of"]
        return try await desk.read { vault in try ReadFurtherValue(id.description, id: wanted).run(in: vault) }
    }

    private func joined(_ context: VisitContext) async throws -> Response {
        let id = try Self.id(in: context)
        let texts = writer.texts(for: context)
        let page = try await desk.readAtLength { vault in
            let (person, joinings) = try ExplainJoinings(id.description).run(in: vault)
            return JoinedPage(person, joinings, texts: texts)
        }
        return writer.page(page, title: texts("joinedTitle"), room: .people, for: context)
    }

    private func report(_ context: VisitContext) async throws -> Response {
        let id = try Self.id(in: context)
        let texts = writer.texts(for: context)
        let page = try await desk.read { vault in
            PersonReportPage(try ReportOnPerson(id.description).run(in: vault), texts: texts)
        }
        return writer.page(page, title: texts("personReportTitle"), room: .people, for: context)
    }

    // MARK: Saying

    /// Says words of the person, and goes back to them; a word that says nothing new is passed over.
    ///
    /// - Parameter part: the part of the page the form stands in, where one goes on; `nil` for the value it is about.
    private func say(
        _ request: Request, _ context: VisitContext, at part: String?,
        _ words: @escaping @Sendable (FormFields, Person) throws -> [SayOfPerson.Word]
    ) async throws -> Response {
        let id = try Self.id(in: context)
        let form = try await FormFields.read(request)
        let place = part ?? ValueForm.placeAfterwards { form[$0] }
        let step: Int64?
        do {
            step = try await desk.write { vault -> Int64? in
                let person = try FindPerson(id.description).run(in: vault)
                let words = try words(form, person)
                return words.isEmpty ? nil : try SayOfPerson(words, of: id.description).run(in: vault).step
            }
        } catch let refusal as VaultError where refusal.code == .refused {
            return try await show(writer.texts(for: context).phrase(refusal.message), of: form, id, context)
        } catch let change as ChangedMeanwhile {
            return try await show(change.words(writer.texts(for: context)), of: form, id, context)
        }
        guard let step else { return .redirect(to: "/people/\(id)\(place)", type: .normal) }
        return try await steps.answer(request, step: step, to: "/people/\(id)", at: place, context)
    }

    /// What a form says otherwise than it was when the form was drawn (`was-FIELD`): a value put right, added, or taken out, which an emptied
    /// field says too.
    ///
    /// - Throws: ``ChangedMeanwhile`` where something else stands there by now.
    private static func edits(_ form: FormFields, _ person: Person) throws -> [SayOfPerson.Word] {
        let corrections = try EditableField.allCases.compactMap { field -> SayOfPerson.Word? in
            guard let value = ValueForm.value(of: field, in: { form[$0] })?.trimmed else { return nil }
            let was = form["was-\(field.rawValue)"] ?? ""
            let isTakenOut = value.isEmpty || form["out"] != nil
            guard isTakenOut ? !was.isEmpty : value != was else { return nil }
            let now = person.values(of: field)
            // Of what there is one of, the value before is a former one by itself.
            if !field.isList, !isTakenOut, value == now.first { return nil }
            let stands = field.isList ? was.isEmpty || now.contains { field.isSame($0, was) } : field.isSame(now.first ?? "", was)
            guard form["was-\(field.rawValue)"] == nil || stands else {
                throw ChangedMeanwhile(field: field, was: was, now: field.isList ? nil : now.first)
            }
            if isTakenOut { return .correct(field, from: was, to: nil) }
            return !was.isEmpty && field.isList ? .correct(field, from: was, to: value) : .edit(field, value)
        }
        return corrections + (use(form).map { [$0] } ?? [])
    }

    /// What a form would change is not what it was any more when the form was drawn.
    private struct ChangedMeanwhile: Error {
        var field: EditableField
        var was: String
        /// What stands there now, of what there is one of.
        var now: String?

        func words(_ texts: Texts) -> String {
            if let now { return texts("valueMeanwhile", ["value": texts.value(now, of: field)]) }
            return texts("valueMeanwhileGone", ["value": texts.value(was, of: field)])
        }
    }

    /// What a form says an address is for, where it says something new: of the one that stands there, or of that which takes its place.
    private static func use(_ form: FormFields) -> SayOfPerson.Word? {
        guard let kind = form["kind"], let address = form[EditableField.email.rawValue]?.trimmed, !address.isEmpty, form["out"] == nil
        else { return nil }
        let use = EmailUse(rawValue: kind)
        let isOther = address != form["was-email"]
        guard isOther ? use != nil : kind != form["was-kind"] else { return nil }
        return .use(of: address, use)
    }

    /// What the ticks change.
    private static func shares(_ form: FormFields, _ person: Person) -> [SayOfPerson.Word] {
        let withheld = Set(form.all("withheld"))
        var words: [SayOfPerson.Word] = []
        if withheld.contains("all") != person.isWithheld { words.append(.share(nil, isAllowed: person.isWithheld)) }
        for field in SharedField.allCases where withheld.contains(field.rawValue) != person.withheldFields.contains(field) {
            words.append(.share(field, isAllowed: person.withheldFields.contains(field)))
        }
        return words
    }

    private func split(_ request: Request, _ context: VisitContext) async throws -> Response {
        let id = try Self.id(in: context)
        let entries = try await FormFields.read(request).all("entry")
        let step = try await desk.write { vault in try SplitPerson(id.description, apart: entries).run(in: vault).step }
        return try await steps.answer(request, step: step, to: "/people/\(id)", at: "#made-of", context)
    }

    private func askBeforeErasing(_ context: VisitContext) async throws -> Response {
        let id = try Self.id(in: context)
        let page = try await desk.read { vault in ErasePersonPage(try FindPerson(id.description).run(in: vault)) }
        return writer.page(page, title: writer.texts(for: context)("eraseTitle"), room: .people, for: context)
    }

    private func erase(_ request: Request, _ context: VisitContext) async throws -> Response {
        let id = try Self.id(in: context)
        guard try await FormFields.read(request)["sure"] == "yes" else {
            return .redirect(to: "/people/\(id)/erase", type: .normal)
        }
        let step = try await desk.write { vault in try ErasePerson(id.description).run(in: vault).step }
        return try await steps.answer(request, step: step, to: "/people", context)
    }

    /// The id in the address; what is no id leads nowhere.
    private static func id(in context: VisitContext) throws -> UniqueID {
        guard let id = context.parameters.get("id").flatMap({ UniqueID($0) }) else { throw HTTPError(.notFound) }
        return id
    }
}
