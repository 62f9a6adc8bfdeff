import Actions
import ContactModel
import Foundation
import HTTPTypes
import NIOPosix
import Vault

/// The one backup that is on its way back. It is checked beside the vault, which serves on meanwhile; only while it takes the vault's place
/// everybody waits for a moment.
actor RestoreDesk {
    private let desk: VaultDesk
    private let vaultPath: String
    private let clock: Clock
    private var current: RestoreJob?

    init(desk: VaultDesk, vaultPath: String, clock: Clock = .system) {
        self.desk = desk
        self.vaultPath = vaultPath
        self.clock = clock
    }

    /// The job of a name.
    ///
    /// - Throws: `Refusal` (404) where there is none of that name any more.
    func waiting(_ id: String?) throws -> RestoreJob {
        guard let job = id.flatMap({ job($0) }) else { throw Refusal(.notFound, "not-found", .text("restoreForgotten")) }
        return job
    }

    private func job(_ id: String) -> RestoreJob? { current.flatMap { $0.id == id ? $0 : nil } }

    /// Takes an upload up, in the place of another that waits; one that is not encrypted is checked at once.
    ///
    /// - Throws: `Refusal` while another backup is at work.
    func begin(_ upload: UploadFolder) throws -> RestoreJob {
        guard let file = upload.files.first else { throw Refusal(.badRequest, "no-file", .text("importNoFile")) }
        return try begin(file.path, named: file.name, upload)
    }

    /// Takes up a vault that was set aside when another took its place.
    ///
    /// - Throws: `Refusal` where there is none of that name, or while another backup is at work.
    func begin(aside name: String) throws -> RestoreJob {
        guard let kept = ListVaultsAside(vaultPath: vaultPath).run().first(where: { $0.name == name }) else {
            throw Refusal(.notFound, "not-found", .text("restoreForgotten"))
        }
        return try begin(kept.path, named: kept.name, nil)
    }

    private func begin(_ path: String, named name: String, _ upload: UploadFolder?) throws -> RestoreJob {
        guard current?.isAtWork != true else { throw Refusal(.conflict, "busy", .text("restoreBusy")) }
        let isEncrypted = RestoreVault.isEncrypted(fileAt: path)
        let job = RestoreJob(
            id: clock.newID().description, name: name, path: path, isEncrypted: isEncrypted,
            stage: .locked(nil), upload: upload)
        current = job
        if !isEncrypted { check(job.id, with: nil) }
        return current ?? job
    }

    /// Begins to open the backup with what somebody typed and to check it through; nothing where it does not wait for that.
    ///
    /// - Returns: the work, for who waits for its end.
    @discardableResult
    func check(_ id: String, with typed: String?) -> Task<Void, Never> {
        guard var job = job(id), case .locked = job.stage else { return Task {} }
        job.stage = .checking
        job.progress.value = 0
        current = job
        let (checked, vaultPath, progress) = (job, vaultPath, job.progress)
        return Task {
            do {
                let backup = try await NIOThreadPool.singleton.runIfActive {
                    let key = try typed.map { try TypedKey($0).key }
                    return try RestoreVault(from: checked.path, to: vaultPath, key: key, replaces: true) { done, _ in progress.value = done
                    }.check()
                }
                move(id, to: .checked(backup, nil))
            } catch {
                let failure = Self.failure(error, of: checked)
                move(id, to: failure.isForWantOfKey && checked.isEncrypted ? .locked(failure) : .failed(failure))
            }
        }
    }

    /// Begins to put the checked backup in its place; nothing where it does not wait for that.
    ///
    /// - Returns: the work, for who waits for its end.
    @discardableResult
    func place(_ id: String, _ place: RestoreJob.Place) -> Task<Void, Never> {
        guard var job = job(id), case .checked(let backup, _) = job.stage else { return Task {} }
        job.stage = .placing(backup)
        current = job
        let (placed, desk, clock, path) = (job, desk, clock, place == .here ? vaultPath : besidePath())
        return Task {
            do {
                let put: @Sendable () throws -> RestoreVault.Outcome = {
                    var restore = RestoreVault(from: placed.path, to: path, replaces: place == .here)
                    restore.keepsAccess = place == .here
                    return try restore.place(backup, clock: clock)
                }
                let outcome = try await place == .here ? desk.exchange(put) : NIOThreadPool.singleton.runIfActive(put)
                move(id, to: .done(.init(report: outcome.report, path: path, place: place, keptAs: outcome.keptAs)))
            } catch let error as VaultError where error.code == .busy {
                // Who has the vault now will be done with it: the backup needn't be sent and checked once more.
                move(id, to: .checked(backup, Self.failure(error, of: placed)))
            } catch {
                move(id, to: .failed(Self.failure(error, of: placed)))
            }
        }
    }

    /// Forgets a backup nothing is being done for, and removes its upload.
    func discard(_ id: String) {
        if let job = job(id), !job.isAtWork { current = nil }
    }

    private func move(_ id: String, to stage: RestoreJob.Stage) {
        guard var job = job(id) else { return }
        job.stage = stage
        switch stage {
        case .done, .failed: job.upload = nil
        case .locked, .checking, .checked, .placing: break
        }
        current = job
    }

    /// A name beside the vault, by the time: `vault-restored-20261126T120000000Z.sqlite`.
    private func besidePath() -> String {
        let place = URL(fileURLWithPath: vaultPath)
        let stamp = BackupName.stamp(of: clock.timestamp)
        let ending = place.pathExtension.isEmpty ? "" : "." + place.pathExtension
        let stem = place.deletingPathExtension().path
        return "\(stem)-restored-\(stamp)\(ending)"
    }

    /// What went wrong, with the file called by its name and not by where it lies.
    private static func failure(_ error: any Error, of job: RestoreJob) -> RestoreFailure {
        let failure = RestoreFailure(error) ?? RestoreFailure(unforeseen: "The backup could not be brought back. Nothing was changed.")
        return failure.calling(job.path, job.name)
    }
}
