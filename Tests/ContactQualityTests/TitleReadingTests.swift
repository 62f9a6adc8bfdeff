import ContactModel
import ContactQuality
import Testing

@Suite struct TitleReadingTests {
    private typealias Seniority = TitleReading.Seniority
    private typealias Function = TitleReading.Function

    @Test(
        "rank and field are read in seven languages",
        arguments: [
            ("CEO", "executive", "general"), ("Chief Executive Officer", "executive", "general"), ("Founder & CEO", "founder", "general"),
            ("Co-Founder", "founder", "general"), ("CTO", "executive", "technology"), ("CFO", "executive", "finance"),
            ("VP Sales", "vice-president", "sales"), ("Vice President of Marketing", "vice-president", "marketing"),
            ("Director of Engineering", "director", "engineering"), ("Head of Human Resources", "director", "people"),
            ("Senior Software Engineer", "senior", "technology"), ("Junior Developer", "junior", "technology"),
            ("Software Engineering Intern", "student", "technology"), ("Sales Manager", "manager", "sales"),
            ("Product Owner", "professional", "product"), ("Product Manager", "manager", "product"),
            ("Assistant to the CEO", "professional", "administration"), ("Executive Assistant to CFO", "professional", "administration"),
            ("Managing Director", "executive", "general"),
            ("HR Business Partner", "professional", "people"),
            ("Lawyer", "professional", "legal"), ("Senior Associate", "senior", "legal"),
            ("Associate Professor", "professional", "education"),
            ("CEO | Investor | Speaker", "executive", "general"), ("Ex-Google | Software Engineer", "professional", "technology"),
            ("Geschäftsführer", "executive", "general"), ("Geschäftsführerin", "executive", "general"),
            ("Vertriebsleiter", "manager", "sales"),
            ("Leiter Einkauf", "director", "operations"), ("Softwareentwicklerin", "professional", "technology"),
            ("Rechtsanwältin", "professional", "legal"), ("Personalreferentin", "professional", "people"),
            ("Werkstudent Marketing", "student", "marketing"), ("Steuerberater", "professional", "finance"),
            ("Projektleiterin", "manager", "operations"), ("Assistentin der Geschäftsführung", "professional", "administration"),
            ("Directeur général", "executive", "general"), ("PDG", "executive", "general"),
            ("Directrice Marketing", "director", "marketing"),
            ("Responsable RH", "manager", "people"), ("Ingénieur logiciel", "professional", "technology"),
            ("Avocat", "professional", "legal"),
            ("Stagiaire communication", "student", "marketing"), ("Chef de projet", "manager", "operations"),
            ("Expert-comptable", "professional", "finance"), ("Assistante de direction", "professional", "administration"),
            ("Director General", "executive", "general"), ("Directora de Marketing", "director", "marketing"),
            ("Jefe de Ventas", "manager", "sales"), ("Abogada", "professional", "legal"),
            ("Ingeniero de Software", "professional", "technology"),
            ("Becario", "student", nil), ("Fundador", "founder", "general"), ("Amministratore Delegato", "executive", "general"),
            ("Responsabile Vendite", "manager", "sales"), ("Avvocato", "professional", "legal"),
            ("Algemeen Directeur", "executive", "general"),
            ("Verkoopleider", "manager", "sales"), ("Advocaat", "professional", "legal"), ("Sócio", "executive", "general"),
            ("Gerente de Vendas", "manager", "sales"), ("Advogada", "professional", "legal"), ("Wunderkind", nil, nil), ("", nil, nil),
            // A field that says more than that somebody leads, or works in an office.
            ("Partner, Corporate Law", "executive", "legal"), ("Partner", "executive", "general"),
            ("Managing Director Finance", "executive", "finance"),
            ("Inhaberin und Steuerberaterin", "founder", "finance"), ("Sachbearbeiterin Buchhaltung", "professional", "finance"),
            ("Sachbearbeiter", "professional", "administration"), ("Referent Kommunikation", "professional", "marketing"),
            ("Kauffrau für Versicherung und Finanzen", "professional", "finance"), ("Finance Business Partner", "professional", "finance"),
            ("Partner Manager", "manager", "sales"), ("Executive Assistant, Legal", "professional", "administration"),
            // Marks of a second gender part nothing.
            ("Sachbearbeiter/in Buchhaltung", "professional", "finance"), ("Leiter*in Einkauf", "director", "operations"),
            ("Ingénieur(e) logiciel", "professional", "technology"), ("Kaufmann/-frau Marketing", "professional", "marketing"),
            ("Assistant(e) de direction", "professional", "administration"), ("Director/a de Marketing", "director", "marketing"),
            ("Analyst/Infrastructure", "professional", "finance"),
            // What stands behind an employer's preposition is the employer's.
            ("Analyst at Sample Partner Group", "professional", "finance"), ("CEO at Sample Software", "executive", "general"),
            ("Rechtsanwältin bei Vorstand & Partner", "professional", "legal"), ("Attorney at Law", "professional", "legal"),
            // French boards by their initials, and in full.
            ("DSI", "executive", "technology"), ("DRH", "executive", "people"), ("DAF", "executive", "finance"),
            ("Directrice des systèmes d'information", "executive", "technology"),
            ("Directeur des ressources humaines", "executive", "people"), ("Directeur adjoint des ventes", "director", "sales"),
            ("Secrétaire générale de l'association", "executive", "general"),
            ("Rechtsreferendar", "junior", "legal"), ("Rechtsreferendarin beim Landgericht", "junior", "legal"),
            // A slogan says nothing, the part behind it may.
            ("Helping people grow", nil, nil), ("Empowering people", nil, nil), ("Passionate about marketing and sales", nil, nil),
            ("I help startups with sales", nil, nil), ("Helping people grow | HR Director", "director", "people"),
            ("Building maintenance", nil, "operations"), ("Sales US East", nil, "sales"), ("Teaching and Research", nil, "education"),
            ("Sales and Marketing Europe | #opentowork", nil, "sales"),
            ("ehemaliger Geschäftsführer", nil, nil), ("Aspiring Data Scientist", nil, nil),
        ] as [(String, String?, String?)]
    )
    func read(title: String, seniority: String?, function: String?) {
        let reading = TitleReading(title)
        #expect(reading?.seniority?.rawValue == seniority)
        #expect(reading?.function?.rawValue == function)
    }

    @Test(
        "a slogan is no title",
        arguments: [
            "Helping leaders unlock their potential", "Passionate about people and technology", "I help startups grow faster",
            "Building the future of work!", "Empowering women in tech to thrive", "#opentowork and ready for the next adventure",
            "Ich helfe Menschen, ihre Ziele zu erreichen", "Leidenschaft für Menschen und Marken",
            "J'aide les entrepreneurs à vendre mieux",
            "Passionnée par l'humain et le digital", "Ayudo a empresas a crecer sin límites", "Apasionado por la innovación social",
            "Aiuto le aziende a crescere online", "Ajudo empresas a vender mais", "Connecting people to great opportunities",
        ]
    )
    func slogan(title: String) {
        let finding = TitleSlogan().finding(for: ReviewSubject(title: title))
        #expect(finding?.value == title)
        #expect((finding?.probability ?? 0) > 0.5)
    }

    @Test(
        "a title is no slogan",
        arguments: [
            "CEO", "Senior Vice President, Global Sales and Marketing", "Passionate CTO | Speaker", "Leading Hand Electrician",
            "Building Surveyor", "Building Services Engineer", "Teaching Assistant", "Creative Director", "Making Manager",
            "Head of Helping Hands", "Rechtsanwalt und Notar", "Directeur de la communication", "Jefa de obra", "Developing Manager",
            "Entwickler C# und .NET", "Growing Manager at Example Farms", "Leiterin des Referats für Mitbestimmung", "",
        ]
    )
    func title(title: String) {
        #expect(TitleSlogan().finding(for: ReviewSubject(title: title)) == nil)
    }
}
