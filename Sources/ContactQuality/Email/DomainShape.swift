/// What a domain tells by its shape: schools, their former students, and authorities.
enum DomainShape {
    /// A school or university, or addresses for its students.
    case school
    /// Addresses for those who left.
    case alumni
    /// A government, its offices or an international organisation.
    case authority

    /// What a domain's shape tells; `nil` for most.
    init?(_ domain: DomainName) {
        let last = domain.labels.count - 1
        let top = domain.labelText(last)
        for index in 0..<domain.registrable {
            switch domain.labelText(index) {
            case "alumni", "alum", "alumnos", "alumnes", "alumnae", "alumnus", "exalumnos", "antigosalunos", "alumniportal":
                self = .alumni
                return
            case "student", "students", "stud", "studenti", "studenten", "studente", "etu", "etud", "etudiant", "etudiants", "estudiante",
                "estudiantes", "estudante", "aluno", "alunos", "alumno", "uczen", "ogrenci", "my-students":
                self = .school
                return
            default: break
            }
        }
        switch top {
        case "edu":
            self = .school
            return
        case "gov", "mil", "int":
            self = .authority
            return
        default: break
        }
        // The label before the country: `ac.uk`, `edu.au`, `gov.in`, `go.jp`.
        if top.utf8.count == 2, last >= 1 {
            switch domain.labelText(last - 1) {
            case "edu", "sch", "k12":
                if last >= 2 {
                    self = .school
                    return
                }
            case "ac", "ed":
                if last >= 2, domain.registrable == last - 2 {
                    self = .school
                    return
                }
            case "gov", "gob", "gouv", "gub", "govt", "gv", "mil":
                self = .authority
                return
            case "go", "lg":
                if domain.registrable == last - 2 {
                    self = .authority
                    return
                }
            default: break
            }
            if last >= 3, domain.labelText(last - 2) == "k12" {
                self = .school
                return
            }
        }
        let label = domain.label
        func begins(_ prefix: String) -> Bool { label.starts(with: prefix.utf8) }
        switch top {
        case "de", "at", "ch", "li":
            if ["uni-", "tu-", "fh-", "hs-", "th-", "ph-", "htw-", "haw-", "dhbw-", "oth-", "kunsthochschule-", "fernuni-"].contains(
                where: begins)
            {
                self = .school
                return
            }
        case "fr":
            if ["univ-", "u-", "iut-", "ens-", "insa-", "esc-", "ac-", "iae-"].contains(where: begins) {
                self = .school
                return
            }
        case "bg", "si", "hu", "eu":
            if begins("uni-") || begins("tu-") {
                self = .school
                return
            }
        default: break
        }
        if label.count >= 8, Self.schoolWords.contains(where: { label.holds($0) }) {
            self = .school
            return
        }
        if Self.authorities.contains(domain.text(from: domain.registrable)) {
            self = .authority
        } else if top == "uk", domain.labelText(last - 1) == "nhs" || domain.labelText(last - 1) == "police" {
            self = .authority
        } else {
            return nil
        }
    }

    private static let schoolWords = ["universit", "universid", "hochschule"].map { Array($0.utf8) }

    private static let authorities: Set<String> = [
        "europa.eu", "admin.ch", "bund.de", "gc.ca", "nhs.net", "parliament.uk", "police.uk", "bundestag.de", "bundeswehr.org",
        "minbuza.nl",
        "rijksoverheid.nl", "belastingdienst.nl", "regeringskansliet.se", "un.org", "worldbank.org", "imf.org", "oecd.org",
    ]
}
