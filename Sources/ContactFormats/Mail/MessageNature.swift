/// What kind of mail a header is that of.
struct MessageNature: Hashable, Sendable {
    /// Why a mail tells nothing about correspondence.
    enum LeftOut: Int, CaseIterable, Sendable {
        case spam, trash, drafts, chats
    }

    /// Why it is left out, where it is.
    var leftOut: LeftOut?
    /// Whether it went to a list, to many, or was written by a program.
    var isBulk = false
    /// Whether a folder or label says that the owner sent it.
    var isSent = false
    /// Whether it bears marks of having been transported.
    var isReceived = false

    /// Judges a header found in a folder of a role.
    init(_ bytes: Span<UInt8>, _ head: borrowing MessageHead, folder: MailFolderRole) {
        isSent = folder == .sent
        take(folder)
        for value in head.values {
            let range = bytes.trimmed(value.start..<value.end)
            switch value.field {
            case .listMark, .listID, .listPost, .robotMark: isBulk = true
            case .precedence: if Self.isOne(of: ["bulk", "list", "junk", "auto_reply", "auto-reply"], bytes, range) { isBulk = true }
            case .autoSubmitted: if !range.isEmpty, !bytes.begins(with: "no", range) { isBulk = true }
            case .returnPath:
                isReceived = true
                if bytes.array(range) == Array("<>".utf8) { isBulk = true }
            case .received, .deliveredTo: isReceived = true
            case .contentType: if bytes.begins(with: "multipart/report", range) { isBulk = true }
            case .spamFlag: if bytes.begins(with: "yes", range) { leftOut = .spam }
            case .mozillaStatus:
                // RFC-less: bit 3 marks what was deleted and waits for the folder to be compacted.
                if Self.hexadecimal(bytes, range) & 0x8 != 0 { leftOut = leftOut ?? .trash }
            case .status: takeStatus(bytes, range)
            case .identityKey: isSent = true
            case .gmailLabels: take(MailFolderRole(labels: EncodedWords.text(bytes.unfolded(range.prefix(1 << 13)))))
            default: break
            }
        }
    }

    private mutating func take(_ role: MailFolderRole) {
        switch role {
        case .ordinary: break
        case .sent: isSent = true
        case .drafts: leftOut = leftOut ?? .drafts
        case .spam: leftOut = .spam
        case .trash: leftOut = leftOut ?? .trash
        case .chats: leftOut = leftOut ?? .chats
        }
    }

    /// The letters Unix programs keep: `D` for deleted, `T` for a draft.
    private mutating func takeStatus(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        guard range.count <= 8 else { return }
        for place in range {
            if bytes[place] == 0x44 { leftOut = leftOut ?? .trash }
            if bytes[place] == 0x54 { leftOut = leftOut ?? .drafts }
        }
    }

    private static func isOne(of words: [StaticString], _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        words.contains { bytes.begins(with: $0, range) }
    }

    private static func hexadecimal(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        var number = 0
        for place in range.prefix(8) {
            let byte = bytes[place].asciiLowercased
            guard byte.isDigit || (byte >= 97 && byte <= 102) else { return 0 }
            number = number << 4 | Int(byte.isDigit ? byte - 48 : byte - 87)
        }
        return number
    }
}

extension Span<UInt8> {
    /// Whether a range begins with a text in lower case, whatever its own case.
    func begins(with text: StaticString, _ range: Range<Int>) -> Bool {
        let length = text.utf8CodeUnitCount
        guard length <= range.count else { return false }
        return text.withUTF8Buffer { wanted in
            for offset in 0..<length where self[range.lowerBound + offset].asciiLowercased != wanted[offset] { return false }
            return true
        }
    }

    /// The bytes of a range without line ends, which fold lines, as an array.
    func unfolded(_ range: Range<Int>) -> [UInt8] {
        let line = array(range)
        let isUnfolded = line.withUnsafeBufferPointer { !$0.contains { $0 == 0x0A || $0 == 0x0D || $0 == 0 } }
        return isUnfolded ? line : line.filter { $0 != 0x0A && $0 != 0x0D && $0 != 0 }
    }
}
