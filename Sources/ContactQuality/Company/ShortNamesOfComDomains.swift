extension ShortNames {
    /// Labels of two and three letters that, right under `.com`, are one large company's, so that no other has them for its initials: each
    /// with the beginnings of its names. Written for this project.
    static let underCom = """
        aa americanairlines aa
        ab rockwell
        abb abb asea
        adm archerdaniels adm
        adp adp automaticdata
        aep americanelectric aep
        aes aes
        aig aig americaninternational
        amd amd advancedmicro
        aon aon
        arm arm
        axa axa
        ba britishairways
        bcg bcg bostonconsulting
        bd becton bd
        bdo bdo
        bms bristolmyers bms
        bmo bmo bankofmontreal
        bmw bmw bayerischemotoren
        bny bny bankofnewyork
        bp bp britishpetroleum
        bsi bsi britishstandards
        bt bt britishtelecom
        bv blackveatch bureauveritas
        cat caterpillar cat
        cbs cbs columbiabroadcasting
        cgi cgi
        cme cme chicagomercantile
        cnn cnn cablenews
        crh crh
        csx csx
        cvs cvs
        db deutschebank db
        dbs dbs developmentbankofsingapore
        dhl dhl deutschepost
        dnb dunbradstreet dnb
        dow dow
        dsm dsm
        dte dte detroitedison
        dxc dxc
        emc emc dellemc
        eni eni
        ey ey ernstyoung
        fis fis fidelitynational
        fmc fmc
        fox fox
        gap gap
        ge ge generalelectric
        gm gm generalmotors
        gs goldmansachs gs
        gsk gsk glaxo
        gt grantthornton gt
        hal halliburton
        hcl hcl
        hm hm hennesmauritz
        hp hp hewlettpackard
        hpe hpe hewlettpackard
        ibm ibm internationalbusinessmachines
        ice ice intercontinentalexchange
        iff iff internationalflavors
        ihg ihg intercontinentalhotels
        ing ing
        ipg ipg interpublic
        itt itt
        itv itv
        itw itw illinoistool
        jal jal japanairlines
        jbs jbs
        jci jci johnsoncontrols
        jll jll joneslang
        jnj jnj johnsonjohnson
        jti jti japantobacco
        kbr kbr kelloggbrown
        kia kia
        kkr kkr kohlberg
        klm klm koninklijkeluchtvaart
        kp kaiserpermanente
        kpn kpn
        lg lg
        lge lg
        mcd mcdonalds
        mgm mgm metrogoldwyn
        mmc mmc marsh
        mmm mmm 3m minnesota
        ms morganstanley
        msc msc mediterraneanshipping
        msd msd merck
        mtn mtn
        nab nab nationalaustralia
        nba nba nationalbasketball
        ncr ncr
        nec nec nipponelectric
        nfl nfl nationalfootball
        ngc northropgrumman ngc
        nov nov nationaloilwell
        ntt ntt nippontelegraph
        nxp nxp
        omv omv
        pg proctergamble pg
        pmi pmi philipmorris
        pnc pnc
        ppg ppg pittsburghplate
        ptc ptc parametric
        pvh pvh phillipsvan
        pwc pwc pricewaterhouse
        qbe qbe
        rb reckitt rb
        rbc rbc royalbankofcanada
        rbs rbs royalbankofscotland
        rga rga reinsurance
        rsm rsm
        rtx rtx raytheon
        rwe rwe
        sap sap
        sas sas
        sc standardchartered
        se schneider
        sgs sgs societegeneraledesurveillance
        sk sk
        sky sky
        slb slb schlumberger
        sse sse scottishsouthern
        td td torontodominion
        tdk tdk
        ti texasinstruments ti
        tjx tjx
        tcs tcs tata
        tnt tnt
        tsb tsb
        tui tui
        ubs ubs unionbankofswitzerland
        ucb ucb
        ups ups unitedparcel
        usg usg unitedstatesgypsum
        utc utc unitedtechnologies
        vfc vf
        vw vw volkswagen
        wm wastemanagement wm
        wpp wpp
        wsp wsp
        xpo xpo
        zf zf zahnrad
        """

    private static let labelsUnderCom = Set(
        underCom.split(whereSeparator: \.isNewline).compactMap { $0.split(separator: " ").first.map(String.init) })

    /// Whether a short domain is a large company's, so that initials make it no other's.
    static func isTaken(_ domain: DomainName) -> Bool {
        domain.label.count <= 3 && domain.suffix.elementsEqual("com".utf8)
            && labelsUnderCom.contains(String(decoding: domain.label, as: UTF8.self))
    }
}
