import Foundation

/// The file a vault is.
struct VaultFile: Sendable {
    /// Where it is; empty where it is no file.
    let path: String

    /// How large it is. What was written last lies beside it until SQLite moves it in.
    var byteCount: Int64 {
        [path, path + "-wal"].reduce(0) { sum, path in
            sum + (((try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber)?.int64Value ?? 0)
        }
    }
}
