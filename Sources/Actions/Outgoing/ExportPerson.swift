import ContactFormats
import ContactModel
import ContactQuality
public import Vault

/// Hands out one person as a vCard.
public struct ExportPerson: Sendable {
    /// How much of a person.
    public enum Extent: Sendable {
        /// Everything that may be handed on, as vCard 4.
        case everything
        /// Name, work, and the first addresses and numbers, as vCard 3: what a phone's camera takes from a QR code.
        case essentials
    }

    /// A card with the name to file it under.
    public struct Outcome: Sendable {
        /// The person's name; may be empty.
        public var name: String
        /// The vCard.
        public var bytes: [UInt8]
    }

    /// Who, in the words of `FindPerson`.
    public var text: String
    /// How much.
    public var extent: Extent

    /// Prepares a card.
    public init(_ text: String, extent: Extent = .everything) {
        self.text = text
        self.extent = extent
    }

    /// The card.
    ///
    /// - Throws: `VaultError`: `notFound`; `refused` where several are meant, or the owner keeps the person back.
    public func run(in vault: Vault) throws -> Outcome {
        let found = try FindPerson(text).run(in: vault)
        guard var person = found.handedOn else {
            throw VaultError(.refused, "\(found.displayName) is kept back from exports, as the owner decided.")
        }
        if extent == .essentials { person = Self.essentials(of: person) }
        let kinds = try vault.emailKinds()
        var writer = VCardWriter(
            version: extent == .everything ? .v4 : .v3, context: ExportContext { kinds.kind(of: $0, of: $1).rawValue })
        writer.begin()
        writer.write(person)
        writer.end()
        return Outcome(name: found.displayName, bytes: writer.takeBytes())
    }

    /// Without notes and all that makes a code no camera reads.
    private static func essentials(of whole: Person) -> Person {
        var person = Person(id: whole.id, standing: whole.standing)
        person.names = Array(whole.names.prefix(1))
        person.organizations = Array(whole.organizations.prefix(1))
        person.titles = Array(whole.titles.prefix(1))
        person.emails = Array(whole.emails.prefix(2))
        person.phones = Array(whole.phones.prefix(2))
        person.links = Array(whole.links.prefix(1))
        return person
    }
}
