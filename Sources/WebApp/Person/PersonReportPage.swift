public import Actions
import ContactModel
import Vault

/// Everything that is held about a person, for the person (GDPR Art. 15): to print or to send.
public struct PersonReportPage: Page {
    /// The view that draws it.
    public static let view = "person-report"

    /// A heading with what stands under it.
    struct Section: Sendable {
        var title: String
        var parts: [Part]
    }

    /// Lines that belong together: all, or those of one entry of a source.
    struct Part: Sendable {
        /// When and where the entry stood.
        var heading: String?
        var lines: [Line]
    }

    /// A name, what it says, where it comes from.
    struct Line: Sendable {
        var name: String
        /// What is held, whole: on paper nothing can be asked for.
        var value: String
        var remarks: [String]
        var picture: String?
        var pictureName: String
        var file: String?
        /// The text of a key, which has its own letters.
        var key: String?
        var origins: [String]
    }

    let id: String
    let name: String
    let day: String
    let sections: [Section]

    /// Makes the page.
    public init(_ report: PersonReport, texts: Texts) {
        id = report.person.id.description
        name = report.person.displayName
        day = texts.day(report.madeOn)
        let held = report.further
        sections = report.sections.map { section in
            Section(
                title: texts.phrase(section.title),
                parts: section.parts.map { part in
                    Part(
                        heading: part.entry.map { Self.heading(of: $0, texts) },
                        lines: part.lines.map { Self.line($0, of: report.person, among: held, texts) })
                })
        }
    }

    private static func line(_ line: PersonReport.Line, of person: Person, among held: [FurtherValue], _ texts: Texts) -> Line {
        var shown = Line(
            name: texts.phrase(line.name), value: "", remarks: [line.label.map(texts.label)].compactMap { $0 }, pictureName: "",
            origins: line.provenance.map { texts.keepersOrigin($0) })
        switch line.value {
        case .text(let text): shown.value = text
        case .ours(let sentence): shown.value = texts.phrase(sentence)
        case .partialDay(let date): shown.value = texts.day(date)
        case .day(let day): shown.value = texts.day(day)
        case .further(let value):
            // An entry's picture is the person's, where it has an address.
            let value = held.first { $0.saysTheSame(as: value) } ?? value
            let parts = FurtherGroup.Value(value, of: person.id.description, name: person.displayName, texts)
            shown.name = value.name(texts)
            shown.value = value.words(texts)
            shown.remarks = parts.remarks
            (shown.picture, shown.pictureName, shown.file) = (parts.picture, parts.pictureName, parts.file)
            shown.key = value.pictureType == nil ? value.data?.text : nil
        case .change(let change):
            shown.name = texts.day(change.on)
            shown.value = texts.reportWords(for: change)
            shown.origins = [texts.source(change.source)]
        case .step(let step):
            shown.name = CalendarDate(iso: step.madeAt.prefix(10)).map { texts.day($0) } ?? line.name
            shown.value = texts.reportWords(for: step)
        }
        return shown
    }

    private static func heading(of entry: Holding, _ texts: Texts) -> String {
        let days =
            entry.firstSeen == entry.lastConfirmed
            ? texts.day(entry.firstSeen)
            : texts("reportDays", ["first": texts.day(entry.firstSeen), "last": texts.day(entry.lastConfirmed)])
        let file = entry.file.split(separator: "/").last.map(String.init) ?? entry.file
        return [days, texts.source(entry.source), texts.word("reportList", entry.list), file].filter { !$0.isEmpty }.joined(
            separator: " · ")
    }
}

extension Texts {
    /// Where a value comes from, told to the person it is about: the owner of the address book is not “you”.
    fileprivate func keepersOrigin(_ provenance: Provenance) -> String {
        guard provenance.source == "you" else { return origin(provenance) }
        let keeper = phrase("the keeper")
        return provenance.firstSeen == provenance.lastConfirmed
            ? self("originOnce", ["source": keeper, "day": day(provenance.lastConfirmed)])
            : self("originSpan", ["source": keeper, "first": day(provenance.firstSeen), "last": day(provenance.lastConfirmed)])
    }

    fileprivate func reportWords(for change: ChangeSummary) -> String {
        switch change.kind {
        case .connected where change.isOfConnections: self("reportConnected")
        case .disconnected where change.isOfConnections: self("reportDisconnected")
        default: PersonEvent.words(for: change, self)
        }
    }

    fileprivate func reportWords(for step: Decision) -> String {
        guard step.kind == .share || step.kind == .edit else { return PersonEvent.words(for: step, self) }
        return step.wordsOfEach.map { word in
            guard case .share(let field, let isAllowed) = word else { return PersonEvent.words(for: word, self) }
            let what = field.map { self("field" + $0.rawValue.withLargeInitial) } ?? self("reportEverything")
            return self(isAllowed ? "reportAllowed" : "reportKeptBack", ["field": what])
        }.joined(separator: " ")
    }
}
