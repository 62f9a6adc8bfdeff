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
        let hasOwner = last >= 2 && domain.registrable <= last - 2
        switch domain.labelText(last - 1) {
        case "edu", "sch", "ac", "ed": return hasOwner ? .school : nil
        case "gov", "gob", "gouv", "gub", "govt", "gv", "mil": return .authority
        case "go", "lg": return hasOwner ? .authority : nil
        case "nhs", "police": return top == "uk" ? .authority : nil
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
        return authorities.contains(domain.bytes(from: domain.registrable)) ? .authority : nil
    }

    private static let alumniLabels = WordTable("alumni alum alumnos alumnes alumnae alumnus exalumnos antigosalunos")
    private static let studentLabels = WordTable(
        """
        student students stud studenti studenten studente etu etud etudiant etudiants estudiante estudiantes estudante estudantes campus comunidad aluno alunos alumno
        ogrenci
        """
    )

    private static let schoolPrefixes: [String: [String]] = [
        "de": ["uni-", "tu-", "fh-", "hs-", "th-", "ph-", "htw-", "haw-", "dhbw-", "oth-", "kunsthochschule-", "fernuni-"],
        "at": ["uni-", "tu-", "fh-", "ph-"], "ch": ["uni-", "fh-", "ph-", "hes-"], "li": ["uni-"], "lu": ["uni-"],
        "fr": ["univ-", "u-", "iut-", "ens-", "insa-", "esc-", "ac-", "iae-"],
        "bg": ["uni-", "tu-"], "si": ["uni-"], "hu": ["uni-"], "eu": ["uni-"],
    ]
    private static let schoolWords = ["universit", "universid", "hochschule"].map { Array($0.utf8) }
    private static let authorities = WordTable(
        """
        europa.eu admin.ch bund.de gc.ca nhs.net parliament.uk police.uk bundestag.de bundeswehr.org minbuza.nl rijksoverheid.nl
        belastingdienst.nl regeringskansliet.se un.org worldbank.org imf.org oecd.org
        """
    )
}
