import Foundation

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
            <title>\(ReportPage.escaped(title))</title>
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
            for guide in guides { parts.append("<li><a href=\"#\(guide.name)\">\(Self.heading(of: guide.markdown))</a></li>") }
            parts.append("</ul></nav>")
        }
        for guide in guides { parts.append("<article id=\"\(guide.name)\">\n\(Self.body(guide.markdown))\n</article>") }
        return parts.joined(separator: "\n") + "\n</body>\n</html>\n"
    }

    private static func heading(of markdown: String) -> String {
        inline(String(markdown.split(separator: "\n").first { $0.hasPrefix("# ") }?.dropFirst(2) ?? ""))
    }

    /// The blocks of Markdown the guides use: headings, paragraphs, lists of one depth, tables, code.
    private static func body(_ markdown: String) -> String {
        var html: [String] = []
        var open: (tag: String, text: String)?
        var list: String?
        var isCode = false
        var tableRows = 0
        func closeText() {
            if let block = open { html.append("<\(block.tag)>\(inline(block.text))</\(block.tag)>") }
            open = nil
        }
        func close() {
            closeText()
            if let tag = list { html.append("</\(tag)>") }
            list = nil
            if tableRows > 0 { html.append("</table>") }
            tableRows = 0
        }
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            let trimmed = line.drop { $0 == " " }
            if line.hasPrefix("```") {
                if isCode { html.append("</code></pre>") } else { close(); html.append("<pre><code>") }
                isCode.toggle()
            } else if isCode {
                html.append(ReportPage.escaped(line))
            } else if trimmed.isEmpty {
                closeText()
                if list == nil { close() }
            } else if line.hasPrefix("#") {
                close()
                let level = min(line.prefix { $0 == "#" }.count, 6)
                html.append("<h\(level)>\(inline(String(line.dropFirst(level + 1))))</h\(level)>")
            } else if line.hasPrefix("|") {
                let cells = line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
                    .map { $0.trimmingCharacters(in: .whitespaces) }
                if cells.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 == "-" || $0 == ":" } }) { continue }
                if tableRows == 0 { close(); html.append("<table>") }
                let tag = tableRows == 0 ? "th" : "td"
                html.append("<tr>" + cells.map { "<\(tag)>\(inline($0))</\(tag)>" }.joined() + "</tr>")
                tableRows += 1
            } else if let (tag, text) = item(trimmed) {
                closeText()
                if list != tag {
                    close()
                    html.append("<\(tag)>")
                    list = tag
                }
                open = ("li", text)
            } else if let block = open {
                open = (block.tag, block.text + " " + trimmed)
            } else {
                close()
                open = ("p", String(trimmed))
            }
        }
        close()
        return html.joined(separator: "\n")
    }

    private static func item(_ line: Substring) -> (tag: String, text: String)? {
        if line.hasPrefix("- ") { return ("ul", String(line.dropFirst(2))) }
        let digits = line.prefix { $0.isNumber }
        guard !digits.isEmpty, line.dropFirst(digits.count).hasPrefix(". ") else { return nil }
        return ("ol", String(line.dropFirst(digits.count + 2)))
    }

    /// Code, strong, emphasis and addresses in a line.
    private static func inline(_ text: String) -> String {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { position, part in
            guard position.isMultiple(of: 2) else { return "<code>\(ReportPage.escaped(String(part)))</code>" }
            return linked(String(part))
        }.joined()
    }

    private static func linked(_ text: String) -> String {
        text.split(separator: "<http", omittingEmptySubsequences: false).enumerated().map { position, part in
            guard position > 0, let end = part.firstIndex(of: ">") else { return emphasised(String(part)) }
            let address = ReportPage.escaped("http" + part[..<end])
            return "<a href=\"\(address)\">\(address)</a>" + emphasised(String(part[part.index(after: end)...]))
        }.joined()
    }

    private static func emphasised(_ text: String) -> String {
        func alternate(_ text: String, _ mark: String, _ tag: String) -> String {
            let parts = text.split(separator: mark, omittingEmptySubsequences: false)
            guard parts.count % 2 == 1 else { return parts.joined() }
            return parts.enumerated().map { $0 % 2 == 1 ? "<\(tag)>\($1)</\(tag)>" : String($1) }.joined()
        }
        return alternate(alternate(ReportPage.escaped(text), "**", "strong"), "*", "em")
    }
}
