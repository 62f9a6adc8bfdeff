extension HandOutFormat {
    /// What LinkedIn hands out: its list of connections, its archive, a file of it.
    static let linkedIn = HandOutFormat(name: "linkedin", title: "LinkedIn's connections or archive") { try LinkedInHandOut.recognise($0) }
}
