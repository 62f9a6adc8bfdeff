public import Vault

/// Tells where a service gave less than the last time, more than people leaving would explain.
public enum DeliveryWarning {
    /// Fewer people than this share of the last time are not explained by people leaving; nor are fewer addresses.
    private static let leastShare = 0.95
    /// So few are always explained.
    private static let explained: Int64 = 10

    /// What to know, in sentences; empty where nothing is less.
    public static func sentences(for comparison: DeliveryComparison) -> [String] {
        let (before, latest) = (comparison.before, comparison.latest)
        let name = "The export of \(comparison.source) (\(comparison.list)) of \(latest.exportedOn)"
        var sentences: [String] = []
        let lost = before.fields.subtracting(latest.fields).sorted()
        if !lost.isEmpty {
            sentences.append(
                "\(name) has no column for \(lost.joined(separator: ", ")) any more; that of \(before.exportedOn) had. What was known stays."
            )
        }
        if isLess(latest.entries, than: before.entries) {
            sentences.append(
                "\(name) has \(latest.entries) people where that of \(before.exportedOn) had \(before.entries): more are missing than leave. "
                    + "It may be cut off or filtered; ask for another before you rely on it.")
        }
        // Fewer addresses among as many people; of fewer people there are fewer anyway.
        let expected =
            before.entries == 0 ? 0 : Double(before.addresses) * Double(min(latest.entries, before.entries)) / Double(before.entries)
        if isLess(latest.addresses, than: Int64(expected)) {
            sentences.append(
                "\(name) has \(latest.addresses) e-mail addresses where that of \(before.exportedOn) had \(before.addresses). Those known stay."
            )
        }
        return sentences
    }

    private static func isLess(_ latest: Int64, than before: Int64) -> Bool {
        before - latest > explained && Double(latest) < leastShare * Double(before)
    }
}
