import Foundation

/// Files that appear together when all of them are complete: one list in as many parts as its reader takes, and what was held back of it.
///
/// `contacts.csv` stays one file if there is one part; of several each has its number, `contacts-1.csv`, `contacts-2.csv`. What was held back is
/// in `contacts.refused.csv`. It belongs to one thread.
public final class OutputFiles {
    /// What was written.
    public struct Placed: Sendable {
        /// A file.
        public struct File: Sendable {
            /// Where it is.
            public var path: String
            /// How many people are in it.
            public var rows: Int
            /// How long it is.
            public var bytes: Int
        }

        /// The parts in order.
        public var files: [File]
        /// The file of what was held back, where something was.
        public var refusedPath: String?
        /// Files of an earlier run that stand there still under such names, and are none of this one's.
        public var stale: [String]
    }

    private static let mostParts = 400
    private let file: WholeFile
    private var current: PendingFile
    private var parts: [(file: PendingFile, rows: Int, bytes: Int)] = []
    private var rows = 0
    private var bytes = 0
    private var refused: PendingFile?

    /// Begins the first part.
    ///
    /// - Throws: `OutputError` where it can't be made there.
    public init(_ file: WholeFile) throws {
        self.file = file
        current = try PendingFile(file)
    }

    /// Whether the place is a device, which takes one part and no second file.
    public var isDevice: Bool { current.isDevice }

    /// Writes bytes of the present part.
    public func put(_ more: ArraySlice<UInt8>) throws {
        try current.put(more)
        bytes += more.count
    }

    /// Counts people as written into the present part.
    public func count(rows more: Int) { rows += more }

    /// Ends the present part and begins the next.
    ///
    /// - Throws: `OutputError` where it would be one too many: each is open until all are complete.
    public func beginPart() throws {
        guard parts.count < Self.mostParts else {
            throw OutputError(
                code: .cannotWrite,
                message: "More than \(Self.mostParts) files would come of it. Nothing was written; put more people into each.")
        }
        try current.sync()
        parts.append((current, rows, bytes))
        (rows, bytes) = (0, 0)
        current = try PendingFile(numbered(parts.count + 1))
    }

    /// Writes bytes of what was held back.
    public func putRefused(_ more: ArraySlice<UInt8>) throws {
        guard !isDevice else { return }
        let file = try refused ?? PendingFile(refusedFile)
        refused = file
        try file.put(more)
    }

    /// Moves all files to their places.
    ///
    /// - Throws: `OutputError` where one can't be; those that could stay.
    public func place() throws -> Placed {
        try current.sync()
        try refused?.sync()
        parts.append((current, rows, bytes))
        let places = parts.count == 1 ? [file] : (1...parts.count).map(numbered)
        for place in places { _ = try place.checked() }
        for (part, place) in zip(parts, places) { try part.file.place(as: place) }
        try refused?.place()
        let files = zip(parts, places).map { Placed.File(path: $1.path, rows: $0.rows, bytes: $0.bytes) }
        return Placed(files: files, refusedPath: refused.map { _ in refusedFile.path }, stale: stale(besides: places))
    }

    private func stale(besides places: [WholeFile]) -> [String] {
        guard !isDevice else { return [] }
        let paths = [file.path, numbered(parts.count == 1 ? 1 : parts.count + 1).path] + (refused == nil ? [refusedFile.path] : [])
        return paths.filter { path in !places.contains { $0.path == path } && FileManager.default.fileExists(atPath: path) }
    }

    private func numbered(_ number: Int) -> WholeFile { named("-\(number)", end: nil) }

    private var refusedFile: WholeFile { named(".refused", end: ".csv") }

    /// A file beside the first with something between its name and its end.
    private func named(_ more: String, end: String?) -> WholeFile {
        let name = file.path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        let dot = name.dropFirst().lastIndex(of: ".") ?? name.endIndex
        let stem = file.path.dropLast(name[dot...].count)
        return WholeFile(path: stem + more + (end ?? String(name[dot...])), sparing: file.sparing)
    }
}
