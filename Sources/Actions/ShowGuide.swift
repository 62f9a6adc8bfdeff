/// Tells how to get one's contacts out of a service.
public struct ShowGuide: Sendable {
    /// The services there is a guide for.
    public static let services = Service.all.map(\.name)

    /// The service, in lower case.
    public var service: String
    /// Where it is read.
    public var surface: Surface
    /// The language, as its tag (BCP 47): `en`, `de`. In any other the guides are English.
    public var language: String

    /// Where a guide is read: what to do with the file is another thing there.
    public enum Surface: String, Sendable {
        /// In a terminal, where commands are typed.
        case terminal
        /// On the page, where files are dropped.
        case page
    }

    /// Prepares a guide.
    public init(service: String, language: String = "en", on surface: Surface = .terminal) {
        self.surface = surface
        self.service = Service.named(service)?.name ?? service.lowercased()
        self.language = language
    }

    /// The guide as Markdown; `nil` where there is none for the service.
    public func run() -> String? {
        Self.guides[service].map { part(of: String(decoding: language == "de" ? $0.german : $0.english, as: UTF8.self)) }
    }

    /// The lines that are meant where the guide is read: those behind a line `<!-- page -->` on the page alone, those behind
    /// `<!-- terminal -->` in a terminal alone, those behind `<!-- both -->` everywhere again.
    private func part(of guide: String) -> String {
        var isMeant = true
        return guide.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            guard line.hasPrefix("<!-- "), line.hasSuffix(" -->") else { return isMeant }
            let mark = line.dropFirst(5).dropLast(4)
            isMeant = mark == "both" || mark == surface.rawValue
            return false
        }.joined(separator: "\n")
    }

    private static let guides: [String: (english: [UInt8], german: [UInt8])] = [
        "linkedin": (PackageResources.linkedin_md, PackageResources.linkedin_de_md),
        "google": (PackageResources.google_md, PackageResources.google_de_md),
        "outlook": (PackageResources.outlook_md, PackageResources.outlook_de_md),
        "apple": (PackageResources.apple_md, PackageResources.apple_de_md),
        "facebook": (PackageResources.facebook_md, PackageResources.facebook_de_md),
        "instagram": (PackageResources.instagram_md, PackageResources.instagram_de_md),
        "x": (PackageResources.x_md, PackageResources.x_de_md),
        "xing": (PackageResources.xing_md, PackageResources.xing_de_md),
        "carddav": (PackageResources.carddav_md, PackageResources.carddav_de_md),
    ]
}
