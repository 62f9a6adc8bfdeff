/// Markdown as a terminal shows it: headings and strong words set off, paragraphs and list items broken at the width.
struct GuideText {
    var style: Style
    var width: Int

    func lines(_ markdown: String) -> [String] {
        var lines: [String] = []
        var paragraph: (indent: String, hang: String, words: [Substring])?
        var isCode = false
        var isTableHead = true
        func finish() {
            if let open = paragraph { lines += broken(open.words, first: open.indent, rest: open.hang) }
            paragraph = nil
        }
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                finish()
                isCode.toggle()
            } else if isCode {
                lines.append("    " + line)
            } else if line.hasPrefix("#") {
                finish()
                lines.append(style.bold(String(line.drop { $0 == "#" || $0 == " " })))
            } else if line.hasPrefix("|") {
                finish()
                let cells = line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
                let isRule = cells.allSatisfy { $0.allSatisfy { $0 == "-" || $0 == ":" } }
                if isTableHead { isTableHead = false } else if !isRule { lines += broken(row(cells), first: "- ", rest: "  ") }
            } else if line.allSatisfy(\.isWhitespace) {
                isTableHead = true
                finish()
                if lines.last != "" { lines.append("") }
            } else if let (marker, rest) = item(line) {
                finish()
                paragraph = (marker, String(repeating: " ", count: marker.count), rest.split(separator: " "))
            } else if paragraph != nil {
                paragraph?.words += line.split(separator: " ")
            } else {
                paragraph = ("", "", line.split(separator: " "))
            }
        }
        finish()
        while lines.last == "" { lines.removeLast() }
        return lines
    }

    /// A list item's marker with its indentation, and its text.
    private func item(_ line: Substring) -> (String, Substring)? {
        let indent = line.prefix { $0 == " " }
        let rest = line.dropFirst(indent.count)
        if rest.hasPrefix("- ") || rest.hasPrefix("* ") { return (indent + "- ", rest.dropFirst(2)) }
        let number = rest.prefix { $0.isNumber }
        guard !number.isEmpty, rest.dropFirst(number.count).hasPrefix(". ") else { return nil }
        return (indent + number + ". ", rest.dropFirst(number.count + 2))
    }

    private func broken(_ words: [Substring], first: String, rest: String) -> [String] {
        var lines: [String] = []
        var line = first
        var isBare = true
        for word in words {
            if !isBare, line.columns + 1 + word.count > width {
                lines.append(line)
                (line, isBare) = (rest, true)
            }
            line += isBare ? String(word) : " " + word
            isBare = false
        }
        lines.append(line)
        return lines.map(strong)
    }

    /// A table's row as a sentence: the first cell, and what the others say of it.
    private func row(_ cells: [String]) -> [Substring] {
        guard let first = cells.first else { return [] }
        return (first + ": " + cells.dropFirst().joined(separator: "; ")).split(separator: " ")
    }

    /// A line without Markdown's marks, what they set off in bold.
    private func strong(_ line: String) -> String {
        let line = line.split(separator: "<http", omittingEmptySubsequences: false).enumerated().map { position, part in
            position == 0 ? String(part) : "http" + part.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false).joined()
        }.joined()
        let parts = line.split(separator: "**", omittingEmptySubsequences: false)
        // A strong run that was broken over two lines leaves a lone mark; it says nothing then.
        let marked =
            parts.count % 2 == 1 ? parts.enumerated().map { $0 % 2 == 1 ? style.bold(String($1)) : String($1) }.joined() : parts.joined()
        return marked.split(separator: "*", omittingEmptySubsequences: false).joined()
    }
}
