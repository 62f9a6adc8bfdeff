import ContactModel

extension Person {
    /// What somebody does and where, on one line; empty where neither is known.
    var workLine: String {
        [titles.first?.value, companies.first?.value].compactMap { $0 }.joined(separator: " · ")
    }
}
