import ContactFormats

/// How far an import is.
public struct ImportProgress: Sendable {
    /// How many rows were read so far.
    public var rows: Int
    /// What part of all bytes was read, from 0 to 1; `nil` where nobody knows how many there are.
    public var share: Double?

    /// Makes a note of how far it is.
    public init(rows: Int, share: Double? = nil) {
        self.rows = rows
        self.share = share
    }
}

/// A stretch of an import's way, which as a whole goes from 0 to 1.
struct ImportStretch {
    /// The whole way.
    static let whole = ImportStretch(start: 0, length: 1)

    private let start: Double
    private let length: Double

    /// The stretches of its parts, by their sizes; of an unknown one, a single part still takes all of it.
    func parts(_ sizes: [Int?]) -> [ImportStretch?] {
        if sizes.count == 1 { return [self] }
        let known = sizes.compactMap { $0.map(Double.init) }
        let total = known.reduce(0, +)
        guard known.count == sizes.count, total > 0 else { return sizes.map { _ in nil } }
        var before = 0.0
        return known.map { size in
            defer { before += size }
            return ImportStretch(start: start + length * before / total, length: length * size / total)
        }
    }

    /// What part of the whole way is done where so much of this stretch is; `nil` where that can't be said.
    func share(_ done: Int, of total: Int) -> Double? {
        guard total > 0, done <= total else { return nil }
        return start + length * Double(done) / Double(total)
    }
}

extension Parcel {
    /// How many bytes its members have; `nil` where that is not known of all.
    var byteCount: Int? {
        members.reduce(0) { sum, member in
            guard let sum, let count = member.byteCount else { return nil }
            let (total, isTooLarge) = sum.addingReportingOverflow(count)
            return isTooLarge ? nil : total
        }
    }
}
