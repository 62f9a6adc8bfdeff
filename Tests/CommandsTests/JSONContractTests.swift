import Testing

/// The JSON other programs rely on: the names and types the design gives.
@Suite("JSON")
struct JSONContractTests {
    let workshop: Workshop
    var holdfast: Program { workshop.holdfast }

    init() throws { workshop = try Workshop() }

    private static let kinds: Set<String> = ["work", "personal", "role", "disposable", "school", "association", "relay", "unknown"]
    private static let provenance = JSON.Shape.list(
        .object(["source": .string, "snapshot": .maybe(.identifier), "first_seen": .day, "last_confirmed": .day]))
    private static let person = JSON.Shape.object([
        "id": .identifier, "name": .maybe(.string), "given": .maybe(.string), "family": .maybe(.string), "company": .maybe(.string),
        "title": .maybe(.string), "emails": .list(.object(["address": .string, "kind": .oneOf(kinds), "provenance": provenance])),
        "phones": .list(.object(["number": .string, "provenance": provenance])), "urls": .list(.string), "tags": .list(.string),
        "connected_on": .maybe(.day), "last_confirmed": .maybe(.day),
    ])
    private static let imported = JSON.Shape.object([
        "files": .list(
            .object([
                "path": .string, "format": .string, "source": .string, "snapshot": .identifier, "rows": .integer,
                "records": .object(["new": .integer, "updated": .integer, "unchanged": .integer, "gone": .integer]),
                "rejected": .list(.object(["line": .integer, "code": .string, "text": .string])), "already_imported": .bool,
            ])),
        "people": .object(["new": .integer, "updated": .integer, "total": .integer]),
    ])

    @Test(
        "import",
        arguments: ["era-e.csv", "era-a-outlook.csv", "odd-rows.csv", "libreoffice-errors.csv", "archive-2026-part-2", "archive-2023"])
    func imports(name: String) throws {
        let first = try holdfast("import", "--json", Repository.linkedIn(name)).object
        #expect(first.misfits(Self.imported) == [])
        #expect(!first["files"].elements.isEmpty)
        for file in first["files"].elements {
            #expect(file["already_imported"] == .bool(false))
            #expect(file["path"].string?.hasPrefix(Repository.linkedIn(name)) == true, "\(file)")
        }
        let again = try holdfast("import", "--json", Repository.linkedIn(name)).object
        #expect(again.misfits(Self.imported) == [])
        #expect(again["files"].elements.allSatisfy { $0["already_imported"] == .bool(true) }, "\(again)")
        #expect(again["people"]["new"] == .integer(0) && again["people"]["updated"] == .integer(0))
        #expect(again["people"]["total"] == first["people"]["total"])
        let people = try holdfast("people", "--json").lines.count
        #expect(first["people"]["total"] == .integer(people))
    }

    @Test("import counts new, updated, unchanged and gone, and they add up")
    func counts() throws {
        let rows = (0..<4).map { Connections.row($0) }
        let first = try workshop.write("1.csv", ([Connections.header] + rows).joined(separator: "\n"))
        let second = try workshop.write(
            "2.csv",
            ([Connections.header] + rows[1...2] + [Connections.row(3, company: "Other"), Connections.row(9)]).joined(separator: "\n"))
        let one = try holdfast("import", "--json", "--exported-on", "2025-01-01", first).object
        #expect(
            one["files"][0]["records"]
                == .object(["new": .integer(4), "updated": .integer(0), "unchanged": .integer(0), "gone": .integer(0)]))
        #expect(one["people"] == .object(["new": .integer(4), "updated": .integer(0), "total": .integer(4)]))
        let two = try holdfast("import", "--json", "--exported-on", "2026-01-01", second).object
        #expect(two["files"][0]["rows"] == .integer(4))
        #expect(
            two["files"][0]["records"]
                == .object(["new": .integer(1), "updated": .integer(1), "unchanged": .integer(2), "gone": .integer(1)]))
        #expect(two["people"]["new"] == .integer(1))
        #expect(two["people"]["total"] == .integer(5))
    }

    @Test(
        "people, show and export --to jsonl write the same objects",
        arguments: ["era-e.csv", "era-a-outlook.csv", "era-b-tags.csv", "archive-2026-part-2"])
    func people(name: String) throws {
        try #require(holdfast("import", Repository.linkedIn(name)).status == 0)
        let people = try holdfast("people", "--json").objects
        #expect(!people.isEmpty)
        for person in people {
            #expect(person.misfits(Self.person) == [])
            let id = try #require(person["id"].string)
            // What is shown of one person says besides how likely it still holds.
            let shown = try holdfast("show", id, "--json").object
            #expect(shown.without("holds") == person)
            #expect(shown.misfits(.object(["holds": .object([:])])) == [])
            for email in shown["emails"].elements where email["address"].string?.contains("@") == true {
                guard case .number(let holds) = email["holds"] else { return #expect(Bool(false), "\(email)") }
                #expect(holds > 0 && holds < 1)
            }
        }
        #expect(try Set(holdfast("export", "--to", "jsonl").objects) == Set(people))
    }

    @Test("people and show say what a title tells, and show why an address is of its kind")
    func explained() throws {
        let list =
            Connections.header + """

                Ada,Sample,https://www.linkedin.com/in/ada,ada.sample@acmeton.example,Acmeton GmbH,Vice President of Sales,01 Feb 2020
                Bea,Sample,https://www.linkedin.com/in/bea,bea@gmail.com,Acmeton GmbH,Directora de Marketing,01 Feb 2020
                Cid,Sample,https://www.linkedin.com/in/cid,,Acmeton GmbH,Leiter Vertrieb,01 Feb 2020
                Dai,Sample,https://www.linkedin.com/in/dai,,Acmeton GmbH,Stagiaire,01 Feb 2020
                Eva,Sample,https://www.linkedin.com/in/eva,,Acmeton GmbH,Something else,01 Feb 2020

                """
        try #require(holdfast("import", "--exported-on", "2026-01-01", workshop.write("1.csv", list)).status == 0)
        func named(_ condition: String) throws -> [String] {
            try holdfast("people", "--json", condition).objects.compactMap { $0["given"].string }.sorted()
        }
        #expect(try named("seniority:director") == ["Bea", "Cid"] && named("function:sales") == ["Ada", "Cid"])
        #expect(try named("seniority:student") == ["Dai"] && named("function:marketing") == ["Bea"])
        #expect(try holdfast("people", "--where", "-seniority:director", "--json").objects.count == 3)
        let ada = try holdfast("show", "ada", "--json").object
        #expect(ada["seniority"] == .string("vice-president") && ada["function"] == .string("sales"))
        #expect(try holdfast("show", "eva", "--json").object.names.isDisjoint(with: ["seniority", "function"]))
        let text = try holdfast("show", "ada").text
        guard case .number(let company) = ada["holds"]["company"], case .number(let title) = ada["holds"]["title"] else {
            return #expect(Bool(false), "\(ada["holds"])")
        }
        #expect(title < company && company < 1)
        #expect(text.contains("likely still right ("), "\(text)")
        #expect(text.contains("vice president, sales") && text.contains("“Acmeton GmbH”: acmeton.example is its name. 99 % sure."))
        let titles = try holdfast("review", "--json").object["titles"]
        #expect(titles["known"] == .integer(5) && titles["seniority"]["director"] == .integer(2))
        #expect(titles["function"]["sales"] == .integer(2))
        #expect(try holdfast("review").text.contains("director 2"))
        #expect(try holdfast("people", "seniority:boss").status != 0)
    }

    @Test("a finding says the value, the evidence, how sure it is and what settles it")
    func findings() throws {
        let list = Connections.header + "\nAda,SAMPLE,https://www.linkedin.com/in/ada,ada@@acmeton.example,-,Clerk,01 Feb 2020\n"
        try #require(holdfast("import", "--exported-on", "2026-01-01", workshop.write("1.csv", list)).status == 0)
        let findings = try holdfast("review", "--findings", "--json").objects
        #expect(Set(findings.compactMap { $0["rule"].string }).isSuperset(of: ["email-malformed", "company-pseudo", "name-capitals"]))
        for finding in findings {
            #expect(finding.misfits(.object(["value": .maybe(.string), "evidence": .string, "settle": .string])) == [])
        }
        #expect(findings.first { $0["rule"] == .string("email-malformed") }?["value"] == .string("ada@@acmeton.example"))
        let line = try #require(holdfast("review", "--findings").lines.first { $0.contains("company-pseudo") })
        #expect(line.split(separator: "\t", omittingEmptySubsequences: false).count == 7 && line.contains("100 %"))
    }

    @Test("changes")
    func changes() throws {
        let before =
            Connections.header + "\nAda,Lovelace,https://www.linkedin.com/in/ada,ada@one.example,One Ltd,Clerk,01 Feb 2020\n"
            + Connections.row(1)
        let after =
            Connections.header + "\nAda,King,https://www.linkedin.com/in/ada,ada@two.example,Two Ltd,Partner,01 Feb 2020\n"
            + Connections.row(2)
        try #require(holdfast("import", "--exported-on", "2025-01-01", workshop.write("1.csv", before)).status == 0)
        try #require(holdfast("import", "--exported-on", "2026-01-01", workshop.write("2.csv", after)).status == 0)
        let changes = try holdfast("changes", "--json").objects
        let shape = JSON.Shape.object([
            "on": .day, "kind": .oneOf(["connected", "disconnected", "moved", "retitled", "renamed", "email", "phone"]),
            "person": .identifier,
            "name": .string, "field": .string, "from": .maybe(.string), "to": .maybe(.string), "source": .string,
        ])
        for change in changes { #expect(change.misfits(shape) == []) }
        #expect(Set(changes.compactMap { $0["kind"].string }) == ["connected", "disconnected", "moved", "retitled", "renamed", "email"])
        let move = try #require(changes.first { $0["kind"] == .string("moved") })
        #expect(move["from"] == .string("One Ltd") && move["to"] == .string("Two Ltd") && move["field"] == .string("company"), "\(move)")
        #expect(move["source"] == .string("LinkedIn") && move["on"] == .string("2026-01-01"))
        let days = changes.compactMap { $0["on"].string }
        #expect(days == days.sorted(by: >), "the latest first")
        #expect(try holdfast("changes", "--json", "--since", "2026-01-02").output.isEmpty)
        #expect(
            try holdfast("changes", "--json", "--since", "2026-01-01").objects == changes.filter { ($0["on"].string ?? "") >= "2026-01-01" }
        )
    }

    @Test("snapshots")
    func snapshots() throws {
        let file = Repository.linkedIn("era-e.csv")
        let imported = try holdfast("import", "--json", "--exported-on", "2026-03-01", file).object
        let snapshot = try holdfast("snapshots", "--json").object
        #expect(
            snapshot.misfits(
                .object([
                    "id": .identifier, "source": .string, "format": .string, "exported_on": .day, "imported_at": .time, "rows": .integer,
                    "sha256": .string,
                ])) == [])
        #expect(snapshot["id"] == imported["files"][0]["snapshot"])
        #expect(snapshot["exported_on"] == .string("2026-03-01"))
        #expect(snapshot["rows"] == imported["files"][0]["rows"])
        let sum = try holdfast.python("import hashlib,sys; print(hashlib.sha256(open(sys.argv[1],'rb').read()).hexdigest())", file)
        #expect(snapshot["sha256"] == .string(sum.lines[0]))
    }

    @Test(
        "review counts everybody once, by the best address",
        arguments: ["era-e.csv", "era-a-outlook.csv", "archive-2026-part-2", "archive-2018"])
    func review(name: String) throws {
        try #require(holdfast("import", Repository.linkedIn(name)).status == 0)
        let review = try holdfast("review", "--json").object
        let counts = ["work", "personal", "role", "other", "unknown", "none"]
        #expect(
            review.misfits(
                .object([
                    "people": .integer, "score": .integer, "reachable": .integer,
                    "emails": .object(Dictionary(uniqueKeysWithValues: counts.map { ($0, .integer) })),
                    "rules": .list(.object(["rule": .string, "severity": .string, "count": .integer])),
                ])) == [])
        #expect(review["emails"].names == Set(counts))
        let people = try holdfast("people", "--json").objects
        #expect(review["people"] == .integer(people.count))
        #expect(counts.compactMap { review["emails"][$0].integer }.reduce(0, +) == people.count)
        #expect(review["emails"]["none"] == .integer(people.filter { $0["emails"].elements.isEmpty }.count))
        #expect((0...100).contains(review["score"].integer ?? -1))
        let findings = try holdfast("review", "--findings", "--json").objects
        for finding in findings { #expect(finding.misfits(.object(["person": .identifier, "rule": .string, "severity": .string])) == []) }
        for rule in review["rules"].elements {
            #expect(rule["count"] == .integer(findings.filter { $0["rule"] == rule["rule"] }.count), "\(rule)")
        }
    }

    @Test("review of an empty vault")
    func emptyReview() throws {
        let review = try holdfast("review", "--json").object
        #expect(review["people"] == .integer(0) && review["reachable"] == .integer(0))
        #expect((0...100).contains(review["score"].integer ?? -1))
    }

    @Test("log, undo, status and verify")
    func others() throws {
        try #require(holdfast("import", Repository.linkedIn("era-e.csv")).status == 0)
        try #require(holdfast("tag", "zo%C3%AB-m%C3%BCller", "x").status != 64)
        let steps = try holdfast("log", "--json").objects
        let shape = JSON.Shape.object([
            "step": .integer, "at": .time, "kind": .string, "person": .maybe(.identifier), "details": .object([:]), "undone": .bool,
        ])
        for step in steps { #expect(step.misfits(shape) == []) }
        let status = try holdfast("status", "--json").object
        #expect(
            status.misfits(
                .object([
                    "vault": .string, "bytes": .integer, "original_bytes": .integer,
                    "people": .object(["connected": .integer, "disconnected": .integer, "contact": .integer, "acquaintance": .integer]),
                    "sources": .list(
                        .object([
                            "source": .string, "list": .string, "exported_on": .day, "age_days": .integer, "snapshots": .integer,
                            "rows": .integer,
                        ])),
                    "advice": .list(.string),
                ])) == [])
        #expect(status["people"]["connected"] == .integer(5))
        let verify = try holdfast("verify", "--json").object
        #expect(
            verify.misfits(.object(["sound": .bool, "originals": .integer, "records": .integer, "findings": .list(.object([:]))])) == [])
        #expect(verify["sound"] == .bool(true) && verify["people"] == .integer(5))
        let undo = try holdfast("undo", "--json").object
        #expect(undo.misfits(.object(["undone": .integer, "step": .integer])) == [])
    }
}
