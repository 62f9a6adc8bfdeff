import Foundation

/// From what the fields say as if they were independent to what is right so often.
///
/// They are not: who has one thing in common has others, so evidence for and against is worth less than its sum, while records that
/// share a name and contradict in nothing are one person more often than it says; the less so the more namesakes there are. One line for
/// every set: measured on invented contacts of three sizes and on the public labelled sets (`Benchmarks/linkage`).
struct Calibration: Sendable {
    /// What a bit of evidence is worth.
    let scale: Float = 0.65
    /// What is added.
    let shift: Float

    /// The line for a set of records.
    init(records count: Int) {
        let decades = log2(RarityTable.effective(count) / 10_000) / log2(10)
        shift = max(0.4, min(1.6, 1.6 - 0.55 * decades))
    }
}
