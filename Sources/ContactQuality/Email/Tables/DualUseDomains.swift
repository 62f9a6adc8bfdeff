/// Domains under which a provider's customers and its own staff both have addresses: the company decides.
///
/// Written for this project from general knowledge.
enum DualUseDomains {
    /// A provider's domain.
    struct Provider: Sendable {
        /// What the provider's companies are called, each as `CompanyName` folds it, without spaces; a company's name begins with one.
        var companies: [String]
        /// Whether far more customers than staff have addresses there, so that an address of anybody else is personal.
        var isMostlyConsumer: Bool
    }

    /// Domain, then the companies; those of `mostlyConsumer` are the customers' where the company is another.
    static let mostlyConsumer = """
        mail.ru mailru vk
        inbox.ru mailru
        proton.me proton
        protonmail.com proton
        qq.com tencent
        foxmail.com tencent
        naver.com naver
        kakao.com kakao
        daum.net kakao daum
        nate.com skcommunications nate
        libero.it libero italiaonline
        virgilio.it italiaonline
        tiscali.it tiscali
        tim.it tim telecomitalia
        vodafone.it vodafone
        vodafone.de vodafone
        vodafone.es vodafone
        vodafone.pt vodafone
        vodafone.co.nz vodafone onenz
        vodafone.co.uk vodafone
        sina.com sina weibo
        sina.com.cn sina weibo
        sina.cn sina weibo
        sohu.com sohu
        163.com netease
        126.com netease
        21cn.com 21cn chinatelecom
        aliyun.com aliyun alibaba
        139.com chinamobile
        189.cn chinatelecom
        aol.com aol oath verizonmedia
        yahoo.com yahoo
        yandex.ru yandex
        yandex.com yandex
        rambler.ru rambler
        earthlink.net earthlink
        fastmail.com fastmail
        fastmail.fm fastmail
        hey.com 37signals basecamp heyfor
        mailbox.org mailboxorg heinlein
        posteo.de posteo
        tuta.com tuta tutanota tutao
        zoho.com zoho
        zoho.eu zoho
        zoho.in zoho
        sky.com sky
        rogers.com rogers
        shaw.ca shaw
        telus.net telus
        videotron.ca videotron
        freenet.de freenet mobilcom
        web.de webde 1und1 11
        gmx.net gmx 1und1 11
        gmx.de gmx 1und1 11
        netcologne.de netcologne
        a1.net a1telekom a1
        telenet.be telenet
        proximus.be proximus belgacom
        ziggo.nl ziggo vodafoneziggo
        xs4all.nl xs4all kpn
        sunrise.ch sunrise
        telia.com telia
        tele2.se tele2
        tdc.dk tdc
        yousee.dk yousee tdc
        bahnhof.se bahnhof
        elisa.fi elisa
        movistar.es movistar telefonica
        ono.com ono
        sapo.pt sapo altice meo
        nos.pt nos
        meo.pt meo altice
        o2.co.uk o2 telefonica virginmediao2
        three.co.uk three hutchison
        zen.co.uk zeninternet
        virginmedia.com virginmedia
        talktalk.net talktalk
        plus.net plusnet
        free.fr free iliad
        sfr.fr sfr altice
        laposte.net laposte
        wp.pl wirtualnapolska wp
        o2.pl wirtualnapolska grupao2
        onet.pl onet ringieronet
        interia.pl interia
        gazeta.pl gazeta agora
        seznam.cz seznam
        azet.sk azet
        ukr.net ukrnet
        abv.bg netinfo abv
        uol.com.br uol universoonline
        terra.com.br terra
        globo.com globo tvglobo
        ig.com.br ig
        r7.com r7 record
        iinet.net.au iinet
        tpg.com.au tpg
        bigpond.com telstra bigpond
        docomo.ne.jp nttdocomo docomo
        ocn.ne.jp nttcommunications ocn
        nifty.com nifty fujitsu
        biglobe.ne.jp biglobe
        au.com kddi au
        hinet.net chunghwa hinet
        pchome.com.tw pchome
        rediff.com rediff
        indiatimes.com timesinternet indiatimes
        in.com in
        walla.co.il walla
        mynet.com mynet
        mweb.co.za mweb
        opera.com opera
        vivaldi.net vivaldi
        mail.com maildotcom
        runbox.com runbox
        mailfence.com mailfence contactoffice
        china.com chinacom
        """

    /// Domain, then the companies; anybody else's address there may be either.
    static let mostlyStaff = """
        telekom.de telekom deutschetelekom tsystems
        telekom.com telekom deutschetelekom tsystems
        telekom.at telekomaustria a1
        a1.at a1 telekomaustria
        drei.com hutchisondrei drei
        sfr.com sfr altice
        vodafoneziggo.com vodafoneziggo ziggo vodafone
        telenetgroup.be telenet
        proximus.com proximus
        belgacom.be belgacom proximus
        altibox.no altibox lyse
        lyse.no lyse
        stofa.dk stofa norlys
        dna.fi dna
        telia.fi telia
        play.pl play p4
        t-mobile.pl tmobile
        t-mobile.cz tmobile
        o2.cz o2
        telekom.hu magyartelekom telekom
        digi.hu digi
        cosmote.gr cosmote ote
        ote.gr ote cosmote
        digi.ro digi rcsrds
        mts.ru mts мтс
        rt.ru rostelecom ростелеком
        beeline.ru beeline билайн vimpelcom вымпелком
        megafon.ru megafon мегафон
        turkcell.com.tr turkcell
        bezeq.co.il bezeq
        amazon.com amazon aws
        windstream.com windstream
        videotron.com videotron
        sasktel.com sasktel
        tpgtelecom.com.au tpg vodafone
        aussiebroadband.com.au aussiebroadband
        one.nz onenewzealand vodafone
        softbank.co.jp softbank
        kddi.com kddi
        chinamobile.com chinamobile
        cht.com.tw chunghwa
        pccw.com pccw hkt
        jio.com jio reliancejio
        ril.com reliance
        bsnl.co.in bsnl bharatsanchar
        du.ae du emiratesintegrated
        stc.com.sa stc saudi
        telkom.co.za telkom
        vodacom.co.za vodacom
        claro.com.br claro
        telefonica.com.br telefonica vivo
        telecom.com.ar telecomargentina telecom
        teco.com.ar telecomargentina telecom
        entel.cl entel
        etb.com.co etb
        une.com.co une tigo
        telmex.com telmex
        uolinc.com uol universoonline
        talktalkplc.com talktalk
        o2.com o2 telefonica
        sky.uk sky
        tiscali.com tiscali tessellis
        telecom.pt altice portugaltelecom meo
        aruba.it aruba
        ovhcloud.com ovh
        magenta.at magenta tmobileaustria
        orange.com orange
        orange-ftgroup.com orange francetelecom
        orange.be orange
        orange.pl orange
        orange.ro orange
        bt.com bt britishtelecom
        verizon.com verizon
        att.com att
        comcast.com comcast
        charter.com charter spectrum
        cox.com cox
        centurylink.com centurylink lumen
        frontier.com frontier
        lumen.com lumen centurylink
        sprint.com sprint tmobile
        t-mobile.com tmobile
        t-mobile.nl tmobile odido
        odido.nl odido tmobile
        bell.ca bell bce
        telus.com telus
        vodafone.com vodafone
        telefonica.com telefonica
        telefonica.de telefonica
        telecomitalia.it telecomitalia tim
        fastweb.it fastweb
        poste.it posteitaliane
        aruba.it aruba
        laposte.fr laposte
        bouyguestelecom.fr bouygues
        swisscom.com swisscom
        upc.ch upc sunrise
        kpn.com kpn
        telenor.no telenor
        telenor.com telenor
        telia.se telia
        teliacompany.com telia
        telstra.com telstra
        telstra.com.au telstra
        optus.com.au optus singteloptus
        spark.co.nz spark
        singtel.com singtel singaporetelecom
        starhub.com starhub
        turktelekom.com.tr turktelekom
        etisalat.ae etisalat eand
        mtn.com mtn
        safaricom.co.ke safaricom
        jio.com jio reliancejio
        airtel.com airtel bhartiairtel
        ntt.com ntt
        kt.com kt
        sk.com sk
        corp.mail.ru mailru vk
        yahoo-inc.com yahoo
        yahooinc.com yahoo
        tencent.com tencent
        netease.com netease
        1und1.de 1und1 ionos
        ionos.com ionos 1und1
        ionos.de ionos 1und1
        google.com google alphabet youtube
        apple.com apple
        microsoft.com microsoft
        godaddy.com godaddy
        ovh.net ovh
        ovh.com ovh
        hetzner.com hetzner
        strato.de strato
        hughes.com hughes echostar
        """
}
