/// People by the best way to reach them if the network closed tonight: of addresses that can be written to and numbers that can be called.
/// The counts sum to the people.
public struct ReachCounts: Hashable, Sendable {
    /// A way to reach somebody, the best first.
    public enum Way: String, CaseIterable, Hashable, Sendable {
        /// By an address at work.
        case workEmail
        /// By a personal address.
        case personalEmail
        /// By an address of another kind: a school's, a role's, one that can't be told.
        case otherEmail
        /// By a phone number alone.
        case phone
        /// By nothing that is known.
        case nothing
    }

    private var counts = [Int](repeating: 0, count: Way.allCases.count)

    /// No people.
    public init() {}

    /// Counts a person.
    public mutating func add(_ person: ReviewSubject) {
        counts[Self.place(of: Self.way(to: person))] += 1
    }

    /// How many are best reached in a way.
    public subscript(way: Way) -> Int { counts[Self.place(of: way)] }

    /// All people counted.
    public var total: Int { counts.reduce(0, +) }

    /// The best way to reach a person.
    public static func way(to person: ReviewSubject) -> Way {
        switch person.bestKindToWriteTo {
        case .work: .workEmail
        case .personal: .personalEmail
        case .some: .otherEmail
        case nil: person.canBeCalled ? .phone : .nothing
        }
    }

    private static func place(of way: Way) -> Int {
        switch way {
        case .workEmail: 0
        case .personalEmail: 1
        case .otherEmail: 2
        case .phone: 3
        case .nothing: 4
        }
    }
}
