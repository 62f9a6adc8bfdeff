import ContactModel
public import Vault

/// A backup on its way back: what is asked, how far it is, what was done.
public struct RestorePage: Page {
    /// The view that draws it.
    public static let view = "restore"

    /// Where the backup is.
    public enum Stage: Sendable {
        /// It waits for its passphrase or key; what was wrong with the last one.
        case locked(String?)
        /// It is being checked or put in its place.
        case working(isPlacing: Bool, checked: Int)
        /// It is sound and waits for a word on its place; what was in the way the last time.
        case checked(VerificationReport, hasPassword: Bool, hindrance: String?)
        /// It is in its place.
        case done(VerificationReport, path: String, isHere: Bool, keptAs: String?)
        /// It can't be brought back.
        case failed(String)
    }

    /// What the page is called.
    public let title: String
    let name: String
    let address: String
    private(set) var isLocked = false
    private(set) var problem: String?
    private(set) var progress: String?
    /// What a checked backup holds.
    private(set) var holds: String?
    private(set) var asksPassword = false
    /// What was done, in words.
    private(set) var done: String?
    private(set) var isHere = false
    private(set) var path = ""
    private(set) var keptAs: String?

    /// Makes the page.
    ///
    /// - Parameters:
    ///   - name: the file as the owner knows it.
    ///   - address: of this page.
    public init(_ stage: Stage, name: String, address: String, texts: Texts) {
        (self.name, self.address) = (name, address)
        switch stage {
        case .locked(let sentence):
            (title, isLocked, problem) = (texts("restoreLocked"), true, sentence.map { texts.phrase($0) })
        case .working(let isPlacing, let checked):
            title = texts(isPlacing ? "restorePlacing" : "restoreChecking")
            progress = Self.progress(isPlacing: isPlacing, checked: checked, texts: texts)
        case .checked(let report, let hasPassword, let hindrance):
            (title, holds, asksPassword) = (texts("restoreChecked"), Self.holds(report, texts: texts), hasPassword)
            problem = hindrance.map { texts.phrase($0) }
        case .done(let report, let place, let replaced, let aside):
            title = texts(replaced ? "restoreDone" : "restoreDoneBeside")
            (done, isHere, path, keptAs) = (Self.holds(report, texts: texts), replaced, place, aside)
        case .failed(let sentence): (title, problem) = (texts("restoreFailed"), texts.phrase(sentence))
        }
    }

    /// How far it is, in words.
    public static func progress(isPlacing: Bool, checked: Int, texts: Texts) -> String {
        isPlacing ? texts("restorePlacingText") : texts("settingsChecked", count: checked)
    }

    private static func holds(_ report: VerificationReport, texts: Texts) -> String {
        texts(
            "restoreHolds", count: report.people,
            [
                "records": texts.number(report.records), "originals": texts.number(report.originals),
                "steps": texts.number(report.decisions), "unlisted": texts.unlisted(report),
            ])
    }
}

/// A vault that was set aside when a backup took its place.
public struct VaultAside: Sendable {
    let name: String
    let since: String
    let size: String

    /// Makes one of its file's name, of when it was set aside (`20261126T114720120Z`), and of its size.
    public init(name: String, stamp: String, bytes: Int64, texts: Texts) {
        self.name = name
        let digits = stamp.prefix { $0.isNumber }
        let day = CalendarDate(iso: "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.dropFirst(6))")
        since = day.map { texts.day($0) } ?? name
        size = texts.size(bytes)
    }
}
