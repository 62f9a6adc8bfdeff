/// How a server is to run.
public struct ServerConfiguration: Sendable {
    /// The address to listen on; the loopback address unless somebody asked for another.
    public var host: String
    /// The port; 0 lets the system choose one.
    public var port: Int
    /// How many connections read the vault at once.
    public var readers: Int

    /// Makes a configuration.
    public init(host: String = "127.0.0.1", port: Int = 8017, readers: Int = 4) {
        self.host = host
        self.port = port
        self.readers = readers
    }
}
