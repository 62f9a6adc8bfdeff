/// A file the page brings along: a style sheet, a script, a picture.
public struct Asset: Sendable {
    /// Its bytes.
    public var bytes: [UInt8]
    /// Its media type.
    public var mediaType: String
}

/// The files the page brings along. Each is asked for as `/assets/VERSION/NAME`, so a browser keeps it until any of them changes.
public enum Assets {
    /// The files by name; a new file of `Assets/` gets its line here. Style sheets are listed in `Views/layout.mustache` too.
    public static let all: [String: Asset] = [
        "tokens.css": styles(PackageResources.tokens_css),
        "base.css": styles(PackageResources.base_css),
        "frame.css": styles(PackageResources.frame_css),
        "controls.css": styles(PackageResources.controls_css),
        "parts.css": styles(PackageResources.parts_css),
        "pictures.css": styles(PackageResources.pictures_css),
        "report.css": styles(PackageResources.report_css),
        "people.css": styles(PackageResources.people_css),
        "person.css": styles(PackageResources.person_css),
        "person-report.css": styles(PackageResources.person_report_css),
        "further.css": styles(PackageResources.further_css),
        "duplicates.css": styles(PackageResources.duplicates_css),
        "print.css": styles(PackageResources.print_css),
        "flow.css": styles(PackageResources.flow_css),
        "drop.js": script(PackageResources.drop_js),
        "live.js": script(PackageResources.live_js),
        "theme.js": script(PackageResources.theme_js),
        "theme-button.js": script(PackageResources.theme_button_js),
        "rooms.js": script(PackageResources.rooms_js),
        "receipts.js": script(PackageResources.receipts_js),
        "print.js": script(PackageResources.print_js),
        "holdfast.js": script(PackageResources.holdfast_js),
        "keyboard.js": script(PackageResources.keyboard_js),
        "dialog.js": script(PackageResources.dialog_js),
        "toast.js": script(PackageResources.toast_js),
        "post.js": script(PackageResources.post_js),
        "copy.js": script(PackageResources.copy_js),
        "send-once.js": script(PackageResources.send_once_js),
        "people.js": script(PackageResources.people_js),
        "person.js": script(PackageResources.person_js),
        "duplicates.js": script(PackageResources.duplicates_js),
        "row-window.js": script(PackageResources.row_window_js),
        "selection.js": script(PackageResources.selection_js),
        "icons.svg": Asset(bytes: PackageResources.icons_svg, mediaType: "image/svg+xml"),
    ]

    /// A short name of all the files' content. Scripts import each other by name, so they are old or new together.
    public static let version: String = {
        // FNV-1a: names content, guards nothing.
        let bytes = all.keys.sorted().lazy.flatMap { all[$0]?.bytes ?? [] }
        return String(bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }, radix: 16)
    }()

    /// The files' addresses, as the layout writes them: `{{assets.holdfast_css}}`.
    static let addresses: [String: String] = Dictionary(
        uniqueKeysWithValues: all.keys.map { ($0.replacing(".", with: "_").replacing("-", with: "_"), "/assets/\(version)/\($0)") })

    private static func styles(_ bytes: [UInt8]) -> Asset { Asset(bytes: bytes, mediaType: "text/css; charset=utf-8") }

    private static func script(_ bytes: [UInt8]) -> Asset { Asset(bytes: bytes, mediaType: "text/javascript; charset=utf-8") }
}
