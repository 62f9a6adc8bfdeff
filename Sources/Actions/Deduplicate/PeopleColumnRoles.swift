import ContactFormats
public import RecordLinkage
import TextMatching

/// What the columns of a table of people say, told by their headers in the languages address books come in, else by their values.
///
/// Its own words are those of registers and of tables made for comparing: numbers of identity, house numbers, districts, places of birth. In
/// all other words, and other languages, a header is read as an import reads it (`ColumnGuess`).
public struct PeopleColumnRoles: Hashable, Sendable {
    /// What each column says; `nil` for one that is not looked at.
    public var roles: [FieldRole?]

    /// How many columns tell something of a person.
    public var recognised: Int { roles.count { $0 != nil } }

    /// Recognises columns.
    ///
    /// - Parameters:
    ///   - header: the header's cells.
    ///   - samples: cells of some rows, to judge columns by whose header says nothing.
    ///   - guess: what the columns hold by their values, where the header as a whole says nothing.
    public init(header: [String], samples: [[String]] = [], guess: ColumnGuess? = nil) {
        let read = guess ?? ColumnGuess(header: header, rows: samples)
        roles = header.indices.map { column in
            // "E-mail 1 - Type" says of what kind an address is, and is none.
            let isLabel = read.roles.indices.contains(column) && Self.labels.contains(read.roles[column].field)
            return isLabel ? nil : Self.role(ofHeader: header[column])
        }
        for column in roles.indices where roles[column] == nil && !Self.isNumbering(header[column]) {
            if Self.labels.contains(read.roles[column].field) { continue }
            if guess != nil, let role = Self.role(of: read.roles[column]), !roles.contains(role) || role.hasSeveral {
                roles[column] = role
                continue
            }
            // What is told already isn't told twice: "Address 2" is no other street.
            if read.bases[column] == .header, let role = Self.role(of: read.roles[column]), !roles.contains(role) || role.hasSeveral {
                roles[column] = role
                continue
            }
            roles[column] = Self.role(ofValues: samples.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil })
        }
        if let family = familyNameCalledName(samples) { roles[family] = .familyName }
    }

    /// The column called `Name` that has family names: beside given names and without a family name of its own (`Vorname;Name`,
    /// `Prénom,Nom`), unless most of its values have the given name in them.
    private func familyNameCalledName(_ samples: [[String]]) -> Int? {
        guard let given = roles.firstIndex(of: .givenName), let name = roles.firstIndex(of: .fullName), !roles.contains(.familyName) else {
            return nil
        }
        let rows = samples.filter { max(given, name) < $0.count && !$0[given].isEmpty && !$0[name].isEmpty }
        let whole = rows.count { row in
            let words = TextFolding.nameTokens(row[name])
            return TextFolding.nameTokens(row[given]).contains(where: words.contains)
        }
        return whole * 2 > rows.count ? nil : name
    }

    /// Whether a row may be the header: two of its cells name something of a person, or one of two does.
    public static func isHeader(_ cells: [String]) -> Bool {
        let read = ColumnGuess(header: cells, rows: [])
        let found = cells.indices.count { !isSeveral(cells[$0]) && (role(ofHeader: cells[$0]) != nil || role(of: read.roles[$0]) != nil) }
        return found >= 2 || found == 1 && cells.count <= 2 && !cells.contains(where: isSeveral)
    }

    /// Whether a cell is a whole line of headers that something else parts.
    private static func isSeveral(_ header: String) -> Bool { header.contains { ";|\t,".contains($0) } }

    /// What a header says; `nil` where it says nothing of a person.
    public static func role(ofHeader header: String) -> FieldRole? {
        guard !isSeveral(header) else { return nil }
        let words = TextFolding.nameTokens(split(header))
        guard !words.isEmpty, words.count <= 6 else { return nil }
        let joined = words.joined()
        if let role = wholes[joined] { return role }
        // `E-mail 1 - Value`, `email_address_2`: the number and what kind of thing a value is say nothing.
        let core = words.filter { !idle.contains($0) && Int($0) == nil }.joined()
        if let role = wholes[core] { return role }
        if remarks.contains(where: core.hasSuffix) { return nil }
        if core.hasSuffix("email") || core.hasPrefix("email") { return .email }
        if core.hasSuffix("phone") || core.hasPrefix("telefon") { return .phone }
        return nil
    }

    /// What an import's role is for comparing; `nil` where nothing is compared by it.
    private static func role(of column: ColumnRole) -> FieldRole? {
        switch column.field {
        case .name: .fullName
        case .given: .givenName
        case .middle: .middleName
        case .family: .familyName
        case .nickname: .nickname
        case .email: .email
        case .phone: .phone
        case .company: .organization
        case .title: .title
        case .city: .city
        case .postcode: .postcode
        case .street: .street
        case .birthday: .birthday
        default: nil
        }
    }

    /// Words run together are taken apart where a capital follows a small letter: `FirstName`.
    private static func split(_ header: String) -> String {
        var text = ""
        var wasLower = false
        for character in header {
            if character.isUppercase, wasLower { text.append(" ") }
            text.append(character)
            wasLower = character.isLowercase
        }
        return text
    }

    /// Whether a column numbers rows or tells their origin: that is no evidence of who is who.
    private static func isNumbering(_ header: String) -> Bool {
        let words = TextFolding.nameTokens(split(header))
        return words.contains("id") || words.contains("source") || words.contains("uuid") || words.contains("key")
    }

    /// What values say by their shape alone.
    private static func role(ofValues values: [String]) -> FieldRole? {
        guard !values.isEmpty else { return nil }
        func share(_ isSo: (String) -> Bool) -> Double { Double(values.count(where: isSo)) / Double(values.count) }
        if share({ $0.contains("@") && $0.contains(".") && !$0.contains(" ") }) > 0.7 { return .email }
        if share({ $0.contains("linkedin.com/in/") }) > 0.7 { return .profile }
        // Other numbers begin with a plus too, now and then.
        if values.count >= 3, share({ value in value.hasPrefix("+") && value.count(where: \.isNumber) >= 8 }) > 0.7 { return .phone }
        return nil
    }

    /// What says of what kind the value beside it is.
    private static let labels: Set<ColumnRole.Field> = [.emailLabel, .phoneLabel, .urlLabel, .addressLabel, .pairLabel, .pairValue]

    /// Words behind an address or a number that speak of it, and don't mean it.
    private static let remarks = [
        "type", "typ", "label", "status", "optin", "optout", "consent", "verified", "bounce", "bounced", "count", "domain", "sent", "date",
    ]

    private static let idle: Set<String> = [
        "value", "address", "adresse", "the", "of", "de", "primary", "main", "work", "home", "contact", "person", "fake", "nr",
    ]

    private static let wholes: [String: FieldRole] = {
        var roles: [String: FieldRole] = [:]
        func add(_ role: FieldRole, _ names: String) {
            for name in names.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                roles[TextFolding.nameTokens(String(name)).joined()] = role
            }
        }
        add(
            .givenName,
            """
            firstname givenname forename given first fname vorname rufname prenom prénom nombre nombres nome primeironome imie imię voornaam \
            fornavn förnamn etunimi jméno jmeno keresztnév utónév ad imya имя 名 nomedibattesimo christianname
            """)
        add(.middleName, "middlename middle additionalname additionalnames zweitername segundonombre secondnome deuxiemeprenom mname")
        add(
            .familyName,
            """
            lastname surname familyname last lname family nachname familienname zuname nomdefamille apellido apellidos primerapellido cognome \
            sobrenome apelido ultimonome nazwisko achternaam etternavn efternavn efternamn sukunimi příjmení prijmeni vezetéknév soyad familiya \
            фамилия 姓
            """)
        add(
            .fullName,
            """
            fullname name displayname contactname completename vollername vollständigername anzeigename nomcomplet nombrecompleto nomecompleto \
            nomeecognome vorundnachname person contact kontakt nom namn navn naam nimi névteljes 姓名 氏名 firstandsurname namefull employeename clientname \
            customername recipient attendee
            """)
        add(.nickname, "nickname spitzname surnom apodo soprannome")
        add(
            .email,
            """
            email emailaddress mail mailaddress emailadresse emailaddresse courriel adressemail adresseemail correo correoelectronico correoelectrónico \
            email1 eposta epost posta sähköposti indirizzoemail enderecodeemail adresemail adresemejl emailid workemail homeemail emailwork emailhome
            """)
        add(
            .phone,
            """
            phone phonenumber telephone telephonenumber tel mobile mobilephone mobilenumber cell cellphone telefon telefonnummer handy mobil \
            mobiltelefon telefono teléfono movil móvil celular cellulare telefone telemovel téléphone portable komorka komórka telefoon mobiel \
            puhelin phone1 workphone homephone businessphone phonework phonehome phonemobile contactnumber msisdn
            """)
        add(.profile, "linkedin linkedinurl linkedinprofile profileurl profile publicprofileurl profil linkedinprofileurl")
        add(
            .organization,
            """
            company companyname organization organisation organizationname organisationname employer firma unternehmen arbeitgeber firmenname \
            entreprise société societe empresa azienda società ditta bedrijf företag foretag virksomhed yritys organizacja zakład firma1 firm account \
            accountname currentcompany companyorganization org
            """)
        add(
            .title,
            """
            position title jobtitle job role stelle beruf funktion berufsbezeichnung poste fonction cargo puesto posizione ruolo qualifica \
            stanowisko functie titel headline jobposition occupationtitle currentposition designation
            """)
        add(
            .city,
            "city town suburb locality location ort stadt wohnort ville ciudad localidad cidade citta città comune miasto stad plaats by kaupunki město"
        )
        add(.houseNumber, "streetnumber housenumber hausnummer numero houseno streetno civico huisnummer")
        add(
            .street,
            """
            street streetaddress streetname address address1 address2 addressline1 addressline2 addressline strasse straße anschrift adresse rue \
            calle direccion dirección via indirizzo ulica straat gata vej gade
            """)
        add(
            .postcode,
            "postcode postalcode zip zipcode plz postleitzahl codepostal codigopostal códigopostal cp cap kodpocztowy postcode1 postnummer postinumero psc psč"
        )
        add(
            .category,
            "state region province county country bundesland land pays pais país paese kraj gender sex geschlecht sexe sexo sesso stato countrycode"
        )
        add(
            .birthday,
            """
            dob dateofbirth birthdate birthday birth geburtsdatum geburtstag datedenaissance fechadenacimiento datadinascita dataurodzenia \
            geboortedatum datadenascimento födelsedatum fødselsdato syntymäaika born bday
            """)
        add(
            .identifier,
            """
            ssn socsecid socialsecuritynumber nationalid nationalinsurancenumber nino taxid passport passportnumber sozialversicherungsnummer \
            pesel dni nif codicefiscale bsn personnummer cpf nhsnumber medicarenumber employeeid memberid customerid insurancenumber
            """)
        add(.words, "birthplace placeofbirth geburtsort lieudenaissance occupation profession industry branche department abteilung")
        return roles
    }()
}

extension FieldRole {
    /// Whether people have several, in columns of their own.
    fileprivate var hasSeveral: Bool { self == .email || self == .phone }
}
