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
    /// Keys that stand twice, so that the second text hides the first; a test forbids them.
    let doubledKeys: [String]

    /// The texts of a language, read from what the program carries.
    public init(_ language: Language) {
        let bytes =
            switch language {
            case .english: PackageResources.en_txt
            case .german: PackageResources.de_txt
            }
        self.init(language, reading: String(decoding: bytes, as: UTF8.self))
    }

    init(_ language: Language, reading text: String) {
        self.language = language
        var lines: [String: String] = [:]
        var doubledKeys: [String] = []
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            guard let sign = line.firstRange(of: " = ") else { continue }
            let key = String(line[..<sign.lowerBound])
            if lines.updateValue(String(line[sign.upperBound...]), forKey: key) != nil { doubledKeys.append(key) }
        }
        self.lines = lines
        self.doubledKeys = doubledKeys
    }

    /// The keys there are texts for.
    public var keys: Set<String> { Set(lines.keys) }

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
