import Actions
import ContactModel
import Vault

/// How many people an import is about, a number for each thing it does.
struct ImportFigures: Sendable {
    /// A number and what it counts.
    struct Figure: Sendable {
        var value: String
        var name: String
        var isNone: Bool
        /// The list of those it counts; `nil` where it counts nobody, or they are not in yet.
        var address: String?
    }

    let figures: [Figure]

    /// Makes the numbers.
    ///
    /// - Parameters:
    ///   - isOfAll: whether they are of all lists together.
    ///   - isIn: whether they came in, so that there is a list of those each counts.
    init(_ summary: ImportSummary, isOfAll: Bool = false, isIn: Bool, texts: Texts) {
        figures = ImportEffect.allCases.map { effect in
            let count = summary.count(effect)
            let key = "import" + effect.rawValue.withLargeInitial
            return Figure(
                value: texts.number(count), name: texts(isOfAll && effect == .gone ? key + "All" : key), isNone: count == 0,
                address: isIn && count > 0 ? PeoplePage.path(summary.reference.search(effect)) : nil)
        }
    }

    /// The numbers of all lists together; `nil` where nothing came in, or one list says them already.
    init?(ofAll whole: ImportSummary?, beside lists: [ImportSummary], isIn: Bool, texts: Texts) {
        guard let whole, lists.count != 1 || lists[0].counts != whole.counts else { return nil }
        self.init(whole, isOfAll: true, isIn: isIn, texts: texts)
    }
}

/// Whom an import changes and whom it misses, the first of each, so that somebody sees who is meant.
struct ImportNews: Sendable {
    /// Those of whom something else is said, or those who are gone.
    struct Group: Sendable {
        var title: String
        var people: [Somebody]
        /// How many are not named; `nil` for none.
        var more: String?
        /// The list of all of them; `nil` where they are not in yet.
        var address: String?
    }

    /// Somebody who is named.
    struct Somebody: Sendable {
        var address: String?
        var monogram: String
        var name: String
        var changes: [Change]
        /// What the person does, or that it is something else that changed; `nil` where changes are told.
        var words: String?
    }

    /// What changed.
    struct Change: Sendable {
        var kind: String
        var from: String?
        var to: String
    }

    let groups: [Group]

    init(_ summary: ImportSummary, isIn: Bool, texts: Texts) {
        func group(_ effect: ImportEffect, _ named: [ImportSummary.Named], _ title: String, _ words: (ImportSummary.Named) -> String)
            -> Group?
        {
            guard !named.isEmpty else { return nil }
            let others = summary.count(effect) - named.count
            return Group(
                title: texts(title),
                people: named.map { person in
                    let changes = person.changes.map { change in
                        let said = ChangeWords(change)
                        return Change(kind: ChangeWords.kind(of: change, texts: texts), from: said.from, to: said.to)
                    }
                    return Somebody(
                        address: isIn ? "/people/\(person.id)" : nil, monogram: Monogram(name: person.name).letters,
                        name: person.name.isEmpty ? texts("personNameless") : person.name, changes: changes,
                        words: changes.isEmpty ? words(person) : nil)
                },
                more: others > 0 ? texts("importMorePeople", count: others) : nil,
                address: isIn && others > 0 ? PeoplePage.path(summary.reference.search(effect)) : nil)
        }
        groups = [
            group(.changed, summary.changed, isIn ? "importWhoChanged" : "importWhoChanges") { _ in texts("importChangedElse") },
            group(.gone, summary.gone, "importWhoIsGone") { $0.work.joined(separator: " · ") },
        ].compactMap { $0 }
    }
}
