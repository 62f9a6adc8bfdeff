import Synchronization

/// What has come out of one archive so far, held against its limits.
///
/// An entry that is read again counts once: each is charged with the most bytes that any reading of it produced.
final class UnpackingBudget: Sendable {
    /// The number an entry is charged under.
    typealias Account = Int

    /// A limit that was hit.
    enum Excess: Error {
        case entry
        case total
        case ratio
    }

    /// Below this many bytes the ratio says nothing: a short list of one company's people packs well, too.
    private static let ratioJudgedAfter = 16 << 20

    private struct Ledger {
        var accounts: [Int] = []
        var total = 0
    }

    let limits: UnpackingLimits
    private let ledger = Mutex(Ledger())

    init(limits: UnpackingLimits) {
        self.limits = limits
    }

    /// How many entries there are so far.
    var accountCount: Int {
        ledger.withLock { $0.accounts.count }
    }

    /// Opens accounts for the entries of one more archive.
    func openAccounts(_ count: Int) -> Range<Account> {
        ledger.withLock { ledger in
            let first = ledger.accounts.count
            ledger.accounts += repeatElement(0, count: count)
            return first..<ledger.accounts.count
        }
    }

    /// Notes that a reading of an entry has produced `produced` bytes since its start, out of `packed` bytes in the archive.
    func charge(_ account: Account, produced: Int, packed: Int) throws(Excess) {
        guard produced <= limits.bytesPerEntry else { throw .entry }
        if produced > Self.ratioJudgedAfter {
            let (allowed, isBeyondCounting) = packed.multipliedReportingOverflow(by: limits.ratio)
            guard isBeyondCounting || produced <= allowed else { throw .ratio }
        }
        let isWithinTotal = ledger.withLock { ledger in
            guard ledger.accounts.indices.contains(account) else { return false }
            let more = produced - ledger.accounts[account]
            guard more > 0 else { return true }
            guard more <= limits.totalBytes - ledger.total else { return false }
            ledger.accounts[account] = produced
            ledger.total += more
            return true
        }
        guard isWithinTotal else { throw .total }
    }
}
