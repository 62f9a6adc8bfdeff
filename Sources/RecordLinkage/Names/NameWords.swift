/// Words beside a name that are no part of it.
struct NameWords {
    /// Titles before a name, honours and degrees behind it, pronouns.
    let titles: WordSet
    /// Words that belong to the family name that follows: `von`, `de la`, `al`.
    let particles: WordSet
    /// Local parts of mailboxes that are nobody's own.
    let roles: WordSet

    /// The one table there is.
    static let standard = NameWords()

    private init() {
        func hashes(_ text: String) -> WordSet {
            WordSet(
                text.split { $0 == " " || $0 == "\n" }.map { ValueHash.of(TextLetters.folded(String($0))) })
        }
        titles = hashes(
            """
            dr drs prof professor mr mrs ms miss mx sir dame lord lady herr frau hr fr mme mlle monsieur madame sr sra srta don doña dott \
            dottssa ing dipl mag magister msc bsc mba phd dphil md cpa cfa pmp acca cissp llm llb jd esq facs frcs mrcp rn csm psm cspo scpm \
            sphr shrm phr cipd mcipd frsa obe mbe cbe peng ceng beng meng basc ba bs ma ms mphil edd dds dvm dmd pe pmi itil prince togaf \
            aca cima ccna ccie cisa cism cfe caia frm cams cphr lion hehim sheher theythem hrbp rad jur rer nat med hc habil univ ir bc mgr \
            mudr judr phdr rndr csc doc eng arch avv rag geom lic abogado capt col gen maj sgt lt cdr rev fr hon jr junior senior iii
            """)
        particles = hashes(
            "von van der den de la le du des del della di da do dos das ten ter zu zum zur af av al el bin ibn ben abu bint st saint san santa mac mc o y e"
        )
        roles = hashes(
            """
            info sales office contact kontakt mail email hello admin support service kundenservice team hr jobs careers marketing press presse \
            accounts accounting billing buchhaltung rechnung invoice finance help helpdesk it webmaster postmaster noreply donotreply reply \
            enquiries inquiries reception empfang secretary sekretariat buero bureau verkauf vertrieb ventas comercial contacto administracion \
            contabilidad direction secretariat accueil commercial biuro kontor post hallo general newsletter legal privacy security orders
            """)
    }

    /// The canonical form of a family name's first particle that is written apart or not at all.
    static func isArticle(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count == 2 && bytes[1] == 0x6C && (bytes[0] == 0x61 || bytes[0] == 0x65)
    }
}
