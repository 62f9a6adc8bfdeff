import Foundation

/// From the average weight between a row and the others of its cluster to how often such a row is right.
///
/// A weight is calibrated as that of any pair (`Calibration`: who fits that anew fits this anew). A row has been through more: what it
/// weighs with others was not refused by any of them, so in the middle it is right more often; and pairs of one cluster err together, so at
/// the upper end it is right less often. One line for every table, that falls with its size as the one for pairs does: fitted to invented
/// contacts of 10,000, 100,000 and 1,000,000 rows, where what is stated then is right within four hundredths from 0.75 on, and within two
/// from 0.94 on; on registers, with days and places of birth, what is stated is too low (`Benchmarks/linkage`).
public struct RowCertainty: Sendable {
    /// What a bit counts.
    private let scale = 0.74
    /// What is added.
    private let shift: Double

    /// The line for a table of so many rows.
    public init(rows: Int) {
        let decades = log10(Double(max(rows, 10_000)) / 10_000)
        shift = max(0.3, 1.45 - 0.48 * decades)
    }

    /// The probability that a row belongs to its cluster, from the average of its weights there in bits.
    public func probability(weight: Float) -> Double { Probability.of(weight: scale * Double(weight) + shift) }
}
