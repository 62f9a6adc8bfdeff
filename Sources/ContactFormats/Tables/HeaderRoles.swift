/// Reads a whole header: what each column holds, where one column's name depends on the others'.
///
/// "Name" beside "Vorname" is the family name; "Nombre" beside "Apellidos" the given one, and alone the whole; "Title" beside "Job Title"
/// is the honorific; "Home Address" beside "Home City" is the street.
enum HeaderRoles {
    /// The role of each column, `keep` where nothing is known.
    ///
    /// - Parameter holdsHonorifics: asked of a column called "Title" with no other to tell it from: whether its values are "Dr." and the like.
    static func roles(of header: [String], holdsHonorifics: (Int) -> Bool = { _ in false }) -> [ColumnRole] {
        let meanings = header.map(HeaderReading.meaning)
        var roles = meanings.map { $0?.role ?? ColumnRole(.keep) }
        settlePairs(meanings, &roles)
        settleTitles(meanings, &roles, holdsHonorifics: holdsHonorifics)
        settleNames(header, &roles)
        settleStreets(&roles)
        settleRepeated(&roles)
        return roles
    }

    /// A column that labels another goes with those of its number.
    private static func settlePairs(_ meanings: [HeaderReading.Meaning?], _ roles: inout [ColumnRole]) {
        let labelled: [ColumnRole.Field: Set<ColumnRole.Field>] = [
            .emailLabel: [.email], .phoneLabel: [.phone], .urlLabel: [.url],
            .addressLabel: [.address, .street, .box, .city, .region, .postcode, .country],
        ]
        for column in roles.indices {
            guard let fields = labelled[roles[column].field], let number = meanings[column]?.number, number > 0 else { continue }
            let others = roles.indices.filter { meanings[$0]?.number == number && fields.contains(roles[$0].field) }
            // What labels nothing is kept as it is.
            guard !others.isEmpty else {
                roles[column] = ColumnRole(.keep)
                continue
            }
            for place in others + [column] { roles[place].group = number }
        }
    }

    private static func settleTitles(_ meanings: [HeaderReading.Meaning?], _ roles: inout [ColumnRole], holdsHonorifics: (Int) -> Bool) {
        let doubtful = meanings.indices.filter { meanings[$0]?.isTitle ?? false }
        guard let first = doubtful.first else { return }
        let hasPost = roles.indices.contains { roles[$0].field == .title && !doubtful.contains($0) }
        let hasPrefix = roles.contains { $0.field == .prefix }
        if !hasPrefix, hasPost || doubtful.count > 1 || holdsHonorifics(first) {
            roles[first] = ColumnRole(.prefix)
        } else if hasPrefix, holdsHonorifics(first) {
            // "Anrede;Titel": both stand before the name.
            roles[first] = ColumnRole(.prefix, label: "title")
        }
    }

    /// Words that mean a part of the name beside the other part, and the whole name alone.
    private static let wholeOrFamily: Set<String> = ["name", "naam", "namn", "navn", "nimi", "nev"]
    private static let wholeOrGiven: Set<String> = wholeOrFamily.union(["이름", "名前", "isim"])
    private static let givenOrWhole: Set<String> = ["nome", "nombre", "jmeno", "ime", "imie", "имя", "nombres"]
    private static let familyOrWhole: Set<String> = ["nom", "nume"]

    private static func settleNames(_ header: [String], _ roles: inout [ColumnRole]) {
        func has(_ field: ColumnRole.Field) -> Bool { roles.contains { $0.field == field } }
        func change(_ words: Set<String>, to field: ColumnRole.Field) {
            for column in header.indices where words.contains(HeaderReading.words(of: header[column]).words.joined(separator: " ")) {
                roles[column] = ColumnRole(field)
            }
        }
        if has(.given), !has(.family) {
            if has(.name) { change(wholeOrFamily, to: .family) } else { change(givenOrWhole, to: .name) }
        }
        if has(.family), !has(.given) { change(familyOrWhole, to: .name) }
    }

    /// Whether a column of names may hold given ones where the family name has a column of its own, by its header: "Name" beside "Surname",
    /// 이름 beside 성.
    static func mayBeGiven(_ header: String) -> Bool {
        wholeOrGiven.contains(HeaderReading.words(of: header).words.joined(separator: " "))
    }

    /// A column called an address is a street where the town has a column of its own.
    private static func settleStreets(_ roles: inout [ColumnRole]) {
        for column in roles.indices where roles[column].field == .address {
            let isInParts = roles.contains {
                ($0.field == .city || $0.field == .postcode) && $0.label == roles[column].label && $0.group == roles[column].group
            }
            if isInParts { roles[column].field = .street }
        }
    }

    /// Of several columns for what there is one of, the first counts, and the others are kept.
    private static func settleRepeated(_ roles: inout [ColumnRole]) {
        var seen: Set<ColumnRole> = []
        for column in roles.indices {
            switch roles[column].field {
            case .prefix, .given, .middle, .family, .suffix, .birthday, .birthYear, .birthMonth, .birthDay, .connectedOn, .box, .city,
                .region,
                .postcode, .country:
                if !seen.insert(roles[column]).inserted { roles[column] = ColumnRole(.keep) }
            default: break
            }
        }
    }
}
