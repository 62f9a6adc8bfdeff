import Foundation
import Testing

/// Suggestions, edits of many and the gate, through the program: what other programs rely on.
@Suite("Suggestions on the command line")
struct SuggestCommandTests {
    let workshop: Workshop
    var holdfast: Program { workshop.holdfast }

    private static let names = [("Ada", "Sample"), ("Bo", "Probe"), ("Carla", "Muster"), ("Dan", "Beispiel"), ("Eva", "Exemple")]

    private static func row(_ given: String, _ family: String, _ email: String, _ company: String = "Acmeton Robotics GmbH") -> String {
        "\(given),\(family),https://www.linkedin.com/in/\(given.lowercased()),\(email),\(company),Engineer,08 Feb 2026\n"
    }

    init() throws {
        workshop = try Workshop()
        let list =
            "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            + Self.names.map { Self.row($0.0, $0.1, "\($0.0.lowercased()).\($0.1.lowercased())@acmeton-robotics.example") }.joined()
            + Self.row("Grace", "Hopton", "") + Self.row("Linus", "Torvan", "") + Self.row("Zoe", "Other", "", "Another Firm Ltd")
        try #require(workshop.holdfast("import", workshop.write("Connections.csv", list)).status == 0)
    }

    @Test("suggest --json gives one object a line, with the evidence")
    func json() throws {
        let found = try holdfast("suggest", "--json").objects
        #expect(found.count == 2)
        for one in found {
            let shape = JSON.Shape.object([
                "id": .identifier, "person": .identifier, "name": .string, "field": .oneOf(["email"]), "value": .string,
                "guess": .bool, "evidence": .list(.string),
            ])
            #expect(one.misfits(shape).isEmpty, "\(one.misfits(shape))")
            guard case .number(let probability) = one["probability"] else { return #expect(Bool(false), "\(one)") }
            #expect(probability > 0.5 && probability < 1 && one["guess"] == .bool(true) && !one["evidence"].elements.isEmpty)
        }
        #expect(
            try holdfast("suggest", "grace", "--json").objects.compactMap { $0["value"].string } == [
                "grace.hopton@acmeton-robotics.example"
            ])
        #expect(try holdfast("suggest", "--where", "company:another", "--json").objects.isEmpty)
        #expect(try holdfast("suggest", "--min", "0.99", "--json").objects.isEmpty)
        #expect(try holdfast("suggest", "--field", "phone", "--json").objects.isEmpty)
        #expect(try holdfast("suggest", "--field", "phone").errors == "There is nothing to suggest.\n")
        let nothing = try holdfast("suggest", "--min", "0.99").errors
        #expect(nothing.hasPrefix("There is nothing to suggest that is right with at least 99 %.") && nothing.contains("below that"))
        for wrong in [["--field", "shoe"], ["--min", "2"], ["grace", "--where", "tag:x"]] {
            #expect(try holdfast.run(["suggest"] + wrong).status == 64)
        }
        #expect(try holdfast("suggest", "nobody at all").status == 66)
    }

    @Test("The table tells whom, what, how sure, that it is a guess, and why")
    func table() throws {
        let run = try holdfast("suggest")
        #expect(run.text.contains("Grace Hopton") && run.text.contains("guess") && run.text.contains("first.last"), "\(run)")
        #expect(run.errors.contains("2 suggestions") && run.errors.contains("holdfast accept"))
    }

    @Test("accept and reject decide one or many as one step, shown in the log and taken back by undo")
    func decide() throws {
        let grace = try #require(try holdfast("suggest", "grace", "--json").objects.first?["id"].string)
        let dry = try holdfast("accept", grace, "--dry-run", "--json").object
        #expect(dry["accepted"].integer == 1 && dry["step"] == .null && dry["dry_run"] == .bool(true))
        #expect(dry["suggestions"][0]["value"].string == "grace.hopton@acmeton-robotics.example")
        let done = try holdfast("accept", String(grace.prefix(8)), "--json").object
        #expect(done["accepted"].integer == 1 && done["guesses"].integer == 1 && done["step"].integer == 2)
        let person = try #require(try holdfast("people", "grace", "--json").objects.first)
        #expect(person["emails"][0]["kind"].string == "work" && person["emails"][0]["provenance"][0]["basis"].string == "guess")
        #expect(try holdfast("show", "grace").text.contains("a guess, accepted by you"))
        #expect(try holdfast("log").text.contains("accepted the email “grace.hopton@acmeton-robotics.example” (a guess)"))
        let rejected = try holdfast("reject", "--field", "email", "--json").object
        #expect(rejected["rejected"].integer == 1 && rejected["people"].integer == 1)
        #expect(try holdfast("suggest", "--min", "0", "--json").objects.isEmpty)
        #expect(try holdfast("undo").status == 0 && holdfast("suggest", "--json").objects.count == 1)
        #expect(try holdfast("undo", "2").status == 0 && holdfast("suggest", "--json").objects.count == 2)
        #expect(try holdfast("verify").status == 0)
        #expect(try holdfast("accept").status == 64 && holdfast("accept", grace, "--all").status == 64)
        #expect(try holdfast("accept", "ffffffffffffffff").status == 66)
        let all = try holdfast("accept", "--all")
        #expect(all.status == 0 && all.errors.contains("2 suggestions for 2 people, 2 of them guesses, accepted"), "\(all)")
        #expect(!all.errors.contains("Passed over") && !all.errors.contains("Left as"), "\(all)")
        #expect(try holdfast("undo").status == 0)
        let none = try holdfast("accept", "--min", "0.99")
        #expect(none.errors.contains("Left as they are: 2 suggestions right with less than 99 %."), "\(none)")
        let counted = try holdfast("accept", "--min", "0.99", "--json").object
        #expect(counted["passed_over"]["below_minimum"].integer == 2 && counted["passed_over"]["less_likely"].integer == 0)
    }

    @Test("A guess is in no export before it is accepted")
    func neverExported() throws {
        for format in ["csv", "jsonl", "vcard4", "hubspot", "jscontact"] {
            #expect(try !holdfast("export", "--to", format).text.contains("grace.hopton@"), "\(format)")
        }
        _ = try holdfast("export", "--to", "archive", "-o", workshop.path("archive"))
        #expect(try !holdfast.shell("grep -r grace.hopton@ archive").text.contains("grace"))
        _ = try holdfast("accept", "--all")
        #expect(try holdfast("export", "--to", "csv").text.contains("grace.hopton@acmeton-robotics.example"))
    }

    @Test("edit of many shows first, changes in one step, and asks where nobody is named")
    func edit() throws {
        #expect(try holdfast("edit", "--set", "company=Other").status == 64)
        let dry = try holdfast("edit", "--where", "company:acmeton", "--set", "company=Acmeton", "--dry-run")
        #expect(dry.status == 0 && dry.errors.contains("Would change 7 people: company of 7. Nothing was changed."), "\(dry)")
        #expect(dry.text.contains("Acmeton Robotics GmbH"))
        let done = try holdfast("edit", "--where", "company:acmeton", "--set", "company=Acmeton", "--add-tag", "robots", "--json").object
        #expect(done["matched"].integer == 7 && done["people"].integer == 7 && done["step"].integer == 2)
        #expect(done["changes"] == .object(["company": .integer(7), "tag": .integer(7)]) && done["examples"].elements.count == 14)
        #expect(try holdfast("people", "tag:robots", "company:acmeton", "--json").objects.count == 7)
        #expect(try holdfast("log").text.contains("set company to “Acmeton”, put the tag “robots” on 7 people"))
        #expect(try holdfast("undo").status == 0 && holdfast("people", "tag:robots", "--json").objects.isEmpty)
        let everybody = try holdfast("edit", "--set", "title=Friend", "--yes", "--json").object
        #expect(everybody["people"].integer == 8)
        let one = try holdfast("edit", "zoe", "--set", "title=Boss", "--dry-run", "--json").object
        #expect(one["people"].integer == 1 && one["step"] == .null && one["examples"][0]["to"].string == "Boss")
        #expect(try holdfast("edit", "zoe", "--where", "tag:x", "--set", "title=Boss").status == 64)
        #expect(try holdfast("verify").status == 0)
    }

    @Test("The gate hands on who is ready, counts the others by reason and lists them")
    func gate() throws {
        let run = try holdfast(
            "export", "--to", "csv", "--ready-for-crm", "-o", workshop.path("out.csv"), "--held-back", workshop.path("not.csv"), "--json")
        let report = try run.object
        #expect(report["people"].integer == 8 && report["written"].integer == 5 && report["held_back"].integer == 3, "\(run)")
        #expect(report["gate"]["passed"].integer == 5 && report["gate"]["held_back"].integer == 3)
        #expect(report["reasons"][0]["code"].string == "no-work-email" && report["reasons"][0]["count"].integer == 3)
        let list = String(decoding: workshop.bytes("not.csv") ?? [], as: UTF8.self)
        #expect(list.hasPrefix("id,name,reasons\r\n") && list.contains("Grace Hopton,No work address is known."), "\(list)")
        let text = try holdfast("export", "--to", "vcard4", "--ready-for-crm")
        #expect(text.errors.contains("5 of 8 people are ready to be handed on; 3 held back:") && !text.text.contains("Hopton"), "\(text)")
        let check = try holdfast("export", "--to", "hubspot", "--ready-for-crm", "--check", "--json").object
        #expect(check["refused"].elements.count == 3 && check["written"].integer == 5)
    }

    @Test("A profile is printed, read, and refused line by line before anything is written")
    func profile() throws {
        let printed = try holdfast("export", "--print-profile")
        #expect(printed.status == 0 && printed.text.contains("email = work") && printed.text.hasPrefix("#"))
        try workshop.write("ours.profile", printed.text.replacingOccurrences(of: "email = work", with: "email = not needed"))
        let all = try holdfast(
            "export", "--to", "csv", "--ready-for-crm", "--profile", workshop.path("ours.profile"), "-o", workshop.path("a.csv"), "--json")
        #expect(try all.object["written"].integer == 8, "\(all)")
        try workshop.write("bad.profile", "email = work\nfoo = bar\ntitle = yes\n")
        let bad = try holdfast(
            "export", "--to", "csv", "--ready-for-crm", "--profile", workshop.path("bad.profile"), "-o", workshop.path("b.csv"))
        #expect(bad.status == 65 && bad.errors.contains("line 2: “foo”") && bad.errors.contains("line 3: “yes”"), "\(bad)")
        #expect(!FileManager.default.fileExists(atPath: workshop.path("b.csv")))
        #expect(try holdfast("export", "--to", "csv", "--ready-for-crm", "--profile", "nowhere").status == 66)
        for wrong in [["--to", "csv", "--profile", "x"], ["--to", "archive", "-o", "x", "--ready-for-crm"], []] {
            #expect(try holdfast.run(["export"] + wrong).status == 64, "\(wrong)")
        }
        _ = try holdfast("share", "ada", "--no")
        let kept = try holdfast("export", "--to", "csv", "--ready-for-crm", "--profile", workshop.path("ours.profile"))
        #expect(!kept.text.contains("ada.sample") && kept.errors.contains("You said that the person is not to be handed on."), "\(kept)")
    }

    @Test("review tells how many duplicates wait")
    func duplicates() throws {
        #expect(try holdfast("review", "--json").object["duplicates_waiting"].integer == 0)
    }
}
