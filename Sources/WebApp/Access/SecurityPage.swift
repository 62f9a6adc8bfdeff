public import Actions

/// Who may come in: the password, the second factor, the browsers that are signed in, the tokens of programs.
public struct SecurityPage: Page {
    /// The view.
    public static let view = "security"

    /// A browser that is signed in.
    struct Browser: Sendable {
        var id: String
        var name: String
        var address: String
        var since: String
        var lastUsed: String
        var isThis: Bool
    }

    /// A program with a token.
    struct Program: Sendable {
        var id: String
        var name: String
        var scopes: String
        var made: String
        var lastUsed: String
    }

    let hasPassword: Bool
    let hasAuthenticator: Bool
    let isWaiting: Bool
    let key: String
    let uri: String
    /// The address as a picture for the app's camera.
    let qrCode: String?
    let recoveryCodesLeft: String
    let recoveryCodes: [String]
    let hasRecoveryCodes: Bool
    let sessions: [Browser]
    let hasSessions: Bool
    let tokens: [Program]
    let hasTokens: Bool
    let newToken: String?
    let passwordFlaw: String?
    let scopes: [[String: String]]

    /// Makes the page.
    ///
    /// - Parameters:
    ///   - recoveryCodes: codes made just now, which are shown this once.
    ///   - newToken: a token made just now, which is shown this once.
    ///   - passwordFlaw: why the password that was chosen can't be one.
    public init(
        access: ReportAccess.Outcome, waiting: EnrolAuthenticator.Outcome?, sessions: [SignedIn], ownSession: String?, tokens: [AppToken],
        recoveryCodes: [String], newToken: String?, passwordFlaw: String? = nil, texts: Texts
    ) {
        self.passwordFlaw = passwordFlaw
        hasPassword = access.hasPassword
        hasAuthenticator = access.hasAuthenticator
        isWaiting = waiting != nil && access.hasPassword && !access.hasAuthenticator
        key = waiting.map { Self.grouped($0.key) } ?? ""
        uri = waiting?.uri ?? ""
        qrCode = waiting.flatMap { QRCode(Array($0.uri.utf8))?.svg(title: texts("gateQRCode")) }
        recoveryCodesLeft = texts("gateRecoveryCodesLeft", count: access.recoveryCodes)
        self.recoveryCodes = recoveryCodes
        hasRecoveryCodes = !recoveryCodes.isEmpty
        self.sessions = sessions.map {
            Browser(
                id: $0.id, name: $0.browser, address: $0.address, since: texts.minute($0.began), lastUsed: texts.minute($0.lastUsed),
                isThis: $0.id == ownSession)
        }
        hasSessions = !sessions.isEmpty
        self.tokens = tokens.map { token in
            Program(
                id: token.id, name: token.name, scopes: token.scopes.sorted().map(\.rawValue).joined(separator: ", "),
                made: texts.minute(token.made), lastUsed: token.lastUsed.map { texts.minute($0) } ?? texts("gateNeverUsed"))
        }
        hasTokens = !tokens.isEmpty
        self.newToken = newToken
        // The page of changes makes those for feeds.
        scopes = AccessScope.allCases.filter { $0 != .feed }.map {
            ["name": $0.rawValue, "text": texts("gateScope" + $0.rawValue.prefix(1).uppercased() + $0.rawValue.dropFirst())]
        }
    }

    /// A key in groups of four, as people copy it.
    private static func grouped(_ key: String) -> String {
        var (rest, groups) = (key[...], [Substring]())
        while !rest.isEmpty {
            groups.append(rest.prefix(4))
            rest = rest.dropFirst(4)
        }
        return groups.joined(separator: " ")
    }
}
