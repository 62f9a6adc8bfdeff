/// Tells how to get one's contacts out of a service.
public struct ShowGuide: Sendable {
    /// The services there is a guide for.
    public static let services = Service.all.map(\.name)

    /// The service, in lower case.
    public var service: String

    /// Prepares a guide.
    public init(service: String) {
        self.service = Service.named(service)?.name ?? service.lowercased()
    }

    /// The guide as Markdown; `nil` where there is none for the service.
    public func run() -> String? {
        let bytes: [UInt8]? =
            switch service {
            case "linkedin": PackageResources.linkedin_md
            case "google": PackageResources.google_md
            case "outlook": PackageResources.outlook_md
            case "apple": PackageResources.apple_md
            case "facebook": PackageResources.facebook_md
            case "instagram": PackageResources.instagram_md
            case "x": PackageResources.x_md
            case "xing": PackageResources.xing_md
            case "carddav": PackageResources.carddav_md
            default: nil
            }
        return bytes.map { String(decoding: $0, as: UTF8.self) }
    }
}
