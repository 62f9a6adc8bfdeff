import ContactFormats
import ContactModel
import Foundation
import TestSupport
import Testing

@testable import Vault

/// Names are found as people who write them type them.
@Suite struct `A name in another script` {
    @Test(
        arguments: [
            ("小明", "王", ["王小明", "王 小明", "小明王", "小明 王", "小明", "王", "王小", "name:王小明", "name:小明", "name:\"小明 王\""], ["王大明", "name:小王"]),
            ("太郎", "山田", ["山田太郎", "山田 太郎", "太郎山田", "太郎 山田", "山", "太郎", "name:山田"], ["田山", "山田花子"]),
            ("민수", "김", ["김민수", "김 민수", "민수김", "민수 김", "김민", "민수"], ["박민수"]), ("大文", "陳", ["陳大文", "大文"], ["陳小文"]),
            ("さくら", "佐々木", ["佐々木さくら", "佐々木 さくら", "さくら佐々木", "佐々"], ["佐々木はな"]),
            (
                "محمد", "الحداد",
                ["حداد", "الحداد", "محمد حداد", "حداد محمد", "\"محمد حداد\"", "الحد", "حد", "الـحـدّاد", "name:حداد", "name:الحداد"],
                ["سلطان"]
            ), ("محمد", "حداد", ["حداد", "الحداد", "والحداد", "للحداد", "محمد الحداد"], ["سلطان"]),
            ("علی", "کریمی", ["علي", "علی", "كريمي", "کریمی", "على كريمى"], ["سلطان"]),
            ("فاطمة", "أحمد", ["فاطمه", "فاطمة", "احمد", "أحمد"], ["سلطان"]),
            ("والد", "الله", ["والد", "الله", "وال"], ["له"]),
        ] as [(String, String, [String], [String])])
    func `is found with and without what is optional in it`(given: String, family: String, finding: [String], missing: [String]) throws {
        let disk = try VaultOnDisk()
        try disk.take(Self.list([(given, family, ""), ("Ada", "Example", "")]), on: "2024-01-02")
        func found(_ typed: String) throws -> [String] {
            try disk.vault.listing(PeopleFilter([typed]), offset: 0, limit: 10, looks: 100).people.compactMap(\.names.first?.value.given)
        }
        for typed in finding { #expect(try found(typed) == [given], "\(typed)") }
        for typed in missing { #expect(try found(typed) == [], "\(typed)") }
        #expect(try disk.findings() == [])
    }

    @Test(arguments: ["company:حداد", "company:الحداد", "company:تجارة", "تجاره", "company:電力", "company:東京", "company:mueller"])
    func `counts for companies too`(typed: String) throws {
        let disk = try VaultOnDisk()
        try disk.take(
            Self.list([("Ada", "Example", "شركة الحداد للتجارة 東京電力 Müller"), ("Bo", "Muster", "Muster AG")]), on: "2024-01-02")
        #expect(
            try disk.vault.listing(PeopleFilter([typed]), offset: 0, limit: 10, looks: 100).people.map(\.displayName) == ["Ada Example"])
    }

    @Test func `is found in a vault of an earlier program too, which is sound then`() throws {
        let disk = try VaultOnDisk()
        try disk.take(Self.list([("小明", "王", ""), ("محمد", "الحداد", ""), ("علی", "کریمی", ""), ("Ada", "Example", "")]), on: "2024-01-02")
        try disk.vault.close()
        let plain = try PlainSQLite(path: disk.path)
        for (now, then) in [("王 小 明 小 明 王", "小 明 王"), ("محمد الحداد محمد حداد", "محمد الحداد"), ("علي كريمي", "علی کریمی")] {
            #expect(try plain.rows("SELECT 1 FROM person WHERE name = '\(now)'").count == 1, "\(now)")
            try plain.rows("UPDATE person SET name = '\(then)' WHERE name = '\(now)'")
        }
        try plain.rows("INSERT INTO person_search (person_search) VALUES ('rebuild')")
        try plain.rows("DELETE FROM grdb_migrations WHERE identifier = '0012-computed-anew'")
        let vault = try Vault(path: disk.path, clock: .fixed())
        for typed in ["王小明", "حداد", "علي"] {
            #expect(try vault.listing(PeopleFilter([typed]), offset: 0, limit: 10, looks: 100).count == 1, "\(typed)")
        }
        #expect(try vault.verify().findings.map(\.message) == [])
        try vault.close()
    }

    private static func list(_ people: [(given: String, family: String, company: String)]) -> String {
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            + people.enumerated().map { number, person in
                "\(person.given),\(person.family),https://www.linkedin.com/in/example-\(number),,\(person.company),,05 May 2021\n"
            }.joined()
    }
}
