/// Words of a company's name that say what it is in law or where, not which.
struct OrganizationWords {
    /// Legal forms and words about parts of groups.
    let forms: WordSet
    /// First words that many companies have, so that they tell none: only together with the second they do.
    let beginnings: WordSet
    /// What people write who have no company.
    let none: WordSet

    /// The one table there is.
    static let standard = OrganizationWords()

    private init() {
        func hashes(_ text: String) -> WordSet {
            WordSet(
                text.split { $0 == " " || $0 == "\n" }.map { ValueHash.of(TextLetters.folded(String($0))) })
        }
        forms = hashes(
            """
            inc ltd limited llc plc corp corporation incorporated company co llp lp pllc pc gmbh ag se kg kgaa ohg gbr ug mbh ev eg eingetragene \
            sa sas sarl sasu snc sl slu sau cv scs srl spa sapa bv nv vof bvba cvba ab as asa oy oyj aps a s p z oo o sp zoo spzoo jsc pjsc ooo zao oao \
            doo dd kft zrt rt nyrt sro spol pty pvt private public fze fzco fzllc llc wll kk gk bhd sdn tbk pt sanayi ticaret ltda me eireli eurl \
            group gruppe groupe grupo gruppo holding holdings the and und et y e de international global worldwide europe european emea apac asia \
            nordic nordics deutschland germany france uk usa us polska poland india china espana spain italia italy schweiz switzerland austria \
            oesterreich österreich nederland benelux iberia latam americas north south region services i c
            """)
        beginnings = hashes(
            """
            deutsche deutscher deutsches national american united general first bank banque banco banca universitat university universite \
            universidad uni hotel restaurant praxis kanzlei stadt stadtwerke landkreis klinikum krankenhaus hospital st saint sankt new royal \
            british swiss schweizer schweizerische osterreichische societe compagnie institut institute ministry ministerium bundesministerium \
            buro studio cafe school schule gymnasium college city state american canadian australian indian polish polska european credit caisse \
            agence agencia fondation stiftung verein verband volksbank sparkasse gemeinde
            """)
        none = hashes(
            """
            freelance freelancer selfemployed selfstaendig selbstständig selbständig freiberuflich freiberufler independent independant autonomo \
            autónomo retired rentner unemployed student stealth confidential various none na privat private indépendant indipendente
            """)
    }
}
