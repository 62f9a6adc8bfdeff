import Actions
import Vault

/// The check of everything, one at a time; it goes on when nobody looks.
actor CheckDesk {
    private let desk: VaultDesk
    private let progress = RowCount()
    private(set) var report: VerificationReport?
    private(set) var failure: String?
    private var isAtWork = false

    init(desk: VaultDesk) {
        self.desk = desk
    }

    /// How many records and people were seen; `nil` where no check is under way.
    var checked: Int? { isAtWork ? progress.value ?? 0 : nil }

    /// Begins a check, unless one is under way.
    func begin() {
        guard !isAtWork else { return }
        isAtWork = true
        (report, failure) = (nil, nil)
        progress.value = 0
        let (desk, progress) = (desk, progress)
        Task {
            do {
                end(try await desk.readAtLength { vault in try VerifyVault().run(in: vault) { done, _ in progress.value = done } }, nil)
            } catch {
                end(nil, (error as? VaultError)?.message ?? "")
            }
        }
    }

    private func end(_ report: VerificationReport?, _ failure: String?) {
        (self.report, self.failure) = (report, failure)
        isAtWork = false
    }
}
