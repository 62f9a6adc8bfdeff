import ContactFormats
import Foundation

extension ByteSource {
    /// Writes the bytes into a new file that only the owner may read, to be read again by position; whoever asks removes it.
    ///
    /// - Throws: `VaultError` with code `diskFull` where the file can't be made or there is no room for it; what reading the bytes throws.
    func write(toTemporaryFile path: String) throws {
        let noRoom = VaultError(
            .diskFull,
            "The folder for temporary files can't be written, or has no room left. Nothing was changed. Name another in TMPDIR.")
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw noRoom }
        try forEachChunk { piece in
            do { try handle.write(contentsOf: Data(piece)) } catch { throw noRoom }
        }
        do { try handle.close() } catch { throw noRoom }
    }
}
