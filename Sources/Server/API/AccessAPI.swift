import Actions
import ContactModel
import Hummingbird
import Vault

/// Who may come in: the password, the second factor, the browsers that are signed in, the tokens of programs.
///
/// All of it takes the scope `admin`, which includes every other: so no token makes one that may do more than itself. What lets somebody in
/// or shuts the owner out takes the owner's password besides, as the password and the second factor do on the page; a new token too, for one
/// that leaked could make itself a second one that outlives it.
enum AccessAPI {
    /// The password there is.
    private static let current = APISchema.string(
        "The password as it is now; needed once there is one.", most: SetPassword.mostCharacters)
    private static let code = APISchema.string("The six digits the app shows.", most: 20, fewest: 1, pattern: APISchema.something)
    private static func id(of what: String) -> APIRoute.Parameter {
        APIRoute.Parameter(name: "id", about: "The \(what)'s id.", schema: APISchema.string(most: 64, fewest: 8), isInPath: true)
    }

    static let routes: [APIRoute] = [
        APIRoute(
            method: .get, path: "/access", summary: "Whether there is a password, and a second factor", scope: .admin,
            content: [.json("Access")], handle: { try await report($0) }),
        APIRoute(
            method: .put, path: "/access/password", summary: "Sets the password, and ends every session", scope: .admin,
            body: .object(
                APISchema.object(
                    ["password": APISchema.string(most: SetPassword.mostCharacters, fewest: SetPassword.fewestCharacters)],
                    ["current": current], isClosed: true)), content: [.json("Access")], problems: [.conflict], handle: setPassword),
        APIRoute(
            method: .post, path: "/access/second-factor", summary: "Makes a key for an authenticator; it counts once a code confirms it",
            scope: .admin, body: .object(APISchema.object([:], ["current": current], isClosed: true)), success: .created,
            content: [.json("Authenticator")], problems: [.conflict], handle: enrol),
        APIRoute(
            method: .post, path: "/access/second-factor/confirmation",
            summary: "Confirms the key by a code, and gives the recovery codes once",
            scope: .admin, body: .object(APISchema.object(["code": code], isClosed: true)), content: [.json("RecoveryCodes")],
            problems: [.conflict], handle: confirm),
        APIRoute(
            method: .post, path: "/access/second-factor/removal", summary: "Does without a second factor again", scope: .admin,
            body: .object(APISchema.object([:], ["current": current], isClosed: true)), content: [.json("Access")]
        ) { call in
            try await call.proof.check(call.object(["current"]).currentPassword(), call.context)
            try await call.desk.write { try RemoveAuthenticator().run(in: $0) }
            return try await report(call)
        },
        APIRoute(
            method: .get, path: "/access/sessions", summary: "The browsers that are signed in, the one last used first", scope: .admin,
            content: [.json("Sessions")], handle: sessions),
        APIRoute(
            method: .delete, path: "/access/sessions", summary: "Signs every browser out", scope: .admin, success: .noContent,
            content: [.none]
        ) { call in
            try await call.desk.write { try SignOut(nil).run(in: $0) }
            return Response(status: .noContent)
        },
        APIRoute(
            method: .delete, path: "/access/sessions/{id}", summary: "Signs a browser out", scope: .admin, parameters: [id(of: "session")],
            success: .noContent, content: [.none]
        ) { call in
            let id = try call.path("id")
            try await call.desk.write { vault in
                guard try ListSessions().run(in: vault).contains(where: { $0.id == id }) else { throw HTTPError(.notFound) }
                try SignOut(id).run(in: vault)
            }
            return Response(status: .noContent)
        },
        APIRoute(
            method: .get, path: "/access/tokens", summary: "The tokens of programs, the newest first", scope: .admin,
            content: [.json("Tokens")], handle: tokens),
        APIRoute(
            method: .post, path: "/access/tokens", summary: "Makes a token for a program; it is told this once", scope: .admin,
            body: .object(
                APISchema.object(
                    [
                        "name": APISchema.string(most: 100, fewest: 1, pattern: APISchema.something),
                        "scopes": APISchema.list(
                            of: APISchema.choice(AccessScope.allCases.map(\.rawValue)), fewest: 1, most: AccessScope.allCases.count),
                    ], ["current": current], isClosed: true)), success: .created, content: [.json("NewToken")], handle: makeToken),
        APIRoute(
            method: .delete, path: "/access/tokens/{id}", summary: "Revokes a token", scope: .admin, parameters: [id(of: "token")],
            success: .noContent, content: [.none]
        ) { call in
            let id = try call.path("id")
            try await call.desk.write { vault in
                guard try ListTokens().run(in: vault).contains(where: { $0.id == id }) else { throw HTTPError(.notFound) }
                try RevokeToken(id).run(in: vault)
            }
            return Response(status: .noContent)
        },
    ]

    private static func report(_ call: APICall) async throws -> Response {
        let access = try await call.desk.read { try ReportAccess().run(in: $0) }
        return APIAnswer.json { json in
            json.beginObject()
            json.member("password", access.hasPassword)
            json.member("second_factor", access.hasAuthenticator)
            json.member("recovery_codes", access.recoveryCodes)
            json.endObject()
        }
    }

    private static func setPassword(_ call: APICall) async throws -> Response {
        let members = try await call.object(["password", "current"])
        let password = try members.text("password", most: SetPassword.mostCharacters)
        try await call.proof.check(members.currentPassword(), call.context)
        let cost = call.configuration.passwordCost
        try await call.desk.write { try SetPassword(password, cost: cost).run(in: $0) }
        return try await report(call)
    }

    private static func enrol(_ call: APICall) async throws -> Response {
        try await call.proof.check(call.object(["current"]).currentPassword(), call.context)
        let key = try await call.desk.write { try EnrolAuthenticator().run(in: $0) }
        return APIAnswer.json(status: .created) { json in
            json.beginObject()
            json.member("uri", key.uri)
            json.member("key", key.key)
            json.endObject()
        }
    }

    private static func confirm(_ call: APICall) async throws -> Response {
        let code = try await call.object(["code"]).text("code", most: 20)
        let codes = try await call.desk.write { try ConfirmAuthenticator(code: code).run(in: $0) }
        return APIAnswer.json { json in
            json.beginObject()
            json.member("recovery_codes", strings: codes)
            json.endObject()
        }
    }

    private static func sessions(_ call: APICall) async throws -> Response {
        let sessions = try await call.desk.read { try ListSessions().run(in: $0) }
        return APIAnswer.json { json in
            json.beginObject()
            json.member("sessions", objects: sessions) { json, session in
                json.member("id", session.id)
                json.member("began", Clock.timestamp(session.began))
                json.member("last_used", Clock.timestamp(session.lastUsed))
                json.member("address", session.address)
                json.member("browser", session.browser)
            }
            json.endObject()
        }
    }

    private static func tokens(_ call: APICall) async throws -> Response {
        let tokens = try await call.desk.read { try ListTokens().run(in: $0) }
        return APIAnswer.json { json in
            json.beginObject()
            json.member("tokens", objects: tokens) { json, token in
                json.member("id", token.id)
                json.member("name", token.name)
                json.member("scopes", strings: token.scopes.sorted().map(\.rawValue))
                json.member("made", Clock.timestamp(token.made))
                json.member("last_used", token.lastUsed.map { Clock.timestamp($0) })
            }
            json.endObject()
        }
    }

    /// A token; one that is for feeds alone comes with the two addresses it opens.
    private static func makeToken(_ call: APICall) async throws -> Response {
        let members = try await call.object(["name", "scopes", "current"])
        let name = try members.text("name", most: 100)
        let scopes = try members.texts("scopes", fewest: 1, most: AccessScope.allCases.count).map { text in
            guard let scope = AccessScope(rawValue: text) else { throw APICall.unusable("scopes", "has to hold scopes there are") }
            return scope
        }
        try await call.proof.check(members.currentPassword(), call.context)
        let token = try await call.desk.write { try MakeToken(name: name, scopes: Set(scopes)).run(in: $0) }
        return APIAnswer.json(status: .created) { json in
            json.beginObject()
            json.member("id", AppToken.id(of: token))
            json.member("token", token)
            json.member("feeds", strings: Set(scopes) == [.feed] ? Feed.allCases.map { $0.path(openedBy: token) } : [])
            json.endObject()
        }
    }
}
