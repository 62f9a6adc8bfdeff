import WebApp

/// The guides' Markdown as a page of its own: no script, nothing fetched.
struct GuidePage {
    var title: String
    /// Name and Markdown of each guide.
    var guides: [(name: String, markdown: String)]

    var html: String {
        var parts = [
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title.escaped)</title>
            <style>
            body { font: 17px/1.6 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #222 }
            code, pre { font-family: ui-monospace, monospace; background: #f4f4f2; border-radius: 4px } code { padding: .1em .3em }
            pre { padding: .8rem; overflow-x: auto } pre code { padding: 0 } table { border-collapse: collapse; width: 100% }
            td, th { border-top: 1px solid #ddd; padding: .4rem; text-align: left; vertical-align: top } article { margin-bottom: 4rem }
            @media print { article { break-after: page } }
            </style>
            </head>
            <body>
            """
        ]
        if guides.count > 1 {
            parts.append("<nav><ul>")
            for guide in guides { parts.append("<li><a href=\"#\(guide.name)\">\(MarkdownHTML.title(of: guide.markdown))</a></li>") }
            parts.append("</ul></nav>")
        }
        for guide in guides { parts.append("<article id=\"\(guide.name)\">\n\(MarkdownHTML.body(guide.markdown))\n</article>") }
        return parts.joined(separator: "\n") + "\n</body>\n</html>\n"
    }
}
