import Foundation
import Testing

@testable import ContactFormats
@testable import ContactModel

/// Files as spreadsheets in East Asia save them, made by Python's codecs and written here byte for byte.
@Suite("Tables in East Asia's encodings")
struct EastAsianTextTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        var encoding: TextEncoding
        var base64: String
        var header: [String]
        var name: String
        var testDescription: String { encoding.rawValue }
        var bytes: [UInt8] { Data(base64Encoded: base64).map(Array.init) ?? [] }
    }

    static let samples = [
        Sample(
            encoding: .shiftJIS,
            base64: "kKkslrwsie+O0Ja8LJbwkEUsk2SOcYOBgVuDiyCDQYNog4yDWCyMZ5HRk2SYYgqNspOhLJT8jecsicuL84+kjpaKlI6uie+O0CyVlJK3LG1pc2"
                + "FraS5zYXRvQGtha3V1LmV4YW1wbGUsMDkwLTAwMDAtMDAwMQqX6ZbYLIySiOosl+GOpo1Ii8YsiduStyxrZW5pY2hpQHJlaWppLmV4YW1wbGUs"
                + "Cg==",
            header: ["姓", "名", "会社名", "役職", "電子メール アドレス", "携帯電話"], name: "佐藤"),
        Sample(
            encoding: .gb18030,
            base64: "0NXD+yy5q8u+LNawzvEstefX09PKz+Qsyta7+grN9dChw/csyr7A/b/GvLzT0M/euavLvizX3L6twO0sd2FuZ0BzaGlsaS5leGFtcGxlLDEzMD"
                + "AwMDAwMDAxCg==",
            header: ["姓名", "公司", "职务", "电子邮箱", "手机"], name: "王小明"),
        Sample(
            encoding: .big5,
            base64: "qW2mVyykvaVxLMK+utksuXGkbLZspfMspOK+9wqzr6RqpOUsvWSo0qrRpfems62tpL2lcSy4Z7J6LGNoZW5AZmFubGkuZXhhbXBsZSwwOTAwMD"
                + "AwMDAxCg==",
            header: ["姓名", "公司", "職稱", "電子郵件", "手機"], name: "陳大文"),
        Sample(
            encoding: .eucKR,
            base64: "wMy4pyzIuLvnLMH3w6UswMy43sDPLMjetOvG+Qqx6LnOwdgsv7m9w8D8wNosus7A5SxraW1AeWVzaS5leGFtcGxlLDAxMC0wMDAwLTAwMDEK",
            header: ["이름", "회사", "직책", "이메일", "휴대폰"], name: "김민준"),
    ]

    @Test("Each is told by its letters, and its header is understood", arguments: samples)
    func told(sample: Sample) throws {
        #expect(TextEncoding.recognised(in: sample.bytes[...], isWhole: true) == sample.encoding)
        let plain = Array(repeating: "Ada Example,ada@example.com\n".utf8, count: 1000).joined()
        #expect(TextEncoding.recognised(in: (plain + sample.bytes)[...], isWhole: true) == sample.encoding)
        let lines = sample.bytes.split(separator: 0x0A).map { sample.encoding.text($0) }
        #expect(lines.first?.split(separator: ",").map(String.init) == sample.header)
        #expect(lines.dropFirst().first?.contains(sample.name) == true)
        let guess = ColumnGuess(header: sample.header, rows: [])
        #expect(!guess.roles.contains { $0.field == .keep })
        #expect(guess.roles.contains { $0.field == .email } && guess.roles.contains { $0.field == .company })
    }

    @Test(
        "A letter whose two bytes are a sequence of UTF-8 by chance is read as its file, and a name beside a family name is the given one")
    func chance() throws {
        let bytes = Data(
            base64Encoded: "vLoswMy4pyzIuLvnLMH3w6UswPzA2iC43sDPIMHWvNIKyKsssea1vyy/ub3DIMHWvcTIuLvnLLqvyKO75yxnaWxkb25nQGV4"
                + "YW1wbGUuY29tCrHoLL+5vcMsurix4iDAusfgLMDMu+cseWVzaUBleGFtcGxlLm9yZwo="
        ).map(Array.init)
        let reading = try TableFixture.read(TableFixture.file("연락처.csv", try #require(bytes))).reading
        #expect(
            reading.cards.map(\.name) == [
                PersonName(given: "길동", family: "홍", full: "홍길동"), PersonName(given: "예시", family: "김", full: "김예시"),
            ])
        #expect(reading.cards.map { $0.organizations.first?.name } == ["예시 주식회사", "보기 은행"])
    }

    @Test("A word on a card nobody labelled that looks like UTF-8 by chance is read as the rest of the file")
    func cards() throws {
        let card =
            "QkVHSU46VkNBUkQKVkVSU0lPTjoyLjEKTjqx6Du5zsHYCk9SRzrEq8SrClRJVExFOrD6wOW067iuCk5PVEU6yLi757+hvK0guLizrSC757b3wN"
            + "S0z7TZCkVORDpWQ0FSRAo="
        let (cards, problems) = try VCards.read(Data(base64Encoded: card).map(Array.init) ?? [])
        #expect(cards.first?.name == PersonName(given: "민준", family: "김"))
        #expect(cards.first?.organizations.first?.name == "카카")
        #expect(problems.isEmpty)
    }

    @Test("A cell that is cut or mixed keeps what can be read", arguments: samples)
    func damaged(sample: Sample) {
        let bytes = Array(sample.bytes.dropLast(1)) + [0xFF, 0x2C] + Array("x@y.example".utf8)
        #expect(sample.encoding.text(bytes).hasSuffix(",x@y.example"))
    }

    @Test(
        "Letters of other scripts are not taken for these",
        arguments: [
            "ИВАНОВ ПЁТР;МОСКВА;ПРИМЕР", "Jürgen Müller;Größe;Weiß;Süß", "Łukasz Wójcik;Małgorzata Żółć", "ΓΙΩΡΓΟΣ ΠΑΠΑΔΟΠΟΥΛΟΣ;ΑΘΗΝΑ",
        ])
    func others(text: String) throws {
        for number: UInt in [0x8000_0500, 0x8000_0501, 0x8000_0502, 0x8000_0503] {
            guard let data = text.data(using: String.Encoding(rawValue: number)) else { continue }
            #expect(EastAsianText.told(by: Array(data)[...]) == nil, "\(number)")
        }
    }
}
