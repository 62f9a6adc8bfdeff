import ContactModel

/// A step of the log on who is who, out of which somebody can be taken: the owner's word on the others stays.
struct WordOnWhoIsWho {
    private let kind: Decision.Kind
    private let subject: UniqueID?
    /// The people it is about, each as the ids of its entries.
    private let people: [[UniqueID]]

    /// Takes a step apart; `nil` for one that says nothing of who is who.
    init?(_ step: Decision) {
        let people = step.people + step.peopleAside
        guard !people.isEmpty else { return nil }
        (kind, subject, self.people) = (step.kind, step.subject, people)
    }

    /// Whether it names one of them.
    func concerns(_ ids: Set<UniqueID>) -> Bool {
        subject.map { ids.contains($0) } ?? false || people.joined().contains { ids.contains($0) }
    }

    /// The subject and the payload without somebody; nothing is left where it says nothing of two any more.
    func without(_ ids: Set<UniqueID>) -> (subject: String, payload: String) {
        let rest = people.map { $0.filter { !ids.contains($0) } }.filter { !$0.isEmpty }
        // That entries are one is said within a group as well; that people are two, only between groups.
        let saysSomething = kind == .merge ? rest.joined().count > 1 : rest.count > 1
        guard saysSomething, let first = rest[0].first else { return ("", #"{"erased":true}"#) }
        let left = subject.flatMap { ids.contains($0) ? nil : $0 } ?? first
        let payload = JSONValue.object(["people": .array(rest.map { .array($0.map { .string($0.description) }) })])
        return (left.description, String(decoding: payload.serialized(), as: UTF8.self))
    }
}
