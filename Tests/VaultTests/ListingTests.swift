import ContactModel
import Synchronization
import TestSupport
import Testing

@testable import Vault

@Suite("The list of people")
struct ListingTests {
    private static let header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    private static let rows = [
        "Ada,Example,https://www.linkedin.com/in/ada,ada@example.com,Muster GmbH,Partner,08 Feb 2020",
        "Zoë,Müller,https://www.linkedin.com/in/zoe,,Example Ltd,Counsel,01 Mar 2021",
        "Bo,Adamsson,https://www.linkedin.com/in/bo,,Ada Works,Chief Engineer,02 Mar 2021",
        "Caroline,Brückner,https://www.linkedin.com/in/caro,,Muster GmbH,Engineer,02 Mar 2016",
    ]

    private func vault() throws -> VaultOnDisk {
        let disk = try VaultOnDisk()
        try disk.take(([Self.header] + Self.rows).joined(separator: "\n"), on: "2022-01-01")
        return disk
    }

    private func names(_ query: String, _ vault: Vault, offset: Int = 0, limit: Int = 10) throws -> [String] {
        try vault.listing(PeopleFilter([query]), offset: offset, limit: limit).people.map { $0.names.first?.value.given ?? "" }
    }

    @Test(
        "finds by name first, then by all else, and forgives",
        arguments: [
            ("", "Bo Caroline Ada Zoë"), ("ada", "Bo Ada"), ("muster", "Caroline Ada"), ("engineer", "Bo Caroline"),
            ("mueller", "Zoë"), ("muller", "Zoë"), ("müllre", "Zoë"), ("brukner", "Caroline"), ("carolien", "Caroline"),
            ("enginer chief", "Bo"), ("-muster", "Bo Zoë"), ("company:muster", "Caroline Ada"), ("-company:muster", "Bo Zoë"),
            ("company:mustre", ""), ("has:email", "Ada"), ("muster has:email", "Ada"), ("muster -has:email", "Caroline"),
            ("connected:2021", "Bo Zoë"), ("is:stale", "Bo Caroline Ada Zoë"), ("is:unreachable", "Bo Caroline Zoë"),
            ("-is:unreachable", "Ada"), ("xq", ""), ("email:example.com", "Ada"),
            ("\"\"", "Bo Caroline Ada Zoë"), ("-has:email", "Bo Caroline Zoë"), ("-has:phone has:company", "Bo Caroline Ada Zoë"),
            ("source:linkedin", "Bo Caroline Ada Zoë"), ("-source:linkedin", ""), ("source:other", ""), ("-source:other ada", "Bo Ada"),
            ("https://www.linkedin.com/in/zoe/", "Zoë"), ("linkedin.com/in/caro", "Caroline"), ("https://example.com/in/zoe", ""),
            ("moved:2022", ""), ("-moved:2022 -has:email", "Bo Caroline Zoë"),
        ])
    func finds(query: String, given: String) throws {
        let disk = try vault()
        #expect(try names(query, disk.vault).joined(separator: " ") == given)
    }

    @Test("tells words nobody has from those somebody has")
    func mistypedWords() throws {
        let disk = try VaultOnDisk()
        let rows = ["Marta,Novak,,,,,08 Feb 2020", "Maria,Stein,,,,,08 Feb 2020"]
        try disk.take(([Self.header] + rows).joined(separator: "\n"), on: "2022-01-01")
        let listing = try disk.vault.listing(PeopleFilter(["marta stien"]), offset: 0, limit: 10)
        #expect(
            listing.respellings == [
                Respelling(typed: "marta", meant: ["maria"], isHad: true), Respelling(typed: "stien", meant: ["stein"]),
            ])
    }

    @Test("looks for near words only where nobody has the word, or one that begins so")
    func nearWords() throws {
        let disk = try VaultOnDisk()
        let rows = ["Rome,Novak,,,,,08 Feb 2020", "Roma,Stein,,,,,08 Feb 2020", "Omega,Stein,,,,,08 Feb 2020"]
        try disk.take(([Self.header] + rows).joined(separator: "\n"), on: "2022-01-01")
        for (query, given) in [("rome", ["Rome"]), ("omeg", ["Omega"]), ("romo", ["Rome", "Roma"])] {
            let listing = try disk.vault.listing(PeopleFilter([query]), offset: 0, limit: 10)
            #expect(Set(listing.people.compactMap { $0.names.first?.value.given }) == Set(given), "\(query)")
            #expect(listing.respellings.isEmpty == (query != "romo"), "\(query)")
        }
        // A note has the word: that is an exact hit too.
        try disk.vault.say(.note, of: disk.vault.people(meantBy: "Roma Stein")[0].id, payload: ["text": .string("met in Genoa")])
        #expect(try names("genoa", disk.vault) == ["Roma"])
    }

    @Test("colleagues vouch for a domain that merely sounds like a provider's")
    func colleagues() throws {
        let disk = try VaultOnDisk()
        let rows = ["Ada,Example", "Bo,Adamsson", "Zoë,Müller", "Kim,Sample"].map { name in
            let parts = name.split(separator: ",")
            let address = "\(parts[1].lowercased())@\(parts[0] == "Kim" ? "gmail.com" : "zqx-lab.net")"
            return "\(name),https://www.linkedin.com/in/\(parts[0].lowercased()),\(address),Muster GmbH,Partner,08 Feb 2020"
        }
        try disk.take(([Self.header] + rows).joined(separator: "\n"), on: "2022-01-01")
        #expect(try names("kind:work", disk.vault) == ["Bo", "Ada", "Zoë"])
        #expect(try names("kind:personal", disk.vault) == ["Kim"])
    }

    @Test("nobody is reached by what has not the form of an address or can't be a number")
    func unreachable() throws {
        let disk = try vault()
        for (name, field, value) in [("Bo Adamsson", "email", "bo..x@example.com"), ("Caroline Brückner", "phone", "+999 123456789")] {
            try disk.vault.say(.edit, of: disk.person(name).id, payload: ["field": .string(field), "value": .string(value)])
        }
        #expect(try names("is:unreachable", disk.vault) == ["Bo", "Caroline", "Zoë"])
        #expect(try names("is:unreachable has:email", disk.vault).isEmpty, "what has not the form of an address is none here either")
        #expect(try names("is:unreachable -has:email", disk.vault) == ["Bo", "Caroline", "Zoë"])
        #expect(try names("is:unreachable has:phone", disk.vault) == ["Caroline"])
        try disk.vault.say(
            .edit, of: disk.person("Caroline Brückner").id, payload: ["field": .string("phone"), "value": .string("+44 20 7946 0958")])
        #expect(try names("is:unreachable", disk.vault) == ["Bo", "Zoë"])
    }

    @Test("comes in stretches, and tells how many there are")
    func stretches() throws {
        let disk = try vault()
        let listing = try disk.vault.listing(.everybody, offset: 1, limit: 2)
        #expect(listing.people.count == 2 && listing.count == 4 && listing.isCountComplete && listing.offset == 1)
        #expect(try names("", disk.vault, offset: 3) == ["Zoë"])
        #expect(try names("", disk.vault, offset: 9).isEmpty)
        #expect(try disk.vault.listing(.everybody, offset: -5, limit: -1).people.isEmpty)
        #expect(try disk.vault.listing(.everybody, offset: .max, limit: .max).people.isEmpty)
    }

    @Test("remembers until something changes, by this program or another")
    func remembers() throws {
        let disk = try vault()
        let other = try Vault(path: disk.path)
        #expect(try names("tag:vip", disk.vault).isEmpty)
        let ada = try disk.person("Ada Example").id
        try other.say(.tag, of: ada, payload: ["tag": .string("vip")])
        #expect(try names("tag:vip", disk.vault) == ["Ada"])
        try disk.vault.say(.edit, of: ada, payload: ["field": .string("family"), "value": .string("Zzz")])
        #expect(try names("", disk.vault) == ["Bo", "Caroline", "Zoë", "Ada"])
        #expect(try disk.vault.listing(.everybody, offset: 3, limit: 1).people.first?.names.first?.value.family == "Zzz")
        #expect(try disk.vault.ownersTags().map(\.tag) == ["vip"])
        try other.close()
    }

    @Test("What every search asks is found out ahead, and anew once something changed")
    func anticipation() throws {
        let disk = try vault()
        func known() throws -> [Bool] {
            try disk.vault.engine.read { session in
                let kept = try disk.vault.memory.recall(session, vaultID: disk.vault.vaultID, on: disk.vault.clock.today)
                defer { disk.vault.memory.keep(kept) }
                return [
                    kept.orders[false] != nil, kept.vocabulary != nil, kept.lists.sources != nil, kept.lists.more != nil,
                    kept.census != nil,
                ]
            }
        }
        #expect(try known().allSatisfy { !$0 })
        let mark = try disk.vault.readingMark()
        for part in SearchPart.allCases { try disk.vault.anticipate(part) }
        #expect(try known().allSatisfy { $0 })
        #expect(try disk.vault.readingMark() == mark, "finding out changes nothing")
        #expect(try names("enginer", disk.vault) == ["Bo", "Caroline"])
        let other = try Vault(path: disk.path)
        try other.say(.edit, of: disk.person("Ada Example").id, payload: ["field": .string("title"), "value": .string("Astronomer")])
        #expect(try disk.vault.readingMark() != mark)
        #expect(try known().allSatisfy { !$0 })
        for part in SearchPart.allCases { try disk.vault.anticipate(part) }
        #expect(try names("astronmer", disk.vault) == ["Ada"])
        try other.close()
    }

    /// What every condition is asked with, in each sense.
    private static let conditions = [
        "has:email", "has:phone", "has:company", "has:title", "has:tag", "has:note", "has:url", "has:birthday", "kind:personal",
        "kind:unknown", "kind:work", "is:connected", "is:disconnected", "is:contact", "is:stale", "is:unreachable", "source:linkedin",
        "source:BOOK",
        "source:none", "connected:2019", "connected:2018-06..", "connected:<2017", "moved:2020", "moved:2015..2021", "retitled:>=2018",
        "tag:vip", "company:a", "title:e", "email:example", "name:a", "a",
    ]

    @Test("The list at hand decides every condition as the rows do, alone and two together")
    func sameAsRows() throws {
        let disk = try VaultOnDisk(clock: .fixed(on: CalendarDate(daysSince1970: 20_088)))
        let network = InventedNetwork(seed: 7, count: 60)
        for day in [17_800, 18_400, 19_000].map({ CalendarDate(daysSince1970: $0) }) {
            let file = String(decoding: ConnectionsFile.withURL.bytes(network.rows(on: day)), as: UTF8.self)
            try disk.take(file, on: day.description)
        }
        let book = ["Kim,Example,,kim@example.org,,,01 Feb 2019", "Lou,Example,,,,,02 Feb 2019", "Max,Example,,,,,03 Feb 2019"]
        try disk.take(([Self.header] + book).joined(separator: "\n"), on: "2022-03-01", source: "Book")
        try disk.take(([Self.header] + book.prefix(1)).joined(separator: "\n"), on: "2022-03-02", source: "ÖBB")
        try disk.vault.say(.tag, of: disk.person("Kim Example").id, payload: ["tag": .string("vip")])
        try disk.vault.say(.note, of: disk.person("Lou Example").id, payload: ["text": .string("met in Köln")])
        for (place, one) in (Self.conditions + ["source:öbb"]).enumerated() {
            let other = Self.conditions[(place + 7) % Self.conditions.count]
            for query in [one, "-\(one)", "\(one) \(other)", "-\(one) \(other)", "\(one) -\(other)"] {
                let filter = try PeopleFilter([query])
                var rows: [UniqueID] = []
                try disk.vault.forEachPerson(filter) { person in
                    rows.append(person.id)
                    return true
                }
                let found = try disk.vault.people(filter, offset: 0, limit: 1_000).map(\.id)
                #expect(found.sorted() == rows.sorted(), "\(query)")
            }
        }
        #expect(try disk.vault.people(PeopleFilter(["source:book"]), offset: 0, limit: 9).count == 3)
        #expect(try disk.vault.people(PeopleFilter(["source:öbb"]), offset: 0, limit: 9).count == 1)
    }

    @Test("Who goes through the list page by page gets those who are meant to the letter, by family name")
    func pages() throws {
        let disk = try vault()
        func names(_ query: String, offset: Int, limit: Int) throws -> [String] {
            try disk.vault.people(PeopleFilter([query]), offset: offset, limit: limit).map { $0.names.first?.value.given ?? "" }
        }
        #expect(try names("", offset: 0, limit: 3) == ["Bo", "Caroline", "Ada"])
        #expect(try names("", offset: 3, limit: 3) == ["Zoë"])
        #expect(try names("engineer", offset: 0, limit: 9) == ["Bo", "Caroline"])
        #expect(try names("enginer", offset: 0, limit: 9) == [], "nothing is taken to be mistyped")
        #expect(try names("-company:muster", offset: 1, limit: 1) == ["Zoë"], "looks on where the first page ended")
        #expect(try disk.vault.listing(PeopleFilter(["enginer"]), offset: 0, limit: 9).people.count == 2, "and who types is still forgiven")
    }

    @Test("Whoever wants an answer at once has so many looked at as there is time for, and asks on")
    func looks() throws {
        let disk = try vault()
        let filter = try PeopleFilter(["email:example.com"])
        let everybody = try PeopleFilter(["-company:muster"])
        let first = try disk.vault.listing(everybody, offset: 0, limit: 10, looks: 1)
        #expect(first.people.count == 1 && !first.isCountComplete)
        #expect(try !disk.vault.listing(everybody, offset: 0, limit: 10, looks: 2).isCountComplete)
        let last = try disk.vault.listing(everybody, offset: 0, limit: 10, looks: 2)
        #expect(last.people.count == 2 && last.isCountComplete)
        #expect(try disk.vault.listing(filter, offset: 0, limit: 10, looks: 0).people.isEmpty)
    }

    @Test("In a damaged vault where everybody's number is below zero nobody is found, and nothing ends the program")
    func numbersBelowZero() throws {
        let disk = try vault()
        try PlainSQLite(path: disk.path).rows("UPDATE person SET person_id = -person_id")
        let damaged = try Vault(path: disk.path)
        for query in ["", "muster", "has:email", "source:linkedin"] { #expect(try names(query, damaged) == [], "\(query)") }
        try damaged.close()
    }

    @Test("forgets at midnight what is stale")
    func midnight() throws {
        let day = Mutex<UInt64>(19_000)
        let clock = Clock(milliseconds: { day.withLock { $0 } * 86_400_000 }, newID: Clock.fixed().newID)
        let disk = try VaultOnDisk(clock: clock)
        try disk.take(([Self.header] + Self.rows).joined(separator: "\n"), on: "2022-01-01")
        #expect(try names("is:stale", disk.vault).isEmpty)
        day.withLock { $0 += 3_650 }
        #expect(try names("is:stale", disk.vault) == ["Bo", "Caroline", "Ada", "Zoë"])
    }

    @Test("One step says something of many, and one undo takes it back")
    func many() throws {
        let disk = try vault()
        let before = try VaultPortrait(of: disk.vault)
        let ids = try disk.vault.ids(of: PeopleFilter(["muster"]), limit: 100)
        #expect(ids.count == 2)
        let step = try disk.vault.say(.tag, ofEach: ids + ids, payload: ["tag": .string("client")])
        #expect(try names("tag:client", disk.vault) == ["Caroline", "Ada"])
        #expect(try disk.findings() == [])
        _ = try disk.vault.undo(step.step)
        #expect(try VaultPortrait(of: disk.vault).difference(from: before) == "")
        let again = try disk.vault.undo(step.step + 1)
        #expect(try names("tag:client", disk.vault) == ["Caroline", "Ada"])
        #expect(again.undone.step == step.step + 1)
        #expect(throws: VaultError.self) { try disk.vault.say(.tag, ofEach: [], payload: ["tag": .string("x")]) }
    }

    @Test("Who is erased is gone from a step about many, and the others keep what it says")
    func erasure() throws {
        let disk = try vault()
        let ids = try disk.vault.ids(of: PeopleFilter(["muster"]), limit: 100)
        try disk.vault.say(.tag, ofEach: ids, payload: ["tag": .string("client")])
        let caroline = try disk.person("Caroline Brückner").id
        _ = try disk.vault.erase(caroline)
        #expect(try names("tag:client", disk.vault) == ["Ada"])
        #expect(try disk.vault.log().allSatisfy { !"\($0.decision.payload)".contains(caroline.description) })
        #expect(try disk.findings() == [])
    }

    @Test("A kept search has a name until it is given up; both are steps")
    func views() throws {
        let disk = try vault()
        try disk.vault.keepView("Clients", query: "tag:client")
        try disk.vault.keepView("Clients", query: "company:muster")
        #expect(try disk.vault.views().map(\.query) == ["company:muster"])
        let step = try disk.vault.keepView("Clients", query: nil).step
        #expect(try disk.vault.views().isEmpty)
        _ = try disk.vault.undo(step)
        #expect(try disk.vault.views().map(\.name) == ["Clients"])
    }

    @Test(
        "Mistakes are letters left out, added, changed or swapped",
        arguments: [
            ("muster", "muster", false, 0), ("muster", "mustre", false, 1), ("muster", "mster", false, 1), ("muster", "mmuster", false, 1),
            ("muster", "mister", false, 1), ("must", "musterhaus", true, 0), ("mist", "musterhaus", true, 1), ("abc", "xyz", false, nil),
            ("a", "", false, 1), ("muster", "m", false, nil),
        ] as [(String, String, Bool, Int?)])
    func distances(word: String, other: String, isBeginning: Bool, distance: Int?) {
        var comparison = TypingDistance(Array(word.utf8), most: 2)
        let found = Array(other.utf8).withUnsafeBytes { comparison.distance(to: $0, isBeginning: isBeginning) }
        #expect(found == distance)
    }
}
