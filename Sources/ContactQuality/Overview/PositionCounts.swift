/// People by what their titles say of rank and field (`TitleReading`).
public struct PositionCounts: Hashable, Sendable {
    private var seniorities: [TitleReading.Seniority: Int] = [:]
    private var functions: [TitleReading.Function: Int] = [:]
    /// People with a title.
    public private(set) var titles = 0

    /// No people.
    public init() {}

    /// Counts a person by the present title; one without counts for nothing.
    public mutating func add(_ title: String?) {
        guard let title else { return }
        titles += 1
        guard let reading = TitleReading(title) else { return }
        if let seniority = reading.seniority { seniorities[seniority, default: 0] += 1 }
        if let function = reading.function { functions[function, default: 0] += 1 }
    }

    /// How many titles name a rank.
    public subscript(seniority: TitleReading.Seniority) -> Int { seniorities[seniority] ?? 0 }

    /// How many titles name a field.
    public subscript(function: TitleReading.Function) -> Int { functions[function] ?? 0 }

    /// Titles that name no rank.
    public var withoutSeniority: Int { titles - seniorities.values.reduce(0, +) }

    /// Titles that name no field.
    public var withoutFunction: Int { titles - functions.values.reduce(0, +) }
}
