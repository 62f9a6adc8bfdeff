import Foundation

/// The vaults that were set aside when a backup took their place.
public struct ListVaultsAside: Sendable {
    /// A vault that was set aside.
    public struct VaultAside: Sendable, Hashable {
        /// The file's name.
        public var name: String
        /// Where it is.
        public var path: String
        /// When it was set aside, as its name says: `20261126T114720120Z`.
        public var stamp: String
        /// How large it is.
        public var bytes: Int64

        /// When it was set aside, in ISO 8601, UTC: `2026-11-26T11:47:20.120Z`; the stamp itself where it is none of ours.
        public var setAsideAt: String {
            guard let parts = stamp.wholeMatch(of: /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z/)?.output else { return stamp }
            return "\(parts.1)-\(parts.2)-\(parts.3)T\(parts.4):\(parts.5):\(parts.6).\(parts.7)Z"
        }
    }

    /// What stands between the vault's name and the time.
    static let mark = ".before-restore-"

    /// The file of the vault they made room in.
    public var vaultPath: String

    /// Prepares a look.
    public init(vaultPath: String) {
        self.vaultPath = vaultPath
    }

    /// The vaults, the one last set aside first.
    public func run() -> [VaultAside] {
        let place = URL(fileURLWithPath: vaultPath)
        let folder = place.deletingLastPathComponent().path
        let begin = place.lastPathComponent + Self.mark
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasPrefix(begin) && !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }.sorted(by: >).map { name in
            let path = "\(folder)/\(name)"
            let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber
            return VaultAside(name: name, path: path, stamp: String(name.dropFirst(begin.count)), bytes: size?.int64Value ?? 0)
        }
    }
}
