public import ContactModel

/// Reads texts that should be addresses of pages.
enum WebLinks {
    /// A link for a text that is the address of a page; `nil` for anything else, and for addresses a browser would run as a program.
    static func link(_ text: String) -> Link? {
        guard !text.contains(where: \.isWhitespace), text.utf8.count <= 2048 else { return nil }
        if let known = LinkedInProfileKey(text), text.holds(ignoringCase: "linkedin.com") { return Link(known.uri, service: "LinkedIn") }
        let lowercased = text.lowercased()
        var uri = text
        if let end = lowercased.firstIndex(of: ":"), lowercased[end...].hasPrefix("://") {
            guard ["http", "https", "ftp"].contains(lowercased[..<end]) else { return nil }
        } else {
            // Without a scheme: a host with a dot, and no colon before the first slash but a port's.
            let host = lowercased.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
            let labels = host.split(separator: ".", omittingEmptySubsequences: false)
            let isHost = labels.count > 1 && labels.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }
            guard isHost, let top = labels.last, top.count >= 2, top.allSatisfy(\.isLetter) else { return nil }
            uri = "https://" + text
        }
        let isLinkedIn =
            lowercased.holds("://linkedin.com/") || lowercased.holds(".linkedin.com/") || lowercased.hasPrefix("linkedin.com/")
        return Link(uri, service: isLinkedIn ? "LinkedIn" : nil)
    }

    /// Whether a text is the address of a page on a network of people, of whom there is one a page.
    static func isProfile(_ text: String) -> Bool {
        guard link(text) != nil else { return false }
        let host = text.lowercased().trimmingPrefix("https://").trimmingPrefix("http://").prefix { $0 != "/" }
        return networks.contains { host == $0 || host.hasSuffix("." + $0) }
    }

    private static let networks = [
        "linkedin.com", "xing.com", "facebook.com", "instagram.com", "twitter.com", "x.com", "bsky.app", "mastodon.social", "threads.net",
        "github.com", "gitlab.com", "researchgate.net", "orcid.org", "academia.edu",
    ]
}

extension Link {
    /// The address of a page as somebody typed it, with its network where that shows; as it is where it is no address a browser opens.
    public init(page text: String) { self = WebLinks.link(text) ?? Link(text) }
}
