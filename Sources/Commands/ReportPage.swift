import Actions
import ContactModel
import Foundation
import WebApp

/// A report as a page of its own: no script, nothing fetched, readable anywhere.
struct ReportPage {
    var report: PersonReport

    var html: String {
        let name = report.person.displayName.escaped
        var parts = [
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>What is held about \(name)</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222 }
            table { border-collapse: collapse; width: 100% } td { border-top: 1px solid #ddd; padding: .4rem; vertical-align: top;
            overflow-wrap: anywhere } td:first-child { width: 22%; font-weight: 600 } td:last-child { width: 28%; color: #666 }
            td { white-space: pre-line } img { display: block; max-width: 12rem; max-height: 12rem } tr { break-inside: avoid }
            @media (max-width: 40rem) { td { display: block; width: auto !important } td + td { border: 0; padding-top: 0 } }
            </style>
            </head>
            <body>
            <h1>What is held about \(name)</h1>
            <p>As of \(report.madeOn). Every value, where it comes from, and when the source was last known to say so.</p>
            """
        ]
        for section in report.sections {
            parts.append("<h2>\(section.title.escaped)</h2>")
            for part in section.parts {
                if let entry = part.entry { parts.append("<h3>\(PersonReport.heading(of: entry).escaped)</h3>") }
                parts.append("<table>")
                parts += part.lines.map(Self.row)
                parts.append("</table>")
            }
        }
        parts.append("</body>\n</html>\n")
        return parts.joined(separator: "\n")
    }

    private static func row(_ line: PersonReport.Line) -> String {
        "<tr><td>\(line.name.escaped)</td><td>\(picture(of: line))\(line.words.lineByLine)</td><td>\(line.origin.escaped)</td></tr>"
    }

    /// A picture of one of the kinds that can hold no script, in the page itself.
    private static func picture(of line: PersonReport.Line) -> String {
        guard case .further(let value) = line.value, let type = value.pictureType, let data = value.data else { return "" }
        return "<img alt=\"\(line.name.escaped)\" src=\"data:\(type);base64,\(Data(data.bytes).base64EncodedString())\">"
    }
}

extension String {
    /// The text as it stands in HTML, its line ends kept.
    fileprivate var lineByLine: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { String($0).escaped }.joined(separator: "\n")
    }
}
