import ContactQuality
import Testing

@Suite struct CompanyNameTests {
    @Test(
        "legal forms, case, accents and punctuation do not tell companies apart",
        arguments: [
            ("Acme GmbH", "acme"), ("ACME Gmbh & Co. KG", "acme"), ("Acme AG", "acme"), ("Acme, Inc.", "acme"), ("Acme LLC", "acme"),
            ("Acme L.L.C.", "acme"), ("Acme Ltd", "acme"), ("Acme Ltd.", "acme"), ("Acme Limited", "acme"), ("Acme PLC", "acme"),
            ("Acme S.A.", "acme"),
            ("Acme S.p.A.", "acme"), ("Acme SpA", "acme"), ("Acme S.r.l.", "acme"), ("Acme Sp. z o.o.", "acme"),
            ("Acme Spółka z o.o.", "acme"),
            ("Acme Oy", "acme"), ("Acme Oyj", "acme"), ("Acme AB", "acme"), ("Acme AB (publ)", "acme"), ("Acme B.V.", "acme"),
            ("Acme BV", "acme"),
            ("Acme N.V.", "acme"), ("Acme A/S", "acme"), ("Acme ApS", "acme"), ("Acme ASA", "acme"), ("Acme s.r.o.", "acme"),
            ("Acme a.s.", "acme"),
            ("Acme Kft.", "acme"), ("Acme d.o.o.", "acme"), ("Acme Pty Ltd", "acme"), ("Acme Pte. Ltd.", "acme"),
            ("Acme Pvt. Ltd.", "acme"),
            ("Acme Private Limited", "acme"), ("Acme Sdn. Bhd.", "acme"), ("PT Acme Tbk", "acme"), ("Acme S.A. de C.V.", "acme"),
            ("Acme S. de R.L. de C.V.", "acme"), ("Acme Ltda.", "acme"), ("Acme Co., Ltd.", "acme"), ("Acme K.K.", "acme"),
            ("Acme KK", "acme"),
            ("Acme A.Ş.", "acme"), ("Acme Ltd. Şti.", "acme"), ("Acme SE", "acme"), ("Acme KGaA", "acme"),
            ("Acme UG (haftungsbeschränkt)", "acme"),
            ("Acme SARL", "acme"), ("Acme S.à r.l.", "acme"), ("Acme SAS", "acme"), ("Acme e.V.", "acme"), ("GmbH Müller", "muller"),
            ("AB Sample", "sample"),
            ("株式会社サンプル製作所", "サンプル製作所"), ("サンプル製作所株式会社", "サンプル製作所"), ("(株)サンプル", "サンプル"), ("サンプル有限公司", "サンプル"),
            ("주식회사 견본", "견본"), ("견본주식회사", "견본"), ("ООО Пример", "пример"), ("ООО «Пример»", "пример"), ("ТОВ \"Зразок\"", "зразок"),
            ("Müller & Söhne GmbH", "muller sohne"), ("Muller und Sohne", "muller sohne"), ("Sample and Sons", "sample sons"),
            ("The Boston Sample Group", "boston sample group"), ("Boston Sample Group", "boston sample group"), ("O’Sample Ltd", "osample"),
            ("Booking.example", "bookingexample"), ("Ａｃｍｅ", "acme"), ("Cafe\u{301} Sample", "cafe sample"), ("3S", "3s"),
            ("Société Générale", "societe generale"), ("SA Power", "sa power"), ("AS Roma", "as roma"),
            ("San Sample Zoo", "san sample zoo"),
            ("CO", "co"), ("The Company", "the company"), ("GmbH", "gmbh"), ("Inc.", "inc"), ("株式会社", "株式会社"), ("!!!", "!!!"), ("-", "-"),
            ("🚀", "🚀"), ("", ""), ("  ", ""), ("&", "&"), ("AG Ltd", "ag ltd"),
        ]
    )
    func core(company: String, expected: String) {
        #expect(CompanyName.core(company) == expected)
    }

    @Test(
        "cells that name no company are recognised in many languages",
        arguments: [
            "Self-employed", "self employed", "SELF-EMPLOYED", "Selfemployed", "Freelance", "Freelancer", "freelance ",
            "Freelance/Self-employed",
            "Self-Employed | Freelance", "Freelancer (self employed)", "Freelance Consultant", "Freelance graphic designer",
            "Independent Consultant",
            "Independent", "Independent Contractor", "Stealth", "Stealth Startup", "Stealth Mode", "Stealth AI Startup",
            "Stealth mode start-up",
            "Confidential", "N/A", "n/a", "n.a.", "NA", "-", "--", "—", ".", "?", "None", "none", "Retired", "Home", "Career Break",
            "Unemployed",
            "Looking for new opportunities", "Open to work", "Between jobs", "Own business", "Various", "private", "Sabbatical",
            "Selbständig", "Selbstständig", "selbststaendig", "Freiberuflich", "Freiberufler", "Freiberufliche Beraterin", "Rentner",
            "Im Ruhestand",
            "Elternzeit", "Arbeitssuchend", "Keine Angabe", "Privat", "Hausfrau",
            "Indépendant", "Travailleur indépendant", "Auto-entrepreneur", "À mon compte", "Profession libérale", "Retraité",
            "Demandeur d'emploi",
            "En recherche d’emploi", "Aucune", "Confidentiel", "Autónomo", "Trabajador autónomo", "Por cuenta propia", "Jubilado",
            "Desempleado",
            "Ninguna", "En búsqueda de empleo", "Libero professionista", "Lavoratore autonomo", "In proprio", "Pensionato",
            "In cerca di occupazione",
            "Nessuna", "Autônomo", "Profissional Autônomo", "Conta própria", "Aposentado", "Desempregado", "Nenhuma", "Zelfstandig",
            "Zelfstandig ondernemer", "ZZP", "ZZP'er", "Gepensioneerd", "n.v.t.", "Geen", "Egenföretagare", "Selvstendig næringsdrivende",
            "Selvstændig", "Yrittäjä", "Własna działalność", "Jednoosobowa działalność gospodarcza", "OSVČ", "Egyéni vállalkozó",
            "Serbest Meslek",
            "Самозанятый", "ИП", "Фрилансер", "フリーランス", "個人事業主", "自由职业", "프리랜서", "عمل حر", "עצמאי",
        ]
    )
    func pseudo(cell: String) {
        #expect(PseudoCompany.isPseudo(cell))
    }

    @Test(
        "real names that resemble them are left alone",
        arguments: [
            "Freelance Technology Ltd", "Independent Software", "Freelance Web", "Freelance Sample GmbH", "Independent Media",
            "The Independent", "Home Depot", "Home Instead",
            "Stealth Security",
            "Stealth Communications", "Retired Racing Greyhounds", "Private Bank", "Confidential Records Inc.", "None Such Records", "Acme",
            "X",
            "Nothing", "3M", "Q", "Own Company Ltd", "Student Loans Company", "Self Magazine", "Various Artists Management GmbH",
            "Freelancers Union",
            "Open to Work Foundation", "Career Break Academy", "Na Lani Ltd", "Сбор", "株式会社サンプル", "", "  ",
            "Self-Employed Women's Association",
        ]
    )
    func real(cell: String) {
        #expect(!PseudoCompany.isPseudo(cell))
    }
}
