/// What makes two records two people, whatever else they have in common: only the owner's word can join them then.
public enum Contradiction: UInt8, Hashable, Sendable, BitwiseCopyable {
    /// Each has a profile of its own.
    case profiles
    /// They were born on different days.
    case birthdays
    /// One is called junior, the other senior; or the second and the third.
    case generations
}

/// What the records of one person do not differ in, in numbers; 0 where nothing is known.
public struct ExclusiveFacts: BitwiseCopyable, Sendable {
    /// The profile, as a hash.
    var profile: UInt32
    /// The day of birth, `yyyymmdd`.
    var birthday: UInt32
    /// Which of several of one name it is, as a `Generation`.
    var generation: UInt32

    /// Gathers what is known.
    public init(profile: UInt32 = 0, birthday: UInt32 = 0, generation: UInt32 = 0) {
        self.profile = profile
        self.birthday = birthday
        self.generation = generation
    }

    /// In what two of them contradict one another; the profile is asked first.
    @inline(__always)
    func contradiction(to other: ExclusiveFacts) -> Contradiction? {
        if profile != 0, other.profile != 0, profile != other.profile { return .profiles }
        if birthday != 0, other.birthday != 0, DayComparison.contradict(birthday, other.birthday) { return .birthdays }
        return Generation.contradict(generation, other.generation) ? .generations : nil
    }

    /// What is known of both, where they are one person's.
    func joined(with other: ExclusiveFacts) -> ExclusiveFacts {
        ExclusiveFacts(
            profile: profile == 0 ? other.profile : profile,
            birthday: other.birthday == 0 || DayComparison.tells(birthday) ? birthday : other.birthday,
            generation: generation == 0 ? other.generation : generation)
    }
}
