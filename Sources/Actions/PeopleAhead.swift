import ContactModel
import Vault

/// Reads people on a thread of its own, a few hundred at a time, while the caller works on those that came before.
enum PeopleAhead {
    /// How many people go from the thread that reads to the one that works on them at a time.
    private static let batchSize = 128

    /// The people a filter means, in batches; those of a batch and the batches are in the vault's order, or by family name.
    static func batches(of filter: PeopleFilter, in vault: Vault, sortedByName: Bool = false) -> WorkAhead<[Person], Void> {
        WorkAhead(most: 4) { handOver in
            var people: [Person] = []
            people.reserveCapacity(batchSize)
            try vault.forEachPerson(filter, sortedByName: sortedByName) { person in
                people.append(person)
                if people.count == batchSize {
                    try handOver(people)
                    people = []
                    people.reserveCapacity(batchSize)
                }
                return true
            }
            if !people.isEmpty { try handOver(people) }
        }
    }
}
