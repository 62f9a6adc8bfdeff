/// Which column of a connections file holds what; found by the header's words, in any order.
struct LinkedInConnectionColumns: Sendable {
    /// A column with the label its values get.
    struct Labelled: Sendable {
        var column: Int
        var label: String?
    }

    /// The columns of one postal address.
    struct Address: Sendable {
        var label: String?
        var streets: [Int] = []
        var box: Int?
        var city: Int?
        var region: Int?
        var postcode: Int?
        var country: Int?

        var columns: [Int] { streets + [box, city, region, postcode, country].compactMap { $0 } }
    }

    /// The layouts, as far as the header tells them.
    enum Layout: Sendable {
        /// 59 columns in the manner of Outlook.
        case outlook
        /// The columns of Yahoo's address book.
        case yahoo
        /// What is called `Connections.csv`, from 2016 until now.
        case connections
    }

    private(set) var layout = Layout.connections
    private let header: [String]
    private(set) var count = 0
    private(set) var first: Int?
    private(set) var last: Int?
    private(set) var full: Int?
    private(set) var prefix: Int?
    private(set) var middle: Int?
    private(set) var suffix: Int?
    private(set) var nickname: Int?
    private(set) var url: Int?
    private(set) var email: Int?
    private(set) var company: Int?
    private(set) var department: Int?
    private(set) var position: Int?
    private(set) var connectedOn: Int?
    private(set) var tags: Int?
    private(set) var birthday: Int?
    private(set) var notes: Int?
    private(set) var furtherEmails: [Int] = []
    private(set) var phones: [Labelled] = []
    private(set) var pages: [Labelled] = []
    private(set) var addresses: [Address] = []
    /// Whether there is any column beyond those of `Connections.csv`.
    private(set) var hasAddressBookColumns = false
    /// The columns no field is made for, with their headers as written.
    private(set) var others: [(column: Int, header: String)] = []

    /// Maps a header; the first of several columns with one meaning counts, the others are kept as unknown ones.
    init(header: [String]) {
        count = header.count
        self.header = header
        let folded = header.map(LetterFolding.header)
        let words = Set(folded)
        let hasJobTitle = !words.isDisjoint(with: Self.names[.position] ?? [])
        layout = Self.isYahoo(words) ? .yahoo : words.contains("email2address") || words.contains("radiophone") ? .outlook : .connections
        for (column, word) in folded.enumerated() where !take(word, at: column, hasJobTitle: hasJobTitle) {
            others.append((column, self.header(column)))
        }
        let single = [prefix, middle, suffix, nickname, department, birthday, notes]
        hasAddressBookColumns =
            single.contains { $0 != nil } || !(furtherEmails.isEmpty && phones.isEmpty && pages.isEmpty && addresses.isEmpty)
    }

    /// The header of a column as written; its number where it has none.
    func header(_ column: Int) -> String {
        let text = header.indices.contains(column) ? header[column] : ""
        return text.unicodeScalars.allSatisfy(\.properties.isWhitespace) ? "column \(column + 1)" : text
    }

    /// The headers of columns no field is made for, as written.
    var unknownHeaders: [String] {
        others.compactMap { header[$0.column].unicodeScalars.allSatisfy(\.properties.isWhitespace) ? nil : $0.header }
    }

    /// Whether some column says who a row is about.
    var namesAnybody: Bool { first != nil || last != nil || full != nil || url != nil || email != nil }

    /// The fields of a card there are columns for.
    var fields: Set<CardField> {
        var fields: Set<CardField> = []
        if first != nil || last != nil || full != nil { fields.insert(.name) }
        if email != nil || !furtherEmails.isEmpty { fields.insert(.email) }
        if !phones.isEmpty { fields.insert(.phone) }
        if company != nil { fields.insert(.company) }
        if position != nil { fields.insert(.title) }
        if url != nil || !pages.isEmpty { fields.insert(.link) }
        if connectedOn != nil { fields.insert(.connectedOn) }
        if tags != nil { fields.insert(.tags) }
        if notes != nil { fields.insert(.notes) }
        if birthday != nil { fields.insert(.birthday) }
        if !addresses.isEmpty { fields.insert(.address) }
        return fields
    }

    /// Whether a row is the header of a connections file: both halves of a name with something to go with them, or the day of connecting
    /// among other known columns. Cells are compared whole.
    ///
    /// Address books of other programs have names and companies too; what only they have tells them apart.
    static func isHeader(_ cells: [String]) -> Bool {
        let folded = Set(cells.map(LetterFolding.header))
        if isYahoo(folded) { return true }
        func has(_ meaning: Meaning) -> Bool { !folded.isDisjoint(with: names[meaning] ?? []) }
        let details = [Meaning.email, .company, .position, .url].count(where: has)
        if has(.connectedOn) { return details + [Meaning.first, .last].count(where: has) >= 2 }
        guard has(.first), has(.last), details > 0, folded.isDisjoint(with: foreign) else { return false }
        // Names with a company are in every sheet people keep: without LinkedIn's dates or profiles only its own words tell the list.
        return has(.url) || folded.contains("radiophone") || folded.isSubset(of: own)
    }

    /// What LinkedIn calls the columns of `Connections.csv`.
    private static let own: Set<String> = [
        "firstname", "lastname", "url", "emailaddress", "company", "position", "connectedon", "tags",
    ]

    private static func isYahoo(_ words: Set<String>) -> Bool {
        words.isSuperset(of: ["first", "last", "email"])
    }

    private mutating func take(_ word: String, at column: Int, hasJobTitle: Bool) -> Bool {
        func set(_ place: inout Int?) -> Bool {
            guard place == nil else { return false }
            place = column
            return true
        }
        if word == "title" { return hasJobTitle ? set(&prefix) : set(&position) }
        if layout == .yahoo, let known = takeYahoo(word, at: column) { return known }
        if layout != .connections, let known = takeAddressBook(word, at: column) { return known }
        switch Self.meanings[word] ?? Self.renamed[word] {
        case .first: return set(&first)
        case .last: return set(&last)
        case .full: return set(&full)
        case .url: return set(&url)
        case .email: return set(&email)
        case .company: return set(&company)
        case .position: return set(&position)
        case .connectedOn: return set(&connectedOn)
        case .tags: return set(&tags)
        case nil: return takeAddressBook(word, at: column) ?? false
        }
    }

    /// Takes a column of the Outlook layout; `nil` where it is none.
    private mutating func takeAddressBook(_ word: String, at column: Int) -> Bool? {
        switch word {
        case "middlename": middle = middle ?? column
        case "suffix": suffix = suffix ?? column
        case "nickname": nickname = nickname ?? column
        case "email2address", "email3address", "alternateemail1", "alternateemail2": furtherEmails.append(column)
        case "department": department = department ?? column
        case "birthday": birthday = birthday ?? column
        case "notes", "comments": notes = notes ?? column
        case "webpage": pages.append(Labelled(column: column, label: nil))
        case "personalwebpage", "personalwebsite": pages.append(Labelled(column: column, label: "personal"))
        case "businesswebsite": pages.append(Labelled(column: column, label: "work"))
        default:
            if let label = Self.phoneLabels[word] {
                phones.append(Labelled(column: column, label: label))
                return true
            }
            return takeAddressPart(word, at: column) ? true : nil
        }
        return true
    }

    private mutating func takeYahoo(_ word: String, at column: Int) -> Bool? {
        switch word {
        case "first": first = first ?? column
        case "middle": middle = middle ?? column
        case "last": last = last ?? column
        case "email": email = email ?? column
        case "home", "work", "pager", "fax", "mobile", "other", "primary", "yahoophone":
            let label = word == "yahoophone" ? "Yahoo" : word
            phones.append(Labelled(column: column, label: label))
        case "category": tags = tags ?? column
        default: return nil
        }
        return true
    }

    private mutating func takeAddressPart(_ word: String, at column: Int) -> Bool {
        for (start, label) in [("business", "work"), ("work", "work"), ("home", "home"), ("other", "other")] where word.hasPrefix(start) {
            let part = word.dropFirst(start.count)
            let place = addresses.firstIndex { $0.label == label }
            var address = place.map { addresses[$0] } ?? Address(label: label)
            switch part {
            case "street", "street2", "street3", "address": address.streets.append(column)
            case "addresspobox": address.box = address.box ?? column
            case "city", "town": address.city = address.city ?? column
            case "state", "county": address.region = address.region ?? column
            case "postalcode", "zip", "postcode": address.postcode = address.postcode ?? column
            case "country", "countryregion": address.country = address.country ?? column
            default: continue
            }
            if let place { addresses[place] = address } else { addresses.append(address) }
            return true
        }
        return false
    }
}

extension LinkedInConnectionColumns {
    /// The meanings a column of `Connections.csv` can have.
    private enum Meaning: CaseIterable {
        case first, last, full, url, email, company, position, connectedOn, tags
    }

    private static let meanings: [String: Meaning] = {
        var meanings: [String: Meaning] = [:]
        for (meaning, words) in names {
            for word in words { meanings[word] = meaning }
        }
        return meanings
    }()

    // English is measured. German and French are reported from invented files only, the rest is a courtesy that costs little: no file
    // with headers of another language is known to come from LinkedIn.
    private static let names: [Meaning: Set<String>] = [
        .first: [
            "firstname", "givenname", "vorname", "prenom", "nombre", "nombredepila", "nome", "primeironome", "voornaam", "fornamn",
            "fornavn",
            "imie",
        ],
        .last: [
            "lastname", "familyname", "surname", "nachname", "familienname", "nom", "nomdefamille", "apellido", "apellidos", "cognome",
            "sobrenome", "ultimonome", "apelido", "achternaam", "efternamn", "efternavn", "etternavn", "nazwisko",
        ],
        .full: ["fullname", "name", "vollstandigername", "nomcomplet", "nombrecompleto", "nomecompleto", "volledigenaam"],
        .url: [
            "url", "profileurl", "linkedinurl", "linkedinprofile", "publicprofileurl", "profilurl", "profillink", "urlduprofil",
            "lienduprofil",
            "urldelperfil", "urldelprofilo", "urldoperfil", "profielurl",
        ],
        .email: [
            "emailaddress", "email", "emails", "mail", "emailadresse", "mailadresse", "adresseemail", "adressemail", "adressedemessagerie",
            "courriel", "direcciondecorreoelectronico", "correoelectronico", "direcciondeemail", "indirizzoemail",
            "indirizzodipostaelettronica",
            "enderecodeemail", "enderecoemail", "emailadres", "epostadress", "epost", "adresemail",
        ],
        .company: [
            "company", "companyname", "organization", "organisation", "unternehmen", "firma", "entreprise", "societe", "empresa",
            "compania",
            "azienda", "societa", "bedrijf", "organisatie", "foretag", "virksomhed",
        ],
        .position: [
            "position", "jobtitle", "jobposition", "poste", "fonction", "intituledeposte", "puesto", "cargo", "posicion", "posizione",
            "qualifica", "ruolo", "posicao", "functie", "functietitel", "stanowisko", "stilling",
        ],
        .connectedOn: [
            "connectedon", "connecteddate", "connectiondate", "dateconnected", "verbundenam", "vernetztam", "kontaktseit", "vernetztseit",
            "datedeconnexion", "connectele", "enrelationdepuis", "fechadeconexion", "conectadoel", "conectadodesde", "datadicollegamento",
            "collegatoil", "collegatodal", "datadeconexao", "dataconexao", "conectadoem", "conectadodesde", "verbondenop", "connectiedatum",
            "polaczonood", "datapolaczenia",
        ],
        .tags: ["tags", "schlagworter", "etiquetas", "etiquettes", "etichette"],
    ]

    /// What owners call a column of LinkedIn's list in a copy of theirs. Other tables have the like, so no list is told by them.
    private static let renamed: [String: Meaning] = [
        "profilelink": .url, "linktoprofile": .url, "profile": .url, "linkedin": .url, "link": .url,
        "employer": .company, "currentcompany": .company, "currentemployer": .company, "arbeitgeber": .company, "employeur": .company,
        "role": .position, "jobrole": .position, "currentposition": .position, "currenttitle": .position, "job": .position,
        "rolle": .position,
    ]

    /// Columns that only address books of other programs have: Microsoft's Outlook, Google, Thunderbird, CRM systems.
    private static let foreign: Set<String> = [
        "emailtype", "emaildisplayname", "email2type", "businesscountryregion", "homecountryregion", "givenyomi", "surnameyomi",
        "categories",
        "sensitivity", "primaryemail", "secondaryemail", "displayname", "screenname", "phoneticfirstname", "email1value", "email1type",
        "groupmembership", "labels", "lifecyclestage", "leadstatus", "leadsource", "contactowner", "recordid", "contactid", "accountname",
        "memberrating", "optintime", "companies", "creationdate", "maidenname", "headline",
        // LinkedIn's list of connections has never had a number; tables of people from elsewhere, with a link to each, have.
        "phone", "phonenumber", "telephone", "telefon", "mobile", "cell",
    ]

    private static let phoneLabels: [String: String] = [
        "assistantsphone": "assistant", "businessfax": "work fax", "businessphone": "work", "businessphone2": "work",
        "callback": "callback",
        "carphone": "car", "companymainphone": "company main", "homefax": "home fax", "homephone": "home", "homephone2": "home",
        "isdn": "ISDN", "mobilephone": "mobile", "otherfax": "other fax", "otherphone": "other", "pager": "pager",
        "primaryphone": "primary",
        "radiophone": "radio", "ttytddphone": "TTY/TDD", "telex": "telex",
    ]
}
