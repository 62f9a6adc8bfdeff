import Actions
import ContactFormats
import Synchronization
import Vault
import WebApp

/// An import from the moment its files are here: looked at, agreed to, taken in. A value; `ImportDesk` moves it on.
struct ImportJob: Sendable {
    /// Where it is.
    enum Stage: Sendable {
        /// It is being looked at.
        case reading
        /// It was looked at, and waits for a word.
        case previewed(PreviewImport.Outcome)
        /// It is coming in.
        case importing
        /// It came in.
        case done(ImportFiles.Outcome)
        /// It could not be done; a sentence says why.
        case failed(String)
    }

    /// Its name in addresses.
    let id: String
    /// The files as they are told.
    let names: [String]
    /// Whether it is the sample network.
    let isSample: Bool
    /// What is to be imported, and what the owner says of it.
    var files: ImportFiles
    /// Where it is.
    var stage: Stage {
        didSet { began = .now }
    }
    /// Where the files lie; let go of when they are needed no more.
    var upload: UploadFolder?
    /// When it came to where it is.
    var began = ContinuousClock.now
    /// How far it is; nothing while another import is at work.
    let progress: ProgressNote
    /// How many rows there are, as counted when it was looked at.
    var allRows: Int?

    /// How far it is.
    var state: ImportState {
        ImportState(
            isPreview: stageName == "reading", progress: progress.value, allRows: allRows,
            seconds: Int((ContinuousClock.now - began).components.seconds))
    }

    /// The stage in one word, for scripts.
    var stageName: String {
        switch stage {
        case .reading: "reading"
        case .previewed: "previewed"
        case .importing: "importing"
        case .done: "done"
        case .failed: "failed"
        }
    }

    /// Whether it was looked at, and another word on how its files are to be read could make something else of them.
    var canBeReadOtherwise: Bool {
        guard case .previewed(let found) = stage else { return false }
        // A file no format claims is claimed by none that is asked alone.
        let isRefused = found.imported.failures.contains { $0.error.code != .unrecognised && $0.error.code != .empty }
        return found.canBeImported || found.dependsOnColumns || isRefused || !files.formatOfPath.isEmpty
    }

    /// Whether something is still being done for it.
    var isAtWork: Bool {
        switch stage {
        case .reading, .importing: true
        case .previewed, .done, .failed: false
        }
    }
}

/// How far an import is, which one thread tells and others read.
final class ProgressNote: Sendable {
    private let progress = Mutex<ImportProgress?>(nil)

    /// How far it is; `nil` before anything began.
    var value: ImportProgress? {
        get { progress.withLock { $0 } }
        set { progress.withLock { $0 = newValue } }
    }
}
