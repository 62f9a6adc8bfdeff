import Actions
import ContactModel
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
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>What is held about \(name)</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222 }
            table { border-collapse: collapse; width: 100% } td { border-top: 1px solid #ddd; padding: .4rem; vertical-align: top;
            overflow-wrap: anywhere } td:first-child { white-space: nowrap; font-weight: 600 } td:last-child { color: #666 }
            </style>
            </head>
            <body>
            <h1>What is held about \(name)</h1>
            <p>As of \(report.madeOn). Every value, where it comes from, and when the source was last known to say so.</p>
            """
        ]
        for section in report.sections {
            parts.append("<h2>\(section.title.escaped)</h2>\n<table>")
            for line in section.lines {
                let cells = [line.name, line.value, line.origin].map { "<td>\($0.escaped)</td>" }.joined()
                parts.append("<tr>\(cells)</tr>")
            }
            parts.append("</table>")
        }
        parts.append("</body>\n</html>\n")
        return parts.joined(separator: "\n")
    }
}
