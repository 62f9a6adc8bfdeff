/// The names of the twelve months, long and short, in the languages spreadsheets write them in.
///
/// LinkedIn itself writes English only; a spreadsheet that re-saves a file writes its own language (`20-nov-20`, `12 mars 2023`).
/// Names are compared without case, accents and full stops. No name stands for different months in two of these languages.
enum MonthNames {
    /// The month, 1 to 12, a folded word names; `nil` for any other word.
    ///
    /// - Parameter word: at most 16 bytes, its letters folded by `LetterFolding`.
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
