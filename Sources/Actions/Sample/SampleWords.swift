/// The words the sample is made of. The companies are invented, and their domains can't be registered.
enum SampleWords {
    static let given = [
        "Ada", "Aisha", "Akira", "Alejandro", "Amélie", "Anjali", "Anneke", "Astrid", "Bartosz", "Beatriz", "Carla", "Chidi", "Chloé",
        "Daniel", "Dilek", "Elif", "Emeka", "Esther", "Felix", "Femke", "Gabriel", "Giulia", "Grace", "Hannah", "Haruki", "Henrik",
        "Ibrahim",
        "Ingrid", "Isabel", "Jakob", "Jelena", "Joana", "Jonas", "Karim", "Katarzyna", "Kwame", "Lars", "Leila", "Linh", "Luca", "Łukasz",
        "Magnus", "Maren", "Mateo", "Mei", "Mina", "Nadia", "Niamh", "Nikolai", "Noor", "Olga", "Oliver", "Oluwaseun", "Paula", "Priya",
        "Rafael", "Ravi", "Robert", "Rosa", "Samuel", "Sara", "Sebastian", "Siobhán", "Sofía", "Søren", "Tamar", "Thabo", "Thomas",
        "Ulrike",
        "Valentina", "Wei", "Xin", "Yara", "Yusuf", "Zoë",
    ]

    static let family = [
        "Abebe", "Adler", "Almeida", "Andersen", "Bauer", "Bergström", "Bianchi", "Brandt", "Carvalho", "Chen", "Costa", "Dahl", "Demir",
        "Dubois", "Eriksen", "Farouk", "Ferrari", "Fischer", "Fontaine", "García", "Grønning", "Gupta", "Haddad", "Hansen", "Hoffmann",
        "Ivanova", "Iyer", "Jansen", "Jensen", "Kaplan", "Keller", "Kowalski", "Krüger", "Larsen", "Lefèvre", "Lehmann", "Lindgren",
        "Marino", "Mbeki", "Mensah", "Meyer", "Moreau", "Müller", "Nakamura", "Nguyen", "Nowak", "Núñez", "O’Brien", "Okafor", "Osei",
        "Özdemir", "Pereira", "Petrović", "Raman", "Richter", "Rossi", "Sato", "Schäfer", "Schwarz", "Silva", "Sørensen", "Tanaka",
        "Tran", "van den Berg", "Vogel", "Walsh", "Weber", "Winter", "Wójcik", "Yılmaz", "Zhang",
    ]

    /// Companies, with the domains their addresses have.
    private static let domains = [
        "Alster Maritime GmbH": "alster-maritime.example", "Baltic Grid Systems": "balticgrid.example",
        "Brightwater Analytics": "brightwater.example", "Cedar & Finch LLP": "cedarfinch.example",
        "Copperfield Bank": "copperfieldbank.example",
        "Delta Werk AG": "deltawerk.example", "Dunes Architecture": "dunes.example", "Elbe Logistik GmbH": "elbe-logistik.example",
        "Fjord Robotics AS": "fjordrobotics.example", "Glasshouse Media": "glasshouse.example", "Granit Versicherung AG": "granit.example",
        "Halvorsen Shipping": "halvorsen.example", "Hanse Legal": "hanse-legal.example", "Juniper Street Capital": "juniperstreet.example",
        "Kestrel Aerospace": "kestrel-aero.example", "Kranich Pharma GmbH": "kranich.example", "Lagoon Software": "lagoon.example",
        "Larkspur Health": "larkspur.example", "Lindenhof Klinik": "lindenhof.example", "Meridian Consulting": "meridianco.example",
        "Morgenrot Energie": "morgenrot.example", "Nordlicht Studios": "nordlicht.example", "Oakbridge Partners": "oakbridge.example",
        "Opaline Cosmetics": "opaline.example", "Pendulum Labs": "pendulum.example", "Quayside Ventures": "quayside.example",
        "Rheinwerk Maschinenbau": "rheinwerk.example", "Saffron Foods": "saffronfoods.example", "Seegras Institut": "seegras.example",
        "Sterling & Moss": "sterlingmoss.example", "Tidewater Trading": "tidewater.example", "Umbra Security": "umbra.example",
        "Velvet Audio": "velvetaudio.example", "Wattmark Solar": "wattmark.example", "Zimt & Zucker GmbH": "zimt.example",
    ]

    static let companies = domains.keys.sorted()

    static func domain(of company: String) -> String? { domains[company] }

    static let noCompanies = ["Self-employed", "Freelance", "Stealth Startup", "Confidential"]

    static let credentials = ["PhD", "LL.M.", "MBA", "CFA"]

    static let titles = [
        "Managing Director", "Partner", "Associate", "General Counsel", "Head of Legal", "Legal Counsel", "Chief Financial Officer",
        "Head of Sales", "Account Executive", "Key Account Manager", "Product Manager", "Software Engineer", "Senior Software Engineer",
        "Engineering Manager", "Data Scientist", "Designer", "Head of Marketing", "Communications Manager", "Recruiter",
        "HR Business Partner",
        "Operations Manager", "Project Manager", "Supply Chain Lead", "Tax Adviser", "Auditor", "Consultant", "Senior Consultant",
        "Founder",
        "Chief Executive Officer", "Research Fellow", "Physician", "Architect", "Journalist", "Rechtsanwältin", "Geschäftsführer",
        "Leiterin Einkauf", "Helping teams turn chaos into clarity",
    ]
}
