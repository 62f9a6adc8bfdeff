import Actions
import Vault

/// A backup on its way back: opened, checked through, put in its place. A value; `RestoreDesk` moves it on.
struct RestoreJob: Sendable {
    /// Where the vault in it is to be.
    enum Place: String, CaseIterable, Sendable {
        /// In the place of the vault that is served; that one is set aside.
        case here
        /// Beside it, as a file of its own.
        case beside
    }

    /// Where it is.
    enum Stage: Sendable {
        /// It is encrypted and waits for its passphrase or key; what was wrong with the last one.
        case locked(RestoreFailure?)
        /// It is being checked.
        case checking
        /// It is sound, and waits for a word on its place; what was in the way the last time.
        case checked(CheckedBackup, RestoreFailure?)
        /// It is being put in its place.
        case placing(CheckedBackup)
        /// It is in its place.
        case done(Done)
        /// It can't be brought back.
        case failed(RestoreFailure)
    }

    /// What was done.
    struct Done: Sendable {
        /// What was checked.
        var report: VerificationReport
        /// Where the vault is now.
        var path: String
        /// Where it was put.
        var place: Place
        /// Where the vault that was there is now; `nil` where there was none.
        var keptAs: String?
    }

    /// Its name in addresses.
    let id: String
    /// The file as it is told.
    let name: String
    /// The file.
    let path: String
    /// Whether it is encrypted.
    let isEncrypted: Bool
    /// Where it is.
    var stage: Stage
    /// Where an upload lies; let go of when it is needed no more.
    var upload: UploadFolder?
    /// How many records and people are checked.
    let progress = RowCount()

    /// The stage in one word, for scripts.
    var stageName: String {
        switch stage {
        case .locked: "locked"
        case .checking: "checking"
        case .checked: "checked"
        case .placing: "placing"
        case .done: "done"
        case .failed: "failed"
        }
    }

    /// Whether it is being put in its place.
    var isPlacing: Bool { if case .placing = stage { true } else { false } }

    /// Whether something is being done for it.
    var isAtWork: Bool {
        switch stage {
        case .checking, .placing: true
        case .locked, .checked, .done, .failed: false
        }
    }
}
