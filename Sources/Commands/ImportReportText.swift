import Actions
import ContactFormats
import ContactModel
import Vault

/// An import's outcome in words for people.
struct ImportReportText {
    private let style: Style
    private let isDryRun: Bool
    private var lines = LineWriter()

    init(style: Style, isDryRun: Bool) {
        self.style = style
        self.isDryRun = isDryRun
    }

    mutating func write(_ outcome: ImportFiles.Outcome) throws {
        for archive in outcome.archives { try write(archive) }
        for report in outcome.reports {
            for file in report.files { try write(file) }
            try write(passedOver: report.passedOver)
            for remark in report.remarks { try lines.line(style.warning(remark.printable)) }
        }
        let steps = outcome.reports.compactMap(\.step)
        if let last = outcome.reports.last {
            let new = outcome.reports.map(\.newPeople).reduce(0, +)
            let updated = outcome.reports.map(\.updatedPeople).reduce(0, +)
            if !steps.isEmpty {
                try lines.line(
                    style.bold("\(last.totalPeople.of("person", "people")) in all")
                        + ": \(new.grouped) new, \(updated.grouped) changed or no longer in a list."
                )
            }
        }
        if isDryRun {
            try lines.line("This was a dry run: nothing was kept.")
        } else if let step = steps.last {
            let undo = steps.count == 1 ? "holdfast undo \(step)" : steps.reversed().map { "holdfast undo \($0)" }.joined(separator: "; ")
            try lines.line(style.dim("To take it back: \(undo)"))
        }
        try lines.flush()
    }

    private mutating func write(_ archive: ImportArchive.Outcome) throws {
        try lines.line(style.bold(archive.path.printable))
        let content = """
            \(archive.snapshots.of("hand-out", "hand-outs")), \(archive.originals.of("original", "originals")) and \
            \(archive.decisions.of("step", "steps")) of the log
            """
        if archive.isAlreadyThere {
            try lines.line("  is an archive of this very vault, which holds all of it already; nothing was changed.")
        } else {
            try lines.line("  is an archive of a vault: \(content).")
        }
        for remark in archive.remarks { try lines.line("  " + style.warning(remark.printable)) }
        if !isDryRun { try lines.line(style.bold("\(archive.people.of("person", "people")) in all.")) }
    }

    private mutating func write(_ file: ImportReport.File) throws {
        try lines.line(style.bold(file.path.printable))
        if file.isAlreadyImported {
            try lines.line("  was imported before (\(file.layout), \(file.rows.of("row", "rows"))); nothing was changed.")
            return
        }
        try lines.line("  \(Self.title(of: file)), \(file.layout); \(Self.exported(file)).".printable)
        var parts = ["\(file.new.grouped) new"]
        if file.updated > 0 { parts.append("\(file.updated.grouped) changed") }
        if file.unchanged > 0 { parts.append("\(file.unchanged.grouped) unchanged") }
        if file.gone > 0 { parts.append("\(file.gone.grouped) no longer in it") }
        try lines.line("  \(file.rows.of("row", "rows")): \(parts.joined(separator: ", ")).")
        if file.closedAccounts > 0 {
            try lines.line(
                "  \(file.closedAccounts.of("row has", "rows have")) only a date: members who closed or hid their account. They are counted, not imported."
            )
        }
        try write(
            file.rejected, count: file.rejectedCount,
            style.bad("\(file.rejectedCount.of("row", "rows")) could not be read") + ", kept with the reason:")
        try write(
            file.doubtful, count: file.doubtfulCount, style.warning("\(file.doubtfulCount.of("value is", "values are")) in doubt") + ":")
        for remark in file.remarks { try lines.line("  " + remark.printable) }
    }

    private mutating func write(_ problems: [ReadProblem], count: Int64, _ heading: String) throws {
        guard count > 0 else { return }
        try lines.line("  " + heading)
        for problem in problems.prefix(5) {
            let place = problem.column > 0 ? "line \(problem.line), column \(problem.column)" : "line \(problem.line)"
            try lines.line("    \(place): \(Self.words(for: problem.code)): \(problem.text.printable.fitted(to: 80))")
        }
        if count > 5 { try lines.line("    … and \((count - 5).grouped) more; --json lists them.") }
    }

    private mutating func write(passedOver: [PassedOver]) throws {
        func names(_ reasons: Set<String>) -> [String] { passedOver.filter { reasons.contains($0.reason) }.map(\.path) }
        func list(_ names: [String]) -> String {
            let shown = names.prefix(6).map(\.printable).joined(separator: ", ")
            return names.count > 6 ? shown + " and \(names.count - 6) more" : shown
        }
        let known = names(["no-contacts", "private"])
        if !known.isEmpty { try lines.line(style.dim("  Passed over, for they hold no contacts: \(list(known)).")) }
        let unknown = names(["unknown"])
        if !unknown.isEmpty { try lines.line(style.dim("  Not known, and left aside: \(list(unknown)).")) }
        for passed in passedOver {
            if let words = passed.shortcoming { try lines.line(style.warning("  Not read: \(passed.path.printable) \(words).")) }
        }
    }

    private static func title(of file: ImportReport.File) -> String {
        switch file.list {
        case .connections: "\(file.source): connections"
        case .addressBook: file.source
        case .correspondents: "\(file.source): correspondents"
        case .invitations: "\(file.source): invitations"
        case .messages: "\(file.source): who wrote to whom"
        case .notes: "\(file.source): your notes"
        case .recommendations: "\(file.source): recommendations"
        case .endorsements: "\(file.source): endorsements"
        case .follows: "\(file.source): members you follow"
        case .owner: "\(file.source): you yourself"
        case .byHand: "\(file.source): people you added"
        }
    }

    private static func exported(_ file: ImportReport.File) -> String {
        switch file.exportedOnBasis {
        case .given, .archive: "exported on \(file.exportedOn)"
        case .newestEntry: "exported on or after \(file.exportedOn), its newest date (--exported-on says it exactly)"
        case .fileTime: "exported on \(file.exportedOn), going by the file's own time (--exported-on says it exactly)"
        case .layout: "exported by \(file.exportedOn), when the layout was given up (--exported-on says it exactly)"
        case .importDay: "export date unknown, so today's (--exported-on says it exactly)"
        }
    }

    /// What a problem's code means.
    static func words(for code: String) -> String {
        switch code {
        case "ambiguous-date": "the date can be read in more than one order of day, month and year, so it was left out"
        case "unreadable-date": "this is no date that can be read"
        case "not-an-address": "this is no e-mail address"
        case "exchange-address": "an address inside an Exchange server, which no mail from elsewhere reaches"
        case "lost-digits": "a spreadsheet rounded the number; its last digits are lost"
        case "extra-cells": "there are more cells than the header has; they are kept"
        case "unclosed-quote": "a quotation mark is opened and never closed"
        case "cell-too-long": "a cell is longer than a megabyte; it is left in the original, and the rest of the row is read"
        case "row-too-long": "the row is longer than eight megabytes, or has more than 4,096 cells"
        case "beside-table": "this stands beside the table, as a title or a note does"
        case "mixed-encoding": "some letters are in another encoding than the rest of the file"
        case "lost-letters": "letters were lost before the file came here"
        case "spreadsheet-error": "a spreadsheet wrote an error into the cell"
        case "missing-end": "nothing ends this card; it was read as far as it goes"
        case "missing-begin": "nothing begins this card; it was read all the same"
        case "outside-card": "this stands outside any card"
        case "not-a-property": "this is no line of a card"
        case "wrong-charset": "a charset is named wrongly for these letters, or none is; they were read as what they most likely are"
        case "media-too-large": "a picture or sound of more than 8 MiB is left in the original"
        case "nul-bytes": "there are NUL bytes in it; it was read without them"
        case "too-long": "a line of more than 8 MiB is left in the original"
        case "card-too-large": "the card is too large to be kept whole"
        case "empty-card": "the card says nothing of anybody"
        case "group-detail": "a group says more than its name and its members; that stays in the original"
        case "group-in-group":
            "a group lies within a group: whoever is in the inner one has the tags of both, but that it lies there is not kept"
        case "circle-of-groups": "groups lie within one another in a circle, which no tag can say"
        case "member-without-card": "a group has a member of whom there is no card, so the member is left out"
        case "no-header": "a mail should begin here, and there is no header of one"
        case "no-text": "there are NUL bytes where a mail's text should be; it is passed over, and what follows is read"
        case "not-json": "there is a mistake in the JSON"
        default: code.split(separator: "-").joined(separator: " ")
        }
    }
}
