import ContactModel
import TextMatching

/// Names of which an export left one half empty: "An empty cell never erases a known value" holds for the halves of a name too.
enum NameHalves {
    /// Records with every half name completed by the latest earlier record of the same entry that has the other half as well: of one
    /// person's records, in any order, the same ones in the same order.
    ///
    /// Earlier is what was handed out earlier, whatever was imported first.
    static func completed(_ records: [ProjectedRecord]) -> [ProjectedRecord] {
        guard records.count > 1, records.contains(where: { $0.card.name.isHalf }) else { return records }
        var completed = records
        for places in Dictionary(grouping: records.indices, by: { records[$0].entry }).values where places.count > 1 {
            let sorted = places.sorted { start(of: records[$0]) < start(of: records[$1]) }
            for (position, place) in sorted.enumerated() where completed[place].card.name.isHalf {
                let earlier = sorted[..<position].last { completed[$0].card.name.completes(completed[place].card.name) }
                guard let earlier else { continue }
                let whole = completed[earlier].card.name
                completed[place].card.name.given = better(completed[place].card.name.given, whole.given)
                completed[place].card.name.family = better(completed[place].card.name.family, whole.family)
            }
        }
        return completed
    }

    /// The later text of a half, unless it is missing or the earlier one alone is written as names are.
    private static func better(_ later: String?, _ earlier: String?) -> String? {
        guard let later, let earlier else { return later ?? earlier }
        return !later.isWrittenAsNamesAre && earlier.isWrittenAsNamesAre ? earlier : later
    }

    private static func start(of record: ProjectedRecord) -> Int { record.list.order.range(record.run).lowerBound }
}

extension PersonName {
    /// Whether one of given and family name is missing, and no text says the whole.
    fileprivate var isHalf: Bool { full == nil && (given == nil) != (family == nil) }

    /// Whether this is a half name with its other half.
    fileprivate func completes(_ half: PersonName) -> Bool {
        guard full == nil, let given, let family else { return false }
        return half.given.map { TextFolding.folded($0) == TextFolding.folded(given) } ?? true
            && half.family.map { TextFolding.folded($0) == TextFolding.folded(family) } ?? true
    }
}

extension String {
    /// Whether a name has capitals and small letters: "ANN LEE" and "ann lee" have not.
    var isWrittenAsNamesAre: Bool { contains(where: \.isUppercase) && contains(where: \.isLowercase) }
}
