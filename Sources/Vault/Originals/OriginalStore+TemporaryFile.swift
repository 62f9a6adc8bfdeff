import Foundation

extension OriginalStore {
    /// Writes what `read` hands over into a new file that only the owner may read, to be read again by position; whoever asks removes it.
    ///
    /// - Throws: `VaultError` with code `diskFull` where the file can't be made or there is no room for it; what `read` throws.
    static func write(reading read: Reading, toTemporaryFile path: String) throws {
        let noRoom = VaultError(
            .diskFull,
            "The folder for temporary files can't be written, or has no room left. Nothing was changed. Name another in TMPDIR.")
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw noRoom }
        try read { piece in
            do { try handle.write(contentsOf: Data(piece)) } catch { throw noRoom }
        }
        do { try handle.close() } catch { throw noRoom }
    }

    /// Writes a kept original so.
    func write(_ original: Int64, toTemporaryFile path: String) throws {
        try Self.write(reading: { try self.read(original, $0) }, toTemporaryFile: path)
    }
}
