import ContactFormats
import ContactModel
import ContactQuality
import Crypto
import Foundation
public import Vault

/// Hands out the whole vault as a folder or a zip that needs no Holdfast to be read, and that a new vault can be made of.
///
/// `docs/archive.md` describes what is in it. The plain table of people is written first.
public struct ExportArchive: Sendable {
    /// What was written.
    public struct Outcome: Sendable {
        /// How many people.
        public var people: Int
        /// How many originals.
        public var originals: Int
        /// How many files in all.
        public var files: Int
        /// How many bytes, unpacked.
        public var byteCount: Int64
    }

    /// The folder, or the zip file where the name ends so.
    public var path: String
    /// Told now and then what is being written.
    public var progress: @Sendable (String, Int) -> Void

    /// Prepares an archive.
    public init(to path: String, progress: @escaping @Sendable (String, Int) -> Void = { _, _ in }) {
        self.path = path
        self.progress = progress
    }

    /// Writes it.
    ///
    /// - Throws: `OutputError`, and `VaultError` with code `damaged` where an original can't be read any more. An incomplete folder is told
    ///   from a complete one by its missing `manifest.json`; an incomplete zip does not appear.
    public func run(in vault: Vault, clock: Clock = .system) throws -> Outcome {
        let identity = try vault.identity()
        let madeAt = clock.timestamp
        let sink: any ArchiveSink =
            path.lowercased().hasSuffix(".zip")
            ? try ArchiveZip(at: path, modifiedAt: Int(clamping: clock.milliseconds() / 1000)) : try ArchiveFolder(at: path)
        let kinds = try vault.emailKinds()
        let context = ExportContext { kinds.kind(of: $0, of: $1).rawValue }
        return try vault.atOneMoment { moment in
            let people = try moment.peopleCount()
            let manifest = ArchiveManifest(
                vault: identity.id, createdAt: identity.createdAt, madeAt: madeAt, people: Int64(people))
            let writing = ArchiveWriting(moment: moment, sink: sink, manifest: manifest, context: context, progress: progress)
            return try writing.run(people: people)
        }
    }
}

/// The writing of one archive.
private final class ArchiveWriting {
    private let moment: VaultMoment
    private let sink: any ArchiveSink
    private var manifest: ArchiveManifest
    private let context: ExportContext
    private let progress: (String, Int) -> Void
    private var byteCount: Int64 = 0

    /// Bytes gathered before they are handed on.
    private static let bufferSize = 1 << 18

    init(
        moment: VaultMoment, sink: any ArchiveSink, manifest: ArchiveManifest, context: ExportContext,
        progress: @escaping (String, Int) -> Void
    ) {
        self.context = context
        self.moment = moment
        self.sink = sink
        self.manifest = manifest
        self.progress = progress
    }

    func run(people: Int) throws -> ExportArchive.Outcome {
        try writePeople("people/people.csv", .csv)
        try write("README.txt") { try $0(Array(ArchiveReadMe.text(madeAt: manifest.madeAt, people: people).utf8)[...]) }
        try writePeople("people/people.vcf", .vcard4)
        try writeJSContact("people/people.jscontact.json")
        try writePeople("people/people.jsonl", .jsonl)
        for table in KeptTable.allCases {
            try write("history/\(table.rawValue).jsonl") { put in
                var pending: [UInt8] = []
                try moment.forEachRow(of: table) { row in
                    pending += row.line
                    if pending.count >= Self.bufferSize {
                        try put(pending[...])
                        pending = []
                    }
                }
                try put(pending[...])
            }
        }
        let originals = try writeOriginals()
        let bytes = manifest.bytes
        try sink.file(ArchiveManifest.path, isPacked: false, byteCount: Int64(bytes.count)) { try $0(bytes[...]) }
        try sink.finish()
        return ExportArchive.Outcome(people: people, originals: originals, files: manifest.files.count + 1, byteCount: byteCount)
    }

    /// Writes a file, and notes it with its checksum.
    private func write(
        _ path: String,
        isPacked: Bool = false,
        byteCount expected: Int64? = nil,
        _ body: ((ArraySlice<UInt8>) throws -> Void) throws -> Void
    ) throws {
        var hasher = SHA256()
        var count: Int64 = 0
        try sink.file(path, isPacked: isPacked, byteCount: expected) { put in
            try withoutActuallyEscaping(put) { put in
                try body { bytes in
                    guard !bytes.isEmpty else { return }
                    bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
                    count += Int64(bytes.count)
                    try put(bytes)
                }
            }
        }
        manifest.files.append(ArchiveManifest.File(path: path, byteCount: count, sha256: ContentHash(hasher.finalize()).description))
        byteCount += count
    }

    private static let everybody = (try? PeopleFilter([], includesAcquaintances: true)) ?? .everybody

    /// Writes the people that may be handed on; everybody stands in `history/`, from which a vault is made again.
    private func writePeople(_ path: String, _ format: ExportFormat) throws {
        var writer = format.makeWriter(context: context)
        try write(path) { put in
            writer.begin()
            var count = 0
            try moment.forEachPerson(Self.everybody) { person in
                guard let person = person.handedOn else { return }
                writer.write(person)
                count += 1
                if count.isMultiple(of: 256) {
                    try put(writer.takeBytes()[...])
                    progress(path, count)
                }
            }
            writer.end()
            try put(writer.takeBytes()[...])
        }
    }

    /// A JSON array of Cards (RFC 9553), one a line.
    private func writeJSContact(_ path: String) throws {
        try write(path) { put in
            var json = JSONWriter()
            var pending = Array("[\n".utf8)
            var count = 0
            try moment.forEachPerson(Self.everybody) { person in
                guard let person = person.handedOn else { return }
                if count > 0 { pending += Array(",\n".utf8) }
                JSContact.encode(Card(of: person), into: &json, completeWith: "urn:uuid:\(person.id)")
                pending += json.takeBytes()
                count += 1
                if pending.count >= Self.bufferSize {
                    try put(pending[...])
                    pending = []
                    progress(path, count)
                }
            }
            pending += Array("\n]\n".utf8)
            try put(pending[...])
        }
    }

    private func writeOriginals() throws -> Int {
        var originals: [(number: Int64, path: String, byteCount: Int64?)] = []
        try moment.forEachRow(of: .original) { row in
            guard let number = row.integer("original_id"), let name = row.text("file_name") else { return }
            originals.append((number, ArchivePath.ofOriginal(number, name: name), row.integer("byte_count")))
        }
        for (position, original) in originals.enumerated() {
            progress("originals", position)
            let isPacked = [".zip", ".gz", ".jpg", ".png"].contains { original.path.lowercased().hasSuffix($0) }
            try write(original.path, isPacked: isPacked, byteCount: original.byteCount) { put in
                try moment.readOriginal(original.number, put)
            }
        }
        return originals.count
    }
}

/// Where things are in an archive.
enum ArchivePath {
    /// An original's place: its number, which the history names it by, and its own name in letters every system knows.
    static func ofOriginal(_ number: Int64, name: String) -> String {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        let plain = last.unicodeScalars.map { scalar -> Character in
            let isPlain =
                scalar.isASCII
                && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "._-".unicodeScalars.contains(scalar))
            return isPlain ? Character(scalar) : "_"
        }
        let digits = String(number)
        return "originals/" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-" + String(String(plain).suffix(80))
    }
}
