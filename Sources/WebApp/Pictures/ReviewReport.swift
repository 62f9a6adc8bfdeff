public import Actions

/// A review as one page that stands alone: no script, nothing loaded, readable on any screen, in print and by ear.
public struct ReviewReport: Sendable {
    private let survey: ContactSurvey
    private let texts: Texts

    /// Prepares a page in a language.
    public init(of survey: ContactSurvey, texts: Texts) {
        self.survey = survey
        self.texts = texts
    }

    /// The page. Its policy forbids whoever shows it to load or run anything.
    public var html: String {
        let pictures = ReviewPictures(of: survey, texts: texts)
        let contents = pictures.all.map { "<li><a href=\"#\($0.id)\">\($0.title.escaped)</a></li>" }.joined()
        let about = texts("reportAbout", ["people": texts("pictureCount", count: survey.people), "day": texts.day(survey.today)])
        return """
            <!doctype html>
            <html lang="\(texts.language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>\(texts("reportTitle").escaped)</title>
            <style>
            \(styles)
            </style>
            </head>
            <body>
            <header>
            <h1>\(texts("reportTitle").escaped)</h1>
            <p>\(about.escaped)</p>
            \(contents.isEmpty ? "<p>\(texts("reportEmpty").escaped)</p>" : "<nav aria-label=\"\(texts("reportContents").escaped)\"><ul>\(contents)</ul></nav>")
            </header>
            <main>
            \(pictures.html(linksToLists: false))</main>
            <footer>
            <p>\(texts("reportFoot").escaped)</p>
            <p>\(texts("reportFootTrust").escaped)</p>
            </footer>
            </body>
            </html>

            """
    }

    /// The style sheets of the page, one behind another.
    private var styles: String {
        [PackageResources.tokens_css, PackageResources.report_css, PackageResources.pictures_css]
            .map { String(decoding: $0, as: UTF8.self) }.joined()
    }
}
