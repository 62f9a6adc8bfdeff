import ContactFormats
public import ContactModel
import ContactQuality
public import Vault

extension EditableField {
    /// A value as it is kept; refused where it can't be one of this field.
    ///
    /// - Throws: `VaultError` with code `refused`: an address without the form of one, a number without a digit, a page without a place, a day
    ///   that is none.
    func checked(_ value: String) throws -> String {
        switch self {
        case .given, .family, .company, .title, .nickname: return value
        case .email:
            guard let flaw = AddressSyntax.flaw(in: value) else { return value }
            throw VaultError(.refused, "“\(value)” is no e-mail address. \(flaw) Nothing was changed.")
        case .phone:
            if value.contains(where: \.isNumber) { return value }
            throw VaultError(.refused, "“\(value)” is no phone number: it has no digit. Nothing was changed.")
        case .url:
            if value.contains(where: { ".:".contains($0) }) { return value }
            throw VaultError(.refused, "“\(value)” is no page: it has neither a dot nor a colon. Nothing was changed.")
        case .birthday:
            if let day = PartialDate(value) ?? TableDate.birthday(value) { return day.description }
            throw VaultError(
                .refused,
                "“\(value)” is no birthday that can be read. Write it like 1980-05-14, or --05-14 without a year. Nothing was changed.")
        case .address:
            let address = PostalAddress(text: value)
            if address.line.contains(where: { $0.isLetter || $0.isNumber }) { return address.text }
            throw VaultError(.refused, "“\(value)” is no postal address: nothing is in it. Nothing was changed.")
        }
    }

    /// A value as people read it: a postal address without the marks between its parts.
    public func words(for value: String) -> String { self == .address ? PostalAddress(text: value).line : value }
}

extension Person {
    /// The values of a field that stand there now, the first one first.
    public func values(of field: EditableField) -> [String] {
        switch field {
        case .given: names.first?.value.given.map { [$0] } ?? []
        case .family: names.first?.value.family.map { [$0] } ?? []
        case .company: companies.map(\.value)
        case .title: titles.map(\.value)
        case .email: emails.map(\.value.address)
        case .phone: phones.map(\.value.number)
        case .url: links.map(\.value.uri)
        case .address: addresses.map(\.value.text)
        case .birthday: birthdays.map(\.value.description)
        case .nickname: nicknames.map(\.value)
        }
    }

    /// The value of a field that somebody means who may write it otherwise: in small letters, a number without its blanks.
    func value(of field: EditableField, like meant: String) -> String? {
        let (values, meant) = (values(of: field), meant.trimmingWhitespace())
        return values.first { $0 == meant } ?? values.first { field.key(of: $0) == field.key(of: meant) }
            ?? values.first { $0.lowercased() == meant.lowercased() }
            ?? values.first { field == .birthday && TableDate.birthday(meant)?.description == $0 }
    }
}
