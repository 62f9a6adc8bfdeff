extension Span<UInt8> {
    /// A range without the white space (blanks, tabs, line ends) at both ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, self[start].isMailSpace { start += 1 }
        while end > start, self[end - 1].isMailSpace { end -= 1 }
        return start..<end
    }
}

extension UInt8 {
    /// Whether it is a blank, a tab, CR, LF or NUL: what may stand between the words of a header field, folded or not.
    var isMailSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D || self == 0 }
}
