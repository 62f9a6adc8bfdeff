/// What linking piece by piece keeps between two steps; a vault keeps it in tables.
///
/// A record's keys are its blocking keys and its frequency keys; their raw values never meet, so one index holds both.
public protocol LinkageStore {
    /// How many records there are.
    func recordCount() throws -> Int
    /// How many records have a key.
    func count(of key: UInt64) throws -> Int
    /// The records that have a key; those for which it is passive are told.
    func records(with key: UInt64) throws -> [(record: Int64, isPassive: Bool)]
    /// Every record.
    func allRecords() throws -> [Int64]
    /// What `put` was given.
    func features(of record: Int64) throws -> [UInt8]
    /// The pairs of a record that are kept, by the other record.
    func pairs(of record: Int64) throws -> [(other: Int64, weight: Float)]
    /// The other records the owner said a record is one person with, and those it is not.
    func words(of record: Int64) throws -> (joined: [Int64], apart: [Int64])

    /// Takes a record in: its features, and the keys it is found and counted by.
    mutating func put(_ record: Int64, features: [UInt8], keys: [(key: UInt64, isPassive: Bool)])
        throws
    /// Lets a record go, with its keys.
    mutating func drop(_ record: Int64) throws
    /// Lets go all pairs of a record, from both sides.
    mutating func dropPairs(of record: Int64) throws
    /// Keeps a pair, once; it is then found from both sides.
    mutating func keepPair(_ first: Int64, _ second: Int64, weight: Float) throws
}
