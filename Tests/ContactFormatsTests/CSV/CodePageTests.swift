import Testing

@testable import ContactFormats
@testable import ContactModel

@Suite("Code pages are told by their letters")
struct CodePageTests {
    /// A language's names, and the page its old programs write them in.
    struct Sample: Sendable, CustomTestStringConvertible {
        var language: String
        var names: [String]
        var page: TextEncoding?
        var testDescription: String { language }

        /// The names as the page has them; Windows-1252 and the others share ASCII.
        var bytes: [UInt8] {
            Array(names.joined(separator: "\n").unicodeScalars).map { scalar in
                if scalar.value < 0x80 { return UInt8(scalar.value) }
                let letters = Self.letters(of: page)
                return UInt8(0x80 + (letters.firstIndex(of: scalar) ?? 0))
            }
        }

        private static func letters(of page: TextEncoding?) -> [Unicode.Scalar] {
            page.flatMap(CodePage.letters)
                ?? (0x80..<0x100).compactMap { TextEncoding.utf8.textOfMixedBytes([UInt8($0)]).unicodeScalars.first }
        }
    }

    static let samples = [
        Sample(language: "Polish", names: ["Łukasz Wójcik", "Małgorzata Żółć", "Michał Dąbrowski", "Kraków"], page: .windows1250),
        Sample(language: "Czech", names: ["Jiří Dvořák", "Tomáš Novotný", "Božena Němcová", "Plzeň"], page: .windows1250),
        Sample(language: "Hungarian", names: ["Gábor Erdős", "Zsófia Kőszegi", "Győr", "Jenő Fűz", "László"], page: .windows1250),
        Sample(language: "Croatian", names: ["Ivana Horvatić", "Đuro Šimić", "Željko Čović"], page: .windows1250),
        Sample(language: "Romanian", names: ["Ştefan Ţăranu", "Brăila", "Ionuţ Mâţă"], page: .windows1250),
        Sample(language: "Russian", names: ["Юлия Щукина", "Пётр Пример", "Москва", "Фамилия;Имя"], page: .windows1251),
        Sample(language: "Ukrainian", names: ["Їжак Євген", "Ґалаґан Іван", "Київ"], page: .windows1251),
        Sample(language: "Bulgarian", names: ["Ивайло Примеров", "Цветелина", "София"], page: .windows1251),
        Sample(language: "Russian on Unix", names: ["Юлия Щукина", "Сергей Кузнецов", "Москва", "Фамилия;Имя"], page: .koi8),
        Sample(language: "Ukrainian on Unix", names: ["Олена Шевченко", "Іван Коваль", "Київ"], page: .koi8),
        Sample(language: "Russian in capitals", names: ["СЕРГЕЙ КУЗНЕЦОВ", "АННА ИВАНОВА"], page: .windows1251),
        Sample(language: "Greek", names: ["Γιώργος Παπαδόπουλος", "Ελένη Δημητρίου", "Αθήνα"], page: .windows1253),
        Sample(language: "Turkish", names: ["Ayşe Yıldız", "Gülşen Çelik", "İbrahim Doğan", "Şahin"], page: .windows1254),
        Sample(language: "Hebrew", names: ["דוד דוגמה", "שרה כהן", "חברה לדוגמה", "שם פרטי;שם משפחה"], page: .windows1255),
        Sample(language: "Arabic", names: ["أحمد المثال", "فاطمة التجربة", "شركة المثال", "الاسم الأول;اسم العائلة"], page: .windows1256),
        Sample(language: "Persian", names: ["علي نمونه", "شركت مثال", "نام خانوادگي", "پريسا گلي"], page: .windows1256),
        Sample(language: "Thai", names: ["ชื่อ,นามสกุล,บริษัท", "สมชาย,ตัวอย่าง,บริษัท ตัวอย่าง จำกัด", "สุดา,ทดสอบ,ร้านทดสอบ"], page: .windows874),
        Sample(language: "Latvian", names: ["Jānis Bērziņš", "Ērika Kļaviņa", "Uzņēmums", "Šefpavāre"], page: .windows1257),
        Sample(
            language: "Lithuanian", names: ["Rūta Pavyzdė", "Šarūnas Žąsinas", "Įmonė", "Jūratė Kėdaitė", "Eglė Čiurlytė"],
            page: .windows1257),
        Sample(language: "German", names: ["Jürgen Müller", "Ömer Weiß", "Anna Größe"], page: nil),
        Sample(language: "French", names: ["Élodie Lefèvre", "François Côté", "Zoë Noël", "Benoît"], page: nil),
        Sample(language: "Portuguese", names: ["João Gonçalves", "Conceição", "António Simões"], page: nil),
        Sample(language: "Danish", names: ["Søren Kjær", "Åse Østergård"], page: nil),
        Sample(language: "Icelandic", names: ["Guðrún Þórðardóttir", "Sigríður", "Ýr Björnsdóttir"], page: nil),
        Sample(
            language: "a network of many", names: ["Jürgen Weiß", "María Núñez", "João", "Søren", "Élodie", "François", "Åse", "Guðrún"],
            page: nil),
    ]

    /// Tables of few names, whose page the words of their first line tell.
    static let headed = [
        Sample(language: "Turkish, one row", names: ["Ad;Soyad;Şirket;Görev;E-posta;Cep", "Şule;Örnek;;;;"], page: .windows1254),
        Sample(
            language: "Hungarian, two rows", names: ["Vezetéknév;Keresztnév;Cég;Beosztás", "Minta;Zsófia;;", "Példa;Győző;;"],
            page: .windows1250),
    ]

    @Test(arguments: samples + headed)
    func `a file in one language is read as it was written`(sample: Sample) {
        let bytes = sample.bytes
        let encoding = TextEncoding.recognised(in: bytes[...], isWhole: true)
        #expect(encoding == sample.page ?? .utf8)
        #expect(encoding.textOfMixedBytes(bytes) == sample.names.joined(separator: "\n"))
    }

    @Test(arguments: samples)
    func `letters that stand behind much ASCII tell as much`(sample: Sample) {
        let plain = Array(repeating: "Ada Example,ada@example.com\n".utf8, count: 1000).joined()
        #expect(TextEncoding.recognised(in: (plain + sample.bytes)[...], isWhole: true) == sample.page ?? .utf8)
    }

    @Test(arguments: headed)
    func `a header tells for names that stand behind much ASCII`(sample: Sample) {
        let lines = sample.bytes.split(separator: 0x0A, maxSplits: 1)
        let plain = Array(repeating: "Ada;Example;;;;\n".utf8, count: 1000).joined()
        #expect(TextEncoding.recognised(in: (lines[0] + [0x0A] + plain + lines[1])[...], isWhole: true) == sample.page)
    }

    @Test(arguments: samples + headed)
    func `the same file in UTF-8 is UTF-8`(sample: Sample) {
        #expect(TextEncoding.recognised(in: Array(sample.names.joined(separator: "\n").utf8)[...], isWhole: true) == .utf8)
    }

    @Test
    func `one letter proves nothing, nor does a UTF-8 file with a broken cell`() {
        #expect(TextEncoding.recognised(in: (Array("Vojt".utf8) + [0xEC] + Array("ch".utf8))[...], isWhole: true) == .utf8)
        let mixed = Array("Łukasz Żółć, Małgorzata Dąbrowska, Jürgen ".utf8) + [0xA3, 0x75, 0x6B, 0xB3, 0xB9]
        #expect(TextEncoding.recognised(in: mixed[...], isWhole: true) == .utf8)
    }

    @Test
    func `a table in Windows-1251 gives people with their names`() throws {
        let sample = Sample(language: "", names: ["Имя;Фамилия;Эл. почта", "Юлия;Щукина;yulia@example.com"], page: .windows1251)
        let reading = try TableFixture.read(TableFixture.file("kontakty.csv", sample.bytes)).reading
        #expect(reading.cards.map(\.name) == [PersonName(given: "Юлия", family: "Щукина")])
        #expect(reading.cards.first?.emails == [EmailAddress("yulia@example.com")])
    }
}
