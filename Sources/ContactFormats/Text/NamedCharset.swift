import Foundation

/// The character sets that mails and vCards name (RFC 2047 §2, IANA's registry, and the names programs made up).
///
/// Labels are wrong often enough that the bytes have a say: what is valid UTF-8 beyond ASCII is UTF-8 whatever its label says, and what
/// does not fit its label is read as what it most likely is. Reading never fails.
struct NamedCharset: Hashable, Sendable {
    private enum Coding: Hashable {
        case utf8, utf7, eucJP
        /// A number of Core Foundation's, which Foundation reads on every system.
        case foundation(UInt32)
    }

    private let coding: Coding

    /// The character set of a label, without case and punctuation; `nil` for a label nobody knows.
    init?(label: some Sequence<UInt8>) {
        var name: [UInt8] = []
        for byte in label {
            // `utf-8*en` names a language as well (RFC 2231 §5).
            if byte == 0x2A || name.count > 40 { break }
            if byte.isDigit || byte.isASCIILetter { name.append(byte.asciiLowercased) }
        }
        guard let coding = Self.codings[name] else { return nil }
        self.coding = coding
    }

    /// The text of bytes labelled with this character set.
    func text(_ bytes: [UInt8]) -> String {
        // Seven-bit sets with escapes look like ASCII and are not.
        let isASCII = bytes.allSatisfy { $0 < 0x80 }
        if isASCII, !usesSevenBits { return String(decoding: bytes, as: UTF8.self) }
        if !isASCII, !isWide {
            let census = UTF8Census(of: bytes)
            if census.isValid, coding == .utf8 || census.hasSequences { return String(decoding: bytes, as: UTF8.self) }
        }
        return decoded(bytes) ?? Self.unlabelled(bytes)
    }

    /// The text of bytes nobody labelled: UTF-8; else what the mail's body is labelled with; else Japanese where escapes or kana show it;
    /// else Windows-1252.
    static func unlabelled(_ bytes: [UInt8], hint: NamedCharset? = nil) -> String {
        if bytes.contains(0x1B), let text = NamedCharset(.foundation(0x0820)).decoded(bytes) { return text }
        if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
        if UTF8Census(of: bytes).isValid { return String(decoding: bytes, as: UTF8.self) }
        if let hint, hint.coding != .utf8, let text = hint.decoded(bytes) { return text }
        if looksLikeShiftJIS(bytes), let text = NamedCharset(.foundation(0x0420)).decoded(bytes) { return text }
        if looksLikeEUCJP(bytes), let text = NamedCharset(.eucJP).decoded(bytes) { return text }
        return TextEncoding.utf8.textOfMixedBytes(bytes)
    }

    private init(_ coding: Coding) { self.coding = coding }

    private var usesSevenBits: Bool {
        switch coding {
        case .utf7: true
        case .foundation(let number): [0x0820, 0x0821, 0x0822, 0x0840, 0x0A05, 0x0100, 0x1000_0100, 0x1400_0100].contains(number)
        default: false
        }
    }

    private var isWide: Bool {
        if case .foundation(let number) = coding { [0x0100, 0x1000_0100, 0x1400_0100].contains(number) } else { false }
    }

    /// The text, where every byte fits; `nil` where one does not, and for UTF-8.
    func decoded(_ bytes: [UInt8]) -> String? {
        switch coding {
        case .utf8: nil
        case .utf7: Self.foundation(0x0400_0100, bytes)
        case .eucJP: Self.shiftJIS(ofEUC: bytes).flatMap { Self.foundation(0x0A01, $0) }
        case .foundation(0x0500): TextEncoding.utf8.textOfMixedBytes(bytes)
        case .foundation(let number): Self.foundation(number, bytes)
        }
    }

    private static func foundation(_ number: UInt32, _ bytes: [UInt8]) -> String? {
        String(data: Data(bytes), encoding: String.Encoding(rawValue: UInt(0x8000_0000 | number)))
    }

    /// EUC-JP as Shift_JIS (JIS X 0208, appendix): Foundation has no converter for the former on Linux.
    private static func shiftJIS(ofEUC bytes: [UInt8]) -> [UInt8]? {
        var text: [UInt8] = []
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte < 0x80 {
                text.append(byte)
                place += 1
                continue
            }
            guard place + 1 < bytes.count, bytes[place + 1] >= 0xA1 else { return nil }
            let second = bytes[place + 1]
            place += 2
            if byte == 0x8E {
                text.append(second)
                continue
            }
            guard byte >= 0xA1, byte < 0xFF, second < 0xFF else { return nil }
            let (row, cell) = (Int(byte) - 0x80, Int(second) - 0x80)
            text.append(UInt8((row - 1) / 2 + (row < 0x5F ? 0x71 : 0xB1)))
            text.append(UInt8(row.isMultiple(of: 2) ? cell + 0x7E : cell + (cell < 0x60 ? 0x1F : 0x20)))
        }
        return text
    }

    /// Whether the bytes are Shift_JIS with kana, or with kanji whose first byte is a control character in Latin sets.
    private static func looksLikeShiftJIS(_ bytes: [UInt8]) -> Bool {
        var (telling, others) = (0, 0)
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            guard byte >= 0x80 else { continue }
            guard (0x81...0x9F).contains(byte) || (0xE0...0xEA).contains(byte), place < bytes.count else {
                if !(0xA1...0xDF).contains(byte) { return false }
                others += 1
                continue
            }
            guard bytes[place] >= 0x40, bytes[place] != 0x7F, bytes[place] <= 0xFC else { return false }
            if byte <= 0x9F { telling += 1 } else { others += 1 }
            place += 1
        }
        return telling >= 2 && telling >= others
    }

    /// Whether the bytes are EUC-JP with kana among them.
    private static func looksLikeEUCJP(_ bytes: [UInt8]) -> Bool {
        var (kana, pairs) = (0, 0)
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            guard byte >= 0x80 else { continue }
            guard byte >= 0xA1, byte < 0xFF, place < bytes.count, bytes[place] >= 0xA1 else { return false }
            if byte == 0xA4 || byte == 0xA5 { kana += 1 }
            pairs += 1
            place += 1
        }
        return pairs >= 2 && kana > 0
    }

    private static let codings: [[UInt8]: Coding] = {
        var codings: [[UInt8]: Coding] = [:]
        for (names, coding) in labels {
            for name in names.split(separator: " ") { codings[Array(name.utf8)] = coding }
        }
        return codings
    }()

    // ISO 8859-1 and ASCII are read as Windows-1252, which is what programs that label so write (WHATWG Encoding does the same); the small
    // sets of East Asia as the large ones that hold them.
    private static let labels: [(String, Coding)] = [
        ("utf8 utf8mac unicode11utf8 cp65001 xunknown8bit", .utf8), ("utf7 unicode11utf7", .utf7),
        (
            "usascii ascii iso88591 latin1 l1 windows1252 cp1252 xcp1252 iso885911987 ansix341968 ibm819 8bit 7bit ansi isolatin1 "
                + "iso8859 unknown8bit unknown default xunknown none", .foundation(0x0500)
        ),
        ("iso88592 latin2 l2 iso885921987 isolatin2", .foundation(0x0202)), ("iso88593 latin3", .foundation(0x0203)),
        ("iso88594 latin4", .foundation(0x0204)), ("iso88595 cyrillic isoir144", .foundation(0x0205)),
        ("iso88596 arabic iso88596i iso88596e", .foundation(0x0206)), ("iso88597 greek", .foundation(0x0207)),
        ("iso88598 hebrew iso88598i iso88598e visual logical", .foundation(0x0208)),
        ("iso88599 latin5", .foundation(0x0504)), ("iso885910 latin6", .foundation(0x020A)),
        ("iso885911 tis620 windows874 cp874 xwindows874", .foundation(0x041D)), ("iso885913 latin7", .foundation(0x020D)),
        ("iso885914 latin8", .foundation(0x020E)), ("iso885915 latin9 latin0", .foundation(0x020F)),
        ("iso885916 latin10", .foundation(0x0210)),
        ("windows1250 cp1250 xcp1250 win1250", .foundation(0x0501)), ("windows1251 cp1251 xcp1251 win1251", .foundation(0x0502)),
        ("windows1253 cp1253", .foundation(0x0503)), ("windows1254 cp1254", .foundation(0x0504)),
        ("windows1255 cp1255", .foundation(0x0505)), ("windows1256 cp1256", .foundation(0x0506)),
        ("windows1257 cp1257", .foundation(0x0507)), ("windows1258 cp1258", .foundation(0x0508)),
        ("koi8r koi8", .foundation(0x0A02)), ("koi8u koi8ru", .foundation(0x0A08)), ("cp866 ibm866 866", .foundation(0x041B)),
        ("cp437 ibm437 437", .foundation(0x0400)), ("cp850 ibm850 850", .foundation(0x0410)),
        ("macintosh macroman xmacroman mac", .foundation(0)),
        ("gb2312 gbk gb18030 cp936 xgbk gb231280 chinese euccn windows936 ms936 hzgb gb", .foundation(0x0632)),
        ("hzgb2312 hz", .foundation(0x0A05)), ("big5 big5hkscs cp950 xxbig5 cnbig5 big5eten windows950", .foundation(0x0A06)),
        ("euckr ksc56011987 ksc5601 ksc56011989 cp949 uhc korean windows949 ms949 xwindows949 kscs56011987", .foundation(0x0422)),
        ("iso2022kr", .foundation(0x0840)), ("iso2022jp iso2022jpms cp50220 cp50221 csiso2022jp jis", .foundation(0x0820)),
        ("iso2022jp2", .foundation(0x0821)), ("iso2022jp1 iso2022jp3 iso2022jp2004", .foundation(0x0822)),
        ("shiftjis sjis xsjis cp932 windows31j ms932 mskanji csshiftjis shiftjisx0213 shiftjis2004", .foundation(0x0420)),
        ("eucjp xeucjp ujis eucjpms cseucpkdfmtjapanese", .eucJP),
        ("utf16", .foundation(0x0100)), ("utf16be", .foundation(0x1000_0100)), ("utf16le", .foundation(0x1400_0100)),
    ]
}
