import ContactModel

/// What other rooms say in English, in another language: sentences, with places for the values in them.
///
/// A sentence is written `{name} has it. = {name} hat es.` A place on the right may say how its value is shown: `{all:number}` as a number,
/// `{on:day}` as a day, `{source:name}` as the name of a source, `{columns:quoted}` as words in quotation marks, `{why:phrase}` as a phrase of its own. A sentence whose value can't be shown
/// so is taken for another one.
struct Phrases: Sendable {
    private let whole: [String: String]
    /// Those with places, the ones with the most words of their own first.
    private let patterns: [Pattern]

    /// What is longer is no sentence of ours, in bytes: a search somebody typed, which would be tried at every place.
    private static let longest = 4_000

    /// What takes more tries is none either: a text somebody made of our words, which fits nearly everywhere and never to its end.
    private static let mostTries = 1_000

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
        var tries = Self.mostTries
        return say(english, isPart: false, &tries, day)
    }

    /// What a source is called in the other language: one we named, with what tells several apart (“Address book (work)”); the name as it is
    /// where somebody else gave it.
    func name(ofSource name: String) -> String {
        if let other = whole[name] { return other }
        guard let mark = name.firstRange(of: " ("), name.hasSuffix(")"), let other = whole[String(name[..<mark.lowerBound])] else {
            return name
        }
        return other + name[mark.lowerBound...]
    }

    /// - Parameters:
    ///   - isPart: whether it is a value of a sentence; no sentence of ours has one that holds phrases again.
    ///   - tries: how often a value may still be taken to end somewhere.
    private func say(_ english: String, isPart: Bool, _ tries: inout Int, _ day: (CalendarDate) -> String) -> String? {
        if let other = whole[english] { return other }
        guard english.utf8.count <= Self.longest else { return nil }
        let bytes = Array(english.utf8)
        for pattern in patterns where pattern.mayFit(bytes) {
            let other = pattern.fill(with: english, &tries) { value, form, tries in
                show(value, as: form, isPart: isPart, &tries, day)
            }
            if let other { return other }
        }
        return nil
    }

    private func show(
        _ value: Substring, as form: Pattern.Form, isPart: Bool, _ tries: inout Int, _ day: (CalendarDate) -> String
    ) -> String? {
        switch form {
        case .plain: String(value)
        case .quoted: String(value).replacing("“", with: "„").replacing("”", with: "“")
        case .number: value.allSatisfy { $0.isASCII && $0.isNumber } ? String(value) : nil
        case .day: CalendarDate(iso: value).map(day)
        case .name: name(ofSource: String(value))
        case .phrase: isPart ? nil : say(String(value), isPart: true, &tries, day)
        }
    }

    /// A sentence with places.
    private struct Pattern: Sendable {
        enum Form: String, Sendable {
            case plain, number, day, name, phrase, quoted
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

        /// Whether a text begins and ends as the sentence does: all that is asked of nearly all of them.
        func mayFit(_ text: [UInt8]) -> Bool {
            let (start, end) = (words[0].utf8, words[words.count - 1].utf8)
            return text.count >= start.count + end.count && text.starts(with: start) && text.suffix(end.count).elementsEqual(end)
        }

        /// The sentence in the other language with a text's values; `nil` where the text is another sentence.
        func fill(with text: String, _ tries: inout Int, shown: (Substring, Form, inout Int) -> String?) -> String? {
            fit(text.dropFirst(words[0].count), place: 0, [:], &tries, shown)
        }

        /// Tries each place the next words stand at: a value may hold them too.
        private func fit(
            _ rest: Substring, place: Int, _ values: [Substring: Substring], _ tries: inout Int,
            _ shown: (Substring, Form, inout Int) -> String?
        ) -> String? {
            let next = words[place + 1]
            if place == names.count - 1 {
                guard rest.hasSuffix(next) else { return nil }
                return said(values.merging([names[place]: rest.dropLast(next.count)]) { $1 }, &tries, shown)
            }
            var start = rest.startIndex
            while tries > 0, let range = rest[start...].firstRange(of: next) {
                tries -= 1
                let values = values.merging([names[place]: rest[..<range.lowerBound]]) { $1 }
                if let found = fit(rest[range.upperBound...], place: place + 1, values, &tries, shown) { return found }
                start = rest.index(after: range.lowerBound)
            }
            return nil
        }

        private func said(
            _ values: [Substring: Substring], _ tries: inout Int, _ shown: (Substring, Form, inout Int) -> String?
        ) -> String? {
            guard values.values.allSatisfy({ !$0.isEmpty }) else { return nil }
            var text = ""
            for part in other {
                guard let held = values[part.name], let value = shown(held, part.form, &tries) else { return nil }
                text += part.words
                text += value
            }
            return text + String(end)
        }
    }
}
