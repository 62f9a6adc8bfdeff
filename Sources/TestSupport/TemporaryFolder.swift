import Foundation

/// A folder of one test, removed with its last reference.
public final class TemporaryFolder: Sendable {
    /// Where it is.
    public let path: String

    /// Makes an empty folder under a name nothing else has.
    public init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("holdfast-test-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of something in it, whether it is there or not.
    public func path(_ name: String) -> String { path + "/" + name }

    /// Writes a file, with the folders it lies in.
    ///
    /// - Parameter modifiedAt: the file's time, in seconds since 1970; now where it is left out.
    /// - Returns: its path.
    @discardableResult
    public func write(_ name: String, _ bytes: some Sequence<UInt8>, modifiedAt: Int? = nil) throws -> String {
        let url = URL(fileURLWithPath: path(name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(Array(bytes)).write(to: url)
        if let modifiedAt {
            let date = Date(timeIntervalSince1970: Double(modifiedAt))
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: url.path)
        }
        return url.path
    }

    /// Writes a text file in UTF-8, with the folders it lies in.
    @discardableResult
    public func write(_ name: String, _ text: String, modifiedAt: Int? = nil) throws -> String {
        try write(name, text.utf8, modifiedAt: modifiedAt)
    }
}
