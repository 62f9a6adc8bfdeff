/// Asks who wants in.
public struct SignInPage: Page {
    /// The view.
    public static let view = "sign-in"

    /// Where to go on afterwards.
    let to: String
    /// Whether a code of the second factor is asked for.
    let asksForCode: Bool
    /// Whether what was typed was wrong; what of it is not told.
    let isWrong: Bool

    /// Makes the page.
    public init(to: String, asksForCode: Bool, isWrong: Bool) {
        self.to = to
        self.asksForCode = asksForCode
        self.isWrong = isWrong
    }
}
