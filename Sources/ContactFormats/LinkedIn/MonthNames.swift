/// The names of the twelve months, long and short, in the languages spreadsheets write them in.
///
/// LinkedIn itself writes English only; a spreadsheet that re-saves a file writes its own language (`20-nov-20`, `12 mars 2023`).
/// Names are compared without case, accents and full stops. No name stands for different months in two of these languages.
enum MonthNames {
    /// The month, 1 to 12, a folded word names; `nil` for any other word.
    ///
    /// - Parameter word: at most 16 bytes, already folded by `fold`.
    static func month(_ word: [UInt8]) -> Int? {
        if word.count == 3, let month = english(word[0], word[1], word[2]) { return month }
        return table[word]
    }

    /// The month of an English three-letter name in lower case; the form of every untouched file, so it has a way of its own.
    @inline(__always)
    static func english(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int? {
        switch UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third) {
        case 0x6a616e: 1
        case 0x666562: 2
        case 0x6d6172: 3
        case 0x617072: 4
        case 0x6d6179: 5
        case 0x6a756e: 6
        case 0x6a756c: 7
        case 0x617567: 8
        case 0x736570: 9
        case 0x6f6374: 10
        case 0x6e6f76: 11
        case 0x646563: 12
        default: nil
        }
    }

    /// The folded form of one character of a word; `nil` for characters that are dropped (combining accents).
    static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x41...0x5A: Unicode.Scalar(scalar.value + 32)
        case 0x300...0x36F: nil
        case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105: "a"
        case 0xC7, 0xE7, 0x106...0x10D: "c"
        case 0x10E...0x111: "d"
        case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: "e"
        case 0x11C...0x123: "g"
        case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131: "i"
        case 0x139...0x142: "l"
        case 0xD1, 0xF1, 0x143...0x148: "n"
        case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x151: "o"
        case 0x154...0x159: "r"
        case 0x15A...0x161, 0x218, 0x219: "s"
        case 0x162...0x165, 0x21A, 0x21B: "t"
        case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: "u"
        case 0xDD, 0xFD, 0xFF: "y"
        case 0x179...0x17E: "z"
        case 0x410...0x42F: Unicode.Scalar(scalar.value + 32)
        default: scalar
        }
    }

    private static let table: [[UInt8]: Int] = {
        var table: [[UInt8]: Int] = [:]
        for (index, names) in names.enumerated() {
            for name in names.split(separator: " ") { table[Array(name.utf8)] = index + 1 }
        }
        return table
    }()

    // English, German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian, Polish, Czech, Hungarian, Romanian, Turkish, Finnish,
    // Russian; where a language has them, the forms used inside dates too.
    private static let names = [
        "january jan januar janner jaenner janvier janv enero ene gennaio gen janeiro januari styczen stycznia sty leden ledna led "
            + "ianuarie ian ocak oca tammikuu tammikuuta tammi январь января янв",
        "february feb februar feber fevrier fevr fev febrero febbraio fevereiro februari luty lutego lut unor unora febr februarie subat "
            + "sub helmikuu helmikuuta helmi февраль февраля февр фев",
        "march mar marz maerz mrz mars marzo marco maart mrt marts marzec marca brezen brezna marcius marc martie mart maaliskuu "
            + "maaliskuuta maalis март марта мар",
        "april apr avril avr abril abr aprile kwiecien kwietnia kwi duben dubna aprilis aprilie nisan nis huhtikuu huhtikuuta huhti "
            + "апрель апреля апр",
        "may mai mayo maggio mag maio mei maj maja kveten kvetna kve majus mayis toukokuu toukokuuta touko май мая",
        "june jun juni juin junio giugno giu junho czerwiec czerwca cze cerven cervna junius iunie iun haziran haz kesakuu kesakuuta kesa "
            + "июнь июня июн",
        "july jul juli juillet juil julio luglio lug julho lipiec lipca lip cervenec cervence julius iulie iul temmuz tem heinakuu "
            + "heinakuuta heina июль июля июл",
        "august aug aout aou agosto ago augustus augusti sierpien sierpnia sie srpen srpna srp augusztus agustos agu elokuu elokuuta elo "
            + "август августа авг",
        "september sep sept septembre septiembre setiembre set settembre sett setembro wrzesien wrzesnia wrz zari szeptember szept "
            + "septembrie eylul eyl syyskuu syyskuuta syys сентябрь сентября сент сен",
        "october oct oktober okt octobre octubre ottobre ott outubro out pazdziernik pazdziernika paz rijen rijna octombrie ekim eki "
            + "lokakuu lokakuuta loka октябрь октября окт",
        "november nov novembre noviembre novembro listopad listopada lis noiembrie noi kasim kas marraskuu marraskuuta marras "
            + "ноябрь ноября нояб ноя",
        "december dec dezember dez decembre diciembre dic dicembre dezembro desember des grudzien grudnia gru prosinec prosince "
            + "decembrie aralik ara joulukuu joulukuuta joulu декабрь декабря дек",
    ]
}
