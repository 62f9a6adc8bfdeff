extension Card {
    /// Days of birth beside the birthday, where sources contradict one another: what `extra` holds under `anniversaries` of the kind
    /// `birth` (RFC 9553 §2.8.1), in the order of its keys.
    public var otherBirthdays: [PartialDate] {
        guard !extra.isEmpty, let entries = extra[EntryList.anniversaries.rawValue]?.objectValue else { return [] }
        var seen: Set<PartialDate> = birthday.map { [$0] } ?? []
        var days: [PartialDate] = []
        for (_, entry) in entries.sorted(by: { ($0.key.utf8.count, $0.key) < ($1.key.utf8.count, $1.key) }) {
            guard entry["kind"] == .string("birth"), let day = PartialDate(json: entry["date"]) else { continue }
            if seen.insert(day).inserted { days.append(day) }
        }
        return days
    }

    /// Adds days of birth beside the birthday, each that is not there yet.
    public mutating func add(otherBirthdays days: some Sequence<PartialDate>) {
        var seen = Set(otherBirthdays).union(birthday.map { [$0] } ?? [])
        let new = days.filter { seen.insert($0).inserted }
        guard !new.isEmpty else { return }
        // Taken out, so that they are not copied to be changed.
        var entries = extra.removeValue(forKey: EntryList.anniversaries.rawValue)?.objectValue ?? [:]
        var place = birthday == nil ? 0 : 1
        for day in new {
            while entries[EntryList.anniversaries.key(at: place)] != nil { place += 1 }
            entries[EntryList.anniversaries.key(at: place)] = .object(["kind": .string("birth"), "date": day.json])
        }
        extra[EntryList.anniversaries.rawValue] = .object(entries)
    }
}

extension PartialDate {
    /// The date as JSContact writes it (RFC 9553 §2.8.1).
    public var json: JSONValue {
        var members: [String: JSONValue] = ["@type": .string("PartialDate")]
        if let year { members["year"] = .integer(Int64(year)) }
        if let month { members["month"] = .integer(Int64(month)) }
        if let day { members["day"] = .integer(Int64(day)) }
        return .object(members)
    }

    /// The date a JSContact date is; `nil` where it is a time stamp or none.
    public init?(json: JSONValue?) {
        guard let members = json?.objectValue, members["utc"] == nil else { return nil }
        func part(_ name: String) -> Int? { members[name]?.integerValue.flatMap { Int(exactly: $0) } }
        self.init(year: part("year"), month: part("month"), day: part("day"))
    }

    /// Whether another date says all this one does: the same day, or what is known of it.
    public func isPart(of other: PartialDate) -> Bool {
        (year == nil || year == other.year) && (month == nil || month == other.month) && (day == nil || day == other.day)
    }
}
