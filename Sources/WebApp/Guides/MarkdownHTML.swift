import Foundation

/// Our own Markdown (guides, pages of rules) as HTML; no script, no style, nothing of a stranger's.
public enum MarkdownHTML {
    /// The title of a text, as HTML.
    public static func title(of markdown: String) -> String {
        inline(String(markdown.split(separator: "\n").first { $0.hasPrefix("# ") }?.dropFirst(2) ?? ""))
    }

    /// A text as HTML: headings, paragraphs, lists of one depth, tables, code; anything else is escaped.
    public static func body(_ markdown: String) -> String {
        var html: [String] = []
        var open: (tag: String, text: String)?
        var list: String?
        var code: [String]?
        var tableRows = 0
        func closeText() {
            if let block = open { html.append("<\(block.tag)>\(inline(block.text))</\(block.tag)>") }
            open = nil
        }
        func close() {
            closeText()
            if let tag = list { html.append("</\(tag)>") }
            list = nil
            if tableRows > 0 { html.append("</table></div>") }
            tableRows = 0
            if let lines = code { html.append("<pre tabindex=\"0\"><code>\(lines.joined(separator: "\n"))</code></pre>") }
            code = nil
        }
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            let trimmed = line.drop { $0 == " " }
            if line.hasPrefix("```") {
                let isEnd = code != nil
                close()
                if !isEnd { code = [] }
            } else if code != nil {
                code?.append(line.escaped)
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
                if tableRows == 0 { close(); html.append("<div class=\"table-scroll\" tabindex=\"0\"><table class=\"table\">") }
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
            guard position.isMultiple(of: 2) else { return "<code>\(String(part).escaped)</code>" }
            return linked(String(part))
        }.joined()
    }

    private static func linked(_ text: String) -> String {
        text.split(separator: "<http", omittingEmptySubsequences: false).enumerated().map { position, part in
            guard position > 0, let end = part.firstIndex(of: ">") else { return emphasised(String(part)) }
            let address = ("http" + part[..<end]).escaped
            return "<a href=\"\(address)\">\(address)</a>" + emphasised(String(part[part.index(after: end)...]))
        }.joined()
    }

    private static func emphasised(_ text: String) -> String {
        func alternate(_ text: String, _ mark: String, _ tag: String) -> String {
            let parts = text.split(separator: mark, omittingEmptySubsequences: false)
            guard parts.count % 2 == 1 else { return parts.joined() }
            return parts.enumerated().map { $0 % 2 == 1 ? "<\(tag)>\($1)</\(tag)>" : String($1) }.joined()
        }
        return alternate(alternate(text.escaped, "**", "strong"), "*", "em")
    }
}
