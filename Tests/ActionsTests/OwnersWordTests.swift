import Actions
import ContactModel
import ContactQuality
import Foundation
import Testing
import Vault

/// Finding the person someone means, and saying things of them.
@Suite("One person")
final class OwnersWordTests {
    private let folder: URL
    private let vault: Vault

    private static let rows = """
        First Name,Last Name,URL,Email Address,Company,Position,Connected On
        Ada,Example,https://www.linkedin.com/in/ada-1,ada@example.com,"Example, Inc.",Partner,08 Feb 2026
        Ada,Example,https://www.linkedin.com/in/ada-2,,Other LLP,Associate,25 Apr 2014
        Ada,Examples,https://www.linkedin.com/in/ada-3,,,,25 Apr 2015
        Zoë,Müller,https://www.linkedin.com/in/zo%C3%AB-m%C3%BCller,,Muster GmbH,Rechtsanwältin,20 Nov 2018
        """

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("holdfast-actions-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        vault = try Vault(path: folder.appendingPathComponent("vault.sqlite").path)
        let file = folder.appendingPathComponent("Connections.csv")
        try Data(Self.rows.utf8).write(to: file)
        _ = try ImportFiles(paths: [file.path]).run(in: vault)
    }

    deinit {
        try? vault.close()
        try? FileManager.default.removeItem(at: folder)
    }

    @Test(
        "is found by name, address, profile, or words",
        arguments: [
            "zoe muller", "Zoë Müller", "MÜLLER", "muller", "https://www.linkedin.com/in/zo%C3%AB-m%C3%BCller",
            "https://linkedin.com/in/zoë-müller/",
        ])
    func found(text: String) throws {
        #expect(try FindPerson(text).run(in: vault).displayName == "Zoë Müller")
    }

    @Test("is found by an address in any case")
    func byAddress() throws {
        #expect(try FindPerson("ADA@example.com").run(in: vault).companies.first?.value == "Example, Inc.")
    }

    @Test("is found by the id and its beginning")
    func byIdentifier() throws {
        let zoe = try FindPerson("zoe").run(in: vault)
        #expect(try FindPerson(zoe.id.description).run(in: vault).id == zoe.id)
        #expect(try FindPerson(zoe.id.description.uppercased()).run(in: vault).id == zoe.id)
        #expect(try FindPerson(String(zoe.id.description.prefix(18))).run(in: vault).id == zoe.id)
    }

    @Test("A full name that one alone has is meant, though others have it within theirs")
    func exactName() throws {
        #expect(try FindPerson("ada examples").run(in: vault).displayName == "Ada Examples")
    }

    @Test("Several that fit are listed with id and work, to choose from")
    func ambiguous() throws {
        let error = try #require(throws: VaultError.self) { try FindPerson("ada example").run(in: vault) }
        #expect(error.code == .refused)
        let lines = error.message.split(separator: "\n")
        #expect(lines.first == "“ada example” fits several people. Give the id of the one you mean:")
        #expect(lines.count == 4)
        #expect(lines.contains { $0.hasSuffix("Ada Example (Partner, Example, Inc.)") })
        #expect(lines.contains { $0.hasSuffix("Ada Example (Associate, Other LLP)") })
        #expect(lines.contains { $0.hasSuffix("Ada Examples") })
        for line in lines.dropFirst() {
            let id = line.drop { $0 == " " }.prefix { $0 != " " }
            #expect(try FindPerson(String(id)).run(in: vault).id.description == String(id))
        }
    }

    @Test(
        "Nobody is told, with what to do",
        arguments: ["nobody at all", "ffffffff", "none@example.com", "https://www.linkedin.com/in/none", "", " "])
    func nobody(text: String) throws {
        let error = try #require(throws: VaultError.self) { try FindPerson(text).run(in: vault) }
        #expect(error.code == .notFound || text.allSatisfy(\.isWhitespace))
        #expect(!error.message.isEmpty)
    }

    @Test("A tag, a note and a value are said, shown and taken back")
    func words() throws {
        let before = try FindPerson("zoe").run(in: vault)
        let tag = try SayOfPerson(.tag(" client "), of: "zoe").run(in: vault)
        _ = try SayOfPerson(.note("met in Łódź"), of: "zoe").run(in: vault)
        _ = try SayOfPerson(.edit(.company, "Neu AG"), of: "zoe").run(in: vault)
        let said = try FindPerson("zoe").run(in: vault)
        #expect(said.tags.map(\.value) == ["client"])
        #expect(said.notes.map(\.value) == ["met in Łódź"])
        #expect(said.companies.map(\.value) == ["Neu AG", "Muster GmbH"])
        _ = try UndoStep(nil).run(in: vault)
        _ = try UndoStep(nil).run(in: vault)
        #expect(try FindPerson("zoe").run(in: vault).tags.map(\.value) == ["client"])
        _ = try UndoStep(tag.step).run(in: vault)
        let after = try FindPerson("zoe").run(in: vault)
        #expect(after.id == before.id && after.tags.isEmpty && after.notes.isEmpty)
        #expect(after.companies.map(\.value) == before.companies.map(\.value))
        #expect(try VerifyVault().run(in: vault).isSound)
    }

    @Test("What an address is is the owner's word: it decides lists, review and exports, outlasts later imports, and is taken back")
    func use() throws {
        let who = "https://www.linkedin.com/in/zo%C3%AB-m%C3%BCller"
        func listed(_ kind: String) throws -> Bool {
            try vault.listing(PeopleFilter(["zoe", "kind:\(kind)"]), offset: 0, limit: 9).people.count == 1
        }
        func person() throws -> Person { try FindPerson(who).run(in: vault) }
        func kind() throws -> EmailVerdict { try vault.emailKinds().verdict(of: person().emails[0].value, of: person()) }
        func card() throws -> String { String(decoding: try ExportPerson(who).run(in: vault).bytes, as: UTF8.self) }
        _ = try SayOfPerson(.edit(.email, "zoe@harbour.example"), of: who).run(in: vault)
        #expect(try kind().kind == .unknown && listed("unknown"))
        let step = try SayOfPerson(.use(of: "ZOE@harbour.example", .work), of: who).run(in: vault).step
        #expect(try kind() == EmailVerdict(kind: .work, reason: "You said that it is a work address."))
        #expect(try listed("work") && !listed("unknown"))
        #expect(try ReviewSubject(person()).email?.kind == .work)
        #expect(try card().contains("TYPE=work:zoe@harbour.example"))
        _ = try SayOfPerson(.use(of: "zoe@harbour.example", .personal), of: who).run(in: vault)
        #expect(try card().contains("TYPE=home:zoe@harbour.example") && listed("personal"))
        #expect(throws: VaultError.self) { try SayOfPerson(.use(of: "zoe@harbour.example", .personal), of: who).run(in: vault) }
        #expect(throws: VaultError.self) { try SayOfPerson(.use(of: "none@harbour.example", .work), of: who).run(in: vault) }
        _ = try UndoStep(nil).run(in: vault)
        #expect(try kind().kind == .work)
        // An address book that has the address too, and calls it otherwise, changes nothing of it.
        let book = folder.appendingPathComponent("book.vcf")
        try Data(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë Müller\r\nURL:\(who)\r\nEMAIL;TYPE=HOME:zoe@harbour.example\r\nEND:VCARD\r\n".utf8
        ).write(to: book)
        _ = try ImportFiles(paths: [book.path]).run(in: vault)
        #expect(try kind().kind == .work && card().contains("TYPE=work"))
        // What was said of an address is not said of the one that takes its place, and one step can say both.
        let both: [SayOfPerson.Word] = [
            .correct(.email, from: "zoe@harbour.example", to: "zoe@haven.example"), .use(of: "zoe@haven.example", .personal),
        ]
        _ = try SayOfPerson(both, of: who).run(in: vault)
        #expect(try person().emails.map(\.value.use) == [.personal])
        _ = try UndoStep(nil).run(in: vault)
        _ = try SayOfPerson(.correct(.email, from: "zoe@harbour.example", to: "zoe@haven.example"), of: who).run(in: vault)
        #expect(try person().emails.map(\.value.use) == [nil])
        _ = try UndoStep(nil).run(in: vault)
        _ = try UndoStep(step).run(in: vault)
        #expect(try kind().kind == .unknown && listed("unknown"))
        #expect(try VerifyVault().run(in: vault).isSound)
    }

    @Test("A wrong address is put right and an old number taken out; both stay as former values, and come back with undo")
    func corrections() throws {
        let who = "https://www.linkedin.com/in/ada-1"
        for number in ["+49 30 1234567", "+49 30 7654321"] { _ = try SayOfPerson(.edit(.phone, number), of: who).run(in: vault) }
        let right = try SayOfPerson(.correct(.email, from: "ada@example.com", to: "ada@example.org"), of: who).run(in: vault)
        _ = try SayOfPerson(.correct(.phone, from: "+49 30 1234567", to: nil), of: who).run(in: vault)
        let said = try FindPerson(who).run(in: vault)
        #expect(said.emails.map(\.value.address) == ["ada@example.org"])
        #expect(said.phones.map(\.value.number) == ["+49 30 7654321"])
        #expect(said.retired.map(\.value) == [RetiredValue(.email, "ada@example.com"), RetiredValue(.phone, "+49 30 1234567")])
        #expect(said.retired.first?.provenance.first?.source.hasPrefix("LinkedIn") == true)
        #expect(try FindPerson("ada@example.com").run(in: vault).id == said.id)
        #expect(said.handedOn?.retired.isEmpty == true)
        #expect(try VerifyVault().run(in: vault).isSound)
        _ = try UndoStep(right.step).run(in: vault)
        #expect(try FindPerson(who).run(in: vault).emails.map(\.value.address) == ["ada@example.com"])
    }

    @Test("A value put in the place of another that stands behind it stays where it is")
    func correctionByAnEarlierValue() throws {
        for company in ["Drei AG", "Neu AG"] { _ = try SayOfPerson(.edit(.company, company), of: "zoe").run(in: vault) }
        _ = try SayOfPerson(.correct(.company, from: "Drei AG", to: "Neu AG"), of: "zoe").run(in: vault)
        #expect(try FindPerson("zoe").run(in: vault).companies.map(\.value) == ["Neu AG", "Muster GmbH"])
        #expect(try VerifyVault().run(in: vault).isSound)
    }

    @Test("A report on somebody names nobody else whom a word on who is who is about", arguments: ["unsure", "distinct"])
    func reported(word: String) throws {
        let adas = ["https://www.linkedin.com/in/ada-1", "https://www.linkedin.com/in/ada-2"]
        let ids = try adas.map { try FindPerson($0).run(in: vault).id.description }
        if word == "unsure" { _ = try PutPeopleAside(adas).run(in: vault) } else { _ = try KeepPeopleApart(adas).run(in: vault) }
        for (one, other) in [(0, 1), (1, 0)] {
            let report = String(decoding: try ReportOnPerson(adas[one]).run(in: vault).json, as: UTF8.self)
            #expect(report.contains("\"kind\":\"\(word)\"") && report.contains(ids[one]) && !report.contains(ids[other]))
        }
    }

    @Test("An archive makes the same vault again, several words of one step and people put aside with it")
    func archived() throws {
        let adas = ["https://www.linkedin.com/in/ada-1", "https://www.linkedin.com/in/ada-2"]
        _ = try SayOfPerson(
            [
                .edit(.nickname, "Zo"), .edit(.birthday, "1980-05-14"), .edit(.address, "Am Markt 1, 10115 Berlin"), .tag("client"),
                .note("met in Łódź"), .share(.phone, isAllowed: false),
            ], of: "zoe"
        ).run(in: vault)
        _ = try PutPeopleAside(adas).run(in: vault)
        let archive = folder.appendingPathComponent("archive.zip").path
        _ = try ExportArchive(to: archive).run(in: vault)
        let other = try Vault(path: folder.appendingPathComponent("other.sqlite").path)
        defer { try? other.close() }
        _ = try ImportFiles(paths: [archive]).run(in: other)
        let zoe = try FindPerson("zoe").run(in: other)
        #expect(zoe.nicknames.map(\.value) == ["Zo"] && zoe.birthday?.value.description == "1980-05-14")
        #expect(zoe.addresses.map(\.value.line) == ["Am Markt 1, 10115 Berlin"])
        #expect(zoe.tags.map(\.value) == ["client"] && zoe.notes.map(\.value) == ["met in Łódź"] && zoe.withheldFields == [.phone])
        let pair = try adas.map { try FindPerson($0).run(in: other).id }
        #expect(try other.comparison(of: pair[0], and: pair[1]).isAside)
        #expect(try VerifyVault().run(in: other).isSound)
    }

    @Test("A value that was taken out stays out when the same export comes again, and counts again once it is set again")
    func staysOut() throws {
        let who = "https://www.linkedin.com/in/ada-1"
        _ = try SayOfPerson(.correct(.email, from: "ada@example.com", to: nil), of: who).run(in: vault)
        let later = folder.appendingPathComponent("Later.csv")
        try Data((Self.rows + "New,Person,https://www.linkedin.com/in/new-1,,,,01 Mar 2026\n").utf8).write(to: later)
        _ = try ImportFiles(paths: [later.path]).run(in: vault)
        #expect(try FindPerson(who).run(in: vault).emails.isEmpty)
        _ = try SayOfPerson(.edit(.email, "ada@example.com"), of: who).run(in: vault)
        let again = try FindPerson(who).run(in: vault)
        #expect(again.emails.map(\.value.address) == ["ada@example.com"] && again.retired.isEmpty)
    }

    @Test("Who is at no company any more has none, and the earlier ones stay behind")
    func noCompany() throws {
        _ = try SayOfPerson(.edit(.company, "Neu AG"), of: "zoe").run(in: vault)
        _ = try SayOfPerson(.correct(.company, from: "Neu AG", to: nil), of: "zoe").run(in: vault)
        let zoe = try FindPerson("zoe").run(in: vault)
        #expect(zoe.companies.isEmpty)
        #expect(zoe.retired.map(\.value) == [RetiredValue(.company, "Neu AG"), RetiredValue(.company, "Muster GmbH")])
        #expect(try FindPerson("muster gmbh").run(in: vault).id == zoe.id)
    }

    @Test("Of two companies one card names, one is taken out and the other stays; a corrected former one does not come first")
    func severalCompanies() throws {
        let file = folder.appendingPathComponent("two.vcf")
        let card =
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Tia Two\r\nN:Two;Tia;;;\r\nORG:First AG;Sales\r\nORG:Second AG\r\nEMAIL:t@example.com\r\nEND:VCARD\r\n"
        try Data(card.utf8).write(to: file)
        _ = try ImportFiles(paths: [file.path]).run(in: vault)
        let right = try SayOfPerson(.correct(.company, from: "First AG", to: "First Ltd"), of: "tia").run(in: vault)
        let corrected = try FindPerson("tia").run(in: vault)
        #expect(corrected.companies.map(\.value) == ["First Ltd", "Second AG"] && corrected.organizations.first?.value.units == ["Sales"])
        _ = try UndoStep(right.step).run(in: vault)
        _ = try SayOfPerson(.correct(.company, from: "Second AG", to: "Second Ltd"), of: "tia").run(in: vault)
        #expect(try FindPerson("tia").run(in: vault).companies.map(\.value) == ["First AG", "Second Ltd"])
        _ = try SayOfPerson(.correct(.company, from: "Second Ltd", to: "Second AG"), of: "tia").run(in: vault)
        _ = try SayOfPerson(.correct(.company, from: "First AG", to: nil), of: "tia").run(in: vault)
        let left = try FindPerson("tia").run(in: vault)
        #expect(left.companies.map(\.value) == ["Second AG"])
        #expect(left.retired.map(\.value.text).sorted() == ["First AG", "Second Ltd"])
        #expect(try VerifyVault().run(in: vault).isSound)
    }

    @Test("An address is taken out however often and in whatever case it stands there, and a profile however it is spelled")
    func everySpelling() throws {
        let file = folder.appendingPathComponent("one.vcf")
        let card =
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ida One\r\nN:One;Ida;;;\r\nEMAIL;TYPE=WORK:ida@example.com\r\nURL:https://linkedin.com/in/ida-one/\r\nEND:VCARD\r\n"
        try Data(card.utf8).write(to: file)
        _ = try ImportFiles(paths: [file.path]).run(in: vault)
        _ = try SayOfPerson(.edit(.email, "Ida@example.com"), of: "Ida One").run(in: vault)
        _ = try SayOfPerson(.correct(.email, from: "Ida@example.com", to: nil), of: "Ida One").run(in: vault)
        let uri = try #require(try FindPerson("Ida One").run(in: vault).links.first?.value.uri)
        _ = try SayOfPerson(.correct(.url, from: uri, to: nil), of: "Ida One").run(in: vault)
        let ida = try FindPerson("Ida One").run(in: vault)
        #expect(ida.emails.isEmpty && ida.links.isEmpty && ida.retired.count >= 2)
    }

    @Test("Several words about a person are one step, and are taken back together; if one can't be said none is")
    func oneStep() throws {
        let before = try FindPerson("zoe").run(in: vault)
        let words: [SayOfPerson.Word] = [
            .edit(.company, "Neu AG"), .edit(.title, "Partnerin"), .tag("client"), .note("met in Łódź"), .share(.phone, isAllowed: false),
        ]
        let steps = try ShowLog().run(in: vault).count
        #expect(throws: VaultError.self) { try SayOfPerson(words + [.untag("none")], of: "zoe").run(in: vault) }
        #expect(try ShowLog().run(in: vault).count == steps)
        let said = try SayOfPerson(words, of: "zoe").run(in: vault)
        let zoe = try FindPerson("zoe").run(in: vault)
        #expect(zoe.companies.first?.value == "Neu AG" && zoe.titles.first?.value == "Partnerin" && zoe.tags.map(\.value) == ["client"])
        #expect(zoe.notes.map(\.value) == ["met in Łódź"] && zoe.withheldFields == [.phone])
        #expect(try ShowLog().run(in: vault).count == steps + 1)
        _ = try UndoStep(said.step).run(in: vault)
        let after = try FindPerson("zoe").run(in: vault)
        #expect(after.companies.map(\.value) == before.companies.map(\.value) && after.titles.map(\.value) == before.titles.map(\.value))
        #expect(after.tags.isEmpty && after.notes.isEmpty && after.withheldFields.isEmpty)
        #expect(try VerifyVault().run(in: vault).isSound)
    }

    @Test("A postal address keeps its parts, a birthday is read as people write it, and both are corrected and taken out")
    func addressAndBirthday() throws {
        let (first, second) = (";;Musterstr. 5;Berlin;;10115;Germany", ";;Musterstr. 7\\nHinterhaus;Berlin;;10115;Germany")
        _ = try SayOfPerson([.edit(.address, first), .edit(.birthday, "14.5.1980"), .edit(.nickname, "Zo")], of: "zoe").run(in: vault)
        let zoe = try FindPerson("zoe").run(in: vault)
        #expect(
            zoe.addresses.map(\.value)
                == [PostalAddress(street: "Musterstr. 5", locality: "Berlin", postcode: "10115", country: "Germany")])
        #expect(zoe.birthday?.value == PartialDate(year: 1980, month: 5, day: 14) && zoe.nicknames.map(\.value) == ["Zo"])
        // As it is read out is enough to name it.
        let right: [SayOfPerson.Word] = [
            .correct(.address, from: "Musterstr. 5, 10115 Berlin, Germany", to: second),
            .correct(.birthday, from: "14.05.1980", to: "--05-15"),
            .correct(.nickname, from: "zo", to: nil),
        ]
        _ = try SayOfPerson(right, of: "zoe").run(in: vault)
        let corrected = try FindPerson("zoe").run(in: vault)
        #expect(corrected.addresses.map(\.value.street) == ["Musterstr. 7\nHinterhaus"] && corrected.nicknames.isEmpty)
        #expect(corrected.birthdays.map(\.value.description) == ["--05-15"])
        #expect(corrected.retired.map(\.value.words) == ["Musterstr. 5, 10115 Berlin, Germany", "1980-05-14", "Zo"])
        #expect(try FindPerson("Hinterhaus").run(in: vault).id == zoe.id)
        #expect(try VerifyVault().run(in: vault).isSound)
    }

    @Test("An address with parts and a text of its own keeps its parts, and a corrected one lies nowhere on the map of the one before")
    func addressOfAnAddressBook() throws {
        let file = folder.appendingPathComponent("map.vcf")
        let card = """
            BEGIN:VCARD\r
            VERSION:4.0\r
            N:Mapp;Mia;;;\r
            FN:Mia Mapp\r
            ADR;CC=DE;GEO="geo:52.5,13.4";LABEL="Musterstr. 1\\n10115 Berlin":;;Musterstr. 1;Berlin;;10115;Germany\r
            END:VCARD\r

            """
        try Data(card.utf8).write(to: file)
        _ = try ImportFiles(paths: [file.path]).run(in: vault)
        let was = try #require(try FindPerson("mia mapp").run(in: vault).values(of: .address).first)
        #expect(PostalAddress(text: was).street == "Musterstr. 1" && PostalAddress(text: was).country == "Germany")
        _ = try SayOfPerson(.correct(.address, from: was, to: ";;Rue Exemple 2;Paris;;75001;France"), of: "mia mapp").run(in: vault)
        let mia = try FindPerson("mia mapp").run(in: vault)
        #expect(mia.addresses.map(\.value.locality) == ["Paris"])
        let out = String(decoding: try ExportPerson(mia.id.description).run(in: vault).bytes, as: UTF8.self)
        #expect(out.contains("Paris") && !out.contains("52.5") && !out.contains("CC=DE") && !out.contains("Berlin"))
    }

    @Test("A correction of what another made the person know outlives the undoing of their merge")
    func outlivesAMerge() throws {
        let file = folder.appendingPathComponent("zoe.vcf")
        let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zo Mueller\r\nN:Mueller;Zo;;;\r\nEMAIL:old@example.com\r\nEND:VCARD\r\n"
        try Data(card.utf8).write(to: file)
        _ = try ImportFiles(paths: [file.path]).run(in: vault)
        let profile = "https://www.linkedin.com/in/zo%C3%AB-m%C3%BCller"
        let merge = try MergePeople([profile, "old@example.com"]).run(in: vault)
        let id = try FindPerson(profile).run(in: vault).id.description
        let right = try SayOfPerson(.correct(.email, from: "OLD@example.com", to: "new@example.com"), of: id).run(in: vault)
        #expect(try FindPerson(profile).run(in: vault).emails.map(\.value.address) == ["new@example.com"])
        _ = try UndoStep(merge.step).run(in: vault)
        #expect(try FindPerson(profile).run(in: vault).emails.map(\.value.address) == ["new@example.com"])
        _ = try UndoStep(right.step).run(in: vault)
        #expect(try FindPerson(profile).run(in: vault).emails.isEmpty)
        #expect(try VerifyVault().run(in: vault).isSound)
    }

    @Test("A move a network knows of is not taken back by an address book that still has the old company")
    func oldCompanyInABook() throws {
        let who = "https://www.linkedin.com/in/ada-1"
        let later = folder.appendingPathComponent("Later.csv")
        try Data(Self.rows.replacingOccurrences(of: #""Example, Inc.",Partner"#, with: "New AG,Director").utf8).write(to: later)
        _ = try ImportFiles(paths: [later.path], options: ImportOptions(exportedOn: CalendarDate(iso: "2026-06-01"))).run(in: vault)
        let book = folder.appendingPathComponent("book.vcf")
        let card =
            "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Example;Ada;;;\r\nFN:Ada Example\r\nEMAIL:ada@example.com\r\nORG:Example, Inc.\r\nTITLE:Partner\r\nEND:VCARD\r\n"
            .replacingOccurrences(of: "Example, Inc", with: "Example\\, Inc")
        try Data(card.utf8).write(to: book)
        _ = try ImportFiles(paths: [book.path], options: ImportOptions(exportedOn: CalendarDate(iso: "2026-09-01"))).run(in: vault)
        let ada = try FindPerson(who).run(in: vault)
        #expect(ada.companies.map(\.value) == ["New AG", "Example, Inc."] && ada.titles.map(\.value) == ["Director", "Partner"])
        #expect(ada.emails.first?.provenance.count == 2)
        #expect(try VerifyVault().run(in: vault).isSound)
    }

    @Test("A part of a name that its one piece leaves out is found, and so are a postal code and a number without its country's code")
    func everyPart() throws {
        let file = folder.appendingPathComponent("jimmy.vcf")
        let card = """
            BEGIN:VCARD\r
            VERSION:3.0\r
            N:Carterfield;James;Quentin;;MBA\r
            FN:Jimmy C.\r
            TEL:+49 30 5551234\r
            ADR:;;Musterstr. 5;Hamburg;;21614;Germany\r
            END:VCARD\r

            """
        try Data(card.utf8).write(to: file)
        _ = try ImportFiles(paths: [file.path]).run(in: vault)
        for words in ["carterfield", "james", "quentin carterfield", "21614", "030-5551234", "030 5551234", "0049 30 5551234"] {
            #expect(try FindPerson(words).run(in: vault).displayName == "Jimmy C.", "\(words)")
        }
        #expect(try VerifyVault().run(in: vault).isSound)
    }

    @Test("A kind of address finds everybody who has it, where colleagues tell it too")
    func everyKind() throws {
        let rows = (0..<40).map { "Person,Number\($0),,p\($0)@shared-mail.example,Company \($0) Works,,08 Feb 2026" }
        let file = folder.appendingPathComponent("many.csv")
        let header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        try Data((header + rows.joined(separator: "\n")).utf8).write(to: file)
        _ = try ImportFiles(paths: [file.path], options: ImportOptions(source: "Another")).run(in: vault)
        var counts: [EmailKind: Int] = [:]
        let kinds = try vault.emailKinds()
        for person in try BrowsePeople(PeopleFilter([]), limit: 500).run(in: vault).people {
            if let kind = kinds.bestToWriteTo(of: person) { counts[kind, default: 0] += 1 }
        }
        #expect(counts[.personal, default: 0] >= 40)
        for (kind, count) in counts {
            let found = try BrowsePeople(PeopleFilter(["kind:\(kind.rawValue)"])).run(in: vault)
            #expect(found.people.count == count, "\(kind)")
        }
    }

    @Test(
        "What can't be a value of its field is refused, with why",
        arguments: [
            (EditableField.email, "not an address", "“not an address” is no e-mail address. It has no “@”. Nothing was changed."),
            (.phone, "abc", "“abc” is no phone number: it has no digit. Nothing was changed."),
            (.url, "my page", "“my page” is no page: it has neither a dot nor a colon. Nothing was changed."),
            (.address, ";;; ;;;", "“;;; ;;;” is no postal address: nothing is in it. Nothing was changed."),
            (
                .birthday, "03/04/1980",
                "“03/04/1980” is no birthday that can be read. Write it like 1980-05-14, or --05-14 without a year. Nothing was changed."
            ),
        ])
    func noSuchValue(field: EditableField, value: String, sentence: String) throws {
        let error = try #require(throws: VaultError.self) { try SayOfPerson(.edit(field, value), of: "zoe").run(in: vault) }
        #expect(error.message == sentence)
        let many = EditPeople(.init(settings: [.init(field, value)]), of: .person("zoe"))
        #expect(throws: VaultError.self) { try many.run(in: vault) }
    }

    @Test("What is not there any more can't be taken out, nor the whole of a name")
    func notThere() throws {
        func refusal(_ word: SayOfPerson.Word) throws -> String {
            try #require(throws: VaultError.self) { try SayOfPerson(word, of: "muller").run(in: vault) }.message
        }
        #expect(
            try refusal(.correct(.email, from: "other@example.com", to: nil)).hasPrefix(
                "Zoë Müller does not have “other@example.com”."))
        _ = try SayOfPerson(.correct(.given, from: "Zoë", to: nil), of: "muller").run(in: vault)
        #expect(try refusal(.correct(.family, from: "Müller", to: nil)).hasPrefix("“Müller” is the whole name."))
        let ada = "https://www.linkedin.com/in/ada-1"
        let whole: [SayOfPerson.Word] = [.correct(.given, from: "Ada", to: nil), .correct(.family, from: "Example", to: nil)]
        #expect(throws: VaultError.self) { try SayOfPerson(whole, of: ada).run(in: vault) }
        #expect(throws: VaultError.self) {
            try SayOfPerson(.correct(.email, from: "ada@example.com", to: "ada@example.com"), of: ada).run(in: vault)
        }
        #expect(throws: VaultError.self) { try SayOfPerson([], of: ada).run(in: vault) }
    }

    @Test("What says nothing new is refused, and makes no step")
    func nothingNew() throws {
        _ = try SayOfPerson(.tag("client"), of: "zoe").run(in: vault)
        let steps = try ShowLog().run(in: vault).count
        for word in [SayOfPerson.Word.tag("client"), .tag(" "), .untag("none"), .note("\n"), .edit(.company, "")] {
            let error = try #require(throws: VaultError.self) { try SayOfPerson(word, of: "zoe").run(in: vault) }
            #expect(error.code == .refused && error.message.hasSuffix("."))
        }
        #expect(try ShowLog().run(in: vault).count == steps)
    }

    @Test("A step that isn't there can't be taken back", arguments: [0, -1, 2, Int64.max, Int64.min])
    func noStep(number: Int64) throws {
        let error = try #require(throws: VaultError.self) { try UndoStep(number).run(in: vault) }
        #expect(error.code == .notFound)
    }
}
