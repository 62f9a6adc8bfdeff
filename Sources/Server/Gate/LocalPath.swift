/// A path of this server, where a form or an address names the page to go to afterwards.
enum LocalPath {
    /// The path as it stands; `nil` where it leads elsewhere (`//other.example`, `https://…`) or could break the header it goes into.
    static func of(_ text: String?) -> String? {
        guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x5C }) else {
            return nil
        }
        return text
    }

    /// The path to go to after signing in: what was asked for where it is one of ours, else the list of people.
    static func safe(_ wish: String?) -> String {
        guard let path = of(wish), !path.hasPrefix("/sign-in") else { return "/people" }
        return path
    }

    /// A path as a value within a query.
    static func escaped(_ path: String) -> String {
        var text = ""
        for byte in path.utf8 {
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || [0x2D, 0x2E, 0x2F, 0x5F, 0x7E].contains(byte)
            text += isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        return text
    }
}
