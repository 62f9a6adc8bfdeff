extension GivenNameTable {
    /// Whether two names may stand for one.
    func shareName(_ first: UInt32, _ second: UInt32) -> Bool {
        let (a, b) = (families(of: first), families(of: second))
        for place in 0..<4 where a[place] != 0 {
            for other in 0..<4 where a[place] == b[other] { return true }
        }
        return false
    }
}
