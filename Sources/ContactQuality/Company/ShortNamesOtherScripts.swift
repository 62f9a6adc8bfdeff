extension ShortNames {
    /// Companies whose names in their own script no spelling leads to the label: the readings of Japanese names, English names of Korean,
    /// Chinese, Arabic and Hebrew ones. Each line: the label, then the beginnings of names it stands for.
    static let otherScripts = """
        shimizu 清水建設
        kajima 鹿島
        obayashi 大林組
        taisei 大成建設
        takenaka 竹中工務店
        daiwahouse 大和ハウス
        sekisuihouse 積水ハウス
        ajinomoto 味の素
        meiji 明治
        morinaga 森永
        nissin 日清
        kikkoman キッコーマン
        jti 日本たばこ
        kao 花王
        tepco 東京電力
        kepco 関西電力 한국전력
        chuden 中部電力
        tohoku-epco 東北電力
        kyuden 九州電力
        osakagas 大阪ガス
        tokyo-gas 東京ガス
        jreast 東日本旅客鉄道
        westjr 西日本旅客鉄道
        jr-central 東海旅客鉄道
        ana 全日本空輸
        jal 日本航空
        nyk 日本郵船
        mol 商船三井
        sagawa-exp 佐川急便
        kuronekoyamato ヤマト運輸
        mitsui 三井物産
        mitsuifudosan 三井不動産
        mec 三菱地所
        mitsubishicorp 三菱商事
        sumitomocorp 住友商事
        itochu 伊藤忠
        marubeni 丸紅
        toyota-tsusho 豊田通商
        nipponsteel 日本製鉄
        kobelco 神戸製鋼
        asahi-kasei 旭化成
        toray 東レ
        teijin 帝人
        shinetsu 信越化学
        mitsuichemicals 三井化学
        sumitomo-chem 住友化学
        daiichisankyo 第一三共
        otsuka 大塚
        chugai-pharm 中外製薬
        shionogi 塩野義
        nidec 日本電産 ニデック
        casio カシオ
        nintendo 任天堂
        ms-ins 三井住友海上
        tokiomarine 東京海上
        sompo-japan 損害保険ジャパン
        nissay 日本生命
        dai-ichi-life 第一生命
        meijiyasuda 明治安田
        daiwa 大和証券
        isetan 三越伊勢丹
        nri 野村総合研究所
        yomiuri 読売新聞
        asahi 朝日新聞 アサヒ
        nikkei 日本経済新聞
        nhk 日本放送協会
        hyundai 현대
        kia 기아
        samsung 삼성
        lge lg전자
        lgchem lg화학
        posco 포스코
        cj cj제일제당
        navercorp 네이버
        kakaocorp 카카오
        kbfg kb금융
        shinhan 신한
        wooribank 우리은행
        hanafn 하나금융 하나은행
        ibk 중소기업은행
        kdb 한국산업은행
        koreanair 대한항공
        flyasiana 아시아나
        krafton 크래프톤
        lottecorp 롯데
        shinsegae 신세계
        ktng 케이티앤지
        icbc 中国工商银行
        ccb 中国建设银行
        boc 中国银行
        abchina 中国农业银行
        bankcomm 交通银行
        cmbchina 招商银行
        spdb 浦发银行
        pingan 中国平安 平安
        chinalife 中国人寿
        picc 中国人民保险
        cnpc 中国石油天然气
        petrochina 中国石油
        sinopec 中国石化 中国石油化工
        cnooc 中国海洋石油
        sgcc 国家电网
        crec 中国中铁
        cscec 中国建筑
        saicmotor 上汽 上海汽车
        geely 吉利
        gree 格力
        lenovo 联想
        xiaomi 小米
        bytedance 字节跳动
        meituan 美团
        vanke 万科
        moutaichina 贵州茅台
        csair 中国南方航空
        airchina 中国国际航空
        ceair 中国东方航空
        cathaypacific 國泰航空
        tsmc 台灣積體電路 台積電
        foxconn 鴻海
        mediatek 聯發科
        evaair 長榮航空
        china-airlines 中華航空
        aramco أرامكو ارامكو
        sabic سابك
        riyadbank بنكالرياض
        nbk بنكالكويتالوطني
        qnb بنكقطرالوطني
        banquemisr بنكمصر
        leumi בנקלאומי
        bankhapoalim בנקהפועלים
        discountbank בנקדיסקונט
        teva טבע
        elbitsystems אלביט
        rafael רפאל
        iec חברתהחשמל
        digikala دیجیکالا
        """
}
