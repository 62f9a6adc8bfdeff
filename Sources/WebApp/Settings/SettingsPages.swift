public import ContactModel
public import Vault

/// What one can choose, and what this is.
public struct SettingsPage: Page {
    /// The view that draws it.
    public static let view = "settings"

    /// A language to choose.
    struct Choice: Sendable {
        var value: String
        var name: String
        var isChosen: Bool
    }

    let languages: [Choice]
    let version: String
    let vault: String
    let people: String
    let size: String

    /// Makes the page.
    ///
    /// - Parameters:
    ///   - chosen: the language somebody chose; `nil` where the browser's wish decides.
    ///   - version: of the program.
    ///   - vault: where the vault is.
    ///   - people: how many people are in it.
    ///   - bytes: how large its file is.
    public init(chosen: Language?, version: String, vault: String, people: Int, bytes: Int64, texts: Texts) {
        languages =
            [Choice(value: "auto", name: texts("settingsLanguageAuto"), isChosen: chosen == nil)]
            + [
                Choice(value: "en", name: "English", isChosen: chosen == .english),
                Choice(value: "de", name: "Deutsch", isChosen: chosen == .german),
            ]
        self.version = version
        self.vault = vault
        self.people = texts("peopleCount", count: people)
        size = texts.size(bytes)
    }
}

/// Copies that can be trusted, the whole in files any program reads, a check of everything, and forgetting somebody.
public struct SafeKeepingPage: Page {
    /// The view that draws it.
    public static let view = "safe-keeping"

    /// What a check found.
    struct Check: Sendable {
        var text: String
        var isSound: Bool
        var findings: [String]
    }

    let check: Check?
    let progress: String?
    /// The vaults that were set aside when a backup took their place.
    let aside: [VaultAside]
    let hasAside: Bool

    /// Makes the page.
    ///
    /// - Parameters:
    ///   - report: what the last check found.
    ///   - checked: how many records and people a check under way has seen; `nil` where none is.
    ///   - failure: why a check could not be made.
    ///   - aside: the vaults that were set aside, the last one first.
    public init(report: VerificationReport?, checked: Int?, failure: String?, aside: [VaultAside] = [], texts: Texts) {
        (self.aside, hasAside) = (aside, !aside.isEmpty)
        progress = checked.map { texts("settingsChecked", count: $0) }
        if let failure {
            check = Check(text: texts.phrase(failure), isSound: false, findings: [])
        } else {
            check = report.map { report in
                let values = [
                    "records": texts.number(report.records), "originals": texts.number(report.originals),
                    "steps": texts.number(report.decisions), "unlisted": texts.unlisted(report),
                ]
                return Check(
                    text: report.isSound
                        ? texts("settingsSound", count: report.people, values)
                        : texts("settingsDamaged", count: report.findingCount, values),
                    isSound: report.isSound, findings: report.findings.prefix(50).map { texts.phrase($0.message) })
            }
        }
    }
}

extension Texts {
    /// How many of the people a check saw the list does not show, as the rest of the sentence; empty where it shows all.
    func unlisted(_ report: VerificationReport) -> String {
        report.unlisted == 0 ? "" : self("settingsUnlisted", count: report.unlisted)
    }
}

/// Asks once more before somebody is erased; who is meant first, where a name fits several.
public struct ErasePage: Page {
    /// The view that draws it.
    public static let view = "erase"

    /// Somebody who may be meant.
    struct Candidate: Sendable {
        var id: String
        var name: String
        var work: WorkLine
    }

    /// The one who is meant; `nil` where that is to be chosen.
    let person: Candidate?
    let wanted: String
    let question: String
    let candidates: [Candidate]

    /// Makes the page.
    ///
    /// - Parameters:
    ///   - found: who may be meant.
    ///   - wanted: what was typed.
    public init(_ found: [Person], wanted: String, texts: Texts) {
        let candidates = found.map { person in
            Candidate(
                id: person.id.description, name: person.displayName.isEmpty ? texts("personNameless") : person.displayName,
                work: WorkLine(person))
        }
        person = found.count == 1 ? candidates.first : nil
        self.wanted = wanted
        question = texts(found.isEmpty ? "settingsEraseNobody" : "settingsEraseWhich", ["text": wanted])
        self.candidates = person == nil ? candidates : []
    }
}
