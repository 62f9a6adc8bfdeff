public import ContactModel
import Foundation
import Vault

/// An invented person's hand-outs, to look around with: three archives of a network over a year, and an address book.
///
/// Nobody in it exists. The same day gives the same files; the archives are dated from that day backwards, so that the sample never looks
/// old.
public struct SampleNetwork: Sendable {
    /// The name the network's sources get.
    public static let sourceName = "Sample network"

    /// The day it is made on.
    public let today: CalendarDate
    /// How many days ago the archives were handed out, the oldest first.
    static let agesInDays = [402, 187, 9]

    private let people: [SamplePerson]

    /// Invents the network.
    public init(today: CalendarDate) {
        self.today = today
        var random = SampleRandom(state: 0x484F_4C44)
        people = (0..<268).map { SamplePerson(number: $0, today: today, ages: Self.agesInDays, random: &random) }
    }

    /// Writes the hand-outs into a folder.
    ///
    /// - Returns: their paths, the oldest first, with what each is called.
    /// - Throws: what writing files throws.
    public func write(into folder: String) throws -> [(path: String, name: String)] {
        var written: [(path: String, name: String)] = []
        for (position, age) in Self.agesInDays.enumerated() {
            let day = CalendarDate(daysSince1970: today.daysSince1970 - age)
            let name = "Complete_LinkedInDataExport_\(Self.two(day.month))-\(Self.two(day.day))-\(day.year)"
            let path = "\(folder)/\(name)"
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Self.put(connections(at: position), into: "\(path)/Connections.csv")
            try Self.put(Self.profile, into: "\(path)/Profile.csv")
            written.append((path, name))
        }
        try Self.put(people.compactMap(\.vCard).joined(), into: "\(folder)/Address book.vcf")
        written.append(("\(folder)/Address book.vcf", "Address book.vcf"))
        return written
    }

    /// Writes the hand-outs into a folder, ready to be imported under the name of the sample.
    ///
    /// - Throws: what writing files throws.
    public func files(in folder: String) throws -> ImportFiles {
        let written = try write(into: folder)
        return ImportFiles(
            paths: written.map(\.path), options: ImportOptions(source: Self.sourceName),
            names: Dictionary(written.map { ($0.path, $0.name) }, uniquingKeysWith: { first, _ in first }))
    }

    /// LinkedIn's list of connections, the newest first, as handed out in one of the archives.
    private func connections(at position: Int) -> String {
        let rows = people.compactMap { $0.row(at: position) }.sorted { ($0.connectedOn, $0.slug) > ($1.connectedOn, $1.slug) }
        let lines = rows.map { row in
            [
                row.given, row.family, "https://www.linkedin.com/in/\(row.slug)", row.email, row.company, row.title,
                "\(Self.two(row.connectedOn.day)) \(Self.months[row.connectedOn.month - 1]) \(row.connectedOn.year)",
            ].map(Self.cell).joined(separator: ",")
        }
        return
            "Notes:\n\"When exporting your connection data, you may notice that some of the email addresses are missing.\"\n\n"
            + "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n" + lines.joined(separator: "\n") + "\n"
    }

    private static let profile =
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location\n"
        + "Nora,Lindqvist,,,,Lawyer at Lindqvist Legal,,Law Practice,20095,\"Hamburg, Germany\"\n"

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func cell(_ text: String) -> String {
        text.contains { ",\"\n".contains($0) } ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }

    private static func put(_ text: String, into path: String) throws {
        let data = Data(text.utf8)
        guard FileManager.default.createFile(atPath: path, contents: data, attributes: [.posixPermissions: 0o600]) else {
            throw OutputError(code: .cannotWrite, message: "The sample could not be written: the disk may be full. Nothing was imported.")
        }
    }
}

/// The numbers the sample is made with: SplitMix64, the same everywhere.
struct SampleRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Whether something happens that does so in so many of a hundred cases.
    mutating func happens(percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    /// One of some words.
    mutating func pick(_ words: [String]) -> String { words.randomElement(using: &self) ?? "" }
}
