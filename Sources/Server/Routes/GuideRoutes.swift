import Actions
import Hummingbird
import WebApp

/// The guides: how to get one's contacts out of a service.
struct GuideRoutes: Sendable {
    let writer: PageWriter
    /// How large an upload may be.
    let mostBytes: Int64

    func add(to router: Router<VisitContext>) {
        router.get("/guides") { _, _ in Response.redirect(to: "/guides/\(Service.all.first?.name ?? "linkedin")", type: .normal) }
        router.get("/guides/:service") { _, context in
            guard let name = context.parameters.get("service"), let service = Service.named(name),
                let guide = ShowGuide(service: name, language: context.language.rawValue, on: .page).run()
            else { throw HTTPError(.notFound) }
            let texts = writer.texts(for: context)
            let page = GuidePage(
                service: service.name, markdown: guide, services: Service.all.map { ($0.name, texts.phrase($0.title)) },
                mostBytes: mostBytes, texts: texts)
            return writer.page(page, title: texts("guideTitle", ["service": texts.phrase(service.title)]), room: .import, for: context)
        }
    }
}
