public enum LinkedInHandOut {
    public static func recognise(_ parcel: Parcel) throws -> HandOut? { nil }
}
