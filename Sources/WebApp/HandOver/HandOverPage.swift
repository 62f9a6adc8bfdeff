public import Actions
public import ContactFormats
import ContactModel
public import Vault

/// What is asked to be handed over, as the page's form says it.
public struct HandOverWish: Hashable, Sendable {
    /// The format; `nil` where none is chosen yet.
    public var format: ExportFormat?
    /// Which people, in the words of `PeopleFilter`.
    public var query: String
    /// To whom; empty where nobody is named.
    public var recipient: String
    /// Whether only what changed since is meant.
    public var isUpdate: Bool
    /// Whether rows a product would refuse are written all the same.
    public var writesAll: Bool
    /// Whether only those go who are ready for a CRM: a work address, company and title confirmed, no open conflict.
    public var isGated: Bool
    /// What is asked of them.
    public var profile: HandOverProfile
    /// What can't be understood of that.
    public var problems: [HandOverProfile.Problem]
    /// How many people a file holds at most; `nil` for as many as the target takes.
    public var rowsPerFile: Int?

    /// Reads a wish by the fields of the form.
    public init(value: (String) -> String?) {
        format = value("to").flatMap { ExportFormat(rawValue: $0) }
        query = value("q") ?? ""
        recipient = value("recipient") ?? ""
        isUpdate = value("update") == "1"
        writesAll = value("all") == "1"
        isGated = value("ready") == "1"
        (profile, problems) = ProfileForm.read(value)
        rowsPerFile = value("rows").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    }

    /// What a form that goes on from here says, by the names of its fields.
    var fields: [(name: String, value: String)] {
        [
            ("to", format?.rawValue ?? ""), ("q", query), ("recipient", recipient), ("update", isUpdate ? "1" : ""),
            ("ready", isGated ? "1" : ""), ("profile", profile == .standard ? "" : profile.text),
            ("rows", rowsPerFile.map { "\($0)" } ?? ""),
        ].filter { !$0.1.isEmpty }
    }

    /// Where a form that goes on from here shows it.
    public var address: String { "/hand-over?" + Self.query(fields) }

    private static func query(_ fields: [(name: String, value: String)]) -> String {
        fields.map { "\($0.name)=\($0.value.percentEncoded)" }.joined(separator: "&")
    }

    /// Where those are listed who would be held back; those alone whom a reason hits, where one is named.
    func heldBackAddress(because reason: ListHeldBack.Reason? = nil, asFile isFile: Bool = false) -> String {
        var fields = fields
        if writesAll { fields.append(("all", "1")) }
        if let reason {
            fields.append(("because", reason.code))
            if let column = reason.column { fields.append(("column", column)) }
        }
        return (isFile ? "/hand-over/held/file?" : "/hand-over/held?") + Self.query(fields)
    }

    /// The hand-over that is meant; `nil` where no format is chosen.
    public var handOver: HandOver? {
        format.map {
            HandOver(
                format: $0, conditions: [query], recipient: recipient, isUpdate: isUpdate,
                options: .init(writesAll: writesAll, rowsPerFile: rowsPerFile), profile: isGated ? profile : nil)
        }
    }
}

/// Where contacts go out: the target, whom it would get, whom it would refuse and why, and what was handed over before.
public struct HandOverPage: Page {
    /// The view that draws it.
    public static let view = "hand-over"

    /// Formats of one kind.
    struct Group: Sendable {
        var title: String
        var targets: [Target]
    }

    /// A format.
    struct Target: Sendable {
        var value: String
        var name: String
        var hint: String
        var isChosen: Bool
    }

    /// A reason, and how many it hits.
    struct Reason: Sendable {
        var count: String
        var text: String
        /// The list of whom it hits; `nil` for a remark about rows that are written.
        var address: String?
    }

    /// Somebody who is held back.
    struct Held: Sendable {
        var address: String?
        var name: String
        var reasons: String

        init(_ held: HeldBack, texts: Texts) {
            address = held.person.map { "/people/\($0)" }
            name = held.name
            reasons = held.reasons.map { [$0.column, texts.phrase($0.text)].compactMap { $0 }.joined(separator: ": ") }
                .joined(separator: " ")
        }
    }

    /// How fit the people are for the target.
    struct Fitness: Sendable {
        var title: String
        var share: String
        var heldBack: String?
        var gated: String?
        var gateReasons: [Reason]
        var reasons: [Reason]
        var held: [Held]
        var heldAddress: String
        /// Where the list of those held back is had as a file; `nil` where nobody is.
        var heldFile: String?
        var moreHeld: String?
        var remarks: [Reason]
        var losses: String?
        var withheld: String?
        var unchanged: String?
        var noLongerMeant: String?
        var overLimit: String?
        var advice: String?
        var canDownload: Bool
        var canWriteAll: Bool
    }

    let groups: [Group]
    let query: String
    let recipient: String
    let recipients: [String]
    let keptSearches: [[String: String]]
    let isUpdate: Bool
    let writesAll: Bool
    let isGated: Bool
    let rowsPerFile: String
    let profile: ProfileForm
    let fields: [[String: String]]
    let fitness: Fitness?
    let problem: String?
    let receipts: [ReceiptRow]
    let hasReceipts: Bool

    /// So many people who are held back are shown by name.
    public static let heldShown = 100

    /// Makes the page.
    ///
    /// - Parameters:
    ///   - wish: what is asked for.
    ///   - outcome: how it would go; `nil` where no format is chosen.
    ///   - held: the first of those who are held back.
    ///   - problem: why it can't go; a sentence.
    ///   - receipts: what was handed over before, the latest first.
    ///   - searches: the searches the owner keeps, to choose from.
    public init(
        _ wish: HandOverWish, outcome: HandOver.Outcome?, held: [HeldBack], problem: String? = nil, receipts: [HandOverReceipt],
        searches: [KeptSearches.View] = [], texts: Texts
    ) {
        groups = Self.kinds.map { key, formats in
            Group(
                title: texts(key),
                targets: formats.map {
                    Target(
                        value: $0.rawValue, name: texts.word("handOverTarget", $0.rawValue), hint: texts.word("handOverHint", $0.rawValue),
                        isChosen: $0 == wish.format)
                })
        }
        query = wish.query
        recipient = wish.recipient
        var seen: Set<String> = []
        recipients = receipts.map(\.content.recipient).filter { !$0.isEmpty && seen.insert($0).inserted }
        keptSearches = searches.map { ["name": $0.name, "query": $0.query] }
        isUpdate = wish.isUpdate
        writesAll = wish.writesAll
        isGated = wish.isGated
        rowsPerFile = wish.rowsPerFile.map { "\($0)" } ?? ""
        profile = ProfileForm(wish.profile, texts: texts)
        fields = wish.fields.map { ["name": $0.name, "value": $0.value] }
        let name = wish.format.map { texts.word("handOverTarget", $0.rawValue) } ?? ""
        fitness = outcome.map { outcome in
            let isFirst = !receipts.contains {
                $0.content.recipient == outcome.content.recipient && $0.content.format == outcome.content.format
            }
            return Self.fitness(outcome, of: wish, isFirst: isFirst, held: held, name: name, texts: texts)
        }
        self.problem = problem
        self.receipts = receipts.prefix(10).map { ReceiptRow($0, texts: texts) }
        hasReceipts = !receipts.isEmpty
    }

    /// The formats by what they are for.
    private static let kinds: [(String, [ExportFormat])] = [
        ("handOverForCRM", [.hubSpot, .salesforceContact, .salesforceLead, .pipedrive, .zoho, .dynamics, .interAction]),
        ("handOverForMailing", [.mailchimp, .constantContact]),
        ("handOverForBooks", [.vcard3, .vcard4, .googleCSV, .outlookCSV, .thunderbirdCSV, .vcard21, .ldif]),
        ("handOverForTables", [.excelCSV, .csv, .linkedInCSV]),
        ("handOverForPrograms", [.jsonl, .jsContact, .schemaOrg]),
    ]

    /// - Parameter isFirst: whether nothing went to the recipient in this format before.
    private static func fitness(
        _ outcome: HandOver.Outcome, of wish: HandOverWish, isFirst: Bool, held: [HeldBack], name: String, texts: Texts
    ) -> Fitness {
        let (report, tally) = (outcome.report, outcome.report.tally)
        func reason(_ objection: Objection, _ count: Int) -> Reason {
            Reason(
                count: texts.number(count), text: texts.phrase(objection.text),
                address: objection.isRefusal ? wish.heldBackAddress(because: .init(code: objection.code, column: objection.column)) : nil)
        }
        let losses = report.losses.filter { !$0.isCarried }.map { "\(texts.phrase($0.what)) (\(texts.number($0.count)))" }.joined(
            separator: ", ")
        let limit = report.format.sheet?.limits.rows
        // Those the gate holds back do not come as far as the tally.
        let meant = tally.people + (report.gate?.heldBack ?? 0)
        return Fitness(
            title: texts("handOverTakes", count: tally.written, ["product": name]),
            share: meant == 0 ? "0" : "\(Double(tally.written) / Double(meant))",
            heldBack: tally.heldBack > 0 ? texts("handOverHeldBack", count: tally.heldBack) : nil,
            gated: report.gate.flatMap { $0.heldBack > 0 ? texts("handOverGated", count: $0.heldBack) : nil },
            gateReasons: (report.gate?.reasons ?? []).prefix(20).map { reason($0.reason, $0.people) },
            reasons: tally.reasons.prefix(20).map { reason($0.objection, $0.rows) },
            held: held.map { Held($0, texts: texts) },
            heldAddress: wish.heldBackAddress(),
            heldFile: meant > tally.written ? wish.heldBackAddress(asFile: true) : nil,
            moreHeld: tally.heldBack > held.count ? texts("handOverMoreHeld", count: tally.heldBack - held.count) : nil,
            remarks: tally.remarks.prefix(20).map { reason($0.objection, $0.rows) },
            losses: losses.isEmpty ? nil : texts("handOverLosses", ["list": losses]),
            withheld: report.withheld > 0 ? texts("handOverWithheld", count: report.withheld) : nil,
            unchanged: !outcome.content.isUpdate
                ? nil
                : isFirst
                    ? texts("handOverFirst", ["recipient": outcome.content.recipient, "product": name])
                    : texts("handOverUnchanged", count: outcome.unchanged),
            noLongerMeant: outcome.noLongerMeant > 0 ? texts("handOverNoLonger", count: outcome.noLongerMeant) : nil,
            overLimit: report.isOverLimits
                ? texts("handOverOverLimit", ["product": name, "rows": limit.map { texts.number($0) } ?? "?"]) : nil,
            advice: report.format.isForProduct && tally.written > 0 ? report.format.sheet?.advice.map { texts.phrase($0) } : nil,
            canDownload: tally.written > 0,
            canWriteAll: tally.heldBack > 0)
    }
}

/// A receipt as a row of a table.
struct ReceiptRow: Sendable {
    let when: String
    let recipient: String?
    let format: String
    let filter: String?
    let isUpdate: Bool
    let written: String
    let heldBack: String
    let size: String
    let sha256: String
    let shortHash: String

    init(_ receipt: HandOverReceipt, texts: Texts) {
        when = texts.moment(receipt.madeAt)
        recipient = receipt.content.recipient.isEmpty ? nil : receipt.content.recipient
        format = texts.word("handOverTarget", receipt.content.format)
        filter = receipt.content.filter.isEmpty ? nil : receipt.content.filter
        isUpdate = receipt.content.isUpdate
        written = texts.number(receipt.content.written)
        heldBack = texts.number(receipt.content.heldBack)
        size = texts.size(receipt.content.byteCount)
        sha256 = receipt.content.sha256
        shortHash = String(sha256.prefix(12))
    }
}

/// All that was handed over: to whom, when, as what.
public struct ReceiptsPage: Page {
    /// The view that draws it.
    public static let view = "receipts"

    let receipts: [ReceiptRow]
    let hasReceipts: Bool
    let count: String

    /// Makes the page.
    ///
    /// - Parameter receipts: the receipts, the latest first.
    public init(_ receipts: [HandOverReceipt], texts: Texts) {
        self.receipts = receipts.prefix(1_000).map { ReceiptRow($0, texts: texts) }
        hasReceipts = !receipts.isEmpty
        count = texts("handOverReceiptCount", count: receipts.count)
    }
}
