/// Tells how to get one's contacts out of a service.
public struct ShowGuide: Sendable {
    /// The services there is a guide for.
    public static let services = ["linkedin"]

    /// The service, in lower case.
    public var service: String

    /// Prepares a guide.
    public init(service: String) {
        self.service = service.lowercased()
    }

    /// The guide as Markdown; `nil` where there is none for the service.
    public func run() -> String? {
        service == "linkedin" ? String(decoding: PackageResources.linkedin_md, as: UTF8.self) : nil
    }
}
