#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Datagrams to and from one other side (RFC 768).
final class UDPChannel {
    private let descriptor: Int32

    /// Opens a channel; `nil` where the system gives none, or the host is no address in digits.
    init?(host: String, port: UInt16) {
        guard let found = Self.look(up: host, port: String(port)) else { return nil }
        defer { freeaddrinfo(found) }
        let descriptor = socket(found.pointee.ai_family, found.pointee.ai_socktype, found.pointee.ai_protocol)
        guard descriptor >= 0 else { return nil }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        // Connected: what anybody else sends never arrives.
        guard connect(descriptor, found.pointee.ai_addr, found.pointee.ai_addrlen) == 0 else {
            close(descriptor)
            return nil
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Whether a text is an IPv4 or IPv6 address in digits.
    static func isNumeric(_ host: String) -> Bool {
        guard let found = look(up: host, port: "53") else { return false }
        freeaddrinfo(found)
        return true
    }

    /// The caller frees what it gets. Nothing is looked up anywhere: both are digits.
    private static func look(up host: String, port: String) -> UnsafeMutablePointer<addrinfo>? {
        var hints = addrinfo()
        hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
        #if canImport(Darwin)
            hints.ai_socktype = SOCK_DGRAM
        #else
            hints.ai_socktype = Int32(SOCK_DGRAM.rawValue)
        #endif
        var found: UnsafeMutablePointer<addrinfo>?
        return !host.isEmpty && getaddrinfo(host, port, &hints, &found) == 0 ? found : nil
    }

    /// Sends a datagram. One that is lost is lost.
    func put(_ bytes: [UInt8]) {
        _ = bytes.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, 0) }
    }

    /// Waits until something has come, at most so long.
    func wait(milliseconds: Int32) {
        var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&poller, 1, milliseconds)
    }

    /// The next datagram that has come; `nil` where none has.
    func next() -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = bytes.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
        guard count > 0 else { return nil }
        bytes.removeLast(bytes.count - count)
        return bytes
    }
}
