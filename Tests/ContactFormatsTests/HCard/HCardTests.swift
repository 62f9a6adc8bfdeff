import ContactModel
import Testing

@testable import ContactFormats

@Suite("Contacts on web pages")
struct HCardTests {
    private func cards(_ html: String) -> [Card] { HCardReader.cards(in: HTMLTreeReader.read(Array(html.utf8))).map(\.card) }

    @Test("An h-card with everything, an employer and an address inside it")
    func full() throws {
        let page = """
            <!doctype html><html><body><p>Hello<div class="h-card"><img class="u-photo" alt="" src="/ada.jpg">
            <a class="p-name u-url u-uid" href="https://ada.example/">Ada <b>Example</b></a>
            <span class=p-nickname>Addie</span>, <span class="p-job-title">Analyst</span> at
            <a class="p-org h-card" href="https://engines.example">Engines &amp; Co</a>
            <a class="u-email" href="mailto:ada@example.com?subject=Hi">mail</a> <a class="p-tel" href="tel:+44%2020">phone</a>
            <p class="p-adr h-adr"><span class="p-street-address">1 Example St</span><br><span class="p-locality">London</span>
            <span class="p-postal-code">N1</span> <abbr class="p-country-name" title="United Kingdom">UK</abbr></p>
            <time class="dt-bday" datetime="1815-12-10">born in winter</time>
            <a class="u-url" href="https://www.linkedin.com/in/ada-example">in</a> <p class="p-note">Likes&nbsp;tea</p>
            <a class="p-category" rel="tag">maths</a></div>
            """
        let card = try #require(cards(page).first)
        #expect(cards(page).count == 1)
        #expect(card.name == PersonName(full: "Ada Example"))
        #expect(card.nicknames == ["Addie"])
        #expect(card.titles == ["Analyst"])
        #expect(card.organizations == [Organization("Engines & Co")])
        #expect(card.emails == [EmailAddress("ada@example.com")])
        #expect(card.phones == [PhoneNumber("+44 20")])
        #expect(card.addresses == [PostalAddress(street: "1 Example St", locality: "London", postcode: "N1", country: "United Kingdom")])
        #expect(card.birthday == PartialDate(year: 1815, month: 12, day: 10))
        #expect(card.links == [Link("https://ada.example/"), Link("https://www.linkedin.com/in/ada-example", service: "LinkedIn")])
        #expect(card.notes == ["Likes tea"])
        #expect(card.keywords == ["maths"])
        #expect(card.extra["media"]?["p1"]?["uri"] == .string("/ada.jpg"))
    }

    @Test("The classic hCard, with types and a value apart")
    func classic() throws {
        let page = """
            <div class="vcard"><span class="fn n"><span class="given-name">Bo</span> <span class="family-name">Muster</span></span>
            <div class="org"><span class="organization-name">Muster AG</span>, <span class="organization-unit">Recht</span></div>
            <div class="tel"><span class="type">Work</span> <span class="value">+41 44</span></div>
            <a class="email" href="mailto:bo@example.com">bo (at) example</a>
            <div class="adr"><span class="type">home</span><div class="street-address">Weg 7</div><span class="locality">Zürich</span></div>
            <abbr class="bday" title="1985-07-14">14 July</abbr></div>
            <div class="vcard"><a class="fn org url" href="https://werke.example">Muster Werke</a></div>
            """
        let found = cards(page)
        #expect(found.count == 2)
        #expect(found[0].name == PersonName(given: "Bo", family: "Muster"))
        #expect(found[0].organizations == [Organization("Muster AG", units: ["Recht"])])
        #expect(found[0].phones == [PhoneNumber("+41 44", label: "work")])
        #expect(found[0].emails == [EmailAddress("bo@example.com")])
        #expect(found[0].addresses == [PostalAddress(street: "Weg 7", locality: "Zürich", label: "home")])
        #expect(found[0].birthday == PartialDate(year: 1985, month: 7, day: 14))
        #expect(found[1].name.isEmpty)
        #expect(found[1].organizations == [Organization("Muster Werke")])
    }

    @Test(
        "A card that says little: its name and picture are implied",
        arguments: [
            (#"<a class="h-card" href="https://a.example">Ann Example</a>"#, "Ann Example", "https://a.example"),
            (#"<img class="h-card" alt="Ann Example" src="a.png">"#, "Ann Example", nil),
            (#"<abbr class="h-card" title="Ann Example">AE</abbr>"#, "Ann Example", nil),
        ])
    func implied(html: String, name: String, url: String?) {
        #expect(cards(html).map(\.name.display) == [name])
        #expect(cards(html).first?.links.first?.uri == url)
    }

    @Test("Broken pages are read as far as they go")
    func broken() {
        #expect(cards("<div class='h-card'><span class='p-name'>Half <b>a").map(\.name.display) == ["Half a"])
        #expect(cards("<script>var x='<div class=\"h-card\">no</div>'</script><!-- <p class=h-card>no</p> -->").isEmpty)
        #expect(cards(String(repeating: "<div>", count: 100_000) + "<p class=h-card>Deep</p>").map(\.name.display) == ["Deep"])
        #expect(cards("<p class=h-card>Zo\u{EB} &#233;&#xE9; &bogus; &</p>").map(\.name.display) == ["Zoë éé &bogus; &"])
    }

    @Test("A link that leads nowhere is none")
    func emptyLinks() {
        #expect(cards(#"<div class="h-card"><a href class="p-name">Ann</a></div>"#).map(\.links) == [[]])
    }

    @Test("A page is told by its content, and is a source by its name")
    func recognition() throws {
        let page = "<html><body><p class=h-card>Ann Example</p></body></html>"
        let member = Member(path: "team.html", bytes: BytesInMemory(page))
        let handOut = try HandOutFormat.recognise(Parcel(kind: .file, path: "team.html", original: member.bytes, members: [member]))
        #expect(handOut.tables.map(\.format) == ["hcard"])
        #expect(handOut.tables.first?.sourceName == "Web page (team html)" || handOut.tables.first?.sourceName == "Web page (team)")
        #expect(try HCardRecognition.isPageWithCards(BytesInMemory("<html>no cards</html>")) == false)
    }
}
