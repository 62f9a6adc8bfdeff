import Actions
import ContactModel
import ContactQuality
import Hummingbird
import Vault
import WebApp

/// How good the contacts are, whom each rule found, and the word on what is proposed.
struct ReviewRoutes: Sendable {
    let desk: VaultDesk
    let writer: PageWriter
    var clock = Clock.system

    private var steps: StepNotices { StepNotices(desk: desk, writer: writer) }

    func add(to router: Router<VisitContext>) {
        router.get("/review") { request, context in
            let notice = try await steps.notice(for: request, writer.texts(for: context))
            return try await review(context, showsAll: request.queryFields["suggestions"] == "all", notice: notice)
        }
        router.get("/review/rules/:rule") { request, context in try await rule(request, context) }
        router.get("/review/list") { request, context in try await list(request, context) }
        // Where somebody asks once more for the page a form led to.
        router.get("/review/suggestions") { _, _ in Response.redirect(to: "/review#suggestions", type: .normal) }
        router.post("/review/suggestions") { request, context in try await decide(request, context) }
    }

    private func review(_ context: VisitContext, showsAll: Bool = false, notice: Frame.Notice? = nil) async throws -> Response {
        let today = clock.today
        let (survey, suggestions) = try await desk.readAtLength { vault in
            var likeliest = LikeliestSuggestions(showsAll ? ReviewPage.mostSuggestionsShown : ReviewPage.suggestionsShown)
            try SuggestValues(asOf: today).run(in: vault) { one in
                likeliest.add(one)
                return true
            }
            return (try SurveyContacts(asOf: today).run(in: vault), likeliest)
        }
        let texts = writer.texts(for: context)
        let page = ReviewPage(survey, suggestions: suggestions, texts: texts)
        return writer.page(page, title: texts("reviewTitle"), room: .review, notice: notice, for: context)
    }

    private func rule(_ request: Request, _ context: VisitContext) async throws -> Response {
        let (today, wanted, offset) = (clock.today, context.parameters.get("rule") ?? "", request.queryFields.place("offset"))
        let (tally, findings, count) = try await desk.readAtLength { vault in
            var (findings, count): ([(person: Person, finding: Finding)], Int) = ([], 0)
            let outcome = try ReviewContacts(asOf: today).run(in: vault) { person, finding in
                guard finding.rule == wanted else { return }
                if count >= offset, findings.count < ReviewRulePage.mostShown { findings.append((person, finding)) }
                count += 1
            }
            return (outcome.tally, findings, count)
        }
        guard let rule = tally.book.rules.first(where: { $0.id == wanted }) else { throw HTTPError(.notFound) }
        let texts = writer.texts(for: context)
        let page = ReviewRulePage(
            title: rule.title, advice: rule.advice, findings: findings, offset: offset, count: count, address: "/review/rules/\(rule.id)",
            texts: texts)
        return writer.page(page, title: texts.phrase(rule.title), room: .review, for: context)
    }

    private func list(_ request: Request, _ context: VisitContext) async throws -> Response {
        guard let slice = SurveySlice(fields: request.queryFields.all) else { throw HTTPError(.notFound) }
        let (today, offset) = (clock.today, request.queryFields.place("offset"))
        let outcome = try await desk.readAtLength { vault in
            try ListSurveyed(slice, asOf: today, offset: offset, limit: ReviewListPage.mostShown).run(in: vault)
        }
        let page = ReviewListPage(slice, outcome, offset: offset, texts: writer.texts(for: context))
        return writer.page(page, title: page.title, room: .review, for: context)
    }

    private func decide(_ request: Request, _ context: VisitContext) async throws -> Response {
        let form = try await FormFields.read(request)
        let (today, ids) = (clock.today, form.all("id"))
        let isAll = form["verdict"] == "accept-all"
        guard isAll || !ids.isEmpty else {
            let notice = Frame.Notice(text: writer.texts(for: context)("reviewNothingChosen"), isFailure: true)
            return try await review(context, notice: notice)
        }
        let isAccepted = form["verdict"] != "reject"
        let outcome = try await desk.write { vault in
            try DecideSuggestions(
                isAccepted ? .accept : .reject, on: isAll ? .found(SuggestValues(asOf: today)) : .ids(ids), asOf: today
            ).run(in: vault)
        }
        guard let step = outcome.step else { return Response.redirect(to: "/review", type: .normal) }
        return try await steps.answer(request, step: step, to: "/review", at: "#suggestions", context)
    }
}
