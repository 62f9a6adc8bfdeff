import ContactModel

/// Google's contacts as CSV: the layout since 2024, the one before, and the one Google writes for Outlook.
///
/// Several values of one cell are parted by ` ::: `; a label marked with `* ` is the preferred one's, a group so marked is Google's own
/// (`* myContacts`). Sources: `docs/formats/google.md`.
enum GoogleContactsCSV {
    /// "Google Contacts"
    static let service = "Google Contacts"

    static let sheet = SheetFormat(service: service) { header in
        let words = Set(header.map(LetterFolding.header))
        if isCurrent(words) {
            return SheetFormat.Layout(
                format: "google-csv", layout: columns(header, "Google's layout since 2024"), roles: roles(of: header), reading: reading)
        }
        if isOld(words) {
            return SheetFormat.Layout(format: "google-csv", layout: columns(header, "Google's layout until 2024"), roles: roles(of: header))
        }
        if isForOutlook(words) {
            return SheetFormat.Layout(
                format: "google-outlook-csv", layout: columns(header, "as Google writes it for Outlook"),
                roles: OutlookColumns.roles(of: header)
            )
        }
        return nil
    }

    /// Holdfast writes the day of connecting into a custom field, for Google has no other place for it.
    private static let reading = PeopleReading(connectedOnLabel: "Connected on LinkedIn")

    private static func columns(_ header: [String], _ what: String) -> String { "\(header.count) columns, \(what)" }

    private static func isCurrent(_ words: Set<String>) -> Bool {
        let hasPairs = words.contains { $0.hasPrefix("email1") || $0.hasPrefix("phone1") || $0.hasPrefix("address1") }
        return words.contains("firstname") && words.contains("lastname")
            && (words.isSuperset(of: ["phoneticfirstname", "fileas"])
                || words.contains("organizationname") && (hasPairs || words.contains("labels"))
                || words.contains("email1value") && words.contains("email1label"))
    }

    private static func isOld(_ words: Set<String>) -> Bool {
        guard words.contains("name"), words.contains("givenname") else { return false }
        return words.contains("groupmembership") || words.contains("email1value") || words.contains("phone1value")
            || words.contains("yominame")
    }

    private static func isForOutlook(_ words: Set<String>) -> Bool {
        words.isSuperset(of: ["firstname", "lastname", "emailaddress", "businessaddress", "homeaddress"])
    }

    /// The role of each column of Google's own layouts; columns go in numbered groups, `E-mail 2 - Label`.
    static func roles(of header: [String]) -> [ColumnRole] { header.map(role) }

    private static func role(_ cell: String) -> ColumnRole {
        let word = LetterFolding.header(cell)
        if let field = plain[word] { return ColumnRole(field) }
        guard let (kind, group, part) = numbered(word) else { return ColumnRole(.keep) }
        switch (kind, part) {
        case ("email", "value"): return ColumnRole(.email, group: group)
        case ("email", "label"), ("email", "type"): return ColumnRole(.emailLabel, group: group)
        case ("phone", "value"): return ColumnRole(.phone, group: group)
        case ("phone", "label"), ("phone", "type"): return ColumnRole(.phoneLabel, group: group)
        case ("website", "value"): return ColumnRole(.url, group: group)
        case ("website", "label"), ("website", "type"): return ColumnRole(.urlLabel, group: group)
        case ("address", "label"), ("address", "type"): return ColumnRole(.addressLabel, group: group)
        case ("address", "formatted"): return ColumnRole(.address, group: group)
        case ("address", "street"), ("address", "extendedaddress"): return ColumnRole(.street, group: group)
        case ("address", "city"): return ColumnRole(.city, group: group)
        case ("address", "pobox"): return ColumnRole(.box, group: group)
        case ("address", "region"): return ColumnRole(.region, group: group)
        case ("address", "postalcode"): return ColumnRole(.postcode, group: group)
        case ("address", "country"): return ColumnRole(.country, group: group)
        case ("organization", "name"): return ColumnRole(.company, group: group)
        case ("organization", "title"): return ColumnRole(.title, group: group)
        case ("organization", "department"): return ColumnRole(.department, group: group)
        case ("customfield", "value"): return ColumnRole(.pairValue, group: group)
        case ("customfield", "label"), ("customfield", "type"): return ColumnRole(.pairLabel, group: group)
        case ("relation", "value"): return ColumnRole(.pairValue, label: "Relation", group: group)
        case ("relation", "label"), ("relation", "type"): return ColumnRole(.pairLabel, label: "Relation", group: group)
        case ("event", "value"): return ColumnRole(.pairValue, label: "Event", group: group)
        case ("event", "label"), ("event", "type"): return ColumnRole(.pairLabel, label: "Event", group: group)
        case ("im", "value"): return ColumnRole(.pairValue, label: "IM", group: group)
        case ("im", "service"): return ColumnRole(.pairLabel, label: "IM", group: group)
        default: return ColumnRole(.keep)
        }
    }

    private static let plain: [String: ColumnRole.Field] = [
        "firstname": .given, "givenname": .given, "middlename": .middle, "additionalname": .middle, "lastname": .family,
        "familyname": .family,
        "nameprefix": .prefix, "namesuffix": .suffix, "name": .name, "nickname": .nickname, "organizationname": .company,
        "organizationtitle": .title, "organizationdepartment": .department, "birthday": .birthday, "notes": .notes, "labels": .tags,
        "groupmembership": .tags, "photo": .keep,
    ]

    /// `email`, 2, `value` of `email2value`.
    private static func numbered(_ word: String) -> (kind: String, group: Int, part: String)? {
        guard let first = word.firstIndex(where: \.isNumber), first > word.startIndex else { return nil }
        let digits = word[first...].prefix { $0.isNumber }
        guard let group = Int(digits), group > 0, digits.endIndex < word.endIndex else { return nil }
        return (String(word[..<first]), group, String(word[digits.endIndex...]))
    }
}

extension HandOutFormat {
    /// Google's contacts as CSV, by themselves or as Takeout packs them.
    static let googleCSV = HandOutFormat(name: "google-csv", title: "Google Contacts as CSV") {
        try GoogleTakeout.recognise($0, wishes: $1)
    }
}
