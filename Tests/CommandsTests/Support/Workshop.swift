import Foundation

/// Where the repository's own files are.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A file or folder of LinkedIn's hand-outs.
    static func linkedIn(_ name: String) -> String {
        root.appendingPathComponent("Tests/ContactFormatsTests/Fixtures/linkedin").appendingPathComponent(name).path
    }
}

/// A folder of one test's own, with a vault that isn't there yet; gone when the test is.
final class Workshop: Sendable {
    /// The folder.
    let folder: String
    /// The program, standing in the folder, with the folder's `vault.sqlite` as its vault.
    let holdfast: Program

    /// Zones far apart, so that a day which depends on where one lives shows.
    private static let zones = ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin", "America/New_York", "Asia/Kathmandu"]

    /// Makes the folder.
    ///
    /// - Parameter name: the test's; the time zone hangs on it, so that each test has always the same one.
    init(_ name: String = #function) throws {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("holdfast-commands-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        folder = place.resolvingSymlinksInPath().path
        let zone = Self.zones[name.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF } % Self.zones.count]
        holdfast = Program(
            folder: folder,
            environment: [
                "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "HOME": folder, "LANG": "C", "LC_ALL": "C", "TZ": zone,
                "TMPDIR": folder,
                "HOLDFAST_VAULT": folder + "/vault.sqlite", "holdfast": Program.path,
            ])
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// A path in the folder.
    func path(_ name: String) -> String { folder + "/" + name }

    /// Writes a file in the folder and returns its path.
    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, bytes: Array(text.utf8)) }

    /// Writes a file in the folder and returns its path.
    @discardableResult
    func write(_ name: String, bytes: [UInt8]) throws -> String {
        let place = URL(fileURLWithPath: path(name))
        try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: place)
        return place.path
    }

    /// The bytes of a file in the folder; `nil` where there is none.
    func bytes(_ name: String) -> [UInt8]? { FileManager.default.contents(atPath: path(name)).map(Array.init) }

    /// The names in the folder or a folder in it, without what the runs wrote.
    func names(in name: String = "") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path(name))) ?? []).filter { !$0.hasPrefix(".run-") }.sorted()
    }

    /// Packs a folder's content, as it is, into a zip archive in this folder and returns its path.
    func zip(_ source: String, to name: String) throws -> String {
        let run = try holdfast.shell("cd \"$source\" && zip -q -r -X \"$target\" .", with: ["source": source, "target": path(name)])
        guard run.status == 0 else { throw JSON.Unfit("zip: \(run)") }
        return path(name)
    }

    /// All a vault tells: people, hand-outs, steps, and whether it is sound.
    func state() throws -> [String] {
        try [
            ["people", "--json", "--everyone"], ["snapshots", "--json"], ["log", "--json"], ["changes", "--json"], ["verify", "--json"],
        ].map {
            let run = try holdfast.run($0)
            return "\($0[0]) \(run.status)\n\(run.text)"
        }
    }
}

/// Makes connections files of any length.
enum Connections {
    static let header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"

    /// A file of so many invented people, numbered from `first` on.
    static func file(_ count: Int, from first: Int = 0, company: String = "Example") -> String {
        header + "\n" + (0..<count).map { row(first + $0, company: company) }.joined(separator: "\n")
    }

    /// One person's row.
    static func row(_ number: Int, company: String = "Example") -> String {
        let email = number.isMultiple(of: 7) ? "person\(number)@firm\(number % 50).example" : ""
        let day = number % 28 + 1
        return "Given\(number),Family\(number),https://www.linkedin.com/in/person-\(number),\(email),\(company) \(number % 40),"
            + "Partner \(number % 9),\(day < 10 ? "0" : "")\(day) Feb 2020"
    }
}
