import ContactModel

/// The columns of Outlook's CSV, in the languages it is exported in.
///
/// Microsoft composes its headers of a thing, a place and a number, so `HeaderReading` reads most of them; here are those that say less
/// than they mean: in Italian "Ufficio" is a number, in Swedish "Hem" is.
enum OutlookColumns {
    /// The role of each column of a header.
    static func roles(of header: [String]) -> [ColumnRole] {
        var roles = HeaderRoles.roles(of: header)
        for (column, cell) in header.enumerated() {
            if let role = own[LetterFolding.header(cell)] { roles[column] = role }
        }
        return roles
    }

    private static let own: [String: ColumnRole] = {
        var own: [String: ColumnRole] = [:]
        func add(_ role: ColumnRole, _ words: String...) {
            for word in words { own[word] = role }
        }
        add(ColumnRole(.phone, label: "home"), "particular", "abitazione", "abitazione2", "hem")
        add(ColumnRole(.phone, label: "work"), "ufficio", "ufficio2", "arbete")
        add(ColumnRole(.phone, label: "primary"), "primaryphone", "haupttelefon", "telefon1")
        add(
            ColumnRole(.phone, label: "company main"), "companymainphone", "telefonfirma", "telephonesociete", "telefonoprincipalesocieta",
            "foretagvaxel")
        add(
            ColumnRole(.phone, label: "radio"), "radiophone", "telefon2", "radiotelefono", "radiotelefon", "radiotelefoon", "radiotelephone"
        )
        add(ColumnRole(.postcode, label: "work"), "postadressarbete")
        add(ColumnRole(.city, label: "home"), "hemort")
        add(ColumnRole(.street, label: "home"), "enderecoresidencial", "enderecoresidencial2", "enderecoresidencial3")
        add(ColumnRole(.street, label: "other"), "outroendereco", "outroendereco2", "outroendereco3")
        add(ColumnRole(.postcode, label: "other"), "cep")
        add(ColumnRole(.city, label: "other"), "cidade")
        add(ColumnRole(.region, label: "home"), "estado")
        // Google writes the whole address beside its parts.
        add(ColumnRole(.address, label: "work"), "businessaddress")
        add(ColumnRole(.address, label: "home"), "homeaddress")
        add(ColumnRole(.address, label: "other"), "otheraddress")
        // What kind of address it is, and what is shown for it: made of the name and the address again.
        add(
            ColumnRole(.ignore), "emailtype", "email2type", "email3type", "emaildisplayname", "email2displayname", "email3displayname",
            "emailtyp",
            "email2typ", "email3typ", "emailangezeigtername", "email2angezeigtername", "email3angezeigtername"
        )
        // "Location" and the office's room are no towns; an account is no address one writes to; a profession is no post.
        add(
            ColumnRole(.keep), "location", "ort", "emplacement", "luogo", "locatie", "plats", "local", "localizacao", "lokalizacja",
            "account", "konto",
            "compte", "conta", "profession", "beruf", "professione", "beroep", "yrke", "profissao", "zawod", "profesion", "callback",
            "anniversary",
            "jahrestag", "keywords", "stichworter", "motscles"
        )
        return own
    }()
}
