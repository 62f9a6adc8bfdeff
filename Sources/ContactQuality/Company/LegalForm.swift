/// The legal forms companies carry in their names, of some seventy countries, folded as `FoldedWords` folds.
///
/// Written for this project from general knowledge. A word that is as often part of a name ("Group", "Holding") is none.
enum LegalForm {
    /// Forms that stand at the end, in one word.
    static let suffixes = WordTable(
        """
        gmbh mbh ggmbh gesmbh ag aktiengesellschaft kg kgaa ohg ug gbr ev eg ek ekfr partg partgmbb se sce haftungsbeschrankt
        inc incorporated corp corporation co company llc llp lllp lp ltd limited plc pllc pc cic coltd coinc
        pty pte pvt pcl sae bhd berhad tbk persero jsc ojsc cjsc pjsc fze fzco fzllc fzc dmcc wll bsc saog saoc qsc
        sa sas sasu sarl eurl snc sca scop gie selarl selas sarlu suarl
        spa srl srls sapa scarl scrl scpa sagl soccoop
        sl slu slp sll sau sab sapi srlcv ltda lda eireli epp cia
        bv nv vof cvba bvba sprl srlbv asbl vzw aisbl ivzw commv
        ab hb publ aktiebolag aktiebolaget as asa ans aps is amba smba ivs oy oyj abp ky tmi ry rf osk
        ehf hf ohf slf
        spzoo spj spk spolka sro vos doo dooel dd ad ead ood eood kd jdoo
        kft zrt nyrt kkt rt sia uab mb ou fie
        ooo oao zao pao ao tov
        kk gk yk kabushiki kaisha
        ltdsti asti anonim sirketi shpk
        ltee ltdee enr senc sencrl
        ооо зао оао пао ао нко ип тов ват зат пат прат фоп оод еоод еад ад дооел
        αε επε ικε οε
        株式会社 株 有限会社 有 合同会社 合資会社 合名会社 一般社団法人 有限公司 有限责任公司 有限責任公司 股份有限公司 集团有限公司
        주식회사 주 유한회사
        """
    )

    /// Forms of several words, by their last word first looked up in `lastWords`.
    static let phrases: Set<String> = [
        "sp z oo", "sp z o o", "spolka z o o", "spolka z oo", "spolka z ograniczona odpowiedzialnoscia", "spolka akcyjna", "sp j", "sp k",
        "spol s ro", "s r o",
        "sa de cv", "sab de cv", "sapi de cv", "s de rl de cv", "srl de cv", "sc de rl de cv", "s de rl", "sdn bhd", "private limited",
        "proprietary limited", "public company limited", "fz llc", "fz co",
        "ltd sti", "a s", "k k", "a e", "s a", "sa rl", "s l", "d o o", "b v", "n v", "in liquidation", "i l", "sh pk", "san ve tic",
        "anonim sirketi",
        "limited sirketi", "limited liability company", "societe anonyme", "gesellschaft mit beschrankter haftung", "gesellschaft mbh",
        "societe a responsabilite limitee", "sociedad anonima", "sociedad limitada", "societa per azioni", "co kg", "ug haftungsbeschrankt",
        "kabushiki kaisha", "godo kaisha",
    ]

    /// The words a phrase of `phrases` can end with.
    static let lastWords = WordTable(words: phrases.compactMap { $0.split(separator: " ").last })

    /// Forms that stand in front as well. Few: "SA", "AS" and the like begin too many names.
    static let prefixes = WordTable(
        """
        gmbh pt ab oy uab sia firma aktiebolaget
        ooo oao zao pao tov ооо зао оао пао ао ип тов зат пат прат фоп
        株式会社 株 有限会社 有 合同会社 주식회사 주 유한회사
        """
    )

    /// Forms written to a name without a space.
    static let affixes: [[UInt8]] = [
        "株式会社", "有限会社", "合同会社", "股份有限公司", "有限责任公司", "有限責任公司", "有限公司", "주식회사", "유한회사",
    ].map { Array($0.utf8) }
}
