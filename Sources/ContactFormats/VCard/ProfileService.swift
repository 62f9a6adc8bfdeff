/// Networks under the names people know, for files that write them small.
enum ProfileService {
    /// The name of a service; one nobody knows as it is written.
    static func name(_ text: String) -> String {
        switch text.lowercased() {
        case "linkedin": "LinkedIn"
        case "xing": "XING"
        case "twitter": "Twitter"
        case "x": "X"
        case "facebook": "Facebook"
        case "github": "GitHub"
        case "gitlab": "GitLab"
        case "instagram": "Instagram"
        case "mastodon": "Mastodon"
        case "youtube": "YouTube"
        case "flickr": "Flickr"
        case "bluesky": "Bluesky"
        default: text
        }
    }
}
