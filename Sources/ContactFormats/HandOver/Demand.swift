import ContactModel

/// Something a product's importer demands of a row.
struct Demand: Sendable {
    private let check: @Sendable (HandOverRow, Card, HandOverSheet) -> [Objection]

    init(_ check: @escaping @Sendable (HandOverRow, Card, HandOverSheet) -> [Objection]) {
        self.check = check
    }

    /// What is wrong with a row by this demand.
    func objections(to row: HandOverRow, of card: Card, in sheet: HandOverSheet) -> [Objection] { check(row, card, sheet) }
}

extension Demand {
    /// A column must have a value.
    static func value(in header: String) -> Demand { value(inAnyOf: [header]) }

    /// One of several columns must have a value.
    static func value(inAnyOf headers: [String]) -> Demand {
        let names = headers.map { "“\($0)”" }
        let list = names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
        return Demand { row, _, sheet in
            let isThere = headers.contains { header in sheet.place(of: header).map { !row.cells[$0].isBlank } ?? false }
            guard !isThere else { return [] }
            return [
                Objection(
                    code: "missing", column: headers.joined(separator: ", "), text: "\(sheet.product) needs \(list).", isRefusal: true)
            ]
        }
    }

    /// A column's value, where there is one, must be an e-mail address.
    static func emailAddress(in header: String) -> Demand {
        Demand { row, _, sheet in
            guard let place = sheet.place(of: header), !row.cells[place].isEmpty, !EmailSyntax.isValid(row.cells[place]) else { return [] }
            return [
                Objection(
                    code: "invalid-email", column: header, value: row.cells[place],
                    text: "\(sheet.product) takes only well-formed addresses in “\(header)”.", isRefusal: true)
            ]
        }
    }

    /// A column's e-mail address must not begin with one of these words.
    static func noRole(in header: String, _ roles: Set<String>) -> Demand {
        Demand { row, _, sheet in
            guard let place = sheet.place(of: header), roles.contains(EmailSyntax.localPart(of: row.cells[place])) else { return [] }
            return [
                Objection(
                    code: "role-address", column: header, value: row.cells[place],
                    text: "\(sheet.product) refuses addresses of a role, such as admin@ or support@, in an import.", isRefusal: true)
            ]
        }
    }

    /// A tag must not be longer than so many characters.
    static func tags(upTo limit: Int, in header: String) -> Demand {
        Demand { _, card, sheet in
            card.keywords.filter { $0.utf16.count > limit }.map { tag in
                Objection(
                    code: "tag-too-long", column: header, value: tag, text: "\(sheet.product) takes tags of at most \(limit) characters.",
                    isRefusal: true)
            }
        }
    }

    /// What becomes of a row that is taken, where a condition holds.
    static func remark(
        _ code: String,
        column: String? = nil,
        _ text: String,
        where holds: @escaping @Sendable (HandOverRow, HandOverSheet) -> Bool
    ) -> Demand {
        Demand { row, _, sheet in
            guard holds(row, sheet) else { return [] }
            let value = column.flatMap(sheet.place).map { row.cells[$0] } ?? ""
            return [Objection(code: code, column: column, value: value, text: text, isRefusal: false)]
        }
    }

    /// A name known in one piece only stands in a column of its parts.
    static func nameInOnePiece(in header: String) -> Demand {
        Demand { _, card, sheet in
            guard Tray(card).hasNameInOnePiece else { return [] }
            return [
                Objection(
                    code: "name-in-one-piece", column: header, value: card.name.full ?? "",
                    text: "Names known in one piece only stand whole in “\(header)”: they are not split by guess.", isRefusal: false)
            ]
        }
    }
}

extension HandOverRow {
    /// Whether a column of a sheet has nothing in it.
    func isBlank(_ header: String, in sheet: HandOverSheet) -> Bool { sheet.place(of: header).map { cells[$0].isBlank } ?? true }
}

extension EmailSyntax {
    /// What stands before the `@`, in lower case.
    static func localPart(of address: String) -> String {
        let local = address.utf8.prefix { $0 != UInt8(ascii: "@") }
        return String(decoding: local, as: UTF8.self).lowercased()
    }
}

extension String {
    /// Whether there is nothing but blanks.
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
