import ContactModel
import RecordLinkage
import Testing

@Suite("Linking records")
struct LinkerTests {
    private static func card(_ given: String?, _ family: String?, email: String? = nil, company: String? = nil) -> LinkageRecord {
        LinkageRecord(
            Card(
                name: PersonName(given: given, family: family), emails: email.map { [EmailAddress($0)] } ?? [],
                organizations: company.map { [Organization($0)] } ?? []))
    }

    private static func people(_ records: [LinkageRecord]) -> [[Int64]] {
        var table = FeatureTable()
        for record in records { table.append(record) }
        table.countFrequencies()
        var graph = LinkageGraph()
        for record in records.indices {
            graph.add(record: Int64(record), order: table.order(of: record), exclusiveIdentity: table.exclusiveIdentity(of: record))
        }
        for pair in Linker(table, model: .standard()).pairs() {
            graph.add(pair: Int64(pair.first), Int64(pair.second), weight: pair.weight)
        }
        return graph.people().map(\.records)
    }

    @Test("An address that spells the name is the person's")
    func spelledAddress() {
        let people = Self.people([
            Self.card("Wilhelmina", "Mustertal", company: "Example Works GmbH"),
            Self.card(nil, nil, email: "w.mustertal@example-works.example"),
            Self.card("Gregor", "Anderswo"),
        ])
        #expect(people == [[0, 1], [2]])
    }

    @Test(
        "Pet names, transliteration and order are the same name",
        arguments: [
            ("Robert", "Examplestone", "Bob", "Examplestone"), ("Jürgen", "Müsterström", "Juergen", "Muesterstroem"),
            ("Jürgen", "Müsterström", "Jurgen", "Musterstrom"), ("Katarzyna", "Przykładska", "Kasia", "Przykładski"),
        ])
    func sameName(_ a: String, _ b: String, _ c: String, _ d: String) {
        #expect(
            Self.people([
                Self.card(a, b, company: "Example Works"), Self.card(c, d, company: "Example Works Ltd"), Self.card("Gregor", "Anderswo"),
            ]).first == [0, 1])
    }

    @Test("A model is the same after being written and read")
    func modelText() {
        let model = LinkageModel.standard()
        #expect(LinkageModel(text: model.text) == model)
        #expect(LinkageModel(text: "holdfast-linkage 2\n") == nil)
    }
}
