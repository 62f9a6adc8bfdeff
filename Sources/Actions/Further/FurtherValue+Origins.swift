public import ContactModel
public import Vault

extension FurtherValue {
    /// What is held of a person beyond the fields, each value with every source that says so.
    ///
    /// - Parameter holdings: all that sources said of the person.
    public static func all(of person: Person, told holdings: [Holding]) -> [FurtherValue] {
        let values = person.furtherValues
        guard values.contains(where: \.provenance.isEmpty) else { return values }
        var told: [Kind: [(value: FurtherValue, provenance: Provenance)]] = [:]
        for holding in holdings {
            let provenance = Provenance(
                source: holding.source, snapshot: holding.snapshot, firstSeen: holding.firstSeen, lastConfirmed: holding.lastConfirmed)
            for value in FurtherValue.values(of: holding.card.extraOfWhole) { told[value.kind, default: []].append((value, provenance)) }
        }
        return values.map { value in
            guard value.provenance.isEmpty else { return value }
            var value = value
            let origins = (told[value.kind] ?? []).filter { $0.value.saysTheSame(as: value) }.map(\.provenance)
            value.provenance = Dictionary(grouping: origins, by: \.source).values.compactMap(Self.joined).sorted {
                ($1.lastConfirmed, $0.source) < ($0.lastConfirmed, $1.source)
            }
            return value
        }
    }

    /// From the first time a source said so to the last.
    private static func joined(_ told: [Provenance]) -> Provenance? {
        guard var joined = told.max(by: { $0.lastConfirmed < $1.lastConfirmed }) else { return nil }
        joined.firstSeen = told.map(\.firstSeen).min() ?? joined.firstSeen
        return joined
    }
}
