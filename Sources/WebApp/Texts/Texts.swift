public import Mustache

extension String {
    /// The text with its first letter large, as keys of texts are put together: `company` gives `Company`.
    var withLargeInitial: String { prefix(1).uppercased() + dropFirst() }
}

/// Every sentence of the page in one language: `Texts/en.txt` and `Texts/de.txt`, one `key = text` a line.
///
/// A text may hold `{name}` for a value. A text that depends on a count has two lines, `key.one` and `key.other`, with `{count}`.
/// A view writes `{{texts.key}}`.
public struct Texts: Sendable, MustacheParent {
    /// The language.
    public let language: Language
    private let lines: [String: String]
    /// What other rooms say in English, in this language.
    let phrases: Phrases

    /// The texts of a language, read from what the program carries.
    public init(_ language: Language) {
        self.language = language
        lines = Self.pairs(Self.linesIn(language))
        phrases = Phrases(reading: Self.phrasesIn(language))
    }

    /// The file with the page's own texts.
    static func linesIn(_ language: Language) -> String {
        let bytes =
            switch language {
            case .english: PackageResources.en_txt
            case .german: PackageResources.de_txt
            }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The file with what other rooms say; empty for English, which they speak.
    static func phrasesIn(_ language: Language) -> String {
        switch language {
        case .english: ""
        case .german: String(decoding: PackageResources.phrases_de_txt, as: UTF8.self)
        }
    }

    /// What stands on the two sides of ` = `, line by line; of two lines for one key, which a test forbids, the second counts.
    static func pairs(_ text: String) -> [String: String] {
        Dictionary(entries(text), uniquingKeysWith: { $1 })
    }

    /// The lines of a file of texts, in order; those without ` = ` and remarks are none.
    static func entries(_ text: String) -> [(key: String, value: String)] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            guard !line.hasPrefix("#"), let sign = line.firstRange(of: " = ") else { return nil }
            return (String(line[..<sign.lowerBound]), String(line[sign.upperBound...]))
        }
    }

    /// The keys there are texts for.
    public var keys: Set<String> { Set(lines.keys) }

    /// Whether there is a text for a key.
    func has(_ key: String) -> Bool { lines[key] != nil }

    /// What another room says in English, in the page's language; as it is where nobody translated it (`Texts/phrases-de.txt`).
    public func phrase(_ english: String) -> String { phrases(english) { day($0) } ?? english }

    /// What a source is called in the page's language: one we named, such as “Address book (work)”, or the owner (“you”); a name somebody else
    /// gave is left as it is. `Texts/phrases-de.txt` has the names.
    public func source(_ name: String) -> String { name == "you" ? self("originYou") : phrases.name(ofSource: name) }

    /// The text of a key with its values put in; the key itself where there is none, which a test forbids.
    public func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        guard let line = lines[key] else { return key }
        return values.reduce(line) { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    /// A text that depends on a count, with the count in the language's digits: “1,204 people”, “1.204 Personen”.
    public func callAsFunction(_ key: String, count: Int, _ values: [String: String] = [:]) -> String {
        self(count == 1 ? "\(key).one" : "\(key).other", values.merging(["count": number(count)]) { $1 })
    }

    /// A whole number with the language's mark between thousands.
    public func number(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += language == .german ? "." : "," }
            text.append(digit)
        }
        return (value < 0 ? "−" : "") + text
    }

    /// What a view's `{{texts.key}}` finds.
    public func child(named name: String) -> Any? { self(name) }
}
