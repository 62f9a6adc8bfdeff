extension String {
    var tidy: String { self.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    var nfc: String { self }
    var folded: String { self.lowercased() }
}
