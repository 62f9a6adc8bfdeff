public import ContactModel
import ContactQuality
public import Vault

extension EditableField {
    /// A value as it is written; refused where it can't be one of this field.
    ///
    /// - Throws: `VaultError` with code `refused`: an address without the form of one, a number without a digit, a page without a place.
    func checked(_ value: String) throws -> String {
        let flaw: String? =
            switch self {
            case .email: AddressSyntax.flaw(in: value).map { "“\(value)” is no e-mail address. \($0) Nothing was changed." }
            case .phone where !value.contains(where: \.isNumber):
                "“\(value)” is no phone number: it has no digit. Nothing was changed."
            case .url where !value.contains(where: { ".:".contains($0) }):
                "“\(value)” is no page: it has neither a dot nor a colon. Nothing was changed."
            case .phone, .url, .given, .family, .company, .title: nil
            }
        if let flaw { throw VaultError(.refused, flaw) }
        return value
    }
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
        }
    }
}
