import TextMatching

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The charsets vCards label their values with, and the text of bytes under such a label.
enum CharacterSetName {
    /// The text of bytes, in form C.
    ///
    /// What is valid UTF-8 beyond ASCII is UTF-8, whatever the label says: too many programs write one and label the other. Without
    /// a label, and under one that is wrong or unknown, other bytes are Windows-1252, sequence by sequence where UTF-8 is mixed in.
    ///
    /// - Parameter doubt: set where the label is not true of the bytes, or unknown.
    static func text(_ bytes: ArraySlice<UInt8>, label: String?, doubt: inout ContentLineDoubt?) -> String {
        if bytes.isEmpty { return "" }
        let isASCII = bytes.withUnsafeBufferPointer { buffer in buffer.allSatisfy { $0 < 0x80 && $0 != 0x1B } }
        if isASCII { return String(decoding: bytes, as: UTF8.self) }
        let label = label.map(canonical)
        let isUnlabelled = label == nil || label == "utf-8" || label == "utf8"
        if isUnlabelled || !isMultibyte(label ?? "") || hasLongSequences(bytes), let text = String(validating: bytes, as: UTF8.self) {
            if let label, !isUnlabelled, label != "us-ascii", bytes.contains(where: { $0 >= 0x80 }) { doubt = .wrongCharset }
            return TextNormalization.nfc(text)
        }
        if isUnlabelled || label == "us-ascii" {
            doubt = .wrongCharset
        } else if let label {
            if let text = converted(bytes, from: label) { return TextNormalization.nfc(text) }
            doubt = .wrongCharset
        }
        return TextNormalization.nfc(TextEncoding.utf8.textOfMixedBytes(bytes))
    }

    private static func canonical(_ label: String) -> String {
        let name = label.lowercased()
        // What is labelled Latin-1 is Windows-1252 in fact, as in HTML.
        return name == "iso-8859-1" || name == "latin1" || name == "iso8859-1" || name == "ansi" ? "windows-1252" : name
    }

    private static func isMultibyte(_ label: String) -> Bool {
        ["shift", "sjis", "cp932", "windows-31j", "euc-", "gb", "big5", "iso-2022", "ks_c", "cp949", "cp936", "cp950"]
            .contains { label.hasPrefix($0) }
    }

    /// Whether there are sequences of three bytes or more, which in UTF-8 all of East Asia is written in.
    private static func hasLongSequences(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.contains { $0 >= 0xE0 } }

    private static func converted(_ bytes: ArraySlice<UInt8>, from label: String) -> String? {
        guard label.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }) else { return nil }
        let descriptor = iconv_open("UTF-8", iconvName(label))
        guard descriptor != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(descriptor) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
        let written: Int? = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                // Both pointers stay inside their buffers: iconv moves them by what the two counts allow.
                var from = source.baseAddress
                var to = target.baseAddress
                var left = source.count
                var room = target.count
                guard iconv(descriptor, &from, &left, &to, &room) != -1, left == 0 else { return nil }
                return target.count - room
            }
        }
        guard let written else { return nil }
        return String(validating: output[..<written].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func iconvName(_ label: String) -> String {
        switch label {
        case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j": "CP932"
        case "gb2312", "gbk": "GB18030"
        case "ks_c_5601-1987": "CP949"
        default: label.uppercased()
        }
    }
}

/// Quoted-printable (RFC 2045 §6.7), as vCard 2.1 has it: soft line breaks are resolved before.
enum QuotedPrintable {
    /// The bytes a text stands for; an escape that is none stays.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "="), index + 2 < bytes.endIndex, let high = digit(bytes[index + 1]),
                let low = digit(bytes[index + 2])
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return decoded
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
