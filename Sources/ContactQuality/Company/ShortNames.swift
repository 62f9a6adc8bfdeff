/// Short names everybody knows that no rule makes out of the long one. Written for this project.
enum ShortNames {
    /// Whether a label is a well-known short name of a company, by the beginning of its folded name without spaces.
    static func fits(_ label: some Collection<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
        guard label.count <= 16, let long = all[String(decoding: label, as: UTF8.self)] else { return false }
        return long.contains { name.starts(with: $0.utf8) }
    }

    /// Each line: the label, then the beginnings of names it stands for.
    private static let all: [String: [String]] = Dictionary(
        (text + "\n" + otherScripts + "\n" + underCom).split(separator: "\n").compactMap { line -> (String, [String])? in
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
        kakao 카카오
        lotte 롯데
        coupang 쿠팡
        toss 토스 비바리퍼블리카
        kt 케이티
        sk sk하이닉스 sk텔레콤 에스케이
        posco 포스코
        hanwha 한화
        doosan 두산
        kia 기아
        amorepacific 아모레퍼시픽
        celltrion 셀트리온
        nexon 넥슨
        ncsoft 엔씨소프트
        kbfg kb금융
        shinhan 신한
        wooribank 우리은행
        canon キヤノン
        kyocera 京セラ
        murata 村田製作所
        takeda 武田薬品
        jal 日本航空
        ana 全日本空輸
        mazda マツダ
        nidec 日本電産 ニデック
        nikon ニコン
        sony ソニー
        sharp シャープ
        bridgestone ブリヂストン
        ajinomoto 味の素
        kao 花王
        kirin キリン
        asahi アサヒ
        suntory サントリー
        eisai エーザイ
        daiichisankyo 第一三共
        otsuka 大塚
        chugai-pharm 中外製薬
        shionogi 塩野義
        itochu 伊藤忠
        marubeni 丸紅
        mitsui 三井物産
        mitsubishicorp 三菱商事
        sumitomocorp 住友商事
        sojitz 双日
        komatsu 小松製作所
        kubota クボタ
        isuzu いすゞ いすず
        yamato-hd ヤマト
        jreast 東日本旅客鉄道
        tepco 東京電力
        kepco 関西電力 한국전력
        tokyogas 東京瓦斯 東京ガス
        kddi ケイディーディーアイ
        lycorp lineヤフー
        cyberagent サイバーエージェント
        recruit リクルート
        fanuc ファナック
        keyence キーエンス
        omron オムロン
        byd 比亚迪
        haier 海尔 海爾
        midea 美的
        gree 格力
        dji 大疆
        zte 中兴
        jd 京东
        didiglobal 滴滴
        pinduoduo 拼多多
        pdd 拼多多
        kuaishou 快手
        bilibili 哔哩哔哩
        trip 携程
        ctrip 携程
        netease 网易
        sinopec 中国石化 中石化
        cnpc 中国石油 中石油
        cnooc 中国海洋石油 中海油
        sgcc 国家电网
        chinamobile 中国移动
        chinaunicom 中国联通
        chinatelecom 中国电信
        abchina 中国农业银行 农业银行
        citicbank 中信银行
        citics 中信证券
        cicc 中金公司 中国国际金融
        chinalife 中国人寿
        cpic 中国太保
        saicmotor 上汽
        geely 吉利
        nio 蔚来
        xiaopeng 小鹏
        lixiang 理想汽车
        catl 宁德时代
        boe 京东方
        tcl tcl
        hikvision 海康威视
        fosun 复星
        vanke 万科
        kwm 金杜
        junhe 君合
        zhonglun 中伦
        fangdalaw 方达
        tsmc 台灣積體電路 台积电 台積電 taiwansemiconductor
        foxconn 鴻海 富士康 honhai
        asus 華碩 华硕
        acer 宏碁
        mediatek 聯發科
        quantatw 廣達
        htc 宏達電 宏达电
        evergreen-marine 長榮
        cht 中華電信
        taiwanmobile 台灣大哥大
        fareastone 遠傳
        ctbcbank 中國信託
        cathaybk 國泰世華
        hsbc 汇丰 匯豐
        hangseng 恒生
        boc bankofchina
        kfh kuwaitfinance بيتالتمويل
        csas ceskasporitelna
        slsp slovenskasporitelna
        btrl bancatransilvania
        bancatransilvania btrl
        pemex petroleosmexicanos
        pdvsa petroleosdevenezuela
        ypf yacimientospetroliferos
        cfe comisionfederaldeelectricidad
        voeazul azul
        xpi xpinvest
        haspa hamburgersparkasse
        bvg berlinerverkehrsbetriebe
        spuerkeess banqueetcaissedepargne
        inserm institutnationaldelasante
        cepsa companiaespanoladepetroleos
        cn canadiannationalrailway
        mq macquarie
        rbc royalbankcanada royalbankofcanada
        td tdbank torontodominion
        boi bankireland bankofireland
        kbzbank kanbawza
        sogebank societegeneralehaitienne
        brou bancorepublica bancodelarepublica
        jncb nationalcommercialbank ncb
        kengen kenyaelectricitygenerating
        co-opbank cooperativebank
        implats impala
        pnp picknpay
        abchina agriculturalbankofchina
        stengg stengineering singaporetechnologies
        rhbgroup rhb
        hkbea bankofeastasia
        bankfab firstabudhabi fab
        cibeg commercialinternationalbank
        alahli saudinationalbank snb
        pttplc ptt
        gkpge pge polskagrupaenergetyczna
        msa mannheimerswartling
        mhmjapan morihamada
        kmg казмунайгаз
        rzd российскиежелезныедороги
        """
}
