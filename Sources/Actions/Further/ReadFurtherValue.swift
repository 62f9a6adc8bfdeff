public import ContactModel
public import Vault

/// Hands out the bytes of a picture, a key or a sound that is held of a person.
public struct ReadFurtherValue: Sendable {
    /// Who, in the words of `FindPerson`.
    public var text: String
    /// Which, by its id; `nil` for the first picture.
    public var id: String?

    /// Prepares to read.
    public init(_ text: String, id: String? = nil) {
        (self.text, self.id) = (text, id)
    }

    /// The value.
    ///
    /// - Throws: `VaultError`: `notFound` where the person or such a value is not there, `refused` where several people are meant.
    public func run(in vault: Vault) throws -> FurtherValue {
        let person = try FindPerson(text).run(in: vault)
        let found = FurtherValue.values(of: person.extra).first { value in
            id == nil ? value.pictureType != nil : value.id == id && value.data != nil
        }
        guard let found else { throw VaultError(.notFound, "No such picture or file is held of the person.") }
        return found
    }
}
