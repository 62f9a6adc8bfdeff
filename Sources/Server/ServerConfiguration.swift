public import Actions

/// How a server is to run.
public struct ServerConfiguration: Sendable {
    /// The address to listen on; the loopback address unless somebody asked for another.
    public var host: String
    /// The port; 0 lets the system choose one.
    public var port: Int
    /// How many connections read the vault at once.
    public var readers: Int
    /// Further names the server is called by, such as the one a proxy in front is reached by.
    public var hostNames: [String]
    /// The addresses of proxies whose word on the visitor counts (`X-Forwarded-For`, `X-Forwarded-Proto`).
    public var trustedProxies: [String]
    /// A connection that sends nothing whole for so many seconds is closed: no request line and headers, no next piece of a body.
    public var idleSeconds: Int
    /// So many connections at most are open at once.
    public var mostConnections: Int
    /// The vault's file: uploads and copies under way lie beside it, in private folders; `nil` for the system's folder of temporary files.
    public var vaultPath: String?
    /// No more bytes than this come in with one upload.
    public var mostUploadBytes: Int64
    /// The program's version, for the page that tells about it.
    public var version: String

    /// What it is to cost to try a password that is set on the page.
    public var passwordCost = PasswordCost.current

    /// Whether other computers can reach the server, by themselves or through a proxy.
    public var isOpenToOthers: Bool { !Loopback.isLoopback(host) || !trustedProxies.isEmpty }

    /// Makes a configuration.
    public init(
        host: String = "127.0.0.1", port: Int = 8017, readers: Int = 4, hostNames: [String] = [], trustedProxies: [String] = [],
        idleSeconds: Int = 30, mostConnections: Int = 1_000, vaultPath: String? = nil, mostUploadBytes: Int64 = 4 << 30,
        version: String = ""
    ) {
        self.host = host
        self.port = port
        self.readers = readers
        self.hostNames = hostNames
        self.trustedProxies = trustedProxies
        self.idleSeconds = idleSeconds
        self.mostConnections = mostConnections
        self.vaultPath = vaultPath
        self.mostUploadBytes = mostUploadBytes
        self.version = version
    }
}
