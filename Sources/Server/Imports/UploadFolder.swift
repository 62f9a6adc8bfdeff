import Foundation
import Hummingbird
import Synchronization

/// A private folder for what somebody uploaded; it goes away with the last one who holds it.
///
/// Only the owner of the process can look into it (0700, files 0600). A file keeps the name it came with, for the name of an archive tells
/// its day; each lies in a folder of its own, so that two of one name don't meet.
final class UploadFolder: Sendable {
    /// A file that came in.
    struct File: Sendable {
        /// Where it lies.
        var path: String
        /// What it was called.
        var name: String
    }

    /// Where it is.
    let path: String
    private let held = Mutex<[File]>([])

    private static let prefix = ".holdfast-upload-"
    /// What is older than this many seconds was left behind by a program that was killed.
    private static let abandonedAfter: TimeInterval = 2 * 86_400

    /// Makes one in a folder.
    ///
    /// - Throws: `Refusal` where it can't be made.
    init(in parent: String) throws {
        var template = Array("\(parent)/\(Self.prefix)XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Refusal(.init(code: 507, reasonPhrase: "Insufficient Storage"), "upload", .text("importNoRoom"))
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The files that are whole, in the order they came.
    var files: [File] { held.withLock { $0 } }

    /// Keeps a file that is written.
    func keep(_ file: File) { held.withLock { $0.append(file) } }

    /// A place for a file of a name.
    func place(for name: String) throws -> File {
        let number = held.withLock { $0.count } + 1
        let folder = "\(path)/\(number)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let name = Self.plain(name)
        return File(path: "\(folder)/\(name)", name: name)
    }

    /// The last part of a name, without what no file may be called; some browsers send the whole path.
    static func plain(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let kept = last.filter { $0 != "\0" && !$0.isNewline }
        // A name has at most 255 bytes on every common file system; the end tells most.
        var short = Substring(kept)
        while short.utf8.count > 200 { short.removeFirst() }
        return short.isEmpty || short.allSatisfy { $0 == "." } ? "upload" : String(short)
    }

    /// Removes what was left behind by a program that was killed.
    static func removeAbandoned(in parent: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [] where name.hasPrefix(prefix) {
            let path = "\(parent)/\(name)"
            let modified = (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
            if let modified, -modified.timeIntervalSinceNow > abandonedAfter { try? FileManager.default.removeItem(atPath: path) }
        }
    }
}

/// Reads an upload, piece by piece, into a private folder: memory does not grow with it.
struct UploadReading {
    /// Where to.
    let parent: String
    /// More bytes than this in all are refused.
    let mostBytes: Int64

    /// Reads the files of a multipart form.
    ///
    /// - Throws: `Refusal` where it is no such form, too large, or does not fit onto the disk; nothing is left behind then.
    func read(_ request: Request) async throws -> UploadFolder {
        guard let body = MultipartBody(request) else { throw Refusal(.badRequest, "no-file", .text("importNoFile")) }
        let folder = try UploadFolder(in: parent)
        var bytes: Int64 = 0
        var times = UploadTimes()
        var isTimes = false
        var open: (file: UploadFolder.File, handle: FileHandle)?
        defer { try? open?.handle.close() }
        for try await event in body {
            switch event {
            case .part(let header):
                isTimes = header.fileName == nil && header.name == UploadTimes.field
                // A form without a chosen file sends a part with an empty name.
                guard let name = header.fileName, !name.isEmpty else { continue }
                let file = try folder.place(for: name)
                guard FileManager.default.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600]),
                    let handle = FileHandle(forWritingAtPath: file.path)
                else { throw Self.noRoom }
                open = (file, handle)
            case .bytes(let piece):
                if isTimes { times.append(piece) }
                guard let open else { continue }
                bytes += Int64(piece.count)
                guard bytes <= mostBytes else { throw Refusal(.contentTooLarge, "too-large", .text("importTooLarge")) }
                do {
                    try open.handle.write(contentsOf: Data(piece))
                } catch {
                    throw Self.noRoom
                }
            case .partEnd:
                if let open {
                    try open.handle.close()
                    times.put(on: open.file.path, number: folder.files.count)
                    folder.keep(open.file)
                }
                open = nil
            }
        }
        guard !folder.files.isEmpty else { throw Refusal(.badRequest, "no-file", .text("importNoFile")) }
        return folder
    }

    /// What does not fit onto the disk.
    static var noRoom: Refusal {
        Refusal(.init(code: 507, reasonPhrase: "Insufficient Storage"), "no-room", .text("importNoRoom"))
    }
}

/// When the files of an upload were last changed, as the browser's script says: milliseconds since 1970, in the order of the files, which
/// come behind.
struct UploadTimes {
    /// The field of the form.
    static let field = "modified"
    /// More bytes than this say nothing of use.
    private static let mostBytes = 16 << 10

    private var text: [UInt8] = []

    /// Takes what came of the field.
    mutating func append(_ bytes: [UInt8]) {
        if text.count < Self.mostBytes { text += bytes }
    }

    /// Gives a file its own time again; where none is known, or one to come, it keeps that of its arrival.
    ///
    /// - Parameter number: how many files came before it.
    func put(on path: String, number: Int) {
        let words = String(decoding: text.prefix(Self.mostBytes), as: UTF8.self).split(separator: " ")
        guard words.indices.contains(number), let milliseconds = Int64(words[number]), milliseconds > 0 else { return }
        let time = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
        // Without its time the file is as good.
        if time < Date.now { try? FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path) }
    }
}

extension ServerConfiguration {
    /// Where uploads and copies under way lie: beside the vault, so that what is private never leaves its disk.
    var spoolFolder: String {
        guard let path = vaultPath else { return NSTemporaryDirectory() }
        return URL(fileURLWithPath: path).deletingLastPathComponent().path
    }
}
