import ContactModel

/// Contacts as Outlook exports them: of the desktop (about 90 columns, in the language of the program) and of Outlook.com, Hotmail and
/// Microsoft 365.
///
/// Windows-1252 or UTF-8, every cell quoted or none; "0/0/00" is no date; addresses inside an Exchange server (`/o=…`) are no addresses.
/// Sources: `docs/formats/outlook.md`.
enum OutlookCSV {
    /// "Outlook"
    static let service = "Outlook"

    static let sheet = SheetFormat(service: service) { header in
        let words = Set(header.map(LetterFolding.header))
        guard let language = Language.all.first(where: { $0.isHeader(words) }) else { return nil }
        let what = words.contains("givenyomi") || words.contains("imaddress") ? "Outlook.com's layout" : "Outlook's layout"
        return SheetFormat.Layout(
            format: "outlook-csv",
            layout: "\(header.count) columns, \(what)" + (language.name.isEmpty ? "" : " in \(language.name)"),
            roles: OutlookColumns.roles(of: header),
            reading: PeopleReading(order: language.order)
        )
    }

    /// A language Outlook writes headers in, and what tells its header from any other table's.
    private struct Language {
        /// In words; empty for English.
        var name: String
        /// A first name in it.
        var given: Set<String>
        /// Columns only Outlook has; two of them are proof.
        var marks: Set<String>
        /// Which number is the day where Windows speaks the language.
        var order: TableDate.Order?

        func isHeader(_ words: Set<String>) -> Bool {
            !words.isDisjoint(with: given) && words.intersection(marks).count >= 2
        }

        static let all: [Language] = [
            // English comes from both sides of the sea, so its dates are left to prove their order.
            Language(
                name: "", given: ["firstname"],
                marks: [
                    "businesscountryregion", "homecountryregion", "othercountryregion", "emaildisplayname", "email2displayname",
                    "email2type",
                    "internetfreebusy", "organizationalidnumber", "governmentidnumber", "givenyomi", "surnameyomi", "businessaddresspobox",
                    "officelocation", "imaddress", "assistantsphone",
                ]
            ),
            Language(
                name: "German", given: ["vorname"],
                marks: [
                    "straßegeschaftlich", "strassegeschaftlich", "ortgeschaftlich", "postleitzahlgeschaftlich", "telefongeschaftlich",
                    "telefonprivat",
                    "email2adresse", "emailangezeigtername", "weiterestelefon", "faxgeschaftlich", "landregiongeschaftlich",
                    "reisekilometer",
                ],
                order: .dayFirst
            ),
            Language(
                name: "French", given: ["prenom"],
                marks: [
                    "ruebureau", "villebureau", "codepostalbureau", "telephonebureau", "telephonedomicile", "telecopiebureau",
                    "adressedemessagerie",
                    "adressedemessagerie2", "nomcompletdeladressedemessagerie", "paysregionbureau", "telmobile",
                ],
                order: .dayFirst
            ),
            Language(
                name: "Spanish", given: ["nombre"],
                marks: [
                    "calledeltrabajo", "ciudaddetrabajo", "codigopostaldeltrabajo", "telefonodeltrabajo", "paisoregiondeltrabajo",
                    "direcciondecorreoelectronico2", "nombredepantalladecorreoelectronico", "otrotelefono", "otracalle", "faxdeltrabajo",
                ],
                order: .dayFirst
            ),
            Language(
                name: "Italian", given: ["nome"],
                marks: [
                    "viauff", "cittauff", "capuff", "paeseuff", "viaab", "indirizzopostaelettronica", "indirizzopostaelettronica2",
                    "nomevisualizzatopostaelettronica", "faxuff", "altrotelefono", "ubicazioneufficio",
                ],
                order: .dayFirst
            ),
            Language(
                name: "Dutch", given: ["voornaam"],
                marks: [
                    "werkadresstraat", "werkadresplaats", "werkadrespostcode", "huisadresstraat", "huisadresplaats", "telefoonopwerk",
                    "telefoonthuis",
                    "emailadres2", "weergavenaamvooremail", "anderadresstraat", "faxopwerk",
                ],
                order: .dayFirst
            ),
            Language(
                name: "Portuguese", given: ["primeironome", "nome"],
                marks: [
                    "telefonecomercial", "telefoneresidencial", "enderecodeemail2", "nomeparaexibicaodoemail", "ruadaempresa",
                    "telefonedaempresa",
                    "telefonedaresidencia", "localidadedaempresa", "codigopostaldaempresa", "paisregiaodaempresa",
                    "enderecodocorreioelectronico2",
                    "enderecoresidencial", "telefonecelular", "telemovel",
                ],
                order: .dayFirst
            ),
            Language(
                name: "Swedish", given: ["fornamn"],
                marks: [
                    "gatuadressarbete", "ortarbete", "landarbete", "gatuadresshem", "postnrhem", "faxarbete", "epostadress2", "epostnamn",
                    "telefon2hem",
                    "telefon2arbete", "annangata", "hemadressbox",
                ]
            ),
            Language(
                name: "Polish", given: ["imie"],
                marks: [
                    "adressluzbowyulica", "adressluzbowymiejscowosc", "adressluzbowykodpocztowy", "telefonsluzbowy", "telefondomowy",
                    "wyswietlananazwaemail", "adresemail2", "fakssluzbowy", "adresdomowyulica", "telefonkomorkowy",
                ],
                order: .dayFirst
            ),
        ]
    }
}

extension HandOutFormat {
    /// Outlook's contacts as CSV.
    static let outlookCSV = HandOutFormat(name: "outlook-csv", title: "Outlook, Outlook.com and Microsoft 365 contacts as CSV") {
        try OutlookCSV.sheet.recognise($0, wishes: $1)
    }
}
