public import Vault

/// Tells what imports did to people, as history has it now: whatever came in since, and where they were taken back.
public struct ExploreImport: Sendable {
    /// What they did.
    public struct Outcome: Sendable {
        /// A list that came in, and what it did to the people in it.
        public struct List: Sendable {
            /// The list.
            public var snapshot: SnapshotSummary
            /// What it did.
            public var summary: ImportSummary
        }

        /// The steps of the log they came in with, in order, those that were taken back too.
        public var imports: [Decision]
        /// What they did to the owner's contacts, each counted once; `nil` where all of them were taken back or replaced.
        public var whole: ImportSummary?
        /// Each list that counts, in the order they came in.
        public var lists: [List]
        /// How many people are listed now.
        public var totalPeople: Int64
    }

    /// The steps of the log.
    public var steps: ClosedRange<Int64>

    /// So many people who changed, and who are gone, are named of each list.
    public static let mostNamed = 6

    /// Prepares a look at the imports among some steps of the log.
    public init(_ steps: ClosedRange<Int64>) {
        self.steps = steps
    }

    /// Looks.
    ///
    /// - Throws: `VaultError` with code `notFound` where none of the steps is an import.
    public func run(in vault: Vault) throws -> Outcome {
        let imports = try vault.log().map(\.decision).filter { steps.contains($0.step) && $0.kind == .import }
        guard !imports.isEmpty else {
            throw VaultError(.notFound, "Step \(ImportReference.steps(steps).text) of the log is no import.")
        }
        let snapshots = Dictionary(uniqueKeysWithValues: try vault.snapshots().map { ($0.id, $0) })
        let lists = try vault.importedLists(by: steps).compactMap { list in
            try snapshots[list.snapshot].map {
                Outcome.List(snapshot: $0, summary: try vault.summary(of: list.reference, naming: Self.mostNamed))
            }
        }
        return Outcome(
            imports: imports, whole: lists.isEmpty ? nil : try vault.summary(of: .steps(steps)), lists: lists,
            totalPeople: try vault.listedPeopleCount())
    }
}
