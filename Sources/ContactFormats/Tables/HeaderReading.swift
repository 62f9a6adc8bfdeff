import TextMatching

/// Reads one header cell: what a column of that name holds.
///
/// A header is a phrase that is known as a whole, or is put together of a thing, a place and a number ("Straße privat 2"). A word that is
/// not known leaves a weak thing (a name, a town) undecided; beside a strong one (an address, a number) it is the label: "Notfall-Telefon".
enum HeaderReading {
    /// What the header says.
    struct Meaning: Hashable {
        /// What the column holds.
        var role: ColumnRole
        /// The number in it, where there is one.
        var number: Int?
        /// Whether it is one of the words that mean an honorific or a post: "Title", "Titel", "Titre".
        var isTitle = false
    }

    /// What a header says; `nil` where it says nothing that is known.
    static func meaning(of header: String) -> Meaning? {
        if let meaning = meaning(ofWhole: header) { return meaning }
        // "Name (Original Name)": what is in brackets explains, and needs not be understood.
        guard header.last == ")", let bracket = header.firstIndex(of: "("), bracket > header.startIndex else { return nil }
        return meaning(ofWhole: String(header[..<bracket]))
    }

    private static func meaning(ofWhole header: String) -> Meaning? {
        var (words, spelled, number) = words(of: withoutRecord(header))
        guard !words.isEmpty, words.count <= 12 else { return nil }
        // "Phone 1 - Type" and "Phone 1 - Value" are a pair.
        if number != nil, words.count > 1, let last = words.last, last == "value" || last == "type" || last == "label" {
            words.removeLast()
            spelled.removeLast()
            guard let meaning = composed(words, spelled).map({ Meaning(role: $0, number: number) }) else { return nil }
            return last == "value" ? meaning : labelling(meaning)
        }
        let phrase = words.joined(separator: " ")
        // "LinkedIn" is a name, and no two words.
        let joined = words.joined()
        if HeaderWords.phrases[phrase] == nil, let thing = HeaderWords.phrases[joined] {
            return Meaning(role: role(thing, label: nil), number: number)
        }
        if titles.contains(phrase) { return Meaning(role: ColumnRole(.title), number: number, isTitle: true) }
        if let thing = HeaderWords.phrases[phrase] { return Meaning(role: role(thing, label: linkLabel(phrase)), number: number) }
        guard !words.contains(where: HeaderWords.exclusions.contains) else { return nil }
        return composed(words, spelled).map { Meaning(role: $0, number: number) }
    }

    /// A header without the kind of record CRM systems put before each of its columns ("Person - Name", "Contact - Email"), and without the
    /// part people have in an event ("Invitee First Name").
    private static func withoutRecord(_ header: String) -> String {
        if let dash = header.firstRange(of: " - "), !header[dash.upperBound...].isEmpty,
            ["person", "contact", "lead", "people"].contains(header[..<dash.lowerBound].lowercased())
        {
            return String(header[dash.upperBound...])
        }
        guard let blank = header.firstIndex(of: " "), guests.contains(header[..<blank].lowercased()) else { return header }
        return String(header[header.index(after: blank)...])
    }

    private static let guests: Set<String> = [
        "invitee", "attendee", "participant", "registrant", "applicant", "candidate", "subscriber", "delegate", "speaker",
    ]

    /// What labels what a column holds; `nil` where that has no label.
    private static func labelling(_ meaning: Meaning) -> Meaning? {
        let field: ColumnRole.Field? =
            switch meaning.role.field {
            case .email: .emailLabel
            case .phone: .phoneLabel
            case .url: .urlLabel
            case .address: .addressLabel
            default: nil
            }
        return field.map { Meaning(role: ColumnRole($0), number: meaning.number) }
    }

    /// Words that mean "Dr." in one file and "Director" in another.
    private static let titles: Set<String> = ["title", "titel", "titre", "titulo", "tittel", "titul", "titlu"]

    /// The folded words of a header, the same words in small letters that keep their accents, and the first number in it.
    static func words(of header: String) -> (words: [String], spelled: [String], number: Int?) {
        var words: [String] = []
        var spelled: [String] = []
        var number: Int?
        var word = String.UnicodeScalarView()
        var written = String.UnicodeScalarView()
        var isNumber = false
        func finish() {
            guard !word.isEmpty else { return }
            if isNumber {
                number = number ?? Int(String(word).prefix(4))
            } else {
                words.append(String(word))
                spelled.append(TextNormalization.nfc(String(written)).lowercased())
            }
            (word, written) = (String.UnicodeScalarView(), String.UnicodeScalarView())
        }
        for scalar in split(header).unicodeScalars {
            guard let base = LetterFolding.base(of: scalar) else {
                if !word.isEmpty { written.append(scalar) }
                continue
            }
            let isDigit = (0x30...0x39).contains(base.value)
            guard isDigit || isLetter(base) else {
                finish()
                continue
            }
            if isDigit != isNumber { finish() }
            isNumber = isDigit
            word.append(base)
            written.append(scalar)
        }
        finish()
        return (words, spelled, number)
    }

    /// The header with a blank where a small letter meets a capital: "FirstName", "emailAddress".
    private static func split(_ header: String) -> String {
        var text = String.UnicodeScalarView()
        var isAfterSmall = false
        for scalar in header.unicodeScalars.prefix(200) {
            let isCapital = (0x41...0x5A).contains(scalar.value)
            if isAfterSmall, isCapital { text.append(" ") }
            text.append(scalar)
            isAfterSmall = (0x61...0x7A).contains(scalar.value)
        }
        return String(text)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x61...0x7A: true
        case 0..<0xC0, 0x2000...0x206F, 0x3000...0x303F, 0xFE00...0xFE0F, 0xFEFF: false
        default: scalar.properties.isAlphabetic
        }
    }

    private static func composed(_ words: [String], _ spelled: [String]) -> ColumnRole? {
        var things: [(thing: HeaderWords.Thing, word: String)] = []
        var label: String?
        var unknown: [String] = []
        var index = 0
        while index < words.count {
            let (thing, length) = thing(in: words, at: index)
            let word = words[index]
            if let thing {
                things.append((thing, word))
            } else if let place = HeaderWords.places[word] {
                label = label ?? place
            } else if !HeaderWords.fillers.contains(word) {
                unknown.append(spelled[index])
            }
            index += length
        }
        // "Telefon Firma" is a phone at work, "Firma" a company.
        if things.count > 1, things.contains(where: isWorkplace) {
            things.removeAll(where: isWorkplace)
            label = label ?? "work"
        }
        guard let thing = strongest(things.map(\.thing)) else { return nil }
        guard unknown.isEmpty || isStrong(thing) && unknown.count <= 2 else { return nil }
        var role = role(thing, label: nil)
        if takesLabel(role.field) {
            if let own = role.label {
                role.label = label.map { $0 == own || own == "mobile" && $0 == "other" ? own : "\($0) \(own)" } ?? own
                if own == "mobile" { role.label = own }
            } else {
                role.label = label ?? (unknown.isEmpty ? nil : unknown.joined(separator: " "))
            }
        } else if label != nil, role.field != .company, role.field != .title, role.field != .department {
            // "Other name", "Private birthday": whatever that is.
            return nil
        }
        return role
    }

    private static func isWorkplace(_ thing: (thing: HeaderWords.Thing, word: String)) -> Bool {
        thing.thing == .field(.company) && HeaderWords.places[thing.word] != nil
    }

    /// The thing that begins at a word, of one to three words, and how many words it has.
    private static func thing(in words: [String], at index: Int) -> (HeaderWords.Thing?, Int) {
        for length in [3, 2, 1] where index + length <= words.count {
            if let thing = HeaderWords.things[words[index..<index + length].joined(separator: " ")] { return (thing, length) }
        }
        return (nil, 1)
    }

    /// Of several things in one header the one it is about: "Mobiltelefon" beside "Telefon", the town in "Adresse: Ort".
    private static func strongest(_ things: [HeaderWords.Thing]) -> HeaderWords.Thing? {
        let order: [HeaderWords.Thing] = [
            .mobile, .fax, .pager, .field(.email), .field(.phone), .field(.box), .field(.postcode), .field(.street), .field(.city),
            .field(.country), .field(.region), .field(.department), .field(.company), .field(.address),
        ]
        let distinct = Set(things)
        if distinct.isSuperset(of: [.field(.postcode), .field(.city)]) { return .field(.address) }
        if distinct.isSuperset(of: [.field(.email), .field(.phone)]) || distinct.isSuperset(of: [.field(.email), .mobile]) { return nil }
        return order.first(where: distinct.contains)
    }

    private static func isStrong(_ thing: HeaderWords.Thing) -> Bool {
        switch thing {
        case .mobile, .fax, .pager, .field(.email), .field(.phone): true
        default: false
        }
    }

    private static func takesLabel(_ field: ColumnRole.Field) -> Bool {
        switch field {
        case .email, .phone, .url, .address, .street, .box, .city, .region, .postcode, .country: true
        default: false
        }
    }

    private static func role(_ thing: HeaderWords.Thing, label: String?) -> ColumnRole {
        switch thing {
        case .field(let field): ColumnRole(field, label: label)
        case .mobile: ColumnRole(.phone, label: "mobile")
        case .fax: ColumnRole(.phone, label: "fax")
        case .pager: ColumnRole(.phone, label: "pager")
        }
    }

    private static func linkLabel(_ phrase: String) -> String? {
        switch phrase {
        case "personal web page", "personal website": "personal"
        case "business website": "work"
        case "blog": "blog"
        default: nil
        }
    }
}
