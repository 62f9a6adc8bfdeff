import ContactFormats
import ContactModel
import Foundation

/// The committed LinkedIn files, as members and parcels.
enum LinkedInFixture {
    static let folder = Bundle.module.resourceURL?.appendingPathComponent("Fixtures/linkedin")

    static func bytes(_ name: String) throws -> [UInt8] {
        guard let url = folder?.appendingPathComponent(name) else { throw InputError(.missing, name) }
        return try Array(Data(contentsOf: url))
    }

    static func member(_ name: String, chunkSize: Int = 1 << 16) throws -> Member {
        let bytes = try bytes(name)
        let path = name.split(separator: "/").last.map(String.init) ?? name
        return Member(path: path, bytes: BytesInMemory(bytes, chunkSize: chunkSize), byteCount: bytes.count)
    }

    /// The files of a folder of fixtures as the members of an archive.
    static func archive(_ name: String, path: String, modifiedAt: Int? = nil) throws -> Parcel {
        guard let url = folder?.appendingPathComponent(name), let files = FileManager.default.enumerator(atPath: url.path) else {
            throw InputError(.missing, name)
        }
        var members: [Member] = []
        for case let file as String in files {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: url.appendingPathComponent(file).path, isDirectory: &isFolder), !isFolder.boolValue
            else { continue }
            let bytes = try bytes(name + "/" + file)
            members.append(Member(path: file, bytes: BytesInMemory(bytes), byteCount: bytes.count, modifiedAt: modifiedAt))
        }
        members.sort { $0.path < $1.path }
        return Parcel(kind: .archive, path: path, original: nil, members: members)
    }

    /// A file by itself.
    static func file(_ name: String, path: String? = nil) throws -> Parcel {
        var member = try member(name)
        if let path { member.path = path }
        return Parcel(kind: .file, path: member.path, original: member.bytes, members: [member])
    }

    static func parcel(_ files: [(String, String)], kind: Parcel.Kind = .archive, path: String = "x.zip") -> Parcel {
        let members = files.map { Member(path: $0.0, bytes: BytesInMemory($0.1), byteCount: $0.1.utf8.count) }
        return Parcel(kind: kind, path: path, original: nil, members: members)
    }
}

/// Everything a table yields.
struct Reading {
    var rows = 0
    var entries: [SourceEntry] = []
    var problems: [ReadProblem] = []
    var closedAccounts: [Int] = []

    init(_ table: any Table) throws {
        var entries: [SourceEntry] = []
        var problems: [ReadProblem] = []
        var closedAccounts: [Int] = []
        rows = try table.read { event in
            switch event {
            case .entry(let entry): entries.append(entry)
            case .problem(let problem): problems.append(problem)
            case .closedAccount(let line): closedAccounts.append(line)
            }
        }
        self.entries = entries
        self.problems = problems
        self.closedAccounts = closedAccounts
    }

    var codes: [String] { problems.map(\.code) }
}
