extension ShortNames {
    /// Labels of two and three letters that, right under `.com`, are one large company's, so that no other has them for its initials: each
    /// with the beginnings of names that are not its own letters. Written for this project.
    static let underCom = """
        aa americanairlines
        ab rockwellautomation
        abb
        adm archerdaniels
        adp automaticdata
        aep americanelectric
        aes
        aig americaninternational
        amd advancedmicro
        aon
        arm
        axa
        ba britishairways
        bcg bostonconsulting
        bd becton
        bdo
        bms bristolmyers
        bmo bankofmontreal
        bmw bayerischemotoren
        bny bankofnewyork
        bp britishpetroleum
        bsi britishstandards
        bt britishtelecom
        bv blackveatch bureauveritas
        cat caterpillar
        cbs columbiabroadcasting
        cgi
        cme chicagomercantile
        cnn cablenews
        crh
        csx
        cvs
        db deutschebank
        dbs developmentbankofsingapore
        dhl deutschepost
        dnb dunbradstreet
        dow
        dsm
        dte detroitedison
        dxc
        emc dellemc
        eni
        ey ernstyoung
        fis fidelitynational
        fmc
        fox
        gap
        ge generalelectric
        gm generalmotors
        gs goldmansachs
        gsk
        gt grantthornton
        hal halliburton
        hcl
        hm hennesmauritz
        hp hewlettpackard
        hpe hewlettpackard
        ibm internationalbusinessmachines
        ice intercontinentalexchange
        iff internationalflavors
        ihg intercontinentalhotels
        ing
        ipg interpublic
        itt
        itv
        itw illinoistool
        jal japanairlines
        jbs
        jci johnsoncontrols
        jll joneslang
        jnj johnsonjohnson
        jti japantobacco
        kbr kelloggbrown
        kia
        kkr kohlberg
        klm koninklijkeluchtvaart
        kp kaiserpermanente
        kpn
        lg
        lge lgelectronics
        mcd mcdonalds
        mgm metrogoldwyn
        mmc marshmclennan
        mmm 3m minnesotamining
        ms morganstanley
        msc mediterraneanshipping
        msd merck
        mtn
        nab nationalaustralia
        nba nationalbasketball
        ncr
        nec nipponelectric
        nfl nationalfootball
        ngc northropgrumman
        nov nationaloilwell
        ntt nippontelegraph
        nxp
        omv
        pg proctergamble
        pmi philipmorris
        pnc
        ppg pittsburghplateglass
        ptc parametrictechnology
        pvh phillipsvan
        pwc pricewaterhouse
        qbe
        rb reckittbenckiser
        rbc royalbankofcanada
        rbs royalbankofscotland
        rga reinsurancegroup
        rsm
        rtx raytheon
        rwe
        sap
        sas
        sc standardchartered
        se schneiderelectric
        sgs societegeneraledesurveillance
        sk
        sky
        slb schlumberger
        sse scottishsouthern
        td torontodominion
        tdk
        ti texasinstruments
        tjx
        tcs tataconsultancy
        tnt
        tsb
        tui
        ubs unionbankofswitzerland
        ucb
        ups unitedparcel
        usg unitedstatesgypsum
        utc unitedtechnologies
        vfc vfcorp
        vw volkswagen
        wm wastemanagement
        wpp
        wsp
        xpo
        zf zahnradfabrik zffriedrichshafen
        """

    private static let labelsUnderCom = Set(
        underCom.split(whereSeparator: \.isNewline).compactMap { $0.split(separator: " ").first.map(String.init) })

    /// Whether a short domain is a large company's, so that initials make it no other's.
    static func isTaken(_ domain: DomainName) -> Bool {
        domain.label.count <= 3 && domain.suffix.elementsEqual("com".utf8)
            && labelsUnderCom.contains(String(decoding: domain.label, as: UTF8.self))
    }
}
