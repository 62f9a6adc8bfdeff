import Actions
import ContactFormats
import ContactModel
import Foundation
import Vault

/// The imports under way and just done. They go on when nobody looks: closing the window ends none of them. One comes in at a time, the
/// others wait their turn.
actor ImportDesk {
    private let desk: VaultDesk
    private let clock: Clock
    private var jobs: [String: ImportJob] = [:]
    /// The jobs in the order they began.
    private var order: [String] = []

    /// So many are remembered.
    private static let mostRemembered = 24

    init(desk: VaultDesk, clock: Clock = .system) {
        self.desk = desk
        self.clock = clock
    }

    /// The job of a name.
    func job(_ id: String) -> ImportJob? { jobs[id] }

    /// The jobs, the latest first.
    func all() -> [ImportJob] { order.reversed().compactMap { jobs[$0] } }

    /// Begins to look at an upload.
    ///
    /// - Returns: the job's name.
    func begin(_ upload: UploadFolder) -> String {
        let files = upload.files
        let job = ImportJob(
            id: clock.newID().description, names: files.map(\.name), isSample: false,
            files: ImportFiles(
                paths: files.map(\.path), names: Dictionary(files.map { ($0.path, $0.name) }, uniquingKeysWith: { first, _ in first })),
            stage: .reading, upload: upload, progress: ProgressNote())
        remember(job)
        look(job.id)
        return job.id
    }

    /// Begins to take in the sample network.
    ///
    /// - Throws: where its files can't be written.
    func beginSample(in upload: UploadFolder) throws -> String {
        let job = ImportJob(
            id: clock.newID().description, names: [SampleNetwork.sourceName], isSample: true,
            files: try SampleNetwork(today: clock.today).files(in: upload.path), stage: .importing, upload: upload, progress: ProgressNote()
        )
        remember(job)
        takeIn(job.id)
        return job.id
    }

    /// Looks again, with what the owner says now; nothing where the job does not wait for a word.
    func look(_ id: String, saying change: @Sendable (inout ImportFiles, PreviewImport.Outcome) -> Void) {
        guard var job = jobs[id], case .previewed(let found) = job.stage else { return }
        change(&job.files, found)
        job.stage = .reading
        jobs[id] = job
        look(id)
    }

    /// Takes in what was looked at, with what the owner says now; nothing where the job does not wait for a word.
    func confirm(_ id: String, saying change: @Sendable (inout ImportFiles, PreviewImport.Outcome) -> Void) {
        guard var job = jobs[id], case .previewed(let found) = job.stage else { return }
        change(&job.files, found)
        job.allRows = found.lists.map { Int(clamping: $0.file.rows) }.reduce(0, +)
        job.stage = .importing
        jobs[id] = job
        takeIn(id)
    }

    /// Forgets a job that nothing is being done for, and removes its files.
    func discard(_ id: String) {
        guard let job = jobs[id], !job.isAtWork else { return }
        jobs[id] = nil
        order.removeAll { $0 == id }
    }

    // MARK: At work

    private func look(_ id: String) {
        run(id) { vault, files in .previewed(try PreviewImport(files).run(in: vault)) }
    }

    private func takeIn(_ id: String) {
        run(id) { vault, files in .done(try files.run(in: vault)) }
    }

    private func run(_ id: String, _ work: @escaping @Sendable (Vault, ImportFiles) throws -> ImportJob.Stage) {
        guard let job = jobs[id] else { return }
        let (progress, desk) = (job.progress, desk)
        progress.value = nil
        var files = job.files
        files.progress = { progress.value = $0 }
        let prepared = files
        Task {
            do {
                let stage = try await desk.write { vault in
                    progress.value = ImportProgress(rows: 0)
                    return try work(vault, prepared)
                }
                finish(id, stage)
            } catch {
                finish(id, .failed(Self.sentence(error)))
            }
        }
    }

    private func finish(_ id: String, _ stage: ImportJob.Stage) {
        guard var job = jobs[id] else { return }
        job.stage = stage
        switch stage {
        case .done, .failed: job.upload = nil
        // Where nothing can come of it, the files go at once.
        case .previewed where !job.canBeReadOtherwise: job.upload = nil
        case .reading, .previewed, .importing: break
        }
        jobs[id] = job
    }

    private static func sentence(_ error: any Error) -> String {
        switch error {
        case let error as VaultError: error.message
        case let error as InputError: error.message
        case let error as OutputError: error.message
        default: ""
        }
    }

    private func remember(_ job: ImportJob) {
        jobs[job.id] = job
        order.append(job.id)
        var surplus = order.count - Self.mostRemembered
        order.removeAll { id in
            guard surplus > 0, jobs[id]?.isAtWork != true else { return false }
            surplus -= 1
            jobs[id] = nil
            return true
        }
    }
}
