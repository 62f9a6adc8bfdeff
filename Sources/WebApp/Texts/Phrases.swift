import ContactModel

/// What other rooms say in English, in another language: sentences, with places for the values in them.
///
/// A sentence is written `{name} has it. = {name} hat es.` A place on the right may say how its value is shown: `{all:number}` as a number,
/// `{on:day}` as a day, `{why:phrase}` as a phrase of its own. A sentence whose value can't be shown so is taken for another one.
struct Phrases: Sendable {
    private let whole: [String: String]
    /// Those with places, the ones with the most words of their own first.
    private let patterns: [Pattern]

    /// What is longer is no sentence of ours: a search somebody typed, which would be tried at every place.
    private static let longest = 4_000

    /// Reads them, one `English = other` a line; `#` begins a remark.
    init(reading text: String) {
        var (whole, patterns): ([String: String], [Pattern]) = ([:], [])
        for (english, other) in Texts.pairs(text) {
            if let pattern = Pattern(english, other) { patterns.append(pattern) } else { whole[english] = other }
        }
        self.whole = whole
        self.patterns = patterns.sorted { ($1.weight, $0.english) < ($0.weight, $1.english) }
    }

    /// The English sentences there are, places and all.
    var english: Set<String> { Set(whole.keys).union(patterns.map(\.english)) }

    /// What is said in English, in the other language; `nil` where nobody translated it.
    func callAsFunction(_ english: String, day: (CalendarDate) -> String) -> String? {
        if let other = whole[english] { return other }
        guard english.utf8.count <= Self.longest else { return nil }
        for pattern in patterns where pattern.mayFit(english) {
            if let other = pattern.fill(with: english, shown: { show($0, as: $1, day) }) { return other }
        }
        return nil
    }

    private func show(_ value: Substring, as form: Pattern.Form, _ day: (CalendarDate) -> String) -> String? {
        switch form {
        case .plain: String(value)
        case .number: value.allSatisfy { $0.isASCII && $0.isNumber } ? String(value) : nil
        case .day: CalendarDate(iso: value).map(day)
        case .phrase: self(String(value), day: day)
        }
    }

    /// A sentence with places.
    private struct Pattern: Sendable {
        enum Form: String, Sendable {
            case plain, number, day, phrase
        }

        let english: String
        /// The words between the places: one more than there are places.
        let words: [Substring]
        let names: [Substring]
        /// How many letters are no value.
        let weight: Int
        private let other: [(words: Substring, name: Substring, form: Form)]
        private let end: Substring

        /// Reads one; `nil` for a sentence without places.
        init?(_ english: String, _ other: String) {
            let (words, names) = Self.parts(of: english)
            guard !names.isEmpty else { return nil }
            self.english = english
            self.words = words
            self.names = names
            weight = words.reduce(0) { $0 + $1.count }
            let (otherWords, places) = Self.parts(of: other)
            self.other = zip(otherWords, places).map { words, place in
                let parts = place.split(separator: ":")
                let form = parts.count < 2 ? .plain : Form(rawValue: String(parts[1])) ?? .plain
                return (words, parts.first ?? "", form)
            }
            end = otherWords.last ?? ""
        }

        private static func parts(of text: String) -> (words: [Substring], names: [Substring]) {
            var (words, names, rest): ([Substring], [Substring], Substring) = ([], [], text[...])
            while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
                words.append(rest[..<open])
                names.append(rest[rest.index(after: open)..<close])
                rest = rest[rest.index(after: close)...]
            }
            return (words + [rest], names)
        }

        func mayFit(_ text: String) -> Bool { text.hasPrefix(words[0]) && text.hasSuffix(words[words.count - 1]) }

        /// The sentence in the other language with a text's values; `nil` where the text is another sentence.
        func fill(with text: String, shown: (Substring, Form) -> String?) -> String? {
            guard text.utf8.count >= words[0].utf8.count + words[words.count - 1].utf8.count else { return nil }
            return fit(text.dropFirst(words[0].count), place: 0, [:], shown)
        }

        /// Tries each place the next words stand at: a value may hold them too.
        private func fit(
            _ rest: Substring, place: Int, _ values: [Substring: Substring], _ shown: (Substring, Form) -> String?
        ) -> String? {
            let next = words[place + 1]
            if place == names.count - 1 {
                guard rest.hasSuffix(next) else { return nil }
                return said(values.merging([names[place]: rest.dropLast(next.count)]) { $1 }, shown)
            }
            var start = rest.startIndex
            while let range = rest[start...].firstRange(of: next) {
                let values = values.merging([names[place]: rest[..<range.lowerBound]]) { $1 }
                if let found = fit(rest[range.upperBound...], place: place + 1, values, shown) { return found }
                start = rest.index(after: range.lowerBound)
            }
            return nil
        }

        private func said(_ values: [Substring: Substring], _ shown: (Substring, Form) -> String?) -> String? {
            guard values.values.allSatisfy({ !$0.isEmpty }) else { return nil }
            var text = ""
            for part in other {
                guard let value = values[part.name].flatMap({ shown($0, part.form) }) else { return nil }
                text += part.words
                text += value
            }
            return text + String(end)
        }
    }
}
