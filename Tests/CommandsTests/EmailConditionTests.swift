import Testing

/// What counts as an e-mail address where people are looked for, and who can be reached: one definition for all.
@Suite("Who has an e-mail address")
struct EmailConditionTests {
    @Test
    func `an address counts where it has the form of one, in every search`() throws {
        let shop = try Workshop()
        let cards = [
            ("Ada Example", ["ada@muster.example"]), ("Bo Muster", ["n/a"]), ("Cy Sample", ["cy@localhost"]), ("Dee Ejemplo", []),
            ("Eva Probe", ["unbekannt", "eva@muster.example"]),
        ].map { name, addresses in
            "BEGIN:VCARD\nVERSION:3.0\nFN:\(name)\n" + addresses.map { "EMAIL:\($0)\n" }.joined() + "END:VCARD\n"
        }
        #expect(try shop.holdfast("import", shop.write("team.vcf", cards.joined())).status == 0)
        func found(_ words: String...) throws -> [String] {
            try shop.holdfast.run(["people", "--json"] + words.flatMap { ["--where", $0] }).objects.compactMap { $0["name"].string }
                .sorted()
        }
        #expect(try found("has:email") == ["Ada Example", "Eva Probe"])
        #expect(try found("-has:email") == ["Bo Muster", "Cy Sample", "Dee Ejemplo"])
        #expect(try found("is:unreachable") == found("-has:email", "-has:phone"))
        #expect(try found("kind:unknown") == ["Ada Example", "Eva Probe"])
        #expect(try found("-kind:unknown") == ["Bo Muster", "Cy Sample", "Dee Ejemplo"])
        let exported = try shop.holdfast("export", "--to", "jsonl", "--where", "has:email", "-o", "-").objects
        #expect(exported.count == 2)
    }
}
