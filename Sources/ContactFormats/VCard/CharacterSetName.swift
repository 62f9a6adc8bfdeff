import TextMatching

/// The charsets vCards label their values with, and the text of bytes under such a label.
enum CharacterSetName {
    /// The text of bytes, in form C.
    ///
    /// What is valid UTF-8 beyond ASCII is UTF-8, whatever the label says: too many programs write one and label the other. Where the
    /// label, or without one the letters of the file, tell of East Asia, whose letters may look so by chance, it has to have sequences of
    /// three bytes or to stand in Latin words. Without a label, and under one that is wrong or unknown, other bytes are what the letters
    /// of the file tell of, else Windows-1252, sequence by sequence where UTF-8 is mixed in.
    ///
    /// - Parameters:
    ///   - label: the value of the parameter `CHARSET` (vCard 2.1) by its ``canonical(_:)`` name; `nil` where there is none.
    ///   - encoding: what the file's beginning was recognised as.
    ///   - doubt: set where the label is not true of the bytes, or unknown, where nothing tells what they are, and where there are NULs.
    static func text(
        _ bytes: ArraySlice<UInt8>, label: String?, encoding: TextEncoding, doubt: inout ContentLineDoubt?
    ) -> String {
        if bytes.span.isVisibleASCII { return String(decoding: bytes, as: UTF8.self) }
        let isASCII = bytes.withUnsafeBufferPointer { buffer in
            var all: UInt8 = 0
            var hasEscape = false
            var hasNUL = false
            // Without a way out in between, so that sixteen are looked at at once.
            for byte in buffer {
                all |= byte
                hasEscape = hasEscape || byte == 0x1B
                hasNUL = hasNUL || byte == 0
            }
            if hasNUL { doubt = .nulBytes }
            return all < 0x80 && !hasEscape
        }
        if isASCII { return String(decoding: bytes, as: UTF8.self) }
        let isUnlabelled = label == nil || label == "utf-8" || label == "utf8"
        let mayLookSoByChance = label.map(isMultibyte) ?? encoding.isOfTwoBytes
        if !mayLookSoByChance || hasLongSequences(bytes) || isInsideLatinWords(bytes),
            let text = String(validating: bytes, as: UTF8.self)
        {
            if let label, !isUnlabelled, label != "us-ascii", bytes.contains(where: { $0 >= 0x80 }) { doubt = .wrongCharset }
            return TextNormalization.nfc(text)
        }
        if !isUnlabelled, label != "us-ascii", let text = label.flatMap({ NamedCharset(label: $0.utf8) })?.decoded(Array(bytes)) {
            return TextNormalization.nfc(text)
        }
        if label != nil || encoding == .utf8 { doubt = .wrongCharset }
        return TextNormalization.nfc(encoding.textOfMixedBytes(bytes))
    }

    /// The name a label is known by here.
    static func canonical(_ label: String) -> String {
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

    /// Whether all that is not ASCII stands between small Latin letters, as an umlaut does and a letter of East Asia doesn't.
    private static func isInsideLatinWords(_ bytes: ArraySlice<UInt8>) -> Bool {
        var isBehindSmallLetter = false
        var index = bytes.startIndex
        while index < bytes.endIndex {
            var end = index
            while end < bytes.endIndex, bytes[end] >= 0x80 { end += 1 }
            if end > index {
                let isBeforeSmallLetter = end < bytes.endIndex && bytes[end] >= 0x61 && bytes[end] <= 0x7A
                guard isBehindSmallLetter || isBeforeSmallLetter else { return false }
            } else {
                end += 1
            }
            isBehindSmallLetter = bytes[end - 1] >= 0x61 && bytes[end - 1] <= 0x7A
            index = end
        }
        return true
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
