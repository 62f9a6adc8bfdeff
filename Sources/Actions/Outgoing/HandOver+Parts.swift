import ContactFormats
import Foundation
public import Vault

extension HandOver {
    /// Whether what is handed over may have to come in several files: its reader takes so many people at a time, or so it was said.
    public var mayComeInParts: Bool {
        guard let limits = format.sheet?.limits else { return false }
        return options.rowsPerFile != nil || limits.rows != nil || limits.bytes != nil
    }

    /// Hands people out into a folder, for who can be given one file only: a file, or a zip of as many as their reader needs, with the list
    /// of those held back.
    ///
    /// - Parameters:
    ///   - folder: the folder, which is nobody else's.
    ///   - name: what the file is called, without its end.
    /// - Returns: how it went, and where the file is.
    /// - Throws: as ``run(in:to:progress:onHeldBack:)``; `OutputError` where the files can't be written.
    public func run(
        in vault: Vault, toFolder folder: String, named name: String, clock: Clock = .system
    ) throws -> (outcome: Outcome, path: String) {
        let file = WholeFile(path: "\(folder)/\(name).\(format.fileExtension)")
        let outcome = try run(in: vault, to: .files(OutputFiles(file)))
        guard let placed = outcome.report.placed, placed.files.count > 1 else { return (outcome, file.path) }
        let zip = "\(folder)/\(name).zip"
        try Self.pack(placed.files.map(\.path) + [placed.refusedPath].compactMap(\.self), at: zip, clock)
        return (outcome, zip)
    }

    private static func pack(_ paths: [String], at path: String, _ clock: Clock) throws {
        let zip = try ArchiveZip(at: path, modifiedAt: Int(clamping: clock.milliseconds() / 1000))
        for path in paths {
            let url = URL(fileURLWithPath: path)
            let file = try FileHandle(forReadingFrom: url)
            defer { try? file.close() }
            try zip.file(url.lastPathComponent, isPacked: false, byteCount: nil) { put in
                while let piece = try file.read(upToCount: 1 << 18), !piece.isEmpty { try put(Array(piece)[...]) }
            }
        }
        try zip.finish()
    }
}
