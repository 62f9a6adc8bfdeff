import Actions
import ContactModel
import Hummingbird
import Vault

/// The REST interface: everything the page does, for programs, under `/api/v1`.
struct APIRoutes: Sendable {
    let desk: VaultDesk
    let proof: PasswordProof
    let restorations: RestoreDesk
    let configuration: ServerConfiguration

    /// Every operation.
    static let all: [APIRoute] = {
        let routes =
            PeopleAPI.routes + DeedsAPI.routes + IdentityAPI.routes + SuggestionsAPI.routes + FilesAPI.routes + ImportAPI.routes
            + HandOverAPI.routes
            + ReviewAPI.routes + ChangesAPI.routes + VaultAPI.routes + RestoreAPI.routes + AccessAPI.routes
        return routes + [document(of: routes)]
    }()

    func add(to router: Router<VisitContext>) {
        for route in Self.all {
            router.on(RouterPath(route.routerPath), method: route.method) { request, context in
                guard route.path == "/openapi.json" || context.allows(route.scope) else {
                    throw Refusal(.forbidden, "scope", .text("gateScope", ["scope": route.scope.rawValue]))
                }
                return try await route.handle(
                    APICall(
                        request: request, context: context, desk: desk, proof: proof, restorations: restorations,
                        configuration: configuration))
            }
        }
        // What a path does not take is told with what it takes (RFC 9110 §15.5.6).
        for (path, routes) in Dictionary(grouping: Self.all, by: \.routerPath) {
            var taken = Set(routes.map(\.method))
            if taken.contains(.get) { taken.insert(.head) }
            let allow = taken.map(\.rawValue).sorted().joined(separator: ", ")
            for method in [HTTPRequest.Method.get, .post, .put, .patch, .delete, .options, .trace, .connect] where !taken.contains(method) {
                router.on(RouterPath(path), method: method) { _, _ -> Response in
                    throw Refusal(.methodNotAllowed, "method", .text("gateMethod"), headers: [.allow: allow])
                }
            }
            if let query = HTTPRequest.Method("QUERY") {
                router.on(RouterPath(path), method: query) { _, _ -> Response in
                    throw Refusal(.methodNotAllowed, "method", .text("gateMethod"), headers: [.allow: allow])
                }
            }
        }
    }

    private static func document(of routes: [APIRoute]) -> APIRoute {
        var route = APIRoute(
            method: .get, path: "/openapi.json", summary: "This description", scope: .read, content: [.json("Document")],
            handle: { _ in Response(status: .ok) })
        let bytes = OpenAPIDocument(routes: routes + [route]).json
        route.handle = { _ in APIAnswer.json(bytes) }
        return route
    }

    /// A person's id in the path.
    static let personID = APIRoute.Parameter(
        name: "id", about: "The person's id, or its beginning of eight characters and more.",
        schema: APISchema.string(most: 36, fewest: 8, pattern: "^[0-9A-Fa-f-]{8,36}$"), isInPath: true)
    /// How many at most.
    static let limit = APIRoute.Parameter(
        name: "limit", about: "How many at most; 100 where it isn't said.", schema: APISchema.integer(1...1000))
    /// Where a list goes on.
    static let cursor = APIRoute.Parameter(
        name: "cursor", about: "`next` of the answer before, with all else the same.", schema: APISchema.string())
    /// Which people.
    static let filter = [
        APIRoute.Parameter(
            name: "q", about: "Words and conditions, as in the search box: `müller company:acme -has:email`, `import:12/new`.",
            schema: APISchema.string()),
        APIRoute.Parameter(
            name: "where", about: "A further condition; may stand several times.", schema: APISchema.list(of: APISchema.string())),
        APIRoute.Parameter(
            name: "everyone", about: "Count in people known only from messages and the like.", schema: APISchema.boolean),
    ]
}

/// One page of a list that is gone over from its beginning: how many to leave out, how many to take, and whether more follow.
struct APIPage {
    private let skip: Int
    private let limit: Int
    private var seen = 0
    /// What was taken.
    private(set) var objects: [[UInt8]] = []
    /// Whether more follow.
    private(set) var hasMore = false

    init(skip: Int, limit: Int) {
        self.skip = skip
        self.limit = limit
    }

    /// Takes the next one.
    ///
    /// - Returns: whether to go on.
    mutating func take(_ object: () -> [UInt8]) -> Bool {
        seen += 1
        guard seen > skip else { return true }
        guard objects.count < limit else {
            hasMore = true
            return false
        }
        objects.append(object())
        return true
    }

    /// How many came up to here.
    var end: Int { skip + objects.count }
}

/// Ends a list that can't be ended otherwise.
struct Enough: Error {}
