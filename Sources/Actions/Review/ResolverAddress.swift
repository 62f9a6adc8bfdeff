import Foundation

/// Where a resolver of the domain name system listens.
public struct ResolverAddress: Hashable, Sendable, CustomStringConvertible {
    /// An IPv4 or IPv6 address, as digits.
    public var host: String
    /// The port; 53 where none is named.
    public var port: UInt16

    /// Reads `192.0.2.1`, `192.0.2.1:5353`, `2001:db8::1` or `[2001:db8::1]:5353`; `nil` for anything else, names among it: they would
    /// have to be looked up.
    public init?(_ text: String) {
        var (host, port) = (Substring(text), Substring("53"))
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return nil }
            host = text[text.index(after: text.startIndex)..<end]
            let rest = text[text.index(after: end)...]
            guard rest.isEmpty || rest.first == ":" else { return nil }
            if !rest.isEmpty { port = rest.dropFirst() }
        } else if let colon = text.firstIndex(of: ":"), text.lastIndex(of: ":") == colon {
            (host, port) = (text[..<colon], text[text.index(after: colon)...])
        }
        guard let number = UInt16(port), number > 0, UDPChannel.isNumeric(String(host)) else { return nil }
        (self.host, self.port) = (String(host), number)
    }

    /// The first resolver a file like `/etc/resolv.conf` names; `nil` where it names none, or can't be read.
    public static func ofThisMachine(file: String = "/etc/resolv.conf") -> ResolverAddress? {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return nil }
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.split(whereSeparator: \.isWhitespace)
            guard words.count > 1, words[0] == "nameserver" else { continue }
            let host = words[1].contains(":") ? "[\(words[1])]" : String(words[1])
            if let address = ResolverAddress(host) { return address }
        }
        return nil
    }

    /// The address and, where it is not the usual one, the port.
    public var description: String {
        let shown = host.contains(":") ? "[\(host)]" : host
        return port == 53 ? host : "\(shown):\(port)"
    }
}
