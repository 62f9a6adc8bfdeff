public import Actions

/// How far an import is, and how that is said.
public struct ImportState: Sendable {
    /// Whether it is only looked at.
    public var isPreview: Bool
    /// What was read so far; `nil` before anything can be, while another import is at work.
    public var progress: ImportProgress?
    /// How many there are, as counted when it was looked at; `nil` where nobody has counted yet.
    public var allRows: Int?
    /// How long it has been at it, in seconds.
    public var seconds: Int

    /// Makes a state.
    public init(isPreview: Bool, progress: ImportProgress?, allRows: Int?, seconds: Int) {
        self.isPreview = isPreview
        self.progress = progress
        self.allRows = allRows
        self.seconds = seconds
    }

    /// How much of it is done, from 0 to 1, where that is known.
    public var share: Double? { progress?.share }

    /// How far it is, in words.
    public func words(_ texts: Texts) -> String {
        // For a moment it waits for nobody.
        guard progress != nil || seconds < 2 else { return texts("importWaiting") }
        let rows = progress?.rows ?? 0
        if let allRows, allRows >= rows, !isPreview { return texts("importTakingOf", count: rows, ["all": texts.number(allRows)]) }
        return texts(isPreview ? "importReadingRows" : "importTakingRows", count: rows)
    }

    /// How long it has been at it, in words.
    public func since(_ texts: Texts) -> String { texts("importSince", count: seconds) }
}
