import ContactModel
import TestSupport
import Testing
import Vault

@Suite struct `An archive` {
    private static let connections = """
        First Name,Last Name,URL,Email Address,Company,Position,Connected On
        Ada,Example,https://www.linkedin.com/in/ada-example,ada@example.com,Example Inc.,Partner,02 Jan 2020
        Zoë,Müller,https://www.linkedin.com/in/zo%C3%AB-m%C3%BCller,,Muster GmbH,Anwältin,20 Nov 2018

        """
    private static let owner = [
        "Profile.csv": """
        First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers
        Olga,Owner,,1 Example Road,"Jan 2, 1980",Lawyer at Owner LLP,About me,Law,12345,"Berlin, Germany",,,

        """,
        "Email Addresses.csv": """
        Email Address,Confirmed,Primary,Updated On
        olga@example.com,Yes,Yes,Not Available

        """,
    ]
    private static let contactsHeader =
        "FirstName,MiddleName,LastName,MaidenName,NickName,NamePrefix,NameSuffix,Title,Emails,PhoneNumbers,CreatedAt,UpdatedAt,"
        + "CountryCode,RegionCode,ThirdPartyVerified,Location\n"
    private static let invitationsHeader = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
    private static let invitations =
        invitationsHeader + """
            Olga Owner,Ada Example,"1/29/26, 2:37 PM",,OUTGOING,https://www.linkedin.com/in/olga-owner,https://www.linkedin.com/in/ada-example
            Ivo Invited,Olga Owner,"11/19/18, 9:37 PM",,INCOMING,https://www.linkedin.com/in/ivo-invited,https://www.linkedin.com/in/olga-owner

            """
    private static let messages = """
        CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER
        c1,,Zoë Müller,https://www.linkedin.com/in/zoë-müller,Olga Owner,https://www.linkedin.com/in/olga-owner,2026-02-01 10:00:00 UTC,,secret,INBOX
        c2,,Mo Messenger,https://www.linkedin.com/in/mo-messenger,Olga Owner,https://www.linkedin.com/in/olga-owner,2026-02-02 10:00:00 UTC,,secret,INBOX

        """
    private static let endorsements = """
        Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status
        2026/07/28 13:20:49 UTC,Tax Law,Zoë,Müller,www.linkedin.com/in/zoë-müller,ACCEPTED
        2026/07/28 13:20:49 UTC,Tax Law,Emil,Endorser,www.linkedin.com/in/emil-endorser,ACCEPTED

        """

    private func contacts(_ rows: String...) -> String { Self.contactsHeader + rows.joined(separator: "\n") + "\n" }

    @Test func `never makes its owner a contact`() throws {
        let desk = try VaultOnDisk()
        var files = Self.owner
        files["Connections.csv"] = Self.connections
        files["ImportedContacts.csv"] = contacts(
            #"Olga,,Owner,,,,,,olga@example.com,,"1/2/26, 3:45 AM",,us,,false,"#,
            #"Cora,,Contact,,,,,Clerk,cora@example.org,+1 555 0100,"1/2/26, 3:45 AM",,us,,false,"#)
        try desk.take(files, on: "2026-03-01")
        #expect(try desk.standings() == ["contact Cora Contact", "connected Ada Example", "connected Zoë Müller"])
        #expect(try desk.vault.peopleByStanding()[.owner] == 1)
        #expect(try desk.findings() == [])
    }

    @Test func `takes the two files of an address book for one, of which nobody is missing in the other`() throws {
        let desk = try VaultOnDisk()
        let cora = #"Cora,,Contact,,,,,Clerk,cora@example.org,,"1/2/26, 3:45 AM",,us,,false,"#
        let olaf = #"Olaf,,Phone,,,,,,,+47 12 34 56 78,"1/2/26, 3:45 AM",,us,,false,"#
        let files = ["Contacts.csv": contacts(olaf, cora), "ImportedContacts.csv": contacts(cora)]
        let report = try desk.take(files, on: "2026-03-01")
        #expect(report.files.map(\.source) == ["LinkedIn address book"])
        #expect(try desk.standings() == ["contact Cora Contact", "contact Olaf Phone"])
        let later = try desk.take(["Contacts.csv": contacts(olaf), "ImportedContacts.csv": contacts(cora)], on: "2026-04-01")
        #expect(later.files.map(\.gone) == [0])
        #expect(later.newPeople == 0)
        #expect(try desk.findings() == [])
    }

    @Test func `does not make the owner a contact when the profile comes after the contacts`() throws {
        let desk = try VaultOnDisk()
        try desk.take(
            [
                "Connections.csv": Self.connections,
                "ImportedContacts.csv": contacts(#"Olga,,Owner,,,,,,olga@example.com,,"1/2/26, 3:45 AM",,us,,false,"#),
            ], on: "2026-03-01")
        #expect(try desk.listed().count == 3)
        try desk.take(Self.owner, on: "2026-03-02")
        #expect(try desk.standings() == ["connected Ada Example", "connected Zoë Müller"])
        #expect(try desk.findings() == [])
        _ = try desk.vault.undo(nil)
        #expect(try desk.listed().count == 3)
        #expect(try desk.findings() == [])
    }

    @Test func `that is the first of two parts removes nobody`() throws {
        let desk = try VaultOnDisk()
        var files = Self.owner
        files["Connections.csv"] = Self.connections
        try desk.take(files, on: "2026-01-01")
        let report = try desk.take(
            Self.owner.merging(["Registration.csv": "Registered At,Registration Ip,Subscription Types\n"]) { $1 }, on: "2026-03-01")
        #expect(report.remarks.contains { $0.contains("Nobody was removed") })
        #expect(try desk.standings() == ["connected Ada Example", "connected Zoë Müller"])
        #expect(try desk.changes() == [])
    }

    @Test func `has its imported contacts as a source of their own, which meets connections by address`() throws {
        let desk = try VaultOnDisk()
        try desk.take(
            [
                "Connections.csv": Self.connections,
                "ImportedContacts.csv": contacts(
                    #"Ada,,Example,,,,,,ADA@example.com,+49 30 1234567,"1/2/26, 3:45 AM",,us,,false,"#,
                    #"Cora,,Contact,,,,,Clerk,cora@example.org,,"1/2/26, 3:45 AM",,us,,false,"#),
            ], on: "2026-03-01")
        #expect(try desk.standings() == ["contact Cora Contact", "connected Ada Example", "connected Zoë Müller"])
        let person = try desk.person("Ada Example")
        #expect(person.phones.map(\.value.number) == ["+49 30 1234567"])
        #expect(person.emails.count == 1)
        let sources = Set(try desk.vault.snapshots().map(\.source))
        #expect(sources.count == 2)
        #expect(Set(person.emails[0].provenance.map(\.source)) == sources)
        #expect(try desk.findings() == [])
    }

    @Test func `that has no contacts any more does not touch connections`() throws {
        let desk = try VaultOnDisk()
        try desk.take(
            [
                "Connections.csv": Self.connections,
                "ImportedContacts.csv": contacts(
                    #"Ada,,Example,,,,,,ada@example.com,,"1/2/26, 3:45 AM",,us,,false,"#,
                    #"Cora,,Contact,,,,,Clerk,cora@example.org,,"1/2/26, 3:45 AM",,us,,false,"#),
            ], on: "2026-03-01")
        try desk.take(
            ["ImportedContacts.csv": contacts(#"Cora,,Contact,,,,,Clerk,cora@example.org,,"1/2/26, 3:45 AM",,us,,false,"#)],
            on: "2026-04-01")
        #expect(try desk.standings() == ["contact Cora Contact", "connected Ada Example", "connected Zoë Müller"])
        #expect(try desk.findings() == [])
    }

    @Test func `lets messages, invitations and endorsements meet connections by profile, however it is written`() throws {
        let desk = try VaultOnDisk()
        try desk.take(
            [
                "Connections.csv": Self.connections, "Invitations.csv": Self.invitations, "messages.csv": Self.messages,
                "Endorsement_Received_Info.csv": Self.endorsements,
            ], on: "2026-08-01")
        #expect(
            Set(try desk.standings()) == [
                "connected Ada Example", "connected Zoë Müller", "acquaintance Ivo Invited", "acquaintance Mo Messenger",
                "acquaintance Emil Endorser",
            ])
        #expect(
            Set(try desk.person("Zoë Müller").extra.keys).isSuperset(of: ["messages", "endorsements"].map { Card.extensionPrefix + $0 }))
        #expect(try desk.person("Ada Example").extra[Card.extensionPrefix + "invitation"] != nil)
        var listed: [String] = []
        try desk.vault.forEachPerson(.everybody, sortedByName: true) { person in
            listed.append(person.displayName)
            return true
        }
        #expect(listed == ["Ada Example", "Zoë Müller"])
        #expect(try desk.changes() == [])
        #expect(try desk.findings() == [])
    }

    @Test func `makes an acquaintance a connection when the list has one, under the same id`() throws {
        let desk = try VaultOnDisk()
        try desk.take(["Invitations.csv": Self.invitations], on: "2026-01-01")
        let id = try desk.person("Ivo Invited").id
        let text = Self.connections + "Ivo,Invited,https://www.linkedin.com/in/ivo-invited,,,,05 Mar 2026\n"
        try desk.take(["Connections.csv": text], on: "2026-03-10")
        #expect(try desk.person("Ivo Invited").standing == .connected)
        #expect(try desk.person("Ivo Invited").id == id)
        #expect(try desk.findings() == [])
    }

    @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
    func `gives the same people in whatever order its parts come`(order: [Int]) throws {
        var all = Self.owner
        all["Connections.csv"] = Self.connections
        let parts: [(files: [String: String], day: String)] = [
            (all, "2026-01-01"),
            (["messages.csv": Self.messages, "Invitations.csv": Self.invitations], "2026-02-01"),
            (
                [
                    "ImportedContacts.csv": contacts(
                        #"Ada,,Example,,,,,,ada@example.com,+1 555 0100,"1/2/26, 3:45 AM",,us,,false,"#,
                        #"Olga,,Owner,,,,,,olga@example.com,,"1/2/26, 3:45 AM",,us,,false,"#)
                ], "2026-03-01"
            ),
        ]
        func portrait(_ order: [Int]) throws -> VaultPortrait {
            let desk = try VaultOnDisk()
            for place in order { try desk.take(parts[place].files, on: parts[place].day) }
            #expect(try desk.findings() == [])
            return try VaultPortrait(of: desk.vault)
        }
        #expect(try portrait(order).difference(from: portrait([0, 1, 2])) == "")
    }

    @Test func `is taken in whole, and undone whole`() throws {
        let desk = try VaultOnDisk()
        var files = Self.owner
        files["Connections.csv"] = Self.connections
        files["messages.csv"] = Self.messages
        let report = try desk.take(files, on: "2026-01-01")
        #expect(report.files.count == 3)
        #expect(Set(try desk.vault.snapshots().map(\.step)) == [report.step])
        _ = try desk.vault.undo(nil)
        #expect(try desk.everybody().isEmpty)
        #expect(try desk.vault.peopleByStanding().values.allSatisfy { $0 == 0 })
        _ = try desk.vault.undo(2)
        #expect(try desk.standings().count == 3)
        #expect(try desk.findings() == [])
    }
}
