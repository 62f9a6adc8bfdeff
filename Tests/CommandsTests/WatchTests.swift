import Foundation
import Testing

/// Archives that are asked for, and taken in when they land.
@Suite("Never late again")
struct WatchTests {
    @Test("A request is noted, told by status, and fulfilled by the export that comes")
    func requested() throws {
        let workshop = try Workshop()
        let holdfast = workshop.holdfast
        let noted = try holdfast("requested", "linkedin", "--json")
        #expect(noted.status == 0, "\(noted)")
        #expect(try noted.object["due_by"].string ?? "" > noted.object["on"].string ?? "")
        let waiting = try holdfast("status", "--json").object["requests"][0]
        #expect(waiting["service"].string == "linkedin" && waiting["state"].string == "waiting")
        #expect(try holdfast("status").text.contains("You asked LinkedIn"))
        let today = try #require(waiting["on"].string)
        // The first part lacks the connections.
        try #require(holdfast("import", "--exported-on", today, Repository.linkedIn("archive-2026-part-1")).status == 0)
        #expect(try holdfast("status", "--json").object["requests"][0]["state"].string == "partly")
        try #require(holdfast("import", "--exported-on", today, Repository.linkedIn("archive-2026-part-2")).status == 0)
        #expect(try holdfast("status", "--json").object["requests"][0]["state"].string == "arrived")
        #expect(try !holdfast("status").text.contains("You asked LinkedIn"))
        #expect(try holdfast("undo", "1").status == 0)
        #expect(try holdfast("status", "--json").object["requests"].elements == [])
        #expect(try holdfast("verify").status == 0)
    }

    @Test(
        "Days later it is due, and then too late",
        arguments: [(0, "waiting"), (1, "due"), (3, "due"), (5, "due"), (8, "overdue"), (40, "overdue")] as [(Int, String)])
    func dueLater(days: Int, state: String) throws {
        let workshop = try Workshop("due")
        let day = try workshop.holdfast.shell("TZ=UTC date -d '-\(days) days' +%Y-%m-%d").lines.first ?? ""
        try #require(workshop.holdfast("requested", "LinkedIn", "--on", day).status == 0)
        #expect(try workshop.holdfast("status", "--json").object["requests"][0]["state"].string == state)
    }

    @Test("What is no service, no day or still to come is not noted")
    func refusals() throws {
        let workshop = try Workshop()
        let holdfast = workshop.holdfast
        #expect(try holdfast("requested", "myspace").status == 66)
        #expect(try holdfast("requested", "linkedin", "--on", "yesterday").status == 64)
        #expect(try holdfast("requested", "linkedin", "--on", "2099-01-01").status == 64)
        #expect(try holdfast("log", "--json").lines == [])
    }

    @Test("Status warns when a service gives less than the last time")
    func less() throws {
        let workshop = try Workshop()
        let holdfast = workshop.holdfast
        let rows = (0..<300).map { number in
            "Given\(number),Family\(number),https://www.linkedin.com/in/p-\(number),p\(number)@firm.example,Firm,Partner,01 Jan 2020"
        }
        let full = Connections.header + "\n" + rows.joined(separator: "\n")
        let bare =
            Connections.header + "\n"
            + rows.map { $0.replacing(/p\d+@firm.example/, with: "") }.joined(separator: "\n")
        let few = Connections.header + "\n" + rows.prefix(200).joined(separator: "\n")
        let narrow =
            "First Name,Last Name,URL,Company,Position,Connected On\n"
            + rows.map { $0.replacing(/,p\d+@firm.example/, with: "") }.joined(separator: "\n")
        try #require(holdfast("import", "--exported-on", "2026-01-01", workshop.write("full.csv", full)).status == 0)
        #expect(try !holdfast("status").text.contains("more are missing"))
        for (day, text, words) in [
            ("2026-02-01", bare, "e-mail addresses"), ("2026-03-01", few, "more are missing"),
            ("2026-04-01", narrow, "no column for email"),
        ] {
            try #require(holdfast("import", "--exported-on", "2026-01-15", workshop.write("again.csv", full)).status == 0)
            try #require(holdfast("import", "--exported-on", day, workshop.write("\(day).csv", text)).status == 0)
            let status = try holdfast("status")
            #expect(status.text.contains(words), "\(day): \(status)")
            try #require(holdfast("undo").status == 0)
        }
    }

    @Test("One look takes the exports that are complete, and nothing else")
    func once() throws {
        let workshop = try Workshop()
        let holdfast = workshop.holdfast
        try workshop.write("loads/letter.txt", "Dear Ada")
        let archive = try workshop.zip(Repository.linkedIn("archive-2024"), to: "loads/Complete_LinkedInDataExport_03-04-2024.zip")
        let zip = try #require(workshop.bytes("loads/Complete_LinkedInDataExport_03-04-2024.zip"))
        try workshop.write("loads/half.zip", bytes: Array(zip.prefix(zip.count / 2)))
        try workshop.write("loads/Basic_LinkedInDataExport.zip.crdownload", bytes: zip)
        try workshop.write("loads/Other.zip", bytes: [])
        try workshop.write("loads/Other.zip.part", bytes: zip)
        try workshop.write("loads/table.csv", "a,b\n1,2\n")
        let run = try holdfast("watch", "loads", "--once", "--json")
        #expect(run.status == 0, "\(run)")
        #expect(try run.objects.map { $0["event"].string } == ["imported"] && run.objects[0]["path"].string == archive)
        #expect(try holdfast("snapshots", "--json").lines.allSatisfy { $0.contains("Complete_LinkedInDataExport_03-04-2024") })
        let again = try holdfast("watch", "loads", "--once", "--json")
        #expect(again.status == 0 && again.lines == [], "\(again)")
        #expect(try holdfast("watch", "nowhere", "--once").status == 66)
    }

    @Test("A running watch waits for the download's end, and tells what changed", arguments: [false, true])
    func running(polls: Bool) throws {
        let workshop = try Workshop("running\(polls)")
        let holdfast = workshop.holdfast
        try #require(holdfast("import", "--exported-on", "2023-01-01", workshop.write("old.csv", Connections.file(30))).status == 0)
        try workshop.write("archive/Connections.csv", Connections.file(30, company: "Moved"))
        _ = try workshop.zip(workshop.path("archive"), to: "new.zip")
        let zip = try #require(workshop.bytes("new.zip"))
        try workshop.write("loads/here.txt", "x")
        let child = try holdfast.start(["watch", "loads", "--json"] + (polls ? ["--poll"] : []))
        Thread.sleep(forTimeInterval: 1)
        try workshop.write("loads/Complete_LinkedInDataExport_06-05-2026.zip.crdownload", bytes: Array(zip.prefix(400)))
        Thread.sleep(forTimeInterval: 3)
        #expect(try holdfast("snapshots", "--json").lines.count == 1)
        try workshop.write("loads/Complete_LinkedInDataExport_06-05-2026.zip.crdownload", bytes: zip)
        try FileManager.default.moveItem(
            atPath: workshop.path("loads/Complete_LinkedInDataExport_06-05-2026.zip.crdownload"),
            toPath: workshop.path("loads/Complete_LinkedInDataExport_06-05-2026.zip"))
        var waited = 0
        while try holdfast("snapshots", "--json").lines.count < 2, waited < 60 {
            Thread.sleep(forTimeInterval: 0.5)
            waited += 1
        }
        Thread.sleep(forTimeInterval: 1)
        child.killNow()
        let run = try child.finish()
        let event = try #require(try run.objects.first)
        #expect(event["event"].string == "imported" && event["changes"].integer == 30, "\(run)")
        #expect(try holdfast("verify").status == 0)
    }

    @Test("A file some program has open for writing is waited for, however long it pauses")
    func openStill() throws {
        let workshop = try Workshop()
        let holdfast = workshop.holdfast
        let text = Connections.file(30)
        let half = text.index(text.startIndex, offsetBy: text.count / 2)
        let file = try workshop.write("loads/Connections.csv", String(text[..<half]))
        // Closed in the programs that are started meanwhile, or they would have it open as well.
        let writer = FileHandle(fileDescriptor: open(file, O_WRONLY | O_APPEND | O_CLOEXEC), closeOnDealloc: true)
        let once = try holdfast("watch", "loads", "--once", "--json")
        #expect(once.status == 0 && once.lines == [], "\(once)")
        let child = try holdfast.start(["watch", "loads", "--json"])
        Thread.sleep(forTimeInterval: 5)
        #expect(try holdfast("snapshots", "--json").lines == [])
        try writer.write(contentsOf: Data(text[half...].utf8))
        try writer.close()
        var waited = 0
        while try holdfast("snapshots", "--json").lines.isEmpty, waited < 120 {
            Thread.sleep(forTimeInterval: 0.5)
            waited += 1
        }
        child.killNow()
        _ = try child.finish()
        #expect(try holdfast("people", "--json").lines.count == 30)
    }

    @Test(
        "What breaks off in its middle is left and told, and taken once the rest has come",
        arguments: [
            ("Connections.csv", Connections.file(3), 12),
            ("Connections.csv", Connections.header + "\nAda,Example,\"https://x.example\n,x", 4),
            ("contacts.vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Apple Inc.//iCloud//EN\r\nFN:Ada\r\nN:;Ada;;;\r\nEND:VCARD\r\n", 8),
        ])
    func breakingOff(name: String, whole: String, missing: Int) throws {
        let workshop = try Workshop("breaking-off")
        try workshop.write("loads/\(name)", String(whole.dropLast(missing)))
        let run = try workshop.holdfast("watch", "loads", "--once", "--json")
        #expect(try run.objects.map { $0["event"].string } == ["refused"], "\(run)")
        #expect(try workshop.holdfast("snapshots", "--json").lines == [])
        // A table that some program saved without a last line end is whole.
        let rest = name.hasSuffix(".csv") ? Connections.file(3).trimmingCharacters(in: .newlines) : whole
        try workshop.write("loads/\(name)", rest)
        let again = try workshop.holdfast("watch", "loads", "--once", "--json")
        #expect(try again.objects.map { $0["event"].string } == ["imported"], "\(again)")
    }

    @Test("Somebody else's archive is not taken")
    func foreign() throws {
        let workshop = try Workshop()
        let holdfast = workshop.holdfast
        try #require(holdfast("import", Repository.linkedIn("archive-2026-part-2")).status == 0)
        let before = try holdfast("snapshots", "--json").lines.count
        let profile = try workshop.holdfast.shell("cat \"\(Repository.linkedIn("archive-2026-part-2"))/Profile.csv\"").text
        try workshop.write("theirs/Connections.csv", Connections.file(5))
        let header = profile.split(separator: "\n").first.map(String.init) ?? ""
        try workshop.write(
            "theirs/Profile.csv",
            header + "\nSomebody,Else"
                + String(repeating: ",", count: max(0, header.split(separator: ",", omittingEmptySubsequences: false).count - 2)) + "\n")
        try workshop.write("loads/letter.txt", "Dear Ada")
        _ = try workshop.zip(workshop.path("theirs"), to: "loads/Complete_LinkedInDataExport_06-05-2026.zip")
        let run = try holdfast("watch", "loads", "--once", "--json")
        #expect(try run.objects.first?["event"].string == "refused", "\(run)")
        #expect(try holdfast("snapshots", "--json").lines.count == before)
    }

    @Test("Units for systemd are written, and are ones systemd understands")
    func units() throws {
        let workshop = try Workshop()
        let run = try workshop.holdfast("watch", "My 100% \"Loads\"", "--install", with: ["XDG_CONFIG_HOME": workshop.path("config")])
        #expect(run.status == 0, "\(run)")
        #expect(workshop.names(in: "config/systemd/user") == ["holdfast-watch.path", "holdfast-watch.service", "holdfast-watch.timer"])
        let service = try workshop.holdfast.shell("cat config/systemd/user/holdfast-watch.service").text
        #expect(service.contains("watch --once") && service.contains("100%%") && service.contains("\\\"Loads\\\""))
        let check = try workshop.holdfast.shell(
            "command -v systemd-analyze >/dev/null || exit 0; systemd-analyze verify --user config/systemd/user/* 2>&1 | grep holdfast-watch || true"
        )
        #expect(check.text.isEmpty, "\(check)")
    }

    @Test("There is a guide for each service, in the terminal and as a page")
    func guides() throws {
        let workshop = try Workshop()
        let holdfast = workshop.holdfast
        let services = try holdfast("guide", "--json").object["services"].elements.compactMap(\.string)
        #expect(Set(services) == ["linkedin", "google", "outlook", "apple", "facebook", "instagram", "x", "xing", "carddav"])
        for service in services {
            let guide = try holdfast("guide", service)
            #expect(guide.status == 0 && guide.text.contains("missing") && guide.text.contains("holdfast import"), "\(service)")
        }
        #expect(try holdfast("guide", "--html", "all.html").status == 0)
        let page = try holdfast.shell("cat all.html").text
        for service in services { #expect(page.contains("<article id=\"\(service)\">"), "\(service)") }
        #expect(!page.contains("**") && !page.contains("<script") && page.contains("<a href=\"https://takeout.google.com\">"))
        #expect(try holdfast("guide", "linkedin", "--html", "one.html").status == 0)
    }
}
