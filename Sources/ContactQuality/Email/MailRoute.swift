import TextMatching

/// What the domain name system says about mail to a domain.
public enum MailRoute: String, Hashable, Sendable, CaseIterable {
    /// There is a mail exchanger, or an address record in its stead (RFC 5321 §5.1).
    case open
    /// The domain says that it takes no mail: one exchanger, the root (RFC 7505).
    case refused
    /// The domain does not exist.
    case none
    /// The domain exists, and names neither an exchanger nor an address mail could go to (RFC 5321 §5.1).
    case nowhere
    /// Nobody answered: nothing is known.
    case unanswered
}

/// The domain of an address as the domain name system is asked for it.
public enum MailDomain {
    /// The domain in lower case and ASCII, internationalised labels as `xn--` (RFC 5891); `nil` where it is no domain, or an address
    /// literal.
    public static func name(of address: String) -> String? {
        guard let (_, domain) = DomainName.split(address), AddressSyntax.flaw(in: "a@" + domain.text) == nil else { return nil }
        let labels = domain.labels.indices.map { index -> String? in
            let label = domain.labelText(index)
            return label.utf8.allSatisfy { $0 < 0x80 } ? label : Punycode.encoded(label)
        }
        guard labels.allSatisfy({ $0 != nil }) else { return nil }
        return labels.compactMap(\.self).joined(separator: ".")
    }

    /// The domain's part someone registered, as Unicode: `example.co.uk` of `mail.example.co.uk`; `nil` where it is no domain.
    public static func registrable(of address: String) -> String? {
        guard let (_, domain) = DomainName.split(address) else { return nil }
        return domain.text(from: domain.registrable)
    }
}
