/// Short names everybody knows that no rule makes out of the long one. Written for this project.
enum ShortNames {
    /// Whether a label is a well-known short name of a company, by the beginning of its folded name without spaces.
    static func fits(_ label: some Collection<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
        guard label.count <= 16, let long = all[String(decoding: label, as: UTF8.self)] else { return false }
        return long.contains { name.starts(with: $0.utf8) }
    }

    /// Each line: the label, then the beginnings of names it stands for.
    private static let all: [String: [String]] = Dictionary(
        text.split(separator: "\n").compactMap { line -> (String, [String])? in
            let words = line.split(separator: " ").map(String.init)
            return words.first.map { ($0, Array(words.dropFirst())) }
        },
        uniquingKeysWith: { $0 + $1 }
    )

    private static let text = """
        pwc pricewaterhousecoopers pwc
        ey ernstyoung
        kpmg klynveld kpmg
        jnj johnsonjohnson janssen
        mmm 3m minnesotamining
        fb facebook meta
        bofa bankamerica bankofamerica
        baml bankamerica merrill
        jpmchase jpmorgan
        chase jpmorgan
        gsk glaxosmithkline
        lilly elililly
        vw volkswagen
        hp hewlettpackard
        hpe hewlettpackardenterprise
        rb reckittbenckiser
        reckitt reckittbenckiser
        umn universityofminnesota
        lvmh moethennessy
        aexp americanexpress
        wba walgreensboots
        fmr fidelity
        utc unitedtechnologies
        lmco lockheedmartin
        ngc northropgrumman
        amat appliedmaterials
        ti texasinstruments
        bsci bostonscientific
        bd becton
        mdlz mondelez
        effem mars
        53 fifththird
        squareup square block
        google alphabet youtube deepmind
        amazon aws audible twitch
        nbcuni nbcuniversal
        inbev abinbev anheuserbusch
        abinbev anheuserbusch
        dlh deutschelufthansa lufthansa
        dlr deutscheszentrumfurluft
        bahn deutschebahn
        deutschebahn db
        dpdhl deutschepost dhl
        dhl deutschepost
        telekom tsystems
        munichre munchenerruck
        ruv rv
        lbbw landesbankbadenwurttemberg
        bayernlb bayerischelandesbank
        helaba landesbankhessen
        vkb versicherungskammer
        zkb zurcherkantonalbank
        bcge banquecantonaledegeneve
        bcv banquecantonalevaudoise
        post schweizerischepost dieschweizerischepost osterreichischepost
        posta ceskaposta
        3ds dassaultsystemes
        socgen societegenerale
        sg societegenerale
        bnpparibas bnp
        ca-cib creditagricole
        sncf societenationaledeschemins
        edf electricitedefrance
        apave apave
        rijksoverheid ministerie
        minbuza ministerie
        belex bonellierede
        fcagroup fiat fcafiat
        stellantis fiat peugeot fca
        intesasanpaolo intesa
        poste posteitaliane
        cba commonwealthbank
        nab nationalaustraliabank
        bb bancobrasil bancodobrasil
        itau itauunibanco
        bnz banknewzealand
        gtbank guarantytrust
        kaspersky лабораториякасперского
        sberbank сбербанк сбер
        sber сбербанк
        tinkoff тинькофф тбанк
        rt ростелеком
        rzd ржд российскиежелезныедороги
        mts мтс
        vtb втб
        beeline билайн вымпелком
        megafon мегафон
        hse ниувшэ вшэ высшаяшколаэкономики
        msu мгу московскийгосударственныйуниверситет
        mufg 三菱ufj
        smbc 三井住友銀行
        mizuho-bk みずほ銀行
        ntt 日本電信電話
        hitachi 日立
        toshiba 東芝
        fujitsu 富士通
        mitsubishielectric 三菱電機
        mhi 三菱重工
        nec 日本電気
        nissan 日産
        honda 本田
        denso デンソー
        rakuten 楽天
        shiseido 資生堂
        nomura 野村
        daiwa 大和
        dentsu 電通
        hakuhodo 博報堂
        huawei 华为
        tencent 腾讯 騰訊
        alibaba-inc 阿里巴巴
        baidu 百度
        bytedance 字节跳动
        jd 京东
        meituan 美团
        xiaomi 小米
        lenovo 联想
        icbc 中国工商银行 工商银行
        ccb 中国建设银行 建设银行
        boc 中国银行
        cmbchina 招商银行
        pingan 中国平安 平安
        samsung 삼성
        lge lg전자
        hyundai 현대
        navercorp 네이버
        kakaocorp 카카오
        """
}
