public import ContactModel

/// Says what an e-mail address is to the person who has it: work, personal, or one of the rarer kinds.
///
/// Pure and without look-ups on the network: tables of domains, the shape of domain and local part, how the domain fits the companies the
/// person has, and who else of the owner's contacts has addresses there. It decides conservatively: *work* needs a company the domain fits,
/// colleagues who vouch for it, or an authority's domain; *personal* a provider for private persons (by the tables, by whom it serves, or by
/// what it calls itself where it fits no company), a domain that is the person's name, or a local part nobody has from an employer.
/// Everything else is *unknown*, and remains a question.
public enum EmailClassification {
    /// What an address is.
    ///
    /// - Parameters:
    ///   - address: the address as written; case does not count, internationalised domains are taken as Unicode and as `xn--`. Anything
    ///     that has not the form `x@y.z` is `unknown`.
    ///   - companies: the person's companies, the present one first, former ones behind it; blank and pseudo-companies count for none.
    ///   - name: the person's name.
    ///   - census: what the other contacts tell of domains; the person may be counted in it.
    public static func kind(
        of address: String,
        companies: [String],
        name: PersonName,
        census: DomainCensus = DomainCensus()
    ) -> EmailKind {
        EmailEvidence(address, companies: companies, name: name, census: census).kind
    }

    /// What an address of somebody is: what the owner said, else as `kind(of:companies:name:census:)` of its text has it.
    public static func kind(
        of email: EmailAddress, companies: [String], name: PersonName, census: DomainCensus = DomainCensus()
    ) -> EmailKind {
        EmailEvidence(email, companies: companies, name: name, census: census).kind
    }

    /// What an address of somebody is, with the evidence in one sentence and how sure it is: of what the owner said there is no doubt.
    public static func verdict(
        of email: EmailAddress, companies: [String], name: PersonName, census: DomainCensus = DomainCensus()
    ) -> EmailVerdict {
        let evidence = EmailEvidence(email, companies: companies, name: name, census: census)
        return EmailVerdict(kind: evidence.kind, reason: evidence.sentence, probability: evidence.probability)
    }

    /// What an address is, with the evidence in one sentence and how sure it is. The parameters are those of `kind`.
    public static func verdict(
        of address: String,
        companies: [String],
        name: PersonName,
        census: DomainCensus = DomainCensus()
    ) -> EmailVerdict {
        let evidence = EmailEvidence(address, companies: companies, name: name, census: census)
        return EmailVerdict(kind: evidence.kind, reason: evidence.sentence, probability: evidence.probability)
    }
}
