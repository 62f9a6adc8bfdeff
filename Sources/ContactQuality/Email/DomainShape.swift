/// What a domain tells by its shape, without a table of names: schools, their former students, and authorities.
enum DomainShape {
    /// A school or university, or addresses for its students.
    case school
    /// Addresses for those who left.
    case alumni
    /// A government, its offices or an international organisation.
    case authority

    /// What a domain's shape tells; `nil` for most.
    static func of(_ domain: DomainName) -> DomainShape? {
        subdomain(of: domain) ?? suffix(of: domain) ?? label(of: domain)
    }

    /// `alumni.example.org`, `stud.example.ch`.
    private static func subdomain(of domain: DomainName) -> DomainShape? {
        for index in 0..<domain.registrable {
            let label = domain.bytes[domain.labels[index]]
            if alumniLabels.contains(label) { return .alumni }
            if studentLabels.contains(label) { return .school }
            if police.contains(label) { return .authority }
        }
        return nil
    }

    /// Whether addresses at a domain are for students: `stud.example.ch`.
    static func isForStudents(_ domain: DomainName) -> Bool {
        (0..<domain.registrable).contains { studentLabels.contains(domain.bytes[domain.labels[$0]]) }
    }

    /// `.edu`, `.ac.uk`, `.k12.ny.us`, `.gov`, `.gouv.fr`, `.go.jp`.
    private static func suffix(of domain: DomainName) -> DomainShape? {
        let last = domain.labels.count - 1
        let top = domain.labelText(last)
        switch top {
        case "edu": return .school
        case "gov", "mil", "int": return .authority
        default: break
        }
        guard top.utf8.count == 2 else { return nil }
        // Right under `.br` the registry puts universities and nobody else, but for a few names of its own.
        if top == "br", domain.registrable == last - 1 { return brazilianOthers.contains(domain.label) ? nil : .school }
        let hasOwner = last >= 2 && domain.registrable <= last - 2
        switch domain.labelText(last - 1) {
        case "edu", "sch", "ac", "ed": return hasOwner ? .school : nil
        case "gov", "gob", "gouv", "gub", "govt", "gv", "mil": return .authority
        case "go", "lg": return hasOwner ? .authority : nil
        case "nhs", "police": return top == "uk" ? .authority : nil
        case "jus", "leg", "mp", "def": return top == "br" ? .authority : nil
        case "kommune": return top == "no" ? .authority : nil
        default: return domain.labelText(last - 2) == "k12" ? .school : nil
        }
    }

    /// `uni-example.de`, `univ-example.fr`, `exampleuniversity.nl`, and authorities everybody knows.
    private static func label(of domain: DomainName) -> DomainShape? {
        let label = domain.label
        if label.contains(0x2D), let prefixes = schoolPrefixes[domain.labelText(domain.labels.count - 1)] {
            if prefixes.contains(where: { label.starts(with: $0.utf8) }) { return .school }
        }
        if label.count >= 8, schoolWords.contains(where: { label.holds($0) }) { return .school }
        // `samplealumni.org`, `alumni-sample.example`.
        if label.holds(alumniWord) { return .alumni }
        if localAuthorities.contains(label), domain.labels.count > 2 { return .authority }
        // `state.ma.us`, `dot.state.ma.us`, `ci.example.ca.us`, and Switzerland's cantons: `zh.ch`.
        if isOfState(domain) { return .authority }
        // `govmu.org`, `samplegov.org`.
        if domain.suffix.elementsEqual("org".utf8),
            label.starts(with: "gov".utf8) && label.count == 5 || label.suffix(3).elementsEqual("gov".utf8)
        {
            return .authority
        }
        if namesTown(label) { return .authority }
        // The registries of some have a place for them of their own, as `dep.no` is for Norway's ministries.
        return authorities.contains(domain.bytes(from: domain.registrable)) || authorities.contains(domain.suffix) ? .authority : nil
    }

    /// Whether a domain is a state's, county's or city's of the United States by its place under the state (RFC 1480), or a canton's of
    /// Switzerland.
    private static func isOfState(_ domain: DomainName) -> Bool {
        let last = domain.labels.count - 1
        switch domain.labelText(last) {
        case "us":
            guard last >= 2, domain.labels[last - 1].count == 2 else { return false }
            return domain.labels[..<(last - 1)].suffix(2).contains { stateOffices.contains(domain.bytes[$0]) }
        case "ch": return cantons.contains(domain.label)
        default: return false
        }
    }

    /// Whether a label is a word for a town or district, a hyphen, and a name: `stadt-example.de`. One with a trade behind it is a shop in
    /// the town: `stadt-apotheke.de`.
    private static func namesTown(_ label: ArraySlice<UInt8>) -> Bool {
        authorityWords.contains { word in
            guard label.starts(with: word), label.count > word.count + 2 else { return false }
            let name = label.dropFirst(word.count)
            if trades.contains(where: { name.holds($0) }) { return false }
            return !name.split(separator: 0x2D).contains { part in tradesAtEnd.contains { part.suffix($0.count).elementsEqual($0) } }
        }
    }

    private static let alumniWord = Array("alumni".utf8)
    private static let police = WordTable("polizei politie policia police policja politi polisi")
    private static let stateOffices = WordTable("state ci co dot courts legis")
    private static let cantons = WordTable("ag ai ar be bl bs fr ge gl gr ju lu ne nw ow sg sh so sz tg ti ur vd vs zg zh")
    /// What shops, houses and services are that call themselves after their town.
    private static let trades = WordTable.words(
        of: """
            apotheke pharmacie farmacia hotel cafe bistro restaurant baeckerei backerei metzgerei brauerei kino theater theatre sparkasse verlag
            zeitung anzeiger bote klinik krankenhaus praxis taxi auto reisen mobil marketing immobilien wohn museum galerie fuehrung fuhrung
            shop buchhandlung radio magazin verein handwerker feuerwehr schule musik design optik gaertnerei boutique immo tourisme habitat club
            sport energie coiffeur friseur consult agentur medien
            """
    ).map { Array($0.utf8) }
    /// Such words that names of towns hold as well: Kassel, Mühlhausen, Bautzen, Weinheim, Villanueva, Halle.
    private static let tradesAtEnd = WordTable.words(
        of: "bank kasse werk werke bau park fest halle laden markt garten haus hof villa gas strom netz wein"
    ).map { Array($0.utf8) }

    private static let alumniLabels = WordTable("alumni alum alumnos alumnes alumnae alumnus exalumnos antigosalunos")
    private static let studentLabels = WordTable(
        """
        student students stud studenti studenten studente etu etud etudiant etudiants estudiante estudiantes estudante estudantes campus
        comunidad aluno alunos alumno ogrenci
        """
    )

    private static let schoolPrefixes: [String: [String]] = [
        "de": ["uni-", "tu-", "fh-", "hs-", "th-", "ph-", "htw-", "haw-", "dhbw-", "oth-", "kunsthochschule-", "fernuni-"],
        "at": ["uni-", "tu-", "fh-", "ph-"], "ch": ["uni-", "fh-", "ph-", "hes-"], "li": ["uni-"], "lu": ["uni-"],
        "fr": ["univ-", "u-", "iut-", "ens-", "insa-", "esc-", "ac-", "iae-"],
        "bg": ["uni-", "tu-"], "si": ["uni-"], "hu": ["uni-"], "eu": ["uni-"],
    ]
    private static let schoolWords = ["universit", "universid", "hochschule", "politechnik", "politecnic", "polytechni"].map {
        Array($0.utf8)
    }
    private static let authorities = WordTable(
        """
        europa.eu admin.ch bund.de gc.ca nhs.net parliament.uk police.uk bundestag.de bundeswehr.org minbuza.nl rijksoverheid.nl
        belastingdienst.nl regeringskansliet.se un.org worldbank.org imf.org oecd.org
        fed.be vlaanderen.be wallonie.be brussels.be bayern.de nrw.de hessen.de sachsen.de niedersachsen.de rlp.de hamburg.de bremen.de saarland.de
        brandenburg.de thueringen.de sachsen-anhalt.de mv-regierung.de landsh.de bwl.de
        regjeringen.no dep.no skatteetaten.no nav.no politiet.no forsvaret.no helsedir.no vegvesen.no stortinget.no ssb.no
        skatteverket.se polisen.se migrationsverket.se arbetsformedlingen.se forsakringskassan.se trafikverket.se scb.se riksdagen.se
        stockholm.se goteborg.se malmo.se uppsala.se regionstockholm.se vgregion.se skane.se
        skat.dk sktst.dk politi.dk um.dk fm.dk stm.dk kk.dk aarhus.dk odense.dk aalborg.dk regionh.dk rm.dk rn.dk dst.dk ft.dk
        vero.fi kela.fi poliisi.fi hel.fi espoo.fi vantaa.fi tampere.fi turku.fi ouka.fi thl.fi stat.fi eduskunta.fi om.fi
        stjr.is reykjavik.is althingi.is riik.ee tallinn.ee emta.ee riga.lv vid.lv lrv.lt vilnius.lt kaunas.lt vmi.lt
        sejm.pl zus.pl nbp.pl praha.eu brno.cz mvcr.cz mpsv.cz mfcr.cz cnb.cz bratislava.sk nbs.sk budapest.hu mnb.hu
        bnr.ro bnb.bg nbs.rs beograd.rs zagreb.hr hnb.hr bsi.si ljubljana.si cbr.ru mos.ru gov.spb.ru nbrb.by
        korea.kr bok.or.kr boj.or.jp nic.in rbi.org.in bot.or.th banxico.org.mx inegi.org.mx bcentral.cl resbank.co.za bkam.ma
        etat.lu public.lu gencat.cat gva.es juntadeandalucia.es xunta.gal euskadi.eus madrid.es bcn.cat
        bundesbank.de bis.org wto.org ilo.org unhcr.org unicef.org fao.org unesco.org wfp.org adb.org afdb.org iadb.org ebrd.com
        ifrc.org osce.org
        """
    )
    /// What towns, provinces and regions call themselves under a name of the country's: `comune.example.it`, `kommune.example.dk`.
    private static let localAuthorities = WordTable(
        """
        comune regione provincia gemeente kommune kommun mairie ayuntamiento urzad gmina powiat gov gouv gob gub govt parl parliament police
        polizei politie policia
        """)
    /// What the domains of towns and districts begin with.
    private static let authorityWords = [
        "stadt-", "landkreis-", "kreis-", "gemeinde-", "mairie-", "ville-", "comune-", "ayto-", "gemeente-",
    ].map { Array($0.utf8) }
    private static let brazilianOthers = WordTable("nic registro cert cptec fapesp globo g petrobras embrapa ibge serpro bndes sebrae")
}
