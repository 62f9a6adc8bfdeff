import ContactFormats
import ContactModel
import Foundation
public import Vault

/// Takes in the exports of known services from a folder, each the moment its download is complete; everything else there is left alone.
///
/// A file counts as complete when its name is no browser's name for a part, no part lies beside it, its size and time stayed the same
/// between two looks, no program has it open for writing (as far as the system tells), and its end is there: a zip archive's table of
/// contents, a text's last row.
public struct FolderWatch: Sendable {
    /// What happened.
    public enum Event: Sendable {
        /// The folder is being watched, by the system's notices or by looking again and again.
        case watching(byNotices: Bool)
        /// An export came in.
        case imported(path: String, ImportFiles.Outcome, changes: [ChangeSummary])
        /// A file is an export of a known service, and was not taken; with the reason.
        case refused(path: String, reason: String)
    }

    /// The folder.
    public var folder: String
    /// How long a file must stay the same, in seconds.
    public var settlingSeconds: Double
    /// Whether to look again and again, even where the system gives notice of changes.
    public var polls: Bool

    /// How often to look where there are no notices, in seconds; and how long to rely on notices alone.
    private static let pollingSeconds = 2.0
    private static let longestWaitSeconds = 60.0

    /// Prepares a watch.
    public init(folder: String, settlingSeconds: Double = 2, polls: Bool = false) {
        self.folder = folder
        self.settlingSeconds = settlingSeconds
        self.polls = polls
    }

    /// Watches; with `once` looks through the folder, waits for what is settling, and returns.
    ///
    /// - Parameters:
    ///   - withVault: opens the vault for one import; it is not held between imports, so that other programs can use it.
    ///   - event: told what happens.
    /// - Throws: `InputError` where the folder can't be read, and what importing throws.
    public func run(
        once: Bool,
        withVault: ((Vault) throws -> Void) throws -> Void,
        event: @escaping (Event) throws -> Void
    ) throws {
        guard (try? FileManager.default.contentsOfDirectory(atPath: folder)) != nil else {
            throw InputError(.missing, "There is no folder \(folder) that can be read. Nothing is watched.")
        }
        let notices = once || polls ? nil : FolderNotices(folder: folder)
        if !once { try event(.watching(byNotices: notices != nil)) }
        var seen: [String: DownloadState] = [:]
        var done: [String: DownloadState] = [:]
        while true {
            let now = look()
            var isSettling = false
            for (name, state) in now.sorted(by: { $0.key < $1.key }) where done[name] != state {
                guard seen[name] == state else {
                    isSettling = true
                    continue
                }
                // A program that pauses longer than a file has to settle has it open still.
                guard !DownloadState.isBeingWritten(folder + "/" + name) else {
                    isSettling = isSettling || !once
                    continue
                }
                done[name] = state
                try take(folder + "/" + name, withVault: withVault, event: event)
            }
            seen = now
            if once, !isSettling { return }
            if isSettling {
                Thread.sleep(forTimeInterval: settlingSeconds)
            } else if let notices {
                notices.wait(seconds: Self.longestWaitSeconds)
            } else {
                Thread.sleep(forTimeInterval: Self.pollingSeconds)
            }
        }
    }

    /// The files in the folder that are not parts of a download.
    private func look() -> [String: DownloadState] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var found: [String: DownloadState] = [:]
        for name in names where DownloadState.isWhole(name, among: Set(names)) {
            if let state = DownloadState(of: folder + "/" + name) { found[name] = state }
        }
        return found
    }

    private func take(
        _ path: String, withVault: ((Vault) throws -> Void) throws -> Void, event: @escaping (Event) throws -> Void
    ) throws {
        // What can't be opened, a zip without its end for one, is no complete file or none of ours: it is looked at again when it changes.
        guard let parcel = try? Parcel.open(path: path), let handOut = try? HandOutFormat.recognise(parcel),
            Service.all.contains(where: { $0.sources.contains { handOut.service == $0 || handOut.service.hasPrefix($0 + " ") } })
        else { return }
        if try parcel.breaksOff() {
            let reason =
                "it breaks off in its middle, as if its download had ended early. If that is all there is, import it by hand: holdfast import"
            return try event(.refused(path: path, reason: reason))
        }
        try withVault { vault in
            if let reason = try ownership(of: handOut, in: vault) { return try event(.refused(path: path, reason: reason)) }
            var before: Set<String> = []
            try vault.forEachChange(since: nil) { before.insert(Self.text($0)) }
            let outcome = try ImportFiles(paths: [path]).run(in: vault)
            guard outcome.reports.contains(where: { $0.files.contains { !$0.isAlreadyImported } }) || !outcome.failures.isEmpty else {
                return
            }
            var changes: [ChangeSummary] = []
            try vault.forEachChange(since: nil) { if !before.contains(Self.text($0)) { changes.append($0) } }
            try event(.imported(path: path, outcome, changes: changes))
        }
    }

    private static func text(_ change: ChangeSummary) -> String {
        "\(change.on) \(change.kind.rawValue) \(change.person) \(change.field) \(change.from ?? "") \(change.to ?? "")"
    }

    /// Why a hand-out is not the owner's; `nil` where nothing speaks against it.
    private func ownership(of handOut: HandOut, in vault: Vault) throws -> String? {
        guard let owner = try vault.owner() else { return nil }
        let names = Set(owner.names.map { $0.value.display.lowercased() })
        let addresses = Set(owner.emails.map { $0.value.address.lowercased() })
        for table in handOut.tables where table.list == .owner {
            var theirs: Card?
            _ = try table.read { event in if case .entry(let entry) = event { theirs = entry.card } }
            guard let card = theirs, !card.name.isEmpty else { continue }
            let isOwn =
                names.contains(card.name.display.lowercased()) || card.emails.contains { addresses.contains($0.address.lowercased()) }
            if !isOwn {
                return
                    "it is the archive of \(card.name.display), not yours. If it is to come in, import it by hand: holdfast import --source NAME"
            }
        }
        return nil
    }
}

/// A file as it lay in the folder at one look.
struct DownloadState: Equatable {
    private var size: Int64
    private var modified: Int64
    private var nanoseconds: Int64
    private var inode: UInt64

    /// `nil` for what is no file, or is empty: browsers put an empty file where the download is to be.
    init?(of path: String) {
        var state = stat()
        guard lstat(path, &state) == 0, state.st_mode & S_IFMT == S_IFREG, state.st_size > 0 else { return nil }
        size = Int64(state.st_size)
        inode = UInt64(state.st_ino)
        #if canImport(Darwin)
            modified = Int64(state.st_mtimespec.tv_sec)
            nanoseconds = Int64(state.st_mtimespec.tv_nsec)
        #else
            modified = Int64(state.st_mtim.tv_sec)
            nanoseconds = Int64(state.st_mtim.tv_nsec)
        #endif
    }

    /// What browsers and other programs put behind the name of a download that is not complete.
    private static let partSuffixes = [
        ".crdownload", ".part", ".partial", ".download", ".opdownload", ".tmp", ".filepart", ".!ut", ".aria2",
    ]

    /// Whether a program has a file open for writing: Linux gives no lease for reading on such a file (fcntl(2), F_SETLEASE). `false` where
    /// that can't be told.
    static func isBeingWritten(_ path: String) -> Bool {
        #if canImport(Glibc)
            let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
            guard descriptor >= 0 else { return false }
            defer { close(descriptor) }
            // Linux's own numbers, which are the same on every processor; who wants to write while the lease is held is told by a signal that
            // is passed over by default.
            let (setLease, setSignal): (Int32, Int32) = (1024, 10)
            _ = fcntl(descriptor, setSignal, SIGURG)
            guard fcntl(descriptor, setLease, Int32(F_RDLCK)) == 0 else { return errno == EAGAIN }
            _ = fcntl(descriptor, setLease, Int32(F_UNLCK))
        #endif
        return false
    }

    /// Whether a name is a whole file's, going by the name and those beside it.
    static func isWhole(_ name: String, among names: Set<String>) -> Bool {
        let lower = name.lowercased()
        guard !name.hasPrefix("."), !name.hasSuffix("~"), !partSuffixes.contains(where: { lower.hasSuffix($0) }) else { return false }
        // Firefox writes `file.zip.part`, or `file.a1b2c3.zip.part`, beside an empty or older `file.zip`.
        let stem = name.split(separator: ".").first.map(String.init) ?? name
        return !names.contains { other in
            let other = other.lowercased()
            return partSuffixes.contains { other.hasSuffix($0) }
                && (other.hasPrefix(lower + ".") || other == lower + ".part"
                    || (other.hasPrefix(stem.lowercased() + ".") && other.contains(".part")))
        }
    }
}
