/// What the first row of a table is: the question a table alone can't always answer, and its owner can.
public enum FirstRow: String, CaseIterable, Sendable {
    /// It names the columns.
    case heading
    /// It is somebody already: the table has no heading.
    case person
}
