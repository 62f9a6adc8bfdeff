/// How the names of places, families and houses are read that Japanese companies are called after, and what Japanese and Korean names end with.
///
/// Ideographs have several readings; here is the one companies have. Written for this project from general knowledge.
enum EastAsianReadings {
    /// The reading of what a name begins with, in Latin letters, and what stands behind it; `nil` where none is known.
    static func japanese(_ name: String) -> (head: [UInt8], rest: Substring)? {
        for length in stride(from: min(5, name.count), through: 1, by: -1) {
            let head = name.prefix(length)
            if let reading = readings[head] { return (Array(reading.utf8), name.dropFirst(length)) }
        }
        return nil
    }

    /// What stands for a trade in the domains of companies whose names end with it.
    static func trade(_ word: Substring) -> [[UInt8]]? { trades[word] }

    /// A Korean name without the words for its trade and for a group.
    static func withoutKoreanTrade(_ name: String) -> String {
        var name = name[...]
        while let trade = koreanTrades.first(where: { name.hasSuffix($0) && name.count >= $0.count + 2 }) {
            name = name.dropLast(trade.count)
        }
        return String(name)
    }

    private static let koreanTrades = """
        그룹 홀딩스 지주 전자 자동차 건설 은행 생명 화재 증권 화학 중공업 일보 제약 식품 물산 상사 통신 텔레콤 항공 해운 카드 캐피탈 보험 신문 방송 병원 산업 공업
        기업 에너지 바이오로직스 바이오 디스플레이 엔터테인먼트 인터내셔널 제철 타이어 백화점 호텔 금융 투자 자산운용 시스템 소프트 게임즈 게임 주식회사
        """.split(whereSeparator: \.isWhitespace)

    private static let trades: [Substring: [[UInt8]]] = table(
        """
        銀行 bank ginko bk
        信託銀行 trustbank tb
        電力 epco den
        ガス gas
        製薬 pharm pharma seiyaku
        薬品 pharm
        化学 chem chemical chemicals kagaku
        ケミカル chem chemical
        証券 sec securities
        新聞 np shimbun news
        新聞社 np shimbun news
        建設 const kensetsu
        電機 denki electric
        製作所 seisakusho works mfg
        鉄道 railway
        不動産 re fudosan
        地所 jisho
        重工業 heavy hi
        鉄鋼 steel
        スチール steel
        法律事務所 law lawoffice lpc
        大学 u univ
        病院 hospital hp
        メトロ metro
        テレビ tv
        テレビジョン tv
        """
    ).mapValues { $0.map { Array($0.utf8) } }

    private static let readings: [Substring: String] = Dictionary(
        pairs.split(whereSeparator: \.isWhitespace).compactMap { pair in
            let parts = pair.split(separator: "=")
            return parts.count == 2 ? (parts[0], String(parts[1])) : nil
        },
        uniquingKeysWith: { first, _ in first }
    )

    private static func table(_ text: String) -> [Substring: [Substring]] {
        Dictionary(
            text.split(separator: "\n").compactMap { line in
                let words = line.split(separator: " ")
                return words.first.map { ($0, Array(words.dropFirst())) }
            },
            uniquingKeysWith: +
        )
    }

    private static let pairs = """
        三菱=mitsubishi 三井=mitsui 住友=sumitomo 日立=hitachi 豊田=toyota 本田=honda 松下=matsushita 川崎=kawasaki 富士=fuji 東芝=toshiba
        東急=tokyu 小田急=odakyu 京王=keio 京急=keikyu 京成=keisei 西武=seibu 東武=tobu 阪急=hankyu 阪神=hanshin 近鉄=kintetsu 南海=nankai
        京阪=keihan 名鉄=meitetsu 相鉄=sotetsu 西鉄=nishitetsu 朝日=asahi 読売=yomiuri 毎日=mainichi 産経=sankei 日経=nikkei 講談社=kodansha
        集英社=shueisha 小学館=shogakukan 岩波=iwanami 角川=kadokawa 新潮社=shinchosha 明治=meiji 森永=morinaga 大和=daiwa 清水=shimizu
        鹿島=kajima 大林=obayashi 竹中=takenaka 大成=taisei 熊谷=kumagai 前田=maeda 安藤=ando 西松=nishimatsu 戸田=toda 奥村=okumura
        野村=nomura 丸紅=marubeni 伊藤忠=itochu 双日=sojitz 武田=takeda 田辺=tanabe 大塚=otsuka 塩野義=shionogi 久光=hisamitsu 村田=murata
        島津=shimadzu 堀場=horiba 安川=yaskawa 横河=yokogawa 荏原=ebara 小松=komatsu 久保田=kubota 井関=iseki 東レ=toray 帝人=teijin
        旭化成=asahikasei 王子=oji 花王=kao 資生堂=shiseido 高島屋=takashimaya 三越=mitsukoshi 伊勢丹=isetan 松屋=matsuya 吉野家=yoshinoya
        任天堂=nintendo 楽天=rakuten 電通=dentsu 博報堂=hakuhodo 味の素=ajinomoto 日清=nissin 京セラ=kyocera 京都=kyoto 理研=riken
        理化学研究所=riken 山崎=yamazaki 山田=yamada 鈴木=suzuki 佐藤=sato 高橋=takahashi 田中=tanaka 渡辺=watanabe 山本=yamamoto
        中村=nakamura 小林=kobayashi 加藤=kato 吉田=yoshida 佐々木=sasaki 山口=yamaguchi 松本=matsumoto 井上=inoue 木村=kimura 斎藤=saito
        西村=nishimura 長島=nagashima 常松=tsunematsu 石井=ishii 石橋=ishibashi 池田=ikeda 橋本=hashimoto 中野=nakano 岡田=okada 小川=ogawa
        藤田=fujita 福田=fukuda 太田=ota 三浦=miura 和田=wada 中山=nakayama 原田=harada 石川=ishikawa 上田=ueda 内田=uchida 浅沼=asanuma
        東京=tokyo 大阪=osaka 神戸=kobe 横浜=yokohama 名古屋=nagoya 札幌=sapporo 仙台=sendai 広島=hiroshima 福岡=fukuoka 千葉=chiba
        静岡=shizuoka 浜松=hamamatsu 新潟=niigata 岡山=okayama 熊本=kumamoto 長崎=nagasaki 鹿児島=kagoshima 沖縄=okinawa 北海道=hokkaido
        四国=shikoku 九州=kyushu 関西=kansai 関東=kanto 東海=tokai 北陸=hokuriku 東北=tohoku 群馬=gunma 山梨=yamanashi 滋賀=shiga 奈良=nara
        愛知=aichi 金沢=kanazawa 富山=toyama 埼玉=saitama 茨城=ibaraki 栃木=tochigi 青森=aomori 岩手=iwate 秋田=akita 山形=yamagata
        福島=fukushima 長野=nagano 岐阜=gifu 三重=mie 和歌山=wakayama 鳥取=tottori 島根=shimane 徳島=tokushima 香川=kagawa 愛媛=ehime
        高知=kochi 佐賀=saga 大分=oita 宮崎=miyazaki 日本=nippon 国際=kokusai
        """
}
