import ContactModel
import ContactQuality

extension Texts {
    /// How likely a value still holds, and why: “probably out of date (95%): an address of “Sample Ltd”, a former company”.
    func outlook(_ outlook: Outlook) -> String {
        let words = self("holds" + outlook.standing.rawValue.withLargeInitial, ["percent": String(outlook.percent)])
        guard outlook.isWorthExplaining else { return words }
        let reason =
            switch outlook.reason {
            case .said(let confirmed): self("holdsSaidIn", ["year": String(confirmed.lastConfirmed.year)])
            case .ofConfirmedCompany(let company, let confirmed):
                self("holdsOfCompany", ["company": company, "year": String(confirmed.lastConfirmed.year)])
            case .ofFormerCompany(let company): self("holdsOfFormerCompany", ["company": company])
            }
        return "\(words): \(reason)"
    }
}
