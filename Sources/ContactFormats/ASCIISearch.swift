extension StringProtocol {
    /// Whether a word stands anywhere in the text, byte for byte. `contains` of the standard library compares characters, which takes
    /// a hundred times as long.
    func holds(_ word: StaticString) -> Bool { holds(word) { $0 } }

    /// Whether a word in small letters stands anywhere in the text, whatever the case of its ASCII letters.
    func holds(ignoringCase word: StaticString) -> Bool { holds(word) { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 } }

    private func holds(_ word: StaticString, _ folded: (UInt8) -> UInt8) -> Bool {
        word.withUTF8Buffer { word in
            guard let first = word.first else { return true }
            func search(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
                guard bytes.count >= word.count else { return false }
                // A place that is looked at lies before the end by the word's length at least.
                for start in 0...(bytes.count - word.count) where folded(bytes[start]) == first {
                    if word.indices.allSatisfy({ folded(bytes[start + $0]) == word[$0] }) { return true }
                }
                return false
            }
            return utf8.withContiguousStorageIfAvailable(search) ?? Array(utf8).withUnsafeBufferPointer(search)
        }
    }
}
