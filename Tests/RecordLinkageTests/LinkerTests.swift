import ContactModel
import RecordLinkage
import Testing

@Suite("Linking records")
struct LinkerTests {
    private static func record(
        _ given: String? = nil, _ family: String? = nil, full: String? = nil, email: String? = nil, company: String? = nil,
        phone: String? = nil,
        profile: String? = nil, city: String? = nil, postcode: String? = nil, born birthday: PartialDate? = nil
    ) -> LinkageRecord {
        LinkageRecord(
            Card(
                name: PersonName(given: given, family: family, full: full), emails: email.map { [EmailAddress($0)] } ?? [],
                phones: phone.map { [PhoneNumber($0)] } ?? [], organizations: company.map { [Organization($0)] } ?? [],
                addresses: city == nil && postcode == nil ? [] : [PostalAddress(locality: city, postcode: postcode)],
                links: profile.map { [Link("https://www.linkedin.com/in/\($0)", service: "LinkedIn")] } ?? [], birthday: birthday))
    }

    /// A table of records, and enough others for names to be rare in.
    private static func table(_ records: [LinkageRecord]) -> FeatureTable {
        var table = FeatureTable()
        for record in records { table.append(record) }
        var random = Dice(seed: 7)
        let syllables = ["ka", "ro", "mi", "ne", "tu", "sol", "ber", "vin", "dra", "pel", "os", "wen"]
        func word() -> String { (0..<3).map { _ in syllables[random.below(syllables.count)] }.joined() }
        for _ in 0..<2_000 { table.append(record(word(), word(), email: "\(word())@\(word()).example", company: word() + " Works")) }
        table.countFrequencies()
        return table
    }

    private static func probability(_ one: LinkageRecord, _ other: LinkageRecord) -> Double {
        Probability.of(weight: Double(Linker(table([one, other]), model: .standard()).weight(0, 1)))
    }

    @Test(
        "Two ways of writing one name agree",
        arguments: [
            ("Robert", "Examplestone", "Bob", "Examplestone"), ("Jürgen", "Müsterström", "Juergen", "Muesterstroem"),
            ("Jürgen", "Müsterström", "Jurgen", "Musterstrom"), ("Katarzyna", "Przykładska", "Kasia", "Przykładski"),
            ("Xiao Ming", "Exampang", "Xiaoming", "Exampang"), ("Anna-Lena", "Beispiel", "Anna Lena", "Beispiel"),
            ("Mohammed", "Al-Mithal", "Muhammad", "Al Mithal"), ("Karim", "El Mithal", "Kareem", "Mithal"),
            ("Ana", "Muestra", "Ana", "Muestra García"), ("Anna", "Beispiel-Muster", "Anna", "Muster"),
            ("Beispiel", "Wilhelmina", "Wilhelmina", "Beispiel"), ("Wilhelmina", "Beispiel, PhD, MBA", "Dr. Wilhelmina", "Beispiel"),
            ("Wilhelmina 🚀", "Beispiel", "WILHELMINA", "BEISPIEL"), ("Wilhelmina", "Beispiel (she/her)", "Wilhelmina", "Beispiel"),
            ("Wilhelmina", "Beispiel", "Wilhelmna", "Beispiel"), ("Ludwig", "von Beispiel", "Ludwig", "Beispiel"),
            ("Алексей", "Примеров", "Aleksei", "Primerov"), ("Nikolaos", "Paradeigma", "Νικόλαος", "Παράδειγμα"),
        ])
    func agreeing(_ given: String, _ family: String, _ otherGiven: String, _ otherFamily: String) {
        let probability = Self.probability(
            Self.record(given, family, company: "Example Works GmbH"), Self.record(otherGiven, otherFamily, company: "Example Works"))
        #expect(probability > 0.5)
    }

    @Test(
        "Two people are not taken for one",
        arguments: [
            ("Anna", "Beispiel", "Berta", "Beispiel"), ("Anna", "Beispiel", "Anna", "Anderswo"), ("Robert", "Muster", "Rupert", "Anderswo"),
            ("Jan", "Beispiel", "Jana", "Muster"), ("A.", "Beispiel", "B.", "Beispiel"),
        ])
    func differing(_ given: String, _ family: String, _ otherGiven: String, _ otherFamily: String) {
        let probability = Self.probability(
            Self.record(given, family, company: "Example Works GmbH"), Self.record(otherGiven, otherFamily, company: "Example Works"))
        #expect(probability < 0.5)
    }

    @Test(
        "An address tells whose it is",
        arguments: [
            "wilhelmina.beispiel", "w.beispiel", "wbeispiel", "beispiel.wilhelmina", "beispielw", "wilhelmina_beispiel77",
            "wilhelminabeispiel",
        ])
    func spelled(local: String) {
        let probability = Self.probability(
            Self.record("Wilhelmina", "Beispiel", company: "Example Works"), Self.record(email: "\(local)@example-works.example"))
        #expect(probability > 0.5)
    }

    @Test("A mailbox and a switchboard that several share prove nothing")
    func shared() {
        #expect(
            Self.probability(
                Self.record("Anna", "Beispiel", email: "info@example-works.example"),
                Self.record("Bruno", "Muster", email: "info@example-works.example")) < 0.5)
        #expect(
            Self.probability(
                Self.record("Anna", "Beispiel", phone: "+49 30 5550100"), Self.record("Bruno", "Muster", phone: "030 555 0100")) < 0.5)
    }

    @Test("One number however it is written is one number")
    func phones() {
        #expect(
            Self.probability(
                Self.record("Anna", "Beispiel", phone: "+49 (0) 30 5550100"), Self.record("Anna", "Beispiel", phone: "0049 30/555-0100"))
                > 0.99)
    }

    @Test("Two profiles are two people, whatever else agrees")
    func profiles() {
        let table = Self.table([
            Self.record("Anna", "Beispiel", email: "a@example.com", profile: "anna-1"),
            Self.record("Anna", "Beispiel", email: "a@example.com", profile: "anna-2"),
        ])
        let linker = Linker(table, model: .standard())
        #expect(linker.weight(0, 1) == -.infinity)
        #expect(linker.explain(0, 1).sentence == "They have two different profiles.")
        #expect(!linker.pairs().contains { $0.first == 0 && $0.second == 1 })
    }

    @Test(
        "Two birthdays are two people too, but for a slip of the pen",
        arguments: [
            ("1950-03-12", "1981-07-05", true), ("1950-03-12", "1950-03-27", true), ("1950-03-12", "1950-12-03", false),
            ("1950-03-12", "1950-03-13", false), ("1950-03-31", "1950-04-01", false), ("1950-03-12", "1960-03-12", false),
            ("1970-01-01", "1981-07-05", false), ("1604-07-05", "1981-07-05", false), ("1950-03", "1981-07-05", false),
            ("--03-12", "1981-07-05", false), ("1950-03-12", "1950-03-12", false),
        ])
    func birthdays(_ one: String, _ other: String, areTwo: Bool) {
        func date(_ text: String) -> PartialDate? {
            let parts = text.replacing("--", with: "0000-").split(separator: "-").map { Int($0) }
            return PartialDate(
                year: parts[0] == 0 ? nil : parts[0], month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
        }
        let table = Self.table(
            [one, other].map { Self.record("Anna", "Beispiel", email: "anna@example.com", phone: "+49 30 5550100", born: date($0)) })
        let linker = Linker(table, model: .standard())
        #expect((linker.weight(0, 1) == -.infinity) == areTwo)
        #expect((linker.explain(0, 1).sentence == "They have two different birthdays.") == areTwo)
        #expect(linker.pairs().contains { $0.first == 0 && $0.second == 1 } != areTwo)
    }

    @Test("In a register birthdays carry slips like any other column")
    func registers() {
        var table = FeatureTable(LinkageSchema([.givenName, .familyName, .birthday, .street]))
        for birthday in ["1950-03-12", "1981-07-05"] {
            table.append(LinkageRecord([LinkageField(.givenName, "Anna"), LinkageField(.birthday, birthday)]))
        }
        #expect(!Linker(table, model: .standard(table.schema)).explain(0, 1).isContradicted)
    }

    @Test("Colleagues of one given name are never joined by what a company shares, not even all of it together")
    func colleagues() {
        func colleague(_ family: String, email: String? = nil) -> LinkageRecord {
            Self.record(
                "Monika", family, email: email, company: "Stadtwerke Passau", phone: "+49 851 5600", city: "Passau", postcode: "94032")
        }
        #expect(Self.probability(colleague("Adlhoch"), colleague("Trummer")) <= 0.5)
        let office = "office@stadtwerke.example"
        #expect(Self.probability(colleague("Adlhoch", email: office), colleague("Trummer", email: office)) <= 0.5)
        // A changed family name at an address of her own is no colleague.
        let own = "monika.a@stadtwerke.example"
        #expect(Self.probability(colleague("Adlhoch", email: own), colleague("Trummer", email: own)) > 0.99)
        #expect(Self.probability(colleague("Adlhoch"), colleague("Adlhoch")) > 0.99)
    }

    @Test("Only a company that begins with the other one's whole name begins as it does")
    func beginnings() {
        func level(_ one: String, _ other: String) -> String? {
            let table = Self.table([Self.record("Anna", "Beispiel", company: one), Self.record("Anna", "Beispiel", company: other)])
            return Linker(table, model: .standard()).explain(0, 1).terms.first { $0.field == "organisation" }?.level
        }
        #expect(level("Muster Bank AG", "Muster Bahn AG") == "a word in common")
        #expect(level("Deutsche Bank AG", "Deutsche Bahn AG") == "different")
        #expect(level("Muster", "Muster Bank") == "one begins the other")
        #expect(level("Muster Bank", "Muster Bank Leasing") == "one begins the other")
        #expect(level("Muster Bank AG", "Muster Bnak GmbH") == "a letter or two apart")
    }

    @Test(
        "The words of two names are one person's the other way round only if both words fit",
        arguments: [
            ("Martin Vogel", "Victor Martin", false), ("Martin Vogel", "Vogel Martin", true), ("Martin Vogel", "Vogl Martin", true),
        ])
    func turned(_ one: String, _ other: String, isOne: Bool) {
        let probability = Self.probability(
            Self.record(full: one, company: "Example Works"), Self.record(full: other, company: "Example Works"))
        #expect((probability > 0.5) == isOne)
    }

    @Test(
        "Names in the wrong fields agree as they do in the right ones, and more has to agree with them",
        arguments: [
            ("Muster", "Bob", "Robert", "Muster"), ("Beispiel", "Kathi", "Katharina", "Beispiel"),
            ("Примеров", "Сергей", "Sergey", "Primerov"), ("Rashid", "Mohamed", "Muhammad", "Rashid"),
            ("Meier", "Wilhelmina", "Wilhelmina", "Meyer"), ("Beispiel", "Wilhelmna", "Wilhelmina", "Beispiel"),
        ])
    func misplaced(_ given: String, _ family: String, _ otherGiven: String, _ otherFamily: String) {
        let address = "box7@example-works.example"
        let table = Self.table([
            Self.record(given, family, email: address), Self.record(otherGiven, otherFamily, email: address),
        ])
        let linker = Linker(table, model: .standard())
        #expect(Probability.of(weight: Double(linker.weight(0, 1))) > 0.99)
        #expect(linker.pairs().contains { $0.first == 0 && $0.second == 1 })
        let level = linker.explain(0, 1).terms.first { $0.field == "name" }?.level
        #expect(level == "nearly the same words the other way round")
    }

    @Test(
        "Names that are near by their sound or the other way round are a question without an address in common, however much else agrees",
        arguments: [
            ("Wilhelmina", "Meier", "Wilhelmina", "Mayr"), ("Muster", "Bob", "Robert", "Muster"),
            ("Beispiel", "Kathi", "Katharina", "Beispiel"),
        ])
    func questioned(_ given: String, _ family: String, _ otherGiven: String, _ otherFamily: String) {
        func record(_ given: String, _ family: String) -> LinkageRecord {
            Self.record(given, family, company: "Example Works", phone: "+49 30 5550100", city: "Passau", postcode: "94032")
        }
        let linker = Linker(Self.table([record(given, family), record(otherGiven, otherFamily)]), model: .standard())
        #expect(Threshold.likely < linker.weight(0, 1) && linker.weight(0, 1) < Threshold.sure)
        let explanation = linker.explain(0, 1)
        #expect(explanation.terms.contains { $0.field == "caution" && $0.level.hasPrefix("names that are only near") })
        #expect(abs(explanation.priorBits + explanation.terms.reduce(0) { $0 + $1.bits } - explanation.weight) < 0.01)
    }

    @Test(
        "Whose given name is the other's family name is another, whatever they share",
        arguments: [
            ("Martin", "Vogel", "Victor", "Martin"), ("Thomas", "Robert", "Bob", "Andreas"), ("Paul", "Simon", "Simon", "Peter"),
            ("Peter", "Martin", "Martin", "Peters"),
        ])
    func named(_ given: String, _ family: String, _ otherGiven: String, _ otherFamily: String) {
        func record(_ given: String, _ family: String) -> LinkageRecord {
            Self.record(given, family, company: "Example Works", phone: "+49 30 5550100")
        }
        #expect(Self.probability(record(given, family), record(otherGiven, otherFamily)) <= 0.5)
    }

    @Test(
        "Names that sound alike and are spelled otherwise meet and agree",
        arguments: [
            ("Wilhelmina", "Meier", "Wilhelmina", "Meyer"), ("Wilhelmina", "Maier", "Wilhelmina", "Mayer"),
            ("Wilhelmina", "Meier", "Wilhelmina", "Mayr"), ("Wilhelmina", "Smith", "Wilhelmina", "Smyth"),
            ("Wilhelmina", "Schmidt", "Wilhelmina", "Schmitt"), ("Stephan", "Beispiel", "Stefan", "Beispiel"),
            ("Wilhelmina", "Beckmann", "Wilhelmina", "Bekmann"), ("Wilhelmina", "Hoffmann", "Wilhelmina", "Hofmann"),
            ("Stephan", "Meier", "Stefan", "Meyer"), ("Wilhelmina", "Schmid", "Wilhelmina", "Schmitt"),
            ("Deepak", "Beispiel", "Dipak", "Beispiel"), ("Wilhelmina", "Chaudhary", "Wilhelmina", "Chaudhari"),
            ("Deepak", "Mukherjee", "Dipak", "Mukerji"), ("Julia", "Schukowa", "Yulia", "Zhukova"),
            ("Wilhelmina", "Schtscherbakow", "Wilhelmina", "Shcherbakov"), ("Jewgenij", "Tschaikin", "Evgeny", "Chaikin"),
            ("Caren", "Beispiel", "Karen", "Beispiel"), ("Youssef", "Al-Harthy", "Yusuf", "Al-Harthi"),
            ("Yiorgos", "Beispiel", "Georgios", "Beispiel"), ("Mohd", "Al-Harthy", "Mohammed", "Al-Harthi"),
            ("Oleksandr", "Primerov", "Alexander", "Primerow"), ("Jihoon", "Beispiel", "Jihun", "Beispiel"),
        ])
    func sounding(_ given: String, _ family: String, _ otherGiven: String, _ otherFamily: String) {
        func record(_ given: String, _ family: String) -> LinkageRecord {
            Self.record(given, family, company: "Example Works", phone: "+49 30 5550100")
        }
        let linker = Linker(Self.table([record(given, family), record(otherGiven, otherFamily)]), model: .standard())
        #expect(Probability.of(weight: Double(linker.weight(0, 1))) > 0.5)
        let plain = Linker(Self.table([Self.record(given, family), Self.record(otherGiven, otherFamily)]), model: .standard())
        #expect(plain.pairs().contains { $0.first == 0 && $0.second == 1 })
    }

    @Test(
        "Names are read as people write them",
        arguments: [
            ("Anna Beispiel geb. Muster", "Anna Beispiel"), ("Anna Beispiel geb. Muster", "Anna Muster"),
            ("Anna Beispiel, geb. Muster", "Anna Muster"),
            ("Anna Beispiel née Muster", "Anna Muster"), ("Anna Beispiel (geb. Muster)", "Anna Muster"),
            ("Anna Beispiel born Muster", "Anna Muster"), ("Anna Beispiel z domu Muster", "Anna Muster"),
            ("Anna Beispiel roz. Muster", "Anna Muster"), ("Ana Beispiel nacida Muster", "Ana Muster"), ("Max Born", "Born, Max"),
            ("von Musterfels Ludwig", "Ludwig von Musterfels"), ("von Musterfels Ludwig", "Ludwig Musterfels"),
            ("Kwok-Fai (Peter) Beispiel", "Peter Beispiel"), ("Prof. Dr. h.c. Leopold Beispiel", "Leopold Beispiel"),
            ("Примерова Татьяна Сергеевна", "Tatiana Primerova"), ("Nguyễn Thị Hồng Nhung", "Nhung Nguyen"),
            ("Khalid bin Saeed Al Mithal", "Khaled Al Mithal"), ("Leopold Beispiel jun.", "Leopold Beispiel"),
            ("Leopold v.d. Beispiel", "Leopold van der Beispiel"), ("Leopold v. d. Beispiel", "Leopold von der Beispiel"),
            ("Leopold v. Beispiel", "Leopold von Beispiel"), ("Maria d. Beispiel", "Maria da Beispiel"),
            ("v. d. Beispiel, Leopold", "Leopold Beispiel"), ("v. Beispiel Leopold", "Leopold von Beispiel"),
            ("Leopold v/d Beispiel", "Leopold vd Beispiel"), ("R. Musterkumaran", "Musterkumaran R."),
            ("R Musterkumaran", "Musterkumaran R"),
        ])
    func readings(_ one: String, _ other: String) {
        let probability = Self.probability(
            Self.record(full: one, company: "Example Works"), Self.record(full: other, company: "Example Works"))
        #expect(probability > 0.9)
    }

    @Test(
        "A letter before the family name is a particle or the initial of a further given name",
        arguments: [
            ("v.d. Beispiel", "van der Beispiel"), ("v. d. Beispiel", "von der Beispiel"), ("v. Beispiel", "von Beispiel"),
            ("V. Beispiel", "Beispiel"), ("d. Beispiel", "da Beispiel"), ("van d. Beispiel", "Beispiel"), ("v.d.Beispiel", "vd Beispiel"),
            ("K. Beispiel", "Beispiel"),
        ])
    func particles(_ one: String, _ other: String) {
        let probability = Self.probability(
            Self.record("Leopold", one, company: "Example Works"), Self.record("Leopold", other, company: "Example Works"))
        #expect(probability > 0.9)
    }

    @Test(
        "Particles in the given name's field begin a family name",
        arguments: [
            ("v.d. Beispiel", "van der Beispiel", true), ("van der Beispiel", "van der Beispiel", true),
            ("v. Beispiel", "von Beispiel", true),
            ("von Beispiel", "Beispiel", true), ("Van Muster", "Beispiel", false),
        ])
    func particlesInGiven(_ given: String, _ family: String, isOne: Bool) {
        let probability = Self.probability(
            Self.record(given, "Anja", company: "Example Works"), Self.record("Anja", family, company: "Example Works"))
        #expect((probability > 0.5) == isOne)
    }

    @Test(
        "Two of one name, or of names that lie near one another, are two",
        arguments: [
            ("Alois Beispiel sen.", "Alois Beispiel jun."), ("Thaddeus Beispiel Jr.", "Thaddeus Beispiel Sr."),
            ("Thaddeus Beispiel II", "Thaddeus Beispiel III"), ("Lena Beispiel", "Lea Beispiel"), ("Stefan Beispiel", "Stefanie Beispiel"),
            ("Rajesh Beispiel", "Rakesh Beispiel"), ("Maria Beispiel", "Marta Beispiel"), ("Jan Beispiel", "Jana Beispiel"),
        ])
    func near(_ one: String, _ other: String) {
        func probability(_ one: LinkageRecord, _ other: LinkageRecord) -> Double { Self.probability(one, other) }
        let (phone, company) = ("+49 30 5550100", "Example Works")
        #expect(
            probability(Self.record(full: one, company: company, phone: phone), Self.record(full: other, company: company, phone: phone))
                <= 0.5)
    }

    @Test("Whose address at one company is another's with a number behind is a namesake, or nobody knows")
    func numbered() {
        func huber(_ local: String, phone: String) -> LinkageRecord {
            Self.record("Johann", "Beispiel", email: "\(local)@beispiel.example", company: "Beispiel Reisen", phone: phone)
        }
        #expect(
            Self.probability(huber("johann.beispiel", phone: "+43 1 5550151"), huber("johann.beispiel2", phone: "+43 1 5550152")) <= 0.5)
        #expect(Self.probability(huber("johann.beispiel", phone: "+43 1 5550151"), huber("j.beispiel", phone: "+43 1 5550152")) > 0.5)
        #expect(
            Self.probability(huber("johann.beispiel", phone: "+43 1 5550151"), huber("johannbeispiel", phone: "+43 1 5550152")) > 0.5)
    }

    @Test("Who have a maiden name in common are sisters, not one")
    func sisters() {
        let probability = Self.probability(
            Self.record(full: "Anna Beispiel geb. Muster", company: "Example Works"),
            Self.record(full: "Berta Anderswo geb. Muster", company: "Example Works"))
        #expect(probability < 0.5)
    }

    @Test("Weights are the same whichever record comes first, and don't depend on the order of the table")
    func symmetric() {
        var random = Dice(seed: 3)
        let records = (0..<120).map { _ in Invented.record(&random) }
        var forward = FeatureTable()
        for record in records { forward.append(record) }
        forward.countFrequencies()
        var backward = FeatureTable()
        for record in records.reversed() { backward.append(record) }
        backward.countFrequencies()
        let (one, other) = (Linker(forward, model: .standard()), Linker(backward, model: .standard()))
        for first in 0..<120 {
            for second in first + 1..<120 {
                #expect(one.weight(first, second) == one.weight(second, first))
                #expect(one.weight(first, second) == other.weight(119 - first, 119 - second))
            }
        }
        let pairs = Set(one.pairs().map { [$0.first, $0.second] })
        let reversed = Set(other.pairs().map { [119 - $0.second, 119 - $0.first] })
        #expect(pairs == reversed)
        #expect(LinkageModel.standard().learned(from: forward) == LinkageModel.standard().learned(from: backward))
    }

    @Test("The terms of an explanation add up to the weight")
    func explained() {
        let linker = Linker(
            Self.table([
                Self.record("Anna", "Beispiel", email: "anna.beispiel@example-works.example", phone: "+49 30 5550100"),
                Self.record("Anna", "Beispiel", company: "Example Works GmbH", phone: "030 5550100"),
            ]), model: .standard())
        let explanation = linker.explain(0, 1)
        #expect(abs(explanation.priorBits + explanation.terms.reduce(0) { $0 + $1.bits } - explanation.weight) < 0.01)
        #expect(abs(explanation.weight - Double(linker.weight(0, 1))) < 0.01)
        #expect(explanation.terms.map(\.field).sorted() == ["name", "organisation", "phone"])
        #expect(explanation.sentence == "The names are the same and the phone number is the same.")
    }

    @Test("Answers move a model, in whatever order they came")
    func answers() {
        let model = LinkageModel.standard()
        let table = Self.table([
            Self.record("Anna", "Beispiel"), Self.record("Anna", "Beispiel"), Self.record("Berta", "Muster", phone: "+49 30 5550100"),
            Self.record("Berta", "Muster", phone: "030 5550100"),
        ])
        let linker = Linker(table, model: model)
        let refusals = (0..<10).map { _ in Linker.Answer(first: 0, second: 1, isSame: false) }
        let moved = linker.model(taughtBy: refusals)
        #expect(Linker(table, model: moved).weight(0, 1) < linker.weight(0, 1))
        let answers = refusals + (0..<5).map { _ in Linker.Answer(first: 3, second: 2, isSame: false) }
        #expect(linker.model(taughtBy: answers) != moved)
        #expect(linker.model(taughtBy: answers) == linker.model(taughtBy: answers.reversed()))
        #expect(linker.model(taughtBy: []) == model)
    }

    @Test("Groups become one by all of their weights, and never against what is known")
    func groups() {
        func people(
            _ pairs: [(Int32, Int32, Float)], profiles: [UInt32] = [0, 0, 0, 0], birthdays: [UInt32] = [0, 0, 0, 0]
        ) -> [Int32] {
            var graph = LinkageGraph()
            for (place, (profile, birthday)) in zip(profiles, birthdays).enumerated() {
                graph.add(
                    record: Int64(place), order: UInt64(9 - place), facts: ExclusiveFacts(profile: profile, birthday: birthday))
            }
            graph.add(pairs: pairs.map { ScoredPair(first: $0.0, second: $0.1, weight: $0.2) })
            return graph.people()
        }
        #expect(people([(0, 1, 9), (2, 3, 1)]) == [0, 0, 2, 2])
        // A chain is not enough: of four pairs three did not even meet.
        #expect(people([(0, 1, 8), (2, 3, 8), (1, 2, 3)]) == [0, 0, 2, 2])
        #expect(people([(0, 1, 7), (1, 2, 6)], profiles: [5, 0, 7, 0]) == [0, 0, 2, 3])
        #expect(people([(0, 1, 7), (1, 2, 6), (0, 2, 6)], birthdays: [19_500_312, 0, 19_810_705, 0]) == [0, 0, 2, 3])
        #expect(people([(0, 1, 7), (1, 2, 6), (0, 2, 6)], birthdays: [19_500_312, 0, 19_501_203, 0]) == [0, 0, 0, 3])
        #expect(people([(3, 1, 9), (1, 1, 9), (0, 4, 9), (-1, 2, 9)]) == [0, 1, 2, 1])
        #expect(people([]) == [0, 1, 2, 3])
    }

    @Test("In a chain of many records too, of which only each two in turn belong together")
    func manyGroups() {
        let count: Int32 = 60
        var graph = LinkageGraph()
        for place in 0..<count { graph.add(record: Int64(place), order: UInt64(count - place)) }
        graph.add(pairs: (1..<count).map { ScoredPair(first: $0 - 1, second: $0, weight: $0.isMultiple(of: 2) ? 3 : 8) })
        #expect(graph.people() == (0..<count).map { $0 / 2 * 2 })
    }

    @Test(
        "Hostile text does no harm",
        arguments: [
            String(repeating: "x", count: 32_000), String(repeating: "é ", count: 5_000), "\u{202E}gnirts\u{202C}", "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿", "محمد المثال",
            "דוגמה לדוגמה",
            "王小明", "ผู้ใช้ ตัวอย่าง", "((((((((((", "\"\"\"\"", "@@@@", "....@", "\u{0}\u{1}\u{2}", "a@", "@b", "''", "- - - -", "، ، ،",
            "\u{FEFF}\u{FEFF}",
            "o o o o o", "de la van der", "Dr. Prof. PhD", "+", "++++++++++++++++++++++++++++++++++++++++++1",
        ])
    func hostile(text: String) {
        var table = FeatureTable()
        for role in FieldRole.allCases { table.append(LinkageRecord([LinkageField(role, text)])) }
        table.append(LinkageRecord(FieldRole.allCases.map { LinkageField($0, text) }))
        table.append(LinkageRecord(FieldRole.allCases.map { LinkageField($0, text) }))
        table.countFrequencies()
        let linker = Linker(table, model: .standard())
        _ = linker.pairs()
        for first in 0..<table.count { for second in 0..<table.count { #expect(!linker.weight(first, second).isNaN) } }
    }
}
