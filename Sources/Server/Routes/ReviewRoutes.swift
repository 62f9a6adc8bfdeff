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
    let kept: KeptReviews
    var clock = Clock.system

    private var steps: StepNotices { StepNotices(desk: desk, writer: writer) }

    func add(to router: Router<VisitContext>) {
        router.get("/review") { request, context in
            let notice = try await steps.notice(for: request, writer.texts(for: context))
            return try await review(context, notice: notice)
        }
        router.get("/review/rules/:rule") { request, context in try await rule(request, context) }
        router.get("/review/list") { request, context in try await list(request, context) }
        // Where somebody asks once more for the page a form led to.
        router.get("/review/suggestions") { _, _ in Response.redirect(to: "/review#suggestions", type: .normal) }
        router.get("/review/suggested") { request, context in
            let fields = request.queryFields
            let notice = try await steps.notice(for: request, writer.texts(for: context))
            return try await suggestions(SuggestionWish { fields[$0] }, context, notice: notice)
        }
        router.post("/review/suggestions") { request, context in try await decide(request, context) }
    }

    private func review(_ context: VisitContext, notice: Frame.Notice? = nil) async throws -> Response {
        let (survey, suggestions) = try await kept.surveys.answer(.init()) { [clock] vault in
            let today = clock.today
            var likeliest = LikeliestSuggestions(ReviewPage.suggestionsShown)
            let survey = try SurveyContacts(asOf: today).run(in: vault) { likeliest.add($0) }
            return (survey, likeliest)
        }
        let texts = writer.texts(for: context)
        let page = ReviewPage(survey, suggestions: suggestions, texts: texts)
        return writer.page(page, title: texts("reviewTitle"), room: .review, notice: notice, for: context)
    }

    /// The values that are proposed, narrowed down.
    private func suggestions(_ wish: SuggestionWish, _ context: VisitContext, notice: Frame.Notice? = nil) async throws -> Response {
        let texts = writer.texts(for: context)
        func response(_ found: LikeliestSuggestions, problem: String? = nil) -> Response {
            writer.page(
                SuggestionsPage(wish, suggestions: found, problem: problem, texts: texts), title: texts("reviewProposalsTitle"),
                room: .review, notice: notice, status: problem == nil ? .ok : .unprocessableContent, for: context)
        }
        do {
            _ = try wish.action(asOf: clock.today)
            return response(
                try await kept.suggestions.answer(wish) { [clock] vault in
                    let action = try wish.action(asOf: clock.today)
                    var likeliest = LikeliestSuggestions(SuggestionsPage.mostShown)
                    try action.run(in: vault) { one in
                        likeliest.add(one)
                        return true
                    }
                    return likeliest
                })
        } catch let error as PeopleFilter.SyntaxError {
            return response(LikeliestSuggestions(0), problem: texts.phrase(error.message))
        }
    }

    private func rule(_ request: Request, _ context: VisitContext) async throws -> Response {
        let (wanted, offset) = (context.parameters.get("rule") ?? "", request.queryFields.place("offset"))
        let (tally, findings, count) = try await kept.findings.answer(.init(of: wanted, from: offset)) { [clock] vault in
            let today = clock.today
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
        let offset = request.queryFields.place("offset")
        let outcome = try await kept.lists.answer(.init(of: slice, from: offset)) { [clock] vault in
            try ListSurveyed(slice, asOf: clock.today, offset: offset, limit: ReviewListPage.mostShown).run(in: vault)
        }
        let page = ReviewListPage(slice, outcome, offset: offset, texts: writer.texts(for: context))
        return writer.page(page, title: page.title, room: .review, for: context)
    }

    private func decide(_ request: Request, _ context: VisitContext) async throws -> Response {
        let form = try await FormFields.read(request)
        let (today, ids) = (clock.today, form.all("id"))
        let isAll = ["accept-all", "reject-all"].contains(form["verdict"])
        let (wish, isList) = (SuggestionWish { form[$0] }, form["list"] == "1")
        guard isAll || !ids.isEmpty else {
            let notice = Frame.Notice(text: writer.texts(for: context)("reviewNothingChosen"), isFailure: true)
            return isList ? try await suggestions(wish, context, notice: notice) : try await review(context, notice: notice)
        }
        let isAccepted = !["reject", "reject-all"].contains(form["verdict"])
        let all = try wish.action(asOf: today)
        let outcome = try await desk.write { vault in
            try DecideSuggestions(
                isAccepted ? .accept : .reject, on: isAll ? .found(all) : .ids(ids), asOf: today
            ).run(in: vault)
        }
        guard let step = outcome.step else { return Response.redirect(to: isList ? wish.address : "/review", type: .normal) }
        guard !isList else { return try await steps.answer(request, step: step, to: wish.address, at: "#suggestions", context) }
        return try await steps.answer(request, step: step, to: "/review", at: "#suggestions", context)
    }
}

/// What the pages of the review find out, each kept as long as nothing changes.
struct KeptReviews: Sendable {
    /// There is one review.
    struct TheReview: Hashable, Sendable {}

    /// A stretch of a list.
    struct Stretch<List: Hashable & Sendable>: Hashable, Sendable {
        let list: List
        let offset: Int

        init(of list: List, from offset: Int) { (self.list, self.offset) = (list, offset) }
    }

    let surveys: KeptAnswers<TheReview, (ContactSurvey, LikeliestSuggestions)>
    let suggestions: KeptAnswers<SuggestionWish, LikeliestSuggestions>
    let findings: KeptAnswers<Stretch<String>, (ReviewTally, [(person: Person, finding: Finding)], Int)>
    let lists: KeptAnswers<Stretch<SurveySlice>, ListSurveyed.Outcome>

    init(desk: VaultDesk) {
        surveys = KeptAnswers(desk: desk, keeping: 1)
        suggestions = KeptAnswers(desk: desk)
        findings = KeptAnswers(desk: desk)
        lists = KeptAnswers(desk: desk)
    }
}
