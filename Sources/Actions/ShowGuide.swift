/// Tells how to get one's contacts out of a service.
public struct ShowGuide: Sendable {
    /// The services there is a guide for.
    public static let services = Service.all.map(\.name)

    /// The service, in lower case.
    public var service: String
    /// The language, as its tag (BCP 47): `en`, `de`. In any other the guides are English.
    public var language: String

    /// Prepares a guide.
    public init(service: String, language: String = "en") {
        self.service = Service.named(service)?.name ?? service.lowercased()
        self.language = language
    }

    /// The guide as Markdown; `nil` where there is none for the service.
    public func run() -> String? {
        Self.guides[service].map { String(decoding: language == "de" ? $0.german : $0.english, as: UTF8.self) }
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
