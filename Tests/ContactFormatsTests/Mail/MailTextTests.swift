import ContactModel
import Testing

@testable import ContactFormats

/// Names in every alphabet and every wrong way of writing it down.
@Suite("Texts and dates of mails")
struct MailTextTests {
    static let words: [(String, String)] = [
        ("Ann Example", "Ann Example"),
        ("=?utf-8?Q?Andr=C3=A9?= Pirard", "André Pirard"),
        ("=?ISO-8859-1?Q?Andr=E9?= Pirard", "André Pirard"),
        ("=?US-ASCII?Q?Keith_Moore?=", "Keith Moore"),
        ("=?utf-8?B?5pel5pys?=", "日本"),
        // A letter split between two words, and blanks between words.
        ("=?utf-8?B?5pel5p==?= =?utf-8?B?nKw=?=", "日本"),
        ("=?utf-8?Q?J=C3?=\r\n =?utf-8?Q?=BCrgen?=", "Jürgen"),
        ("=?utf-8?Q?a?= =?utf-8?Q?b?=", "ab"), ("=?utf-8?Q?a?= b =?utf-8?Q?c?=", "a b c"), ("=?utf-8?Q?a_?= =?iso-8859-1?Q?=E9?=", "a é"),
        // Languages (RFC 2231), no padding, other alphabet of base 64, blanks in a word, no blanks around it, lower case.
        ("=?utf-8*en?Q?Ann?=", "Ann"), ("=?UTF-8?b?QW5u?=", "Ann"), ("=?utf-8?B?w4k?=", "É"), ("=?utf-8?Q?Ann Example?=", "Ann Example"),
        ("x=?utf-8?Q?=C3=A9?=y", "xéy"),
        // Wrong labels.
        ("=?iso-8859-1?Q?Andr=C3=A9?=", "André"), ("=?utf-8?Q?Andr=E9?=", "André"), ("=?us-ascii?Q?Andr=E9?=", "André"),
        ("=?windows-1252?Q?=93Ann=94?=", "“Ann”"), ("=?iso-8859-1?Q?=93Ann=94?=", "“Ann”"), ("=?unknown-8bit?Q?Andr=E9?=", "André"),
        ("=?nonsense?Q?Andr=C3=A9?=", "André"),
        // Other sets.
        ("=?koi8-r?B?6dfBzg==?=", "Иван"), ("=?windows-1251?Q?=C8=E2=E0=ED?=", "Иван"), ("=?iso-8859-2?Q?=A3=F3d=BC?=", "Łódź"),
        ("=?gb2312?B?xOO6ww==?=", "你好"), ("=?GBK?B?xOO6ww==?=", "你好"), ("=?big5?B?p0Gmbg==?=", "你好"),
        ("=?euc-kr?B?x9Gx2w==?=", "한글"), ("=?ks_c_5601-1987?B?x9Gx2w==?=", "한글"), ("=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本"),
        ("=?shift_jis?B?k/qWew==?=", "日本"), ("=?euc-jp?B?xvzL3A==?=", "日本"), ("=?iso-8859-9?Q?=DE=FCkr=FC?=", "Şükrü"),
        ("=?iso-8859-7?Q?=CD=DF=EA=EF=F2?=", "Νίκος"), ("=?iso-8859-15?Q?=A4?=", "€"),
        // Not encoded words.
        ("=?utf-8?X?abc?=", "=?utf-8?X?abc?="), ("=?utf-8?Q?abc", "=?utf-8?Q?abc"), ("=??Q?abc?=", "=??Q?abc?="), ("a =? b", "a =? b"),
        ("=?utf-8?Q?a=ZZb=?=", "a=ZZb="),
        // Raw UTF-8 (RFC 6532).
        ("Zoë Example", "Zoë Example"),
    ]

    @Test("Encoded words are read", arguments: words)
    func encodedWords(written: String, text: String) {
        #expect(EncodedWords.text(Array(written.utf8).filter { $0 != 10 && $0 != 13 }) == text)
    }

    static let raw: [([UInt8], String?, String)] = [
        ([0x4A, 0xFC, 0x72, 0x67, 0x65, 0x6E], nil, "Jürgen"),
        ([0xE9, 0xD7, 0xC1, 0xCE], "koi8-r", "Иван"),
        ([0x82, 0xB3, 0x82, 0xC6, 0x82, 0xA4], nil, "さとう"),
        ([0x93, 0xFA, 0x96, 0x7B, 0x91, 0xBE, 0x98, 0x59], nil, "日本太郎"),
        ([0xA4, 0xB5, 0xA4, 0xC8, 0xA4, 0xA6], nil, "さとう"),
        ([0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42], nil, "日本"),
        ([0xC4, 0xE3, 0xBA, 0xC3], "gb2312", "你好"),
        (Array("Zoë".utf8), "iso-8859-1", "Zoë"),
    ]

    @Test("Bytes nobody labelled are read as what they show to be, or as the body is labelled", arguments: raw)
    func rawBytes(bytes: [UInt8], label: String?, text: String) {
        #expect(NamedCharset.unlabelled(bytes, hint: label.flatMap { NamedCharset(label: $0.utf8) }) == text)
    }

    static let names: [(String, String?)] = [
        ("\"Ann Example\"", "Ann Example"), ("\"'Ann Example'\"", "Ann Example"), ("Ann\t Example", "Ann Example"),
        ("\"=?utf-8?Q?Andr=C3=A9?=\"", "André"), ("=?utf-8?Q?=22Example=2C_Ann=22?=", "Example, Ann"), ("ann@example.com", nil),
        ("\"ANN@example.com\"", nil), ("bob@example.com", nil), ("", nil), ("\"\"", nil), ("-", nil), ("123", nil), ("\"Ann", "Ann"),
        ("<Ann Example", "Ann Example"), ("Ann \\(Nan\\) Example", "Ann (Nan) Example"),
    ]

    @Test("A name is what is left of quotes, escapes and encodings", arguments: names)
    func name(written: String, text: String?) {
        #expect(DisplayName.text(Array(written.utf8), isComment: false, address: "ann@example.com") == text)
    }

    @Test(
        "Only a comma says which name is the family's",
        arguments: [
            ("Doe, Jane", PersonName(given: "Jane", family: "Doe")),
            ("van der Doe, Jane A.", PersonName(given: "Jane A.", family: "van der Doe")),
            ("Jane Doe", PersonName(full: "Jane Doe")), ("Jane Doe, PhD", PersonName(full: "Jane Doe, PhD")),
            ("Example, Inc.", PersonName(full: "Example, Inc.")), ("Doe, Jane, MD", PersonName(full: "Doe, Jane, MD")),
            ("Doe, Jane (London)", PersonName(full: "Doe, Jane (London)")),
        ])
    func parts(text: String, name: PersonName) {
        #expect(DisplayName.name(text) == name)
    }

    static let dates: [(String, String?)] = [
        ("Mon, 2 Jan 2023 15:04:05 +0000", "2023-01-02"), ("2 Jan 2023 15:04 -0800", "2023-01-02"),
        ("Sat, 31 Dec 2022 23:30:00 -0800", "2022-12-31"),
        ("Mon, 02 Jan 2023 15:04:05 GMT", "2023-01-02"), ("mon, 2 jan 2023 15:04:05 est", "2023-01-02"),
        ("Mon, 2 Jan 2023 15:04:05 +0100 (CET)", "2023-01-02"), ("Mon,2 Jan 2023 15:04:05 Z", "2023-01-02"),
        // Obsolete (RFC 5322 §4.3), RFC 850, asctime.
        ("2 Jan 99 15:04 EST", "1999-01-02"), ("2 Jan 23 15:04 EST", "2023-01-02"), ("2 Jan 103 15:04 EST", "2003-01-02"),
        ("Monday, 02-Jan-23 15:04:05 GMT", "2023-01-02"), ("Mon Jan  2 15:04:05 2023", "2023-01-02"),
        ("Mon Jan 02 15:04:05 CET 2023", "2023-01-02"),
        ("Mon Jan 02 15:04:05 +0000 2023", "2023-01-02"), ("Mon, 2 (second) Jan 2023 15:04:05", "2023-01-02"),
        // Broken and localised.
        ("Monday, January 2, 2023 3:04 PM", "2023-01-02"), ("January 2, 2023", "2023-01-02"),
        ("Mo, 2 Okt 2023 15:04:05 +0200", "2023-10-02"),
        ("lun., 2 janv. 2023 15:04:05 +0100", "2023-01-02"), ("mar, 3 ene 2023 15:04:05 +0100", "2023-01-03"),
        ("Пн, 2 янв 2023 15:04", "2023-01-02"),
        ("2023-01-02T15:04:05Z", "2023-01-02"), ("2023-01-02 15:04:05", "2023-01-02"), ("20230102T150405Z", "2023-01-02"),
        ("02.01.2023 15:04", "2023-01-02"), ("1/30/2023 3:04 PM", "2023-01-30"), ("30/1/2023", "2023-01-30"), ("2023/01/02", "2023-01-02"),
        ("Mon, 2 Jan 2023 25:61:61 +9999", "2023-01-02"), ("Mon, 02 Jan 2023", "2023-01-02"),
        ("  Mon,\r\n 2 Jan 2023 15:04:05", "2023-01-02"),
        // None, or in doubt.
        ("", nil), ("yesterday", nil), ("3/4/2023", nil), ("30 Feb 2023 10:00", nil), ("2 Jan 1923 10:00:00", nil),
        ("Mon, 0 Jan 2023", nil),
        ("Jan 2023", nil), ("99999999999999999999", nil), ("32 Jan 2023", nil),
    ]

    @Test("A date gives the day on the sender's clock", arguments: dates)
    func date(text: String, day: String?) {
        let bytes = Array(text.utf8)
        #expect(MailDate.day(bytes.span, 0..<bytes.count)?.description == day)
    }
}
