/// How much may come out of what came in, so that a small file can't fill a disk or a day.
///
/// The bytes counted are those that really come out, never those an archive claims to hold.
public struct UnpackingLimits: Hashable, Sendable {
    /// How many entries an archive may list, those of archives inside it included; and how many files a folder may hold.
    public var entries: Int
    /// How many bytes one entry may unpack to.
    public var bytesPerEntry: Int
    /// How many bytes all entries of an archive may unpack to together; and how many bytes are taken from a pipe.
    public var totalBytes: Int
    /// How many times its packed size an entry may unpack to; judged only once 16 MiB of it have come out.
    public var ratio: Int
    /// How many archives may lie inside one another, below the outermost.
    public var nesting: Int

    /// Makes limits; negative numbers count as zero.
    public init(
        entries: Int = 200_000,
        bytesPerEntry: Int = 16 << 30,
        totalBytes: Int = 32 << 30,
        ratio: Int = 200,
        nesting: Int = 3
    ) {
        self.entries = max(0, entries)
        self.bytesPerEntry = max(0, bytesPerEntry)
        self.totalBytes = max(0, totalBytes)
        self.ratio = max(0, ratio)
        self.nesting = max(0, nesting)
    }

    /// Above any hand-out seen, below what hurts: 200,000 entries (a mailbox with a file for each mail has 50,000 and more), 16 GiB each (so
    /// large grows the mailbox of twenty years in one file), 32 GiB together, 200 to 1, three deep.
    public static let standard = UnpackingLimits()
}
