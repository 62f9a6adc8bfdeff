/// A street for formats that have two or three cells for it.
struct StreetLines {
    var first = ""
    var second = ""
    /// The third line and all that follow, joined by a comma.
    var rest = ""

    /// All lines but the first, joined by a comma.
    var others: String { rest.isEmpty ? second : second + ", " + rest }

    init(_ street: String) {
        let lines = street.split(separator: "\n").map(String.init)
        first = lines.first ?? ""
        second = lines.count > 1 ? lines[1] : ""
        rest = lines.dropFirst(2).joined(separator: ", ")
    }
}
