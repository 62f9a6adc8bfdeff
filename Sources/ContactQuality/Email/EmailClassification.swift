public import ContactModel

/// Says what an e-mail address is to the person who has it: work, personal, or one of the rarer kinds.
///
/// Pure and without look-ups on the network: tables of domains, the shape of domain and local part, and how the domain fits the companies
/// the person has. It decides conservatively: *work* needs a company the domain fits (or an authority's domain), *personal* a provider for
/// private persons or a domain that is the person's full name. Everything else is *unknown*, and remains a question.
public enum EmailClassification {
    /// What an address is.
    ///
    /// - Parameters:
    ///   - address: the address as written; case does not count, internationalised domains are taken as Unicode and as `xn--`. Anything
    ///     that has not the form `x@y.z` is `unknown`.
    ///   - companies: the person's companies, the present one first, former ones behind it; blank and pseudo-companies count for none.
    ///   - name: the person's name.
    public static func kind(of address: String, companies: [String], name: PersonName) -> EmailKind {
        EmailEvidence(address, companies: companies, name: name).kind
    }

    /// What an address is, with the evidence in one sentence. The parameters are those of `kind(of:companies:name:)`.
    public static func verdict(of address: String, companies: [String], name: PersonName) -> EmailVerdict {
        let evidence = EmailEvidence(address, companies: companies, name: name)
        return EmailVerdict(kind: evidence.kind, reason: evidence.sentence)
    }
}
