import ContactModel

/// A country as phone numbers and people tell of it.
struct Country: Hashable, Sendable {
    /// Its two capital letters (ISO 3166-1).
    let region: String
    /// The digits in front of its numbers.
    let callingCode: String

    /// The country a postal address is in: as it is named there, or at the end of an address in one piece; `nil` where nothing tells.
    ///
    /// Two letters at the end of an address may as well be a state's ("Columbus, IN"), so only a name counts there.
    init?(of address: PostalAddress) {
        let last = address.full?.split { $0 == "," || $0 == "\n" || $0 == ";" }.last.map(String.init)
        guard let country = address.country.flatMap({ Self(called: $0) }) ?? last.flatMap({ Self.byName[FoldedWords($0).bytes] })
        else { return nil }
        self = country
    }

    /// The country of a name or of two letters, in any case; `nil` where it is none of the table's.
    init?(called name: String) {
        let key = FoldedWords(name).bytes
        let letters = key.count == 2 ? String(decoding: key, as: UTF8.self).uppercased() : ""
        guard let country = Self.byRegion[letters] ?? Self.byName[key] else { return nil }
        self = country
    }

    /// The country a company's name names ("Acme Deutschland GmbH", "Acme (UK) Ltd") or whose legal form it carries; `nil` where it does neither.
    init?(ofCompany name: String) {
        let words = FoldedWords(name)
        let named = words.starts.indices.lazy.compactMap { place in
            Self.byName[Array(words[place])] ?? Self.byName[Array(words.joined(place..<place + 2))]
        }
        let formed = (0..<words.count).reversed().lazy.compactMap { Self.byLegalForm[String(decoding: words[$0], as: UTF8.self)] }
        guard let country = named.first ?? formed.first.flatMap({ Self.byRegion[$0] }) else { return nil }
        self = country
    }

    /// The country at the end of an e-mail address (`.co.uk`); `nil` for domains of no country, and for those sold to everybody.
    init?(ofAddress address: String) {
        guard let end = address.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        let letters = address[address.index(after: end)...].uppercased()
        guard letters.utf8.count == 2, letters != Self.soldToEverybody, let country = Self.byRegion[letters == "UK" ? "GB" : letters]
        else { return nil }
        self = country
    }

    private init(region: String, callingCode: String) { (self.region, self.callingCode) = (region, callingCode) }

    /// The one of the table's countries whose end is sold as short for "company".
    private static let soldToEverybody = "CO"

    /// Legal forms that one country has nearly alone; "AG", "SA" and "Ltd" tell of several.
    private static let byLegalForm: [String: String] = [
        "gmbh": "DE", "ggmbh": "DE", "ohg": "DE", "sarl": "FR", "sas": "FR", "sasu": "FR", "spa": "IT", "srl": "IT", "bv": "NL", "nv": "NL",
        "bvba": "BE", "ab": "SE", "oy": "FI", "oyj": "FI", "aps": "DK", "spzoo": "PL", "kft": "HU", "zrt": "HU", "sro": "CZ", "plc": "GB",
        "pty": "AU", "ltda": "BR", "pvt": "IN", "ehf": "IS", "uab": "LT", "sia": "LV", "ou": "EE", "doo": "RS",
    ]

    private static let all: [(country: Country, names: [[UInt8]])] = table.split(separator: "\n").compactMap { line in
        let parts = line.split(separator: " ", maxSplits: 2)
        guard parts.count == 3 else { return nil }
        return (
            Country(region: String(parts[0]), callingCode: String(parts[1])),
            parts[2].split(separator: ",").map { FoldedWords(String($0)).bytes }
        )
    }
    private static let byRegion = Dictionary(all.map { ($0.country.region, $0.country) }, uniquingKeysWith: { first, _ in first })
    private static let byName = Dictionary(
        all.flatMap { one in one.names.map { ($0, one.country) } }, uniquingKeysWith: { first, _ in first })

    /// A country a line: its letters, its code, its names in English, German, French, Spanish, Italian and its own languages.
    private static let table = """
        AE 971 United Arab Emirates,UAE,Vereinigte Arabische Emirate,Émirats arabes unis,Emiratos Árabes Unidos,Emirati Arabi Uniti
        AL 355 Albania,Albanien,Albanie,Shqipëria
        AM 374 Armenia,Armenien,Arménie
        AR 54 Argentina,Argentinien,Argentine
        AT 43 Austria,Österreich,Oesterreich,Autriche
        AU 61 Australia,Australien,Australie
        AZ 994 Azerbaijan,Aserbaidschan,Azerbaïdjan,Azerbaiyán
        BA 387 Bosnia and Herzegovina,Bosnia,Bosnien und Herzegowina,Bosnie-Herzégovine,Bosna i Hercegovina
        BD 880 Bangladesh,Bangladesch
        BE 32 Belgium,Belgien,Belgique,Bélgica,Belgio,België
        BG 359 Bulgaria,Bulgarien,Bulgarie,България
        BH 973 Bahrain,Bahreïn
        BO 591 Bolivia,Bolivien,Bolivie
        BR 55 Brazil,Brasilien,Brésil,Brasil,Brasile
        BY 375 Belarus,Weißrussland,Biélorussie,Bielorrusia,Беларусь
        CA 1 Canada,Kanada,Canadá
        CH 41 Switzerland,Schweiz,Suisse,Suiza,Svizzera
        CL 56 Chile,Chili,Cile
        CN 86 China,People's Republic of China,PRC,Chine,Cina,中国,中國
        CO 57 Colombia,Kolumbien,Colombie
        CR 506 Costa Rica
        CY 357 Cyprus,Zypern,Chypre,Chipre,Cipro,Κύπρος
        CZ 420 Czech Republic,Czechia,Tschechien,République tchèque,Tchéquie,República Checa,Česko,Česká republika
        DE 49 Germany,Deutschland,Allemagne,Alemania,Germania,Alemanha,Duitsland,Niemcy
        DK 45 Denmark,Dänemark,Danemark,Dinamarca,Danimarca,Danmark
        DO 1 Dominican Republic,Dominikanische Republik,République dominicaine,República Dominicana
        DZ 213 Algeria,Algerien,Algérie,Argelia
        EC 593 Ecuador,Équateur
        EE 372 Estonia,Estland,Estonie,Eesti
        EG 20 Egypt,Ägypten,Égypte,Egipto,Egitto
        ES 34 Spain,Spanien,Espagne,España,Spagna,Espanha
        FI 358 Finland,Finnland,Finlande,Finlandia,Suomi
        FR 33 France,Frankreich,Francia,França,Frankrijk
        GB 44 United Kingdom,UK,U.K.,Great Britain,Britain,GBR,England,Scotland,Wales,Northern Ireland,Vereinigtes Königreich,Großbritannien,Royaume-Uni,Grande-Bretagne,Angleterre,Reino Unido,Regno Unito
        GE 995 Georgia,Georgien,Géorgie
        GH 233 Ghana
        GR 30 Greece,Griechenland,Grèce,Grecia,Hellas,Ελλάδα
        HK 852 Hong Kong,Hongkong,香港
        HR 385 Croatia,Kroatien,Croatie,Croacia,Croazia,Hrvatska
        HU 36 Hungary,Ungarn,Hongrie,Hungría,Ungheria,Magyarország
        ID 62 Indonesia,Indonesien,Indonésie
        IE 353 Ireland,Irland,Irlande,Irlanda,Éire,Republic of Ireland
        IL 972 Israel,Israël,ישראל
        IN 91 India,Indien,Inde,Bharat
        IS 354 Iceland,Island,Islande,Islandia,Ísland
        IT 39 Italy,Italien,Italie,Italia,Itália
        JO 962 Jordan,Jordanien,Jordanie
        JP 81 Japan,Japon,Japón,Giappone,日本
        KE 254 Kenya,Kenia
        KR 82 South Korea,Korea,Republic of Korea,Südkorea,Corée du Sud,Corea del Sur,대한민국,한국
        KW 965 Kuwait,Koweït
        KZ 7 Kazakhstan,Kasachstan
        LB 961 Lebanon,Libanon,Liban,Líbano
        LI 423 Liechtenstein
        LK 94 Sri Lanka
        LT 370 Lithuania,Litauen,Lituanie,Lituania,Lietuva
        LU 352 Luxembourg,Luxemburg,Luxemburgo,Lussemburgo
        LV 371 Latvia,Lettland,Lettonie,Letonia,Latvija
        MA 212 Morocco,Marokko,Maroc,Marruecos,Marocco
        MK 389 North Macedonia,Nordmazedonien,Macédoine du Nord
        MT 356 Malta,Malte
        MX 52 Mexico,Mexiko,Mexique,México,Messico
        MY 60 Malaysia,Malaisie
        NG 234 Nigeria
        NL 31 Netherlands,The Netherlands,Holland,Niederlande,Pays-Bas,Países Bajos,Paesi Bassi,Nederland
        NO 47 Norway,Norwegen,Norvège,Noruega,Norvegia,Norge
        NZ 64 New Zealand,Neuseeland,Nouvelle-Zélande,Nueva Zelanda
        PE 51 Peru,Pérou,Perú
        PH 63 Philippines,Philippinen,Filipinas
        PK 92 Pakistan
        PL 48 Poland,Polen,Pologne,Polonia,Polska
        PT 351 Portugal,Portogallo
        PY 595 Paraguay
        QA 974 Qatar,Katar
        RO 40 Romania,Rumänien,Roumanie,Rumania,România
        RS 381 Serbia,Serbien,Serbie,Srbija,Србија
        RU 7 Russia,Russian Federation,Russland,Russie,Rusia,Россия
        SA 966 Saudi Arabia,Saudi-Arabien,Arabie saoudite,Arabia Saudita
        SE 46 Sweden,Schweden,Suède,Suecia,Svezia,Sverige
        SG 65 Singapore,Singapur,Singapour
        SI 386 Slovenia,Slowenien,Slovénie,Eslovenia,Slovenija
        SK 421 Slovakia,Slowakei,Slovaquie,Eslovaquia,Slovensko
        SN 221 Senegal,Sénégal
        TH 66 Thailand,Thaïlande,Tailandia
        TN 216 Tunisia,Tunesien,Tunisie,Túnez
        TR 90 Turkey,Türkei,Turquie,Turquía,Turchia,Türkiye
        TW 886 Taiwan,台灣,臺灣
        UA 380 Ukraine,Ucrania,Ucraina,Україна
        US 1 United States,United States of America,USA,U.S.A.,Vereinigte Staaten,États-Unis,Estados Unidos,Stati Uniti
        UY 598 Uruguay
        VE 58 Venezuela
        VN 84 Vietnam,Viet Nam,Việt Nam
        ZA 27 South Africa,Südafrika,Afrique du Sud,Sudáfrica
        """
}
