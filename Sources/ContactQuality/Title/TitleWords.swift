/// Words of job titles and what they say, folded. Written for this project.
enum TitleWords {
    /// What a word or phrase says.
    struct Meaning: Sendable {
        var seniority: TitleReading.Seniority?
        var field: Field?
    }

    /// A field a word names.
    struct Field: Sendable {
        var function: TitleReading.Function
        /// Whether the word says little of it: a clerk, a leader and a partner may be of any field.
        var isVague: Bool

        /// Whether another field the title names says more.
        func yields(to other: Field) -> Bool { isVague && !other.isVague }
    }

    /// So many words the longest phrase has.
    static let longestPhrase = 4

    /// What a phrase without spaces says; `nil` where it says nothing.
    static func meaning(of phrase: ArraySlice<UInt8>) -> Meaning? {
        table.index(of: phrase).map { meanings[$0] }
    }

    /// What a word made of several says, as German and Dutch make them: "Vertriebsleiterin", "Softwareentwickler".
    static func compound(_ word: ArraySlice<UInt8>) -> Meaning? {
        guard word.count > 7 else { return nil }
        var found = Meaning()
        for (ending, seniority) in endings where word.count > ending.count + 1 && word.suffix(ending.count).elementsEqual(ending) {
            found.seniority = seniority
            break
        }
        for (beginning, function) in beginnings where word.starts(with: beginning) {
            found.field = Field(function: function, isVague: function == .general)
            break
        }
        // "Vertriebsgebiet" is no position.
        return found.seniority == nil ? nil : found
    }

    static let notNow = WordTable(
        """
        ex former formerly previously past retired aspiring future ehemalig ehemaliger ehemalige fruherer fruhere angehender angehende
        ancien ancienne futur antiguo antigua exdirector ehemals voormalig vroeger gepensioneerd futuro aspirante oud
        """
    )
    /// How German, French, Spanish and Portuguese titles name both genders, behind the word.
    static let genderMarks = [
        "/in", "/-in", "*in", ":in", "_in", "(in)", "/innen", "*innen", ":innen", "_innen", "(innen)", "/frau", "/-frau", "(e)", "/e", "·e",
        "(ne)", "(trice)", "/trice", "(euse)", "(a)", "/a",
    ]
    /// What stands before an employer.
    static let employedAt = WordTable("at bei beim chez presso bij")
    static let assistants = WordTable(
        """
        assistant assistent assistentin assistante asistente assistente secretary sekretar sekretarin secretaire secretario secretaria
        pa referent referentin adjoint
        """
    )
    static let toSomebody = WordTable(
        """
        to der des de du a al del della do da van zur zum von
        """
    )
    static let officeBefore = WordTable(
        """
        executive personal management office administrative team direktions vorstands geschaftsfuhrungs
        """
    )
    static let sloganStarts = WordTable(
        """
        helping empowering enabling inspiring building creating transforming connecting making driving changing bringing turning solving
        delivering unlocking growing guiding supporting teaching developing designing leading passionate passion believer dreamer lover
        curious always never ready proud enthusiastic committed dedicated obsessed ihelp wehelp iam we your on bridging accelerating
        elevating disrupting reimagining shaping championing scaling advocating ichhelfe ichunterstutze ich wir begeistert
        leidenschaftlich leidenschaft gemeinsam ihr mit menschen jaide jaccompagne jaccompagnons accompagner aider passionne passionnee
        passionnes ensemble votre nous je creer ayudo ayudando ayudamos apasionado apasionada transformando conectando creando
        impulsando tu juntos inspirando aiuto aiutiamo appassionato appassionata insieme il trasformo creo ik wij samen gepassioneerd
        gedreven helpen helpt ajudo ajudando ajudamos apaixonado apaixonada
        """
    )
    /// What begins a slogan or the name of a trade.
    static let alsoTrades = WordTable("building driving making turning leading designing developing teaching growing guiding supporting")
    static let firstPerson = WordTable(
        """
        i im my me we our us ich mein meine wir unsere je mon ma nous notre mi mis nosotros nuestro io mio noi ik mijn wij onze eu meu
        nos
        """
    )

    private static let endings: [(bytes: [UInt8], seniority: TitleReading.Seniority)] = TitleTable.rows(TitleTable.endings)
        .flatMap { row in
            row.phrases.compactMap { phrase in
                TitleReading.Seniority(rawValue: String(row.head.first ?? "")).map { (Array(phrase.utf8), $0) }
            }
        }
        .sorted { $0.bytes.count > $1.bytes.count }

    private static let beginnings: [(bytes: [UInt8], function: TitleReading.Function)] = TitleTable.rows(TitleTable.beginnings)
        .flatMap { row in
            row.phrases.compactMap { phrase in
                TitleReading.Function(rawValue: String(row.head.first ?? "")).map { (Array(phrase.utf8), $0) }
            }
        }
        .sorted { $0.bytes.count > $1.bytes.count }

    private static let entries: [(word: String, meaning: Meaning)] = TitleTable.rows(TitleTable.phrases).flatMap { row in
        let isVague = row.head.last?.last == "?"
        let function = row.head.last.flatMap { TitleReading.Function(rawValue: String(isVague ? $0.dropLast() : $0)) }
        let meaning = Meaning(
            seniority: row.head.first.flatMap { .init(rawValue: String($0)) },
            field: function.map { Field(function: $0, isVague: isVague || $0 == .general) })
        return row.phrases.map { (FoldedWords(String($0)).joinedText, meaning) }
    }
    private static let table = WordTable(words: entries.map(\.word))
    private static let meanings: [Meaning] = {
        var seen: Set<String> = []
        return entries.filter { seen.insert($0.word).inserted }.map(\.meaning)
    }()
}

extension FoldedWords {
    /// All words without anything between them.
    fileprivate var joinedText: String { String(decoding: bytes, as: UTF8.self) }
}
