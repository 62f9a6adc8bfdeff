import ContactFormats
import ContactModel
import Testing

@Suite struct `Dates as tables write them` {
    static func date(_ iso: String) -> TableDate.Reading {
        CalendarDate(iso: iso).map(TableDate.Reading.day) ?? .unreadable
    }

    @Test(
        arguments: [
            // LinkedIn's own.
            ("20 Nov 2018", "2018-11-20"), ("08 Feb 2026", "2026-02-08"), ("8 Feb 2026", "2026-02-08"),
            ("9/25/17, 3:45 AM", "2017-09-25"), ("1/2/20, 12:00 PM", "2020-01-02"), ("1/2/20, 3:45\u{202F}PM", "2020-01-02"),
            ("01/31/24, 09:15 AM", "2024-01-31"), ("1/29/26, 2:37 PM", "2026-01-29"), ("3/4/2017, 3:45 am", "2017-03-04"),
            ("2026/07/28 13:20:49 UTC", "2026-07-28"), ("2026-01-31 09:01:02 UTC", "2026-01-31"),
            ("2026-02-09 01:21:47", "2026-02-09"), ("Sat Sep 05 08:12:14 UTC 2026", "2026-09-05"), ("Jan 2, 1990", "1990-01-02"),
            // A spreadsheet's.
            ("9-May-22", "2022-05-09"), ("09-May-22", "2022-05-09"), ("7-Feb-22", "2022-02-07"), ("20-nov-20", "2020-11-20"),
            ("31.12.2021", "2021-12-31"), ("31.12.21", "2021-12-31"), ("07.02.2022", "2022-02-07"), ("1.2.2022", "2022-02-01"),
            ("2026-01-02", "2026-01-02"), ("2026-01-02T03:04:05Z", "2026-01-02"), ("2026-01-02T03:04:05.678+02:00", "2026-01-02"),
            ("2026-01-02 00:00:00", "2026-01-02"), ("2026/1/2", "2026-01-02"), ("2026.01.02", "2026-01-02"),
            ("25/09/2017", "2017-09-25"), ("09/25/2017", "2017-09-25"), ("25-09-2017", "2017-09-25"), ("25/09/2017 03:45", "2017-09-25"),
            ("05/05/2022", "2022-05-05"), ("25/09/2017 3:45 AM", "2017-09-25"), ("2018-Nov-20", "2018-11-20"),
            ("November 20, 2018", "2018-11-20"), ("Nov 20 2018", "2018-11-20"), ("Tuesday, 20 November 2018", "2018-11-20"),
            // Other languages.
            ("12 mars 2023", "2023-03-12"), ("1er févr. 2023", "2023-02-01"), ("3 août 2021", "2021-08-03"),
            ("3 aou\u{302}t 2021", "2021-08-03"), ("14 DÉC. 2020", "2020-12-14"), ("14. März 2022", "2022-03-14"),
            ("14. Mrz 22", "2022-03-14"), ("02 Okt 2020", "2020-10-02"), ("02. Dez. 2020", "2020-12-02"), ("5. Jänner 2020", "2020-01-05"),
            ("20 de noviembre de 2018", "2018-11-20"), ("3 ene 2020", "2020-01-03"), ("3-ago-20", "2020-08-03"),
            ("1 sept 2020", "2020-09-01"),
            ("7 gen 2020", "2020-01-07"), ("7 luglio 2020", "2020-07-07"), ("9 set 2020", "2020-09-09"),
            ("9 de março de 2020", "2020-03-09"),
            ("9 out 2020", "2020-10-09"), ("9 mrt 2020", "2020-03-09"), ("9 mei 2020", "2020-05-09"), ("9 paź 2020", "2020-10-09"),
            ("9 października 2020", "2020-10-09"), ("9 lis 2020", "2020-11-09"), ("9 cze 2020", "2020-06-09"), ("9 sty 2020", "2020-01-09"),
            ("20.ноя.20", "2020-11-20"), ("5 MAY 2021", "2021-05-05"), ("2022年2月7日", "2022-02-07"), ("2021年12月31日", "2021-12-31"),
            ("2022 年 2 月 7 日", "2022-02-07"), ("2022년 2월 7일", "2022-02-07"), ("2020년 11월 20일 9:15", "2020-11-20"),
            // Marks and blanks around it.
            ("  20 Nov 2018 ", "2018-11-20"), ("'20 Nov 2018", "2018-11-20"), ("20\u{A0}Nov\u{A0}2018", "2018-11-20"),
            ("\u{FEFF}20 Nov 2018", "2018-11-20"), ("20\u{2011}Nov\u{2011}18", "2018-11-20"), ("29 Feb 2024", "2024-02-29"),
            ("31 Dec 2099", "2099-12-31"),
        ]
    )
    func `are read in every shape`(text: String, iso: String) {
        #expect(TableDate.read(text) == Self.date(iso))
    }

    @Test(
        arguments: [
            "0022-02-07", "31 Feb 2020", "30.02.2021", "29 Feb 2023", "00 Jan 1900", "1/0/1900", "hello", "Connected On", "20 Foo 2018",
            "20 Nov 018", "20 Nov 20188", "13/13/2020", "32/01/2020", "00/05/2022", "99999999999999999999", "20 Nov", "44000.5", "-44000",
            "#NAME?", "########", "20:99", "25/13/2020", "12:30", "/", "20 Nov Dec 2018", "1 2 3 4 5", "9/25/17, 99:99 AM",
            "25/9/17, 3:45 AM",
            "2020-02-30", "2020-13-01", "\u{0}", "🎉", "1970", String(repeating: "9", count: 500),
        ]
    )
    func `that are none never become one`(text: String) {
        switch TableDate.read(text) {
        case .unreadable, .partial: break
        case .day, .ambiguous, .empty: Issue.record("\(text) was read as \(TableDate.read(text))")
        }
    }

    @Test(arguments: ["", " ", "\u{A0}", "\u{FEFF}"])
    func `that are not there are empty`(text: String) {
        #expect(TableDate.read(text) == .empty)
    }

    @Test(arguments: ["03/04/2022", "3/4/22", "03-04-2022", "3/4/2022 10:00", "03/04/2022 3:45 AM"])
    func `of open order are ambiguous until the column has proven one`(text: String) {
        #expect(TableDate.read(text) == .ambiguous)
        #expect(TableDate.read(text, order: .dayFirst) == Self.date("2022-04-03"))
        #expect(TableDate.read(text, order: .monthFirst) == Self.date("2022-03-04"))
    }

    @Test(
        arguments: [
            (["03/04/2022", "25/04/2022"], TableDate.Order.dayFirst), (["03/04/2022", "04/25/2022"], .monthFirst),
            (["03/04/2022", "04/05/2022"], nil), (["25/04/2022", "04/25/2022", "03/04/2022"], nil),
            // LinkedIn's own way, full stops and years in front prove nothing about a spreadsheet's slashes.
            (["9/25/17, 3:45 AM", "03/04/2022"], nil), (["25.04.2022", "03/04/2022"], nil), (["2022-04-25", "03/04/2022"], nil),
            (["45/04/2022", "31/02/2022"], nil), ([], nil),
        ] as [([String], TableDate.Order?)]
    )
    func `prove the order of their column only by a number above twelve`(texts: [String], order: TableDate.Order?) {
        var survey = TableDate.Survey()
        for text in texts { survey.see(text) }
        #expect(survey.order == order)
    }

    @Test(arguments: ["22-02-07", "21-11-12", "07-02-22", " 22-02-07 10:30 "])
    func `of two digits each with dashes don't say where their year is`(text: String) {
        #expect(TableDate.read(text) == .ambiguous)
        #expect(TableDate.birthday(text) == nil)
    }

    @Test(
        arguments: [
            (["22-02-07", "21-11-28"], TableDate.Order.yearFirst, "2022-02-07"),
            (["22-02-07", "31-11-20", "30-03-21"], .dayFirst, "2007-02-22"),
            (["22-02-07", "21-11-12"], nil, nil), (["22-02-07", "28-02-28"], nil, nil), (["22-02-07", "02-25-21"], .monthFirst, nil),
            (["22-02-07", "21-11-28", "28-11-21"], nil, nil),
        ] as [([String], TableDate.Order?, String?)]
    )
    func `of two digits each are read as their column proves by a number that can be no year yet`(
        texts: [String], order: TableDate.Order?, first: String?
    ) throws {
        var survey = TableDate.Survey(today: try #require(CalendarDate(iso: "2026-11-26")))
        for text in texts { survey.see(text) }
        #expect(survey.order == order)
        if let first { #expect(TableDate.read(texts[0], order: order) == Self.date(first)) }
    }

    @Test func `of open order are counted, the first one as an example`() {
        var survey = TableDate.Survey()
        for text in ["20 Nov 2018", "03/04/2022", "05/05/2022", "04/05/2022"] { survey.see(text) }
        #expect(survey.undecidedCount == 2)
        #expect(survey.undecidedExample == "03/04/2022")
    }

    @Test func `that are a spreadsheet's day numbers are read only in a column of dates`() {
        #expect(TableDate.read("43789") == .unreadable)
        #expect(TableDate.read("43789", allowsSerials: true) == Self.date("2019-11-20"))
        #expect(TableDate.read("20000", allowsSerials: true) == Self.date("1954-10-03"))
        #expect(TableDate.read("60000", allowsSerials: true) == Self.date("2064-04-08"))
        for text in ["19999", "60001", "43789.5", "43789,25", "043789"] {
            #expect(TableDate.read(text, allowsSerials: true) == .unreadable)
        }
    }

    @Test func `of less than a day stay less than a day`() {
        #expect(TableDate.read("Jan 2020") == PartialDate(year: 2020, month: 1).map(TableDate.Reading.partial))
        #expect(TableDate.read("2020") == PartialDate(year: 2020).map(TableDate.Reading.partial))
        #expect(TableDate.read("Jan 2") == PartialDate(month: 1, day: 2).map(TableDate.Reading.partial))
    }

    @Test(
        arguments: [
            ("Jan 2, 1990", PartialDate(year: 1990, month: 1, day: 2)), ("Jan 2", PartialDate(month: 1, day: 2)),
            ("1990-01-02", PartialDate(year: 1990, month: 1, day: 2)), ("2 Jan 85", PartialDate(month: 1, day: 2)), ("3/4/1990", nil),
            ("soon", nil), ("", nil),
        ]
    )
    func `of birth keep what is certain`(text: String, expected: PartialDate?) {
        #expect(TableDate.birthday(text) == expected)
    }

    @Test func `of every day of a leap year are read alike in all of LinkedIn's shapes`() {
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        for offset in 0..<366 {
            let day = CalendarDate(daysSince1970: 18_262 + offset)
            let name = names[day.month - 1]
            let two = day.day < 10 ? "0\(day.day)" : "\(day.day)"
            let expected = TableDate.Reading.day(day)
            #expect(TableDate.read("\(two) \(name) \(day.year)") == expected)
            #expect(TableDate.read("\(day.day)-\(name)-\(day.year % 100)") == expected)
            #expect(TableDate.read("\(day.month)/\(day.day)/\(day.year % 100), 11:05 PM") == expected)
            #expect(TableDate.read(day.description) == expected)
        }
    }

    @Test func `made of anything at all never trap`() {
        var generator = SystemRandomNumberGenerator()
        let alphabet = Array("0123456789/-.,: 'JanFebMarTZUC\u{202F}é年\r\n".unicodeScalars)
        for _ in 0..<5_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...24, using: &generator) {
                text.unicodeScalars.append(alphabet[Int.random(in: 0..<alphabet.count, using: &generator)])
            }
            if case .day(let day) = TableDate.read(text, allowsSerials: true) { #expect((1900...2199).contains(day.year), "\(text)") }
        }
    }
}
