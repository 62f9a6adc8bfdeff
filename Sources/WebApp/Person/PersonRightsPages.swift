public import Actions
public import ContactModel
import Foundation

/// Asks once more before a person is erased.
public struct ErasePersonPage: Page {
    /// The view that draws it.
    public static let view = "person-erase"
    let id: String
    let name: String
    let work: WorkLine

    /// Makes the page.
    public init(_ person: Person) {
        id = person.id.description
        name = person.displayName
        work = WorkLine(person)
    }
}

/// Everything that is held about a person, for the person (GDPR Art. 15): to print or to send.
public struct PersonReportPage: Page {
    /// The view that draws it.
    public static let view = "person-report"

    /// A heading with lines under it.
    struct Section: Sendable {
        var title: String
        var lines: [Line]
    }

    /// A name, what it says, where it comes from.
    struct Line: Sendable {
        var name: String
        var value: String
        var origin: String
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
        sections = report.sections.map { section in
            Section(
                title: texts.phrase(section.title),
                lines: section.lines.map { line in
                    let origins = line.origin.components(separatedBy: "; ").map { texts.phrase($0) }
                    return Line(
                        name: texts.dayOrPhrase(line.name), value: line.isOurs ? texts.dayOrPhrase(line.value) : line.value,
                        origin: origins.joined(separator: "; "))
                })
        }
    }
}

extension Texts {
    /// What another room says: a day as a day, else as a phrase.
    fileprivate func dayOrPhrase(_ english: String) -> String { CalendarDate(iso: english).map { day($0) } ?? phrase(english) }
}
