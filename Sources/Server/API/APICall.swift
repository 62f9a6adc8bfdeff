import Actions
import ContactModel
import Foundation
import Hummingbird
import Vault

/// One call of the REST interface: what was asked, checked value by value; what can't be used is a problem (400) that names it.
struct APICall: Sendable {
    /// The request.
    var request: Request
    /// What is known of it.
    var context: VisitContext
    /// Where the vault is got at.
    var desk: VaultDesk
    /// Who asks for the owner's password once more.
    var proof: PasswordProof
    /// Who brings backups back.
    var restorations: RestoreDesk
    /// How the server runs.
    var configuration: ServerConfiguration

    /// A JSON body is no larger than this.
    static let mostBodyBytes = 1 << 20

    /// A value of the path.
    func path(_ name: String) throws -> String {
        guard let value = context.parameters.get(name)?.removingPercentEncoding, !value.isEmpty, !value.utf8.contains(0) else {
            throw Self.unusable(name, "is not a name")
        }
        return value
    }

    /// The id of a person in the path. Only whole ids or their beginnings are taken, so that an address always means the same.
    func person() throws -> String {
        guard let text = try? path("id"), (8...36).contains(text.utf8.count), text.allSatisfy({ $0.isASCII && $0.isHexDigit || $0 == "-" })
        else { throw HTTPError(.notFound) }
        return text
    }

    /// All values of a name behind the `?`.
    func all(_ name: String) -> [String] {
        FormFields(urlEncoded: Array((request.uri.query ?? "").utf8)).all(name)
    }

    /// The value of a name behind the `?`; `nil` where it isn't there.
    func text(_ name: String, most: Int = 10_000) throws -> String? {
        let values = all(name)
        guard values.count <= 1 else { throw Self.unusable(name, "stands twice") }
        guard values.first?.unicodeScalars.count ?? 0 <= most else { throw Self.unusable(name, "is longer than \(most) characters") }
        return values.first
    }

    /// A value that has to be there.
    func required(_ name: String) throws -> String {
        guard let value = try text(name), !value.isEmpty else { throw Self.unusable(name, "is missing") }
        return value
    }

    /// A whole number within limits.
    func integer(_ name: String, _ range: ClosedRange<Int>, default standard: Int) throws -> Int {
        guard let value = try text(name) else { return standard }
        guard let number = Int(value), !value.hasPrefix("+"), range.contains(number) else {
            throw Self.unusable(name, "is no whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// `true` or `false`; `false` where it isn't there.
    func flag(_ name: String) throws -> Bool {
        switch try text(name) {
        case nil, "false": return false
        case "true": return true
        default: throw Self.unusable(name, "is neither true nor false")
        }
    }

    /// A day, `2026-01-31`.
    func day(_ name: String) throws -> CalendarDate? {
        guard let value = try text(name) else { return nil }
        guard let day = CalendarDate(iso: value) else { throw Self.unusable(name, "is no date such as 2026-01-31") }
        return day
    }

    /// Which people are meant: `q` and each `where` as on the command line.
    func filter() throws -> PeopleFilter {
        try PeopleFilter((try text("q").map { [$0] } ?? []) + all("where"), includesAcquaintances: try flag("everyone"))
    }

    /// The members of a JSON body.
    ///
    /// - Parameter allowed: their names; others are refused, so that a slip of the pen is no silent nothing.
    func object(_ allowed: Set<String>) async throws -> [String: JSONValue] {
        let type = request.headers[.contentType]?.split(separator: ";").first?.trimmed.lowercased() ?? ""
        guard type == "application/json" || type == "application/merge-patch+json" else {
            throw Refusal(.unsupportedMediaType, "media-type", .sentence("Send the body as application/json."))
        }
        let bytes = try await request.body.collect(upTo: Self.mostBodyBytes)
        guard let members = JSONValue(parsing: bytes.readableBytesView)?.objectValue else {
            throw Refusal(.badRequest, "json", .sentence("The body is no JSON object."))
        }
        if let stranger = members.keys.filter({ !allowed.contains($0) }).min() { throw Self.unusable(stranger, "is not known here") }
        return members
    }

    /// What names a value that can't be used.
    static func unusable(_ name: String, _ why: String) -> Refusal {
        Refusal(.badRequest, "parameter", .sentence("“\(name.prefix(60))” \(why)."))
    }
}

extension [String: JSONValue] {
    /// A text that has to be there, with something in it.
    func text(_ name: String, most: Int) throws -> String {
        guard let text = self[name]?.stringValue, !text.allSatisfy(\.isWhitespace), text.unicodeScalars.count <= most else {
            throw APICall.unusable(name, "has to be a text of 1 to \(most) characters")
        }
        return text
    }

    /// The owner's password as it is now, for what asks for it once more; `nil` where it isn't there.
    func currentPassword() throws -> String? {
        guard let value = self["current"] else { return nil }
        guard let text = value.stringValue, text.unicodeScalars.count <= SetPassword.mostCharacters else {
            throw APICall.unusable("current", "has to be a text of at most \(SetPassword.mostCharacters) characters")
        }
        return text
    }

    /// A list of texts that has to be there.
    func texts(_ name: String, fewest: Int, most: Int = 1_000) throws -> [String] {
        guard let values = self[name]?.arrayValue, (fewest...most).contains(values.count) else {
            throw APICall.unusable(name, "has to be a list of \(fewest) to \(most) texts")
        }
        return try values.map { value in
            guard let text = value.stringValue, !text.isEmpty else { throw APICall.unusable(name, "has to hold texts only") }
            return text
        }
    }
}
