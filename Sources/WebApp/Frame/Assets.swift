/// A file the page brings along: a style sheet, a script, a picture.
public struct Asset: Sendable {
    /// Its bytes.
    public var bytes: [UInt8]
    /// Its media type.
    public var mediaType: String
    /// A short name of its content, so that a browser may keep it for ever.
    public var version: String
}

/// The files the page brings along. Each is asked for as `/assets/VERSION/NAME`, so a browser keeps it until it changes.
public enum Assets {
    /// The files by name; a new file of `Assets/` gets its line here.
    public static let all: [String: Asset] = [
        "holdfast.css": asset(PackageResources.holdfast_css, "text/css; charset=utf-8"),
        "pictures.css": asset(PackageResources.pictures_css, "text/css; charset=utf-8"),
        "report.css": asset(PackageResources.report_css, "text/css; charset=utf-8"),
        "holdfast.js": asset(PackageResources.holdfast_js, "text/javascript; charset=utf-8"),
    ]

    /// The files' addresses, as the layout writes them: `{{assets.holdfast_css}}`.
    static let addresses: [String: String] = Dictionary(
        uniqueKeysWithValues: all.map {
            ($0.key.replacing(".", with: "_").replacing("-", with: "_"), "/assets/\($0.value.version)/\($0.key)")
        })

    private static func asset(_ bytes: [UInt8], _ mediaType: String) -> Asset {
        // FNV-1a: names content, guards nothing.
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return Asset(bytes: bytes, mediaType: mediaType, version: String(hash, radix: 16))
    }
}
