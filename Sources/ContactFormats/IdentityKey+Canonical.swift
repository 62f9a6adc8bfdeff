public import ContactModel

extension IdentityKey {
    /// The key of an e-mail address.
    public static func email(_ address: String) -> IdentityKey { LinkedInKeys.email(address) }

    /// The key of a phone number; `nil` where there are hardly any digits.
    public static func phone(_ number: String) -> IdentityKey? { LinkedInKeys.phone(number) }

    /// The key of a name and the day of connecting; `nil` where there is no name.
    public static func tie(_ name: PersonName, on day: CalendarDate) -> IdentityKey? {
        LinkedInKeys.folded(name).map { LinkedInKeys.tie($0, day) }
    }
}
