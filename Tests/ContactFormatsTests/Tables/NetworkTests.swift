import Testing

@testable import ContactFormats
@testable import ContactModel

@Suite("Other networks' hand-outs")
struct NetworkTests {
    private static let friends = #"""
        {"friends_v2":[{"name":"Ada Example","timestamp":1577923200},{"name":"Zo\u00c3\u00ab M\u00c3\u00bcller","timestamp":1609459200},
        {"name":"Facebook user","timestamp":1609459200},{"timestamp":1}]}
        """#

    @Test
    func `Facebook's friends come with the day, and their letters are put together again`() throws {
        let (table, reading, handOut) = try TableFixture.read(TableFixture.file("your_friends.json", Self.friends))
        #expect(handOut.service == "Facebook")
        #expect(table.list == .connections)
        #expect(table.newestDate?.description == "2021-01-01")
        #expect(reading.cards.map(\.name.display) == ["Ada Example", "Zoë Müller"])
        #expect(reading.cards.map { $0.connectedOn?.description } == ["2020-01-02", "2021-01-01"])
        #expect(reading.problems.map(\.code) == ["no-name"])
        #expect(reading.rowCount == 4)
    }

    @Test(arguments: [
        #"{"friends":[{"name":"Ada Example","timestamp":1577923200}]}"#,
        """
        <html><head><title>Your friends</title><style>.x{}</style></head><body><section class="_a6-g"><h2 class="_2ph_">Ada Example</h2>
        <footer><div class="_a72d">Jan 02, 2020 1:02:03 am</div></footer></section></body></html>
        """,
        "<html><head><title>Friends</title></head><body><ul><li>Ada Example (2 Jan 2020)</li></ul></body></html>",
    ])
    func `older layouts and web pages give the same friend`(text: String) throws {
        let reading = try TableFixture.read(TableFixture.file("friends.html", text)).reading
        #expect(reading.cards.map(\.name) == [PersonName(given: "Ada", family: "Example")])
        #expect(reading.cards.first?.connectedOn?.description == "2020-01-02")
    }

    @Test
    func `in an archive the friends are read, the parts joined, and everything else is named`() throws {
        let more = #"{"friends_v2":[{"name":"Bo Muster","timestamp":1577923200}]}"#
        let handOut = try HandOutFormat.recognise(
            TableFixture.folder(
                [
                    ("connections/friends/your_friends.json", Self.friends), ("part2/connections/friends/your_friends.json", more),
                    ("connections/friends/removed_friends.json", #"{"deleted_friends_v2":[{"name":"Gone","timestamp":1}]}"#),
                    ("messages/inbox/x/message_1.json", #"{"participants":[{"name":"Ada Example"}]}"#),
                    ("photos/1.jpg", "\u{1}\u{2}\u{3}\u{4}"),
                ], kind: .archive))
        #expect(handOut.tables.count == 1)
        #expect(try TableFixture.read(handOut.tables[0]).entries.count == 3)
        #expect(Set(handOut.passedOver.map(\.path)).count == 3)
        #expect(handOut.passedOver.contains(PassedOver(path: "messages/inbox/x/message_1.json", reason: "private")))
    }

    @Test(arguments: [
        #"{"relationships_following":[{"title":"","media_list_data":[],"string_list_data":[{"href":"https://www.instagram.com/ada.example","value":"ada.example","timestamp":1700000000}]}]}"#,
        #"{"relationships_following":[{"title":"ada.example","string_list_data":[{"href":"https://www.instagram.com/_u/ada.example","timestamp":1700000000}]}]}"#,
        #"{"relationships_following":[{"string_list_data":[{"href":"https://www.instagram.com/ada.example/","timestamp":1700000000}]}]}"#,
    ])
    func `Instagram's layouts all give the handle`(text: String) throws {
        let (table, reading, handOut) = try TableFixture.read(TableFixture.file("following.json", text))
        #expect(handOut.service == "Instagram")
        #expect(table.list == .follows)
        #expect(reading.entries.map(\.key) == [IdentityKey(.profile, "instagram:ada.example")])
        #expect(reading.cards.first?.links == [Link("https://www.instagram.com/ada.example", service: "Instagram")])
        #expect(table.newestDate?.description == "2023-11-14")
    }

    @Test
    func `who follows and who is followed are lists of their own`() throws {
        let following = #"{"relationships_following":[{"string_list_data":[{"value":"ada","timestamp":1700000000}]}]}"#
        let followers = #"[{"title":"","string_list_data":[{"value":"bo","timestamp":1700000000}]}]"#
        let handOut = try HandOutFormat.recognise(
            TableFixture.folder(
                [("a/following.json", following), ("a/followers_1.json", followers), ("a/followers_2.json", followers)], kind: .archive))
        #expect(handOut.tables.map(\.format) == ["instagram-following", "instagram-followers"])
        #expect(handOut.tables.map(\.sourceName) == [nil, "Instagram followers"])
        #expect(handOut.tables[1].members.count == 2)
    }

    @Test
    func `X's archive is read and never run`() throws {
        let text = #"""
            window.YTD.following.part0 = [
              {"following":{"accountId":"123","userLink":"https://twitter.com/intent/user?user_id=123"}},
              {"following":{"accountId":"77","userLink":"https://twitter.com/ada"}},
              {"following":{"accountId":"alert(1)"}}
            ]; alert(1)
            """#
        let (table, reading, handOut) = try TableFixture.read(TableFixture.file("following.js", text))
        #expect(handOut.service == "X")
        #expect(table.list == .follows)
        #expect(reading.entries.map(\.key.value) == ["x:123", "x:77"])
        #expect(reading.entries.map(\.line) == [2, 3])
        #expect(reading.cards.last?.nicknames == ["ada"])
        #expect(reading.problems.map(\.code) == ["no-name"])
    }

    @Test
    func `Mastodon's accounts are no e-mail addresses`() throws {
        let text =
            "Account address,Show boosts,Notify on new posts,Languages\nada@social.example,true,false,\n@bo@social.example,true,false,\"en, de\"\n"
        let (table, reading, handOut) = try TableFixture.read(TableFixture.file("following_accounts.csv", text))
        #expect(handOut.service == "Mastodon")
        #expect(table.list == .follows)
        #expect(reading.cards.allSatisfy { $0.emails.isEmpty })
        #expect(reading.cards.map { $0.links.first?.uri } == ["https://social.example/@ada", "https://social.example/@bo"])
    }

    @Test
    func `a list that is cut off gives what is there, and says so`() throws {
        let reading = try TableFixture.read(TableFixture.file("f.json", String(Self.friends.prefix(70)))).reading
        #expect(reading.cards.map(\.name.display) == ["Ada Example"])
        #expect(reading.problems.map(\.code) == ["cut-off"])
    }

    @Test(arguments: ["Zürich", "Ada", "Ã", "山田", "Zo\u{C3}\u{AB}"])
    func `only texts that came apart are mended`(text: String) {
        #expect(MetaText.mended(text) == (text == "Zo\u{C3}\u{AB}" ? "Zoë" : text))
    }
}
