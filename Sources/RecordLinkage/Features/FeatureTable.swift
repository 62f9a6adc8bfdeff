/// Records made ready for linking: what is compared of each, without its texts.
///
/// About 330 bytes a record. Records keep the order they were appended in until they are arranged
/// (``arrange()``); a record's place is its number everywhere in this module.
public struct FeatureTable: Sendable {
    /// What the values of its records say.
    public let schema: LinkageSchema
    var rows: [FeatureRow] = []
    var letters: [UInt8] = []
    /// How many records the frequencies in the rows were counted among.
    var total = 0
    private var reader = RowReader()

    /// Makes an empty table.
    public init(_ schema: LinkageSchema = .contacts) {
        self.schema = schema
    }

    /// How many records it has.
    public var count: Int { rows.count }

    /// Makes room for records.
    public mutating func reserve(_ count: Int) {
        rows.reserveCapacity(count)
        letters.reserveCapacity(count * 28)
    }

    /// Appends a record whose values come column by column: `value(column)` gives the bytes of a cell, UTF-8, empty where there is none.
    public mutating func append(
        cells value: (_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) -> Void
    ) {
        reader.begin()
        for column in schema.readingOrder {
            value(column) { reader.take(schema.roles[column], slot: schema.slots[column], $0) }
        }
        rows.append(reader.end(into: &letters))
    }

    /// Appends a record. Values of a role the schema lacks are passed over; of several values of a role that is compared alone the first counts.
    public mutating func append(_ record: LinkageRecord) {
        reader.begin()
        var done: Set<FieldRole> = []
        for column in schema.readingOrder where done.insert(schema.roles[column]).inserted {
            for field in record.fields where field.role == schema.roles[column] {
                var text = field.text
                text.withUTF8 { reader.take(field.role, slot: schema.slots[column], $0) }
            }
        }
        rows.append(reader.end(into: &letters))
    }

    /// Appends the records of another table of the same schema.
    public mutating func append(contentsOf other: FeatureTable) {
        let offset = UInt32(truncatingIfNeeded: letters.count)
        let first = rows.count
        rows.append(contentsOf: other.rows)
        for place in first..<rows.count { rows[place].textStart &+= offset }
        letters.append(contentsOf: other.letters)
    }

    /// What no two records of one person differ in, where both have it: the profile, and among contacts the birthday.
    public func exclusiveFacts(of record: Int) -> ExclusiveFacts {
        withUnsafePointer(to: rows[record]) { schema.exclusiveFacts(of: $0) }
    }

    /// A number that orders records by what they say, so that the order they came in can't matter.
    public func order(of record: Int) -> UInt64 { UInt64(rows[record].content) }
}
