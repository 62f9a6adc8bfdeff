extension Collection<UInt8> where Index == Int {
    /// Whether some bytes stand anywhere in these; none stand in any.
    func holds(_ other: some Collection<UInt8>) -> Bool {
        guard let first = other.first else { return true }
        guard count >= other.count else { return false }
        for start in startIndex...(endIndex - other.count) where self[start] == first {
            if self[start...].starts(with: other) { return true }
        }
        return false
    }
}
