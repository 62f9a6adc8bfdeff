public import ContactFormats
import ContactModel
import ContactQuality
public import Vault

extension ExportContext {
    /// Kinds of addresses as review tells them, and what titles say of rank and field.
    ///
    /// - Parameter givesReasons: whether it is also told why an address is of its kind, and how sure that is.
    public static func judged(by kinds: EmailKinds, givesReasons: Bool = false) -> ExportContext {
        @Sendable func reason(_ email: EmailAddress, _ person: Person) -> EmailReason {
            let verdict = kinds.verdict(of: email, of: person)
            return (verdict.kind.rawValue, verdict.reason, verdict.probability)
        }
        @Sendable func position(_ title: String) -> Position {
            let reading = TitleReading(title)
            return (reading?.seniority?.rawValue, reading?.function?.rawValue)
        }
        return ExportContext(
            emailKind: { kinds.kind(of: $0, of: $1).rawValue }, emailReason: givesReasons ? reason : nil, position: position)
    }
}
