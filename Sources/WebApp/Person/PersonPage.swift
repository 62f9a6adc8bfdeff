public import Actions
import ContactModel
import ContactQuality
import Vault

/// One person: every value with where it comes from, since when, and how likely it still holds; what happened; who is near.
public struct PersonPage: Page {
    /// The view that draws it.
    public static let view = "person"

    /// A link to another person.
    struct Neighbour: Sendable {
        var id: String
        var name: String
        var monogram: String
        var work: WorkLine
    }

    /// An entry of a source the person is made of.
    struct Entry: Sendable {
        var id: String
        var source: String
        var name: String
        var work: WorkLine
    }

    /// What a rule says.
    struct Remark: Sendable {
        var evidence: String
        var settle: String
        var rule: String
        var severity: String
        var tone: String
    }

    /// Something that may be handed on or kept back.
    struct Share: Sendable {
        var field: String
        var name: String
        var isWithheld: Bool
    }

    /// A note with where it comes from.
    struct Note: Sendable {
        var text: String
        var origin: String
        /// The step of the log it was written with, by which it is taken out; `nil` where a source says it, or that step says more.
        var step: String?
    }

    let id: String
    let name: String
    let monogram: String
    let title: String?
    let company: String?
    let companyPath: String?
    let standing: String
    let standingTone: String
    let connectedOn: String?
    let confirmedOn: String?
    let isWithheld: Bool
    let tags: [String]
    let groups: [ValueGroup]
    /// What is held beyond the fields.
    let further: [FurtherGroup]
    let hasFurther: Bool
    /// Where the picture of the person is.
    let photo: String?
    /// Why what was just written can't be, where it is not said beside it.
    let problem: String?
    let notes: [Note]
    let remarks: [Remark]
    let events: [PersonEvent]
    let hasEvents: Bool
    let sameName: [Neighbour]
    let sameCompany: [Neighbour]
    let entries: [Entry]
    let canSplit: Bool
    /// Why the entries are one.
    let joined: [JoinedEntries]
    let hasJoined: Bool
    let hasRemarks: Bool
    let hasSameName: Bool
    let hasSameCompany: Bool
    let hasNeighbours: Bool
    let shares: [Share]
    /// What else goes along, where anything does.
    let sharesFurther: String?
    let qrCode: String?

    /// Makes the page of a portrait.
    ///
    /// - Parameters:
    ///   - card: the person as a vCard, for the QR code; `nil` where nothing may be handed on.
    ///   - refused: what was just written and can't be.
    public init(_ portrait: PortrayPerson.Portrait, card: [UInt8]?, texts: Texts, refused: ValueForm.Refused? = nil) {
        let person = portrait.person
        id = person.id.description
        name = person.displayName.isEmpty ? texts("personNameless") : person.displayName
        monogram = Monogram(person).letters
        title = person.titles.first?.value
        company = person.companies.first?.value
        companyPath = company.map { PeoplePage.path("company:\"\($0.filter { $0 != "\"" })\"") }
        standing = texts("standing" + person.standing.rawValue.withLargeInitial)
        standingTone = person.standing == .disconnected ? "warn" : person.standing == .connected ? "good" : ""
        connectedOn = person.connectedOn.map {
            texts(person.standing == .disconnected ? "personConnectedOnce" : "personConnectedOn", ["day": texts.day($0)])
        }
        confirmedOn = person.lastConfirmed.map { texts("personConfirmedOn", ["day": texts.day($0)]) }
        isWithheld = person.isWithheld
        tags = person.tags.map(\.value)
        groups = ValueGroup.all(of: portrait, texts, refused: refused)
        further = FurtherGroup.all(portrait.further, of: person, texts)
        hasFurther = !further.isEmpty
        photo = portrait.further.contains { $0.kind == .photo && $0.pictureType != nil } ? "/people/\(person.id)/photo" : nil
        let isSaid = groups.contains { group in group.groupForm.flaw != nil || group.values.contains { $0.form?.flaw != nil } }
        problem = isSaid ? nil : refused?.reason
        notes = person.notes.map { note in
            let written = portrait.steps.last { step, isUndone in
                !isUndone && step.kind == .note && step.payload["text"]?.stringValue == note.value
            }
            return Note(
                text: note.value, origin: texts.origin(note.provenance.first), step: written.map { String($0.decision.step) })
        }
        remarks = portrait.findings.map { finding in
            Remark(
                evidence: texts.phrase(finding.evidence), settle: texts.phrase(finding.settle), rule: finding.rule,
                severity: texts("severity" + finding.severity.rawValue.withLargeInitial),
                tone: finding.severity == .high ? "bad" : finding.severity == .medium ? "warn" : "")
        }
        events = PersonEvent.all(of: portrait, texts)
        sameName = portrait.sameName.map(Self.neighbour)
        sameCompany = portrait.sameCompany.map(Self.neighbour)
        entries = portrait.entries.map { entry in
            Entry(
                id: entry.id.description, source: texts.source(entry.source), name: entry.card.name.display,
                work: WorkLine(title: entry.card.titles.first, company: entry.card.organizations.first?.name))
        }
        hasEvents = !events.isEmpty
        hasRemarks = !remarks.isEmpty
        hasSameName = !sameName.isEmpty
        hasSameCompany = !sameCompany.isEmpty
        hasNeighbours = hasSameName || hasSameCompany
        canSplit = Set(portrait.entries.map(\.id)).count > 1
        joined = JoinedEntries.all(portrait.joinings, texts)
        hasJoined = !joined.isEmpty
        sharesFurther =
            further.isEmpty ? nil : texts("personSharesFurther", ["names": further.map(\.name).joined(separator: ", ")])
        shares = SharedField.allCases.map { field in
            Share(
                field: field.rawValue, name: texts("field" + field.rawValue.withLargeInitial),
                isWithheld: person.withheldFields.contains(field))
        }
        qrCode = card.flatMap { QRCode($0)?.svg(title: texts("personQRCode", ["name": person.displayName])) }
    }

    private static func neighbour(_ person: Person) -> Neighbour {
        Neighbour(
            id: person.id.description, name: person.displayName, monogram: Monogram(person).letters,
            work: WorkLine(person))
    }
}

extension Texts {
    /// Where a value comes from, and since when: “LinkedIn, 2 May 2019 to 14 May 2024”.
    func origin(_ provenance: Provenance?) -> String {
        guard let provenance else { return "" }
        let source = source(provenance.source)
        guard provenance.firstSeen != provenance.lastConfirmed else {
            return self("originOnce", ["source": source, "day": day(provenance.lastConfirmed)])
        }
        return self(
            "originSpan", ["source": source, "first": day(provenance.firstSeen), "last": day(provenance.lastConfirmed)])
    }
}
