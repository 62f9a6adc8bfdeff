public import Actions
import ContactFormats
import ContactModel
public import Vault

/// Where contacts come from: how old each source is, what was asked for, and every hand-out with its original.
public struct SourcesPage: Page {
    /// The view that draws it.
    public static let view = "sources"

    /// A list of a source.
    struct Source: Sendable {
        var name: String
        var list: String
        var listAddress: String
        var newest: String
        var age: String
        var tone: String
        var rows: String
        var rowsAddress: String
        /// How many hand-outs are held; `nil` of people who were added one by one.
        var handOuts: String?
    }

    /// An archive that was asked for.
    struct Asked: Sendable {
        var text: String
        var tone: String
    }

    /// A hand-out that is held.
    struct HandOut: Sendable {
        var address: String
        var source: String
        var list: String
        var day: String
        var imported: String
        /// What its import did.
        var importAddress: String
        var rows: String
        var rowsAddress: String
        var size: String
        var file: String
        var hash: String
        /// The other files the list was read from.
        var others: [Other]
    }

    /// A further file of a hand-out.
    struct Other: Sendable {
        var address: String
        var name: String
        var size: String
    }

    /// A service one can ask.
    struct Service: Sendable {
        var name: String
        var title: String
        var guide: String
    }

    let sources: [Source]
    let asked: [Asked]
    let handOuts: [HandOut]
    /// Those whose import was taken back: they count for nothing, and are kept.
    let takenBack: [HandOut]
    let hasTakenBack: Bool
    let services: [Service]
    let isEmpty: Bool
    let hasHandOuts: Bool
    let warnings: [String]
    let size: String

    /// After so many days an export is due again.
    private static let dueAfterDays = 90

    /// Makes the page.
    ///
    /// - Parameters:
    ///   - status: how the vault stands.
    ///   - snapshots: the hand-outs, the latest first.
    ///   - takenBack: those whose import was taken back.
    public init(_ status: ReportStatus.Outcome, snapshots: [SnapshotSummary], takenBack: [SnapshotSummary] = [], texts: Texts) {
        sources = status.sources.map { source in
            let isContacts = ["connections", "address-book"].contains(source.list)
            let isByHand = source.list == EntryList.byHand.rawValue
            let isOld = isContacts && source.ageDays > Self.dueAfterDays
            return Source(
                name: texts.source(source.source), list: texts.word("importList", source.list),
                listAddress: PeoplePage.path("source:\"\(source.source)\""), newest: texts.day(source.newestExport),
                age: source.ageDays == 0 ? texts("sourcesAgeToday") : texts(isOld ? "sourcesAgeDue" : "sourcesAge", count: source.ageDays),
                tone: isOld ? "warn" : isContacts ? "good" : "",
                rows: texts(isByHand ? "sourcesAdded" : "importRows", count: Int(clamping: source.rows)),
                rowsAddress: isByHand ? PeoplePage.path("source:\"\(source.source)\"") : RowsPage.address(of: source.newest),
                handOuts: isByHand ? nil : texts("sourcesHeld", count: source.snapshots))
        }
        asked = status.requests.map { standing in
            let values = [
                "service": texts.phrase(standing.service.title), "day": texts.day(standing.request.on), "from": texts.day(standing.dueFrom),
                "by": texts.day(standing.dueBy),
            ]
            let tone = standing.state == .due || standing.state == .overdue ? "warn" : standing.state == .arrived ? "good" : ""
            return Asked(text: texts("sourcesAsked_\(standing.state.rawValue)", values), tone: tone)
        }
        // Those who were added by hand are one line above, however many they are.
        handOuts = snapshots.filter { $0.list != EntryList.byHand.rawValue }.map { Self.handOut($0, texts) }
        self.takenBack = takenBack.filter { $0.list != EntryList.byHand.rawValue }.map { Self.handOut($0, texts) }
        hasTakenBack = !self.takenBack.isEmpty
        services = Actions.Service.all.filter { $0.usualHours > 0 }.map {
            Service(name: $0.name, title: texts.phrase($0.title), guide: "/guides/\($0.name)")
        }
        isEmpty = snapshots.isEmpty
        hasHandOuts = !handOuts.isEmpty
        // What is said of services that give less than before; what the command line advises has its place in the page itself.
        warnings = status.warnings.map { texts.phrase($0) }
        size = texts("sourcesSize", ["size": texts.size(status.originalBytes)])
    }

    private static func handOut(_ snapshot: SnapshotSummary, _ texts: Texts) -> HandOut {
        HandOut(
            address: "/sources/\(snapshot.id)/original", source: texts.source(snapshot.source),
            list: texts.word("importList", snapshot.list),
            day: texts.day(snapshot.exportedOn), imported: texts.moment(snapshot.importedAt),
            importAddress: ImportedPage.address(of: snapshot.step),
            rows: texts.number(Int(clamping: snapshot.rows)), rowsAddress: RowsPage.address(of: snapshot.id),
            size: texts.size(snapshot.byteCount), file: snapshot.path,
            hash: String(snapshot.sha256.prefix(12)),
            others: snapshot.files.enumerated().dropFirst().map { place, file in
                Other(
                    address: "/sources/\(snapshot.id)/original?file=\(place + 1)",
                    name: file.name.split(separator: "/").last.map { String($0) } ?? file.name, size: texts.size(file.byteCount))
            })
    }
}
