/// Cells that stand where a company should and name none: "Self-employed", "Stealth Startup", "n/a", "-".
///
/// LinkedIn asks everybody for a company, so those who have none write what they are (410 of 28,147 cells of eight real files).
public enum PseudoCompany {
    /// Whether the cell says that there is no company, or none to be told.
    ///
    /// The whole cell must say so: "Freelance Technology Ltd" is a company. Case, accents and punctuation do not count; a cell of several
    /// parts ("Freelance / Self-employed") is pseudo where every part is. A cell without any letter or digit is pseudo. Blank text is not:
    /// that is a missing company. English, German, French, Spanish, Italian, Portuguese, Dutch, the Nordic languages, Polish, Czech,
    /// Hungarian, Romanian, Turkish, Greek, Russian, Ukrainian, Arabic, Hebrew, Chinese, Japanese and Korean.
    public static func isPseudo(_ company: String) -> Bool {
        // Longer than any phrase of the table and any two of them: a slogan at most.
        guard company.utf8.count <= 160 else { return false }
        let words = FoldedWords(company)
        if words.count == 0 { return company.contains { !$0.isWhitespace } }
        if isPseudo(words) { return true }
        // The dashes and brackets beyond ASCII all begin with the same byte.
        let mayHaveParts = company.utf8.contains {
            switch $0 {
            case 0x2F, 0x7C, 0x2C, 0x3B, 0x28, 0x29, 0x26, 0xE2: true
            default: false
            }
        }
        guard mayHaveParts else { return false }
        let separators: Set<Unicode.Scalar> = ["/", "|", ",", ";", "(", ")", "–", "—", "&"]
        var hasPart = false
        for part in company.unicodeScalars.split(whereSeparator: separators.contains) {
            let words = FoldedWords(String(part))
            guard words.count > 0 else { continue }
            guard isPseudo(words) else { return false }
            hasPart = true
        }
        return hasPart
    }

    private static func isPseudo(_ words: FoldedWords) -> Bool {
        if phrases.contains(words.bytes[...]) { return true }
        // "Freelance graphic designer": a state, and nothing behind it but what the person does.
        for length in 1...2 where words.count > length {
            guard states.contains(words.joined(0..<length)) else { continue }
            let last = words.count - 1
            guard occupations.contains(words[last]) else { continue }
            if (length..<last).allSatisfy({ fields.contains(words[$0]) || occupations.contains(words[$0]) }) { return true }
        }
        return false
    }

    /// Written without spaces, as all phrases are compared: "self-employed" and "selfemployed" are the same word.
    private static let states = WordTable(
        """
        freelance freelancer independent selfemployed freiberuflicher freiberufliche selbstandiger selbstandige selbststandiger
        selbststandige stealth stealthmode retired
        """
    )

    /// What people call themselves.
    private static let occupations = WordTable(
        """
        accountant actor adviser advisor agent analyst architect artist attorney author berater beraterin broker coach consultant contractor
        copywriter counsel designer developer director editor engineer entrepreneur executive expert filmmaker illustrator interpreter
        investor journalist journalistin lawyer manager model musician photographer producer professional programmer recruiter researcher
        specialist strategist teacher trainer translator tutor worker writer startup up mode venture
        """
    )

    /// What they put before it.
    private static let fields = WordTable(
        """
        business career fashion film graphic independent interim it management marketing product project sales self employed senior software
        technical ux ui video web start stealth mode ai saas fintech biotech healthtech freelance
        """
    )

    private static let phrases = WordTable(
        words:
            """
            self employed|selfemployed|self|own business|my own business|own company|my own company|my company|myself|me|sole trader
            sole proprietor|sole proprietorship|freelance|freelancer|freelancing|freelance work|freelancers|independent
            independent contractor
            independent consultant|independent consulting|independent professional|independent worker|contractor|contracting|consultant
            private consultant|private practice|portfolio career|various|various companies|various clients|multiple|multiple companies
            several
            stealth|stealth startup|stealth start up|stealth mode|stealth mode startup|stealth mode start up|stealth company|stealth venture
            stealth ai startup|stealth mode company|in stealth|in stealth mode|new venture|startup in stealth|confidential
            confidential company
            company confidential|confidential client|private|private company|undisclosed|not disclosed|not specified|not provided
            not available
            not applicable|na|n a|none|no|no company|nil|null|nan|undefined|unknown|tbd|tba|tbc|to be announced|to be determined|test
            xx|xxx|xxxx|other|misc|anonymous|retired|happily retired|retiree|semi retired|retirement|early retirement|home|at home
            stay at home
            stay at home mom|stay at home mum|stay at home dad|stay at home parent|full time parent|homemaker|housewife|family
            career break|career gap|career transition|in transition|between jobs|between roles|between opportunities|sabbatical
            on sabbatical
            gap year|parental leave|maternity leave|paternity leave|on leave|unemployed|currently unemployed|not employed|not working
            not currently working|currently not working|job seeker|jobseeker|job hunting|seeking employment|seeking opportunities
            seeking new opportunities|seeking new opportunity|seeking a new opportunity|looking|looking for a job|looking for work
            looking for opportunities|looking for new opportunities|looking for a new opportunity|looking for new challenges|open to work
            open to opportunities|open to new opportunities|opentowork|available|exploring|exploring opportunities
            exploring new opportunities
            actively seeking|actively seeking employment|actively looking|student|graduate|volunteer|volunteering|deceased
            selbstandig|selbststandig|selbstaendig|selbststaendig|freiberuflich|freiberufler|freiberuflerin|freischaffend
            freie mitarbeiterin
            freier mitarbeiter|freier berater|einzelunternehmen|einzelunternehmer|einzelunternehmerin|eigene firma|eigenes unternehmen
            selbstandige tatigkeit|freiberufliche tatigkeit|auf eigene rechnung|rentner|rentnerin|pensionar|pensionarin|pensioniert
            ruhestand
            im ruhestand|in rente|hausfrau|hausmann|elternzeit|in elternzeit|arbeitslos|arbeitssuchend|arbeitsuchend|auf jobsuche|jobsuche
            auf der suche|keine|keiner|keine angabe|keine angaben|ohne|nicht angegeben|unbekannt|vertraulich|privat|privatier|divers
            diverse|verschiedene|verschiedene unternehmen|schuler|schulerin|studentin|auszeit|zuhause|zu hause
            independant|independante|consultant independant|consultante independante|travailleur independant|travailleuse independante
            freelance
            en freelance|auto entrepreneur|autoentrepreneur|auto entrepreneuse|micro entrepreneur|micro entreprise|microentreprise
            entreprise individuelle|a mon compte|a son compte|mon compte|profession liberale|retraite|retraitee|a la retraite|en retraite
            jeune retraite|sans emploi|sans objet|sans activite|demandeur demploi|demandeuse demploi|recherche demploi|en recherche demploi
            en recherche|en recherche active|a la recherche dun emploi|en veille|en transition|en transition professionnelle|en reconversion
            conge parental|conge maternite|mere au foyer|aucun|aucune|neant|confidentiel|prive|etudiant|etudiante|divers|non renseigne
            non communique
            autonomo|autonoma|trabajador autonomo|trabajadora autonoma|profesional autonomo|por cuenta propia|cuenta propia|independiente
            trabajador independiente|profesional independiente|consultor independiente|consultora independiente|negocio propio
            empresa propia
            mi propia empresa|jubilado|jubilada|retirado|prejubilado|desempleado|desempleada|en paro|sin empleo|en busqueda|buscando empleo
            en busca de empleo|en busqueda de empleo|en busqueda activa|en busqueda activa de empleo|ama de casa|ninguno|ninguna|ningun
            confidencial|privado|particular|estudiante|varios|varias empresas|no aplica|sin empresa
            libero professionista|libera professionista|lavoratore autonomo|lavoratrice autonoma|in proprio|partita iva
            consulente indipendente
            ditta individuale|pensionato|pensionata|in pensione|disoccupato|disoccupata|inoccupato|in cerca di occupazione
            in cerca di lavoro
            alla ricerca di lavoro|casalinga|nessuno|nessuna|riservato|studente|studentessa|privato|varie
            profissional autonomo|profissional liberal|trabalhador independente|trabalhador autonomo|conta propria|por conta propria
            empresario individual|empresa propria|negocio proprio|aposentado|aposentada|reformado|reformada|desempregado|desempregada
            em busca de recolocacao|em transicao|em transicao de carreira|em transicao profissional|recolocacao|a procura de emprego
            dona de casa
            nenhum|nenhuma|nao aplicavel|nao informado|diversos|consultor independente|estudante
            zelfstandig|zelfstandige|zelfstandig ondernemer|zelfstandig professional|zzp|zzper|zz p|eigen bedrijf|eigen baas|eenmanszaak
            gepensioneerd|met pensioen|pensioen|werkloos|werkzoekend|op zoek naar werk|geen|nvt|niet van toepassing|vertrouwelijk|diversen
            huisvrouw|tussen twee banen
            egenforetagare|egen foretagare|egen firma|eget foretag|eget|egen|frilans|frilansare|frilanser|pensionar|pensionerad
            arbetssokande
            arbetslos|ingen|inget|foraldraledig|selvstaendig|selvstendig|selvstaendig erhvervsdrivende|selvstendig naeringsdrivende
            eget firma|egen virksomhed|pensioneret|pensionist|pensjonist|arbeidssokende|arbejdssogende|jobsogende|ledig|mellem jobs
            yrittaja|itsenainen ammatinharjoittaja|elakkeella|elakelainen|tyoton|tyonhakija|oma yritys
            wlasna dzialalnosc|wlasna firma|wlasna dzialalnosc gospodarcza|dzialalnosc gospodarcza|jednoosobowa dzialalnosc gospodarcza
            samozatrudnienie|samozatrudniony|samozatrudniona|wolny strzelec|emeryt|emerytka|emerytura|bezrobotny|bezrobotna|brak
            szukam pracy
            osvc|na volne noze|zivnostnik|szco|duchodce|v duchodu|nezamestnany|zadna|zadny|rodicovska dovolena|materska dovolena
            egyeni vallalkozo|szabaduszo|nyugdijas|munkanelkuli|nincs|liber profesionist|persoana fizica autorizata|pensionar|somer|niciuna
            serbest|serbest meslek|serbest calisan|kendi isim|kendi isi|emekli|issiz|is ariyorum|yok|ev hanimi
            самозанятый|самозанятая|фриланс|фрилансер|ип|индивидуальный предприниматель|частная практика|пенсионер|пенсионерка|на пенсии
            безработный|безработная|в поиске работы|в поиске|нет|не работаю|домохозяйка|студент|фоп|самозайнятий|безробітний|немає
            ελευθερος επαγγελματιας|ελεύθερος επαγγελματίας|αυτοαπασχολούμενος|συνταξιούχος|άνεργος|καμία
            عمل حر|أعمال حرة|مستقل|متقاعد|لا يوجد|باحث عن عمل|עצמאי|עצמאית|פרילנס|פרילנסר|גמלאי|פנסיונר|אין
            自由职业|自由职业者|自由工作者|自由業|个体|个体户|个体经营|退休|待业|无|無|没有|保密|学生|フリーランス|フリー|個人事業主|自営業|無職|なし
            定年退職|個人|프리랜서|자영업|없음|무직|은퇴|개인사업자|학생
            """.split(whereSeparator: { $0 == "|" || $0.isNewline })
                .map { String(decoding: FoldedWords(String($0)).bytes, as: UTF8.self) }
    )
}
