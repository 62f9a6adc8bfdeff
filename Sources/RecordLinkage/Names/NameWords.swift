/// Words beside a name that are no part of it.
struct NameWords {
    /// Titles before a name, honours and degrees behind it, pronouns.
    let titles: WordSet
    /// Words that belong to the family name that follows: `von`, `de la`, `al`.
    let particles: WordSet
    /// Letters that stand for a particle before a family name: `v. d. Heide`, `d. Silva`.
    let shortParticles: WordSet
    /// Particles of those that stand before a family name only: no given name is one.
    let noble: WordSet
    /// Particles before a father's name: `bin`.
    let patronymics: WordSet
    /// Family names of Vietnamese, which come first, and names that stand between them and what somebody is called.
    let vietnameseFamilies: WordSet
    let vietnameseMiddles: WordSet
    /// Words between a family name and the one before marriage: `geb.`, `née`.
    let formerly: WordSet
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
            "von vom van vd der den dem de la le du des del della di da do dos das ten ter zu zum zur af av al el bin ibn ben abu bint st saint san santa mac mc o y e"
        )
        shortParticles = hashes("v d")
        noble = hashes("von vom zu zum zur af ter ten del della dello dos des")
        patronymics = hashes("bin ibn bint")
        vietnameseFamilies = hashes("nguyen tran pham huynh hoang phan vu dang bui duong ngo")
        vietnameseMiddles = hashes("thi van huu dinh ngoc thanh quoc minh duc xuan hoang hong thu kim anh quang")
        formerly = hashes(
            "geb geboren geborene geborener vormals fruher ehemals nee ne born formerly previously maiden nacida nata nato domu roz rozena rodena fodd fodt rojena szul"
        )
        roles = hashes(
            """
            info sales office contact kontakt mail email hello admin support service kundenservice team hr jobs careers marketing press presse \
            accounts accounting billing buchhaltung rechnung invoice finance help helpdesk it webmaster postmaster noreply donotreply reply \
            enquiries inquiries reception empfang secretary sekretariat buero bureau verkauf vertrieb ventas comercial contacto administracion \
            contabilidad direction secretariat accueil commercial biuro kontor post hallo general newsletter legal privacy security orders \
            sekretariat vorzimmer assistant assistants assistenz assistance zentrale verwaltung personal bewerbung bewerbungen einkauf \
            bestellung bestellungen kanzlei praxis redaktion rezeption purchasing procurement frontdesk bookings booking reservations events \
            feedback compliance datenschutz recruiting recruitment editor media order shop segreteria amministrazione commerciale vendite \
            secretaria gerencia compras atendimento financeiro administratie verkoop inkoop ksiegowosc zamowienia family familie
            """)
    }

    /// Whether a local part is that of a mailbox which is nobody's own.
    ///
    /// - Parameters:
    ///   - text: the local part in its words.
    ///   - letters: the hash of all its letters, without digits.
    ///   - count: how many of its words are more than digits.
    func isRole(_ text: TextLetters, letters: UInt32, words count: Int) -> Bool {
        if roles.contains(letters) { return true }
        guard count <= 2, let first = text.words.first else { return false }
        return roles.contains(text.hash(first))
    }

    /// The same of an address.
    func isRole(address: String) -> Bool {
        var text = TextLetters()
        var local = String(address.prefix { $0 != "@" && $0 != "+" })
        local.withUTF8 { text.read($0) }
        var letters = ValueHash(0)
        for byte in text.bytes where !(0x30...0x39 ~= byte) { letters.add(byte) }
        let named = text.words.count { word in text.bytes[word.range].contains { !(0x30...0x39 ~= $0) } }
        return isRole(text, letters: letters.value, words: named)
    }

    /// Whether a word says something of a name: it is no title, no particle and no initial.
    func tells(_ word: some StringProtocol) -> Bool {
        let hash = ValueHash.of(word)
        return word.utf8.count > 1 && !titles.contains(hash) && !particles.contains(hash)
    }
}
