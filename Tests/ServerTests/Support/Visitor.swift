import Foundation
import Server
import Synchronization
import TestSupport
import Vault

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A real server of a vault of its own on a free port, and a client that keeps cookies and follows no redirects by itself.
final class Visitor: NSObject, URLSessionTaskDelegate, Sendable {
    let folder: TemporaryFolder
    let vaultPath: String
    let port: Int
    private let running: Task<Void, any Error>
    private let jar = Mutex<[String: String]>([:])

    /// Starts a server; `prepare` fills the vault before.
    init(
        _ configuration: ServerConfiguration = ServerConfiguration(port: 0), prepare: (Vault, TemporaryFolder) throws -> Void = { _, _ in }
    ) async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("vault.sqlite")
        do {
            let vault = try Vault(path: path)
            try prepare(vault, folder)
            try vault.close()
        }
        let desk = try VaultDesk(readers: configuration.readers) { try Vault(path: path) }
        let (ports, listening) = AsyncStream<Int>.makeStream()
        var configuration = configuration
        configuration.vaultPath = path
        let server = ContactServer(configuration, desk: desk)
        (self.folder, vaultPath) = (folder, path)
        running = Task { try await server.run { listening.yield($0) } }
        var iterator = ports.makeAsyncIterator()
        port = await iterator.next() ?? 0
        super.init()
    }

    deinit { running.cancel() }

    /// Ends the server and waits until it has.
    func leave() async {
        running.cancel()
        _ = try? await running.value
    }

    struct Answer {
        var status: Int
        var headers: [String: String]
        var body: Data
        var text: String { String(decoding: body, as: UTF8.self) }
    }

    /// Asks for a path.
    func get(_ path: String, headers: [String: String] = [:]) async throws -> Answer {
        try await send("GET", path, headers: headers)
    }

    /// The mark the page gives its forms, as a script reads it.
    func formToken(on path: String = "/people") async throws -> String {
        let page = try await get(path).text
        guard let match = page.firstMatch(of: /data-form-token="([0-9a-f]+)"/) else { throw URLError(.badServerResponse) }
        return String(match.output.1)
    }

    /// Sends a form of the page, with its mark, the way a browser does.
    func post(_ path: String, _ fields: [(String, String)] = [], on page: String = "/people") async throws -> Answer {
        var unreserved = CharacterSet.alphanumerics
        unreserved.insert(charactersIn: "-._~")
        let all = [("token", try await formToken(on: page))] + fields
        let body = all.map { pair in
            [pair.0, pair.1].map { $0.addingPercentEncoding(withAllowedCharacters: unreserved) ?? "" }.joined(separator: "=")
        }.joined(separator: "&")
        return try await send(
            "POST", path, headers: ["Content-Type": "application/x-www-form-urlencoded", "Origin": "http://127.0.0.1:\(port)"],
            body: Data(body.utf8))
    }

    /// The cookies held, by name.
    var cookies: [String: String] { jar.withLock { $0 } }

    /// Sends a request.
    func send(_ method: String, _ path: String, headers: [String: String] = [:], body: Data? = nil) async throws -> Answer {
        let url = URL(string: "http://127.0.0.1:\(port)\(path)") ?? URL(fileURLWithPath: "/")
        var request = URLRequest(url: url)
        request.httpMethod = method
        request.httpBody = body
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let held = jar.withLock { $0 }
        if !held.isEmpty, headers["Cookie"] == nil {
            request.setValue(
                held.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; "), forHTTPHeaderField: "Cookie")
        }
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        let session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
        defer { session.finishTasksAndInvalidate() }
        let (data, response) = try await session.data(for: request)
        guard let response = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        var told: [String: String] = [:]
        for (name, value) in response.allHeaderFields { told["\(name)".lowercased()] = "\(value)" }
        // Several cookies come as one header, joined by commas.
        for match in (told["set-cookie"] ?? "").matches(of: /(?:^|, ?)([A-Za-z_-]+)=([^;,]*)/) {
            jar.withLock { $0[String(match.output.1)] = match.output.2.isEmpty ? nil : String(match.output.2) }
        }
        return Answer(status: response.statusCode, headers: told, body: data)
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}
