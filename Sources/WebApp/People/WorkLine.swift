import ContactModel

/// What somebody does and where, on one line, each in its own direction: a Hebrew title turns nothing round but itself.
struct WorkLine: Sendable {
    /// A part of it.
    struct Part: Sendable {
        var text: String
        /// Whether another stands before it.
        var isFurther: Bool
    }

    var parts: [Part]

    init(title: String?, company: String?) {
        parts = [title, company].compactMap { $0 }.enumerated().map { Part(text: $1, isFurther: $0 > 0) }
    }

    /// What is known of somebody's work; no parts where nothing is.
    init(_ person: Person) { self.init(title: person.titles.first?.value, company: person.companies.first?.value) }

    /// Whether anything is known.
    var isKnown: Bool { !parts.isEmpty }
}
