/// The passwords anyone would try first, of those long enough to be taken: known words put together with numbers, and runs of keys.
///
/// Lists of the commonest passwords are nearly all made in a few ways. So what is kept here is the ways and the words, not the lists: a
/// password is guessed where all of it is two known words at most, two numbers at most, any runs of keys, and a sign or two; or a few signs
/// over and over. Letters may be written as the usual signs (`p@ssw0rd`), and there may be any other signs between.
enum GuessedPasswords {
    /// Whether a password is one of them.
    static func contains(_ password: String) -> Bool {
        let text = password.lowercased().unicodeScalars.compactMap(Sign.init)
        let plain = text.filter { !$0.isMark }.map(\.scalar)
        // Less than five different ones are found by trying.
        return Set(plain).count < 5 || isRepeated(plain) || isPutTogether(text)
    }

    /// A sign of a password: a letter, a digit, or a mark that may stand for a letter.
    private struct Sign {
        var scalar: Unicode.Scalar
        var letter: Unicode.Scalar

        init?(_ scalar: Unicode.Scalar) {
            let known = letters[scalar]
            guard known != nil || scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return nil }
            (self.scalar, letter) = (scalar, known ?? scalar)
        }

        var isDigit: Bool { ("0"..."9").contains(scalar) }
        var isMark: Bool { !scalar.properties.isAlphabetic && scalar.properties.numericType == nil }
    }

    /// Whether a few signs come over and over, the last time perhaps not all of them.
    private static func isRepeated(_ text: [Unicode.Scalar]) -> Bool {
        (1...max(1, min(8, text.count / 2))).contains { length in text.indices.allSatisfy { text[$0] == text[$0 % length] } }
    }

    /// What a beginning of a password is made of.
    private struct Parts: Hashable {
        var words = 0
        var numbers = 0
        var others = 0

        var isGuessed: Bool { words <= 2 && numbers <= 2 && others <= 2 }
    }

    /// Whether a text is made of so few parts.
    private static func isPutTogether(_ text: [Sign]) -> Bool {
        var ways = [Set<Parts>](repeating: [], count: text.count + 1)
        ways[0] = [Parts()]
        for start in text.indices {
            func go(to end: Int, _ change: (inout Parts) -> Void) {
                for var parts in ways[start] {
                    change(&parts)
                    if parts.isGuessed { ways[end].insert(parts) }
                }
            }
            guard !ways[start].isEmpty else { continue }
            go(to: start + 1) { if !text[start].isMark { $0.others += 1 } }
            for end in runs(in: text, from: start) { go(to: end) { _ in } }
            // A date has eight digits.
            for length in 1...8 where start + length <= text.count && text[start..<start + length].allSatisfy(\.isDigit) {
                go(to: start + length) { $0.numbers += 1 }
            }
            var word = ""
            for end in start..<min(text.count, start + longest) {
                word.unicodeScalars.append(text[end].letter)
                if words.contains(word) { go(to: end + 1) { $0.words += 1 } }
            }
        }
        return !ways[text.count].isEmpty
    }

    /// Where runs of three and more that begin at a place may end: of one sign, along the alphabet, along a row of keys, there and back.
    private static func runs(in text: [Sign], from start: Int) -> [Int] {
        var ends: [Int] = []
        func run(while goesOn: (Unicode.Scalar, Unicode.Scalar) -> Bool) {
            var end = start + 1
            while end < text.count, goesOn(text[end - 1].scalar, text[end].scalar) { end += 1 }
            if end - start >= 3 { ends += (start + 3)...end }
        }
        run { $0 == $1 }
        for next in followers { run { next[$0] == $1 } }
        return ends
    }

    /// The alphabet, and the keys as they lie side by side on English and German keyboards, across and downwards.
    private static let rows: [[Unicode.Scalar]] = [
        "0123456789", "1234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "qwertzuiopü", "asdfghjkl", "asdfghjklöä", "zxcvbnm",
        "yxcvbnm",
        "qazwsxedcrfvtgbyhnujmikolp",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "qayxswedcvfrtgbnhzujmkiolp",
    ].map { Array($0.unicodeScalars) }

    /// For each of these rows which key follows which, and the same for each from its end.
    private static let followers: [[Unicode.Scalar: Unicode.Scalar]] = rows.flatMap { row in
        [row, Array(row.reversed())].map { keys in Dictionary(zip(keys, keys.dropFirst()), uniquingKeysWith: { first, _ in first }) }
    }

    /// Signs that stand for letters.
    private static let letters: [Unicode.Scalar: Unicode.Scalar] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s", "!": "i", "|": "l", "€": "e",
    ]

    private static let longest = words.map(\.unicodeScalars.count).max() ?? 1

    /// What people take for a password where they take a word: the subject itself, feelings, seasons, names, games and animals.
    private static let words = Set(
        """
        password passwort passwd pass wort kennwort passphrase secret secrets geheim geheimnis private privat security sicherheit login signin
        logon access zugang admin administrator root system user username benutzer guest gast test testing tester demo default standard master
        manager server service support office computer laptop internet network windows linux ubuntu debian apple google microsoft facebook
        linkedin twitter instagram youtube amazon samsung nokia sony android iphone holdfast contact contacts kontakt kontakte address adressbuch
        addressbook network netzwerk vault tresor welcome willkommen hello hallo goodbye letmein openup opensesame sesame sesam changeme change
        changeit please bitte thanks danke iloveyou loveyou love liebe ichliebedich lieb you and the my me mein meine dein forever immer always
        never happy lucky sunshine sunny sonne sonnenschein moon mond star stern stars starwars startrek heaven himmel angel engel devil teufel
        jesus christ god gott lord king queen prince princess prinzessin könig koenig baby babygirl babyboy honey schatz schatzi darling liebling
        sweet sweetheart süsse lovely beautiful pretty sexy hottie cutie cool super superman batman spiderman ironman hero legend ninja samurai
        pirate dragon drache tiger lion löwe panther wolf bear bär eagle adler falcon hawk phoenix monkey affe butterfly schmetterling dolphin
        horse pferd pony rabbit hase mouse maus katze cat kitty kitten dog hund puppy doggy bird vogel fish fisch snake shark hai spider spinne
        flower blume rose lily lilie daisy cherry kirsche apple apfel banana banane orange lemon strawberry erdbeere chocolate schokolade cookie
        cookies keks candy sugar zucker cheese käse pizza pasta coffee kaffee beer bier whiskey vodka summer sommer winter spring frühling
        fruehling autumn herbst january januar february februar march märz maerz april may mai june juni july juli august september october
        oktober november december dezember monday montag tuesday dienstag wednesday mittwoch thursday donnerstag friday freitag saturday samstag
        sunday sonntag today heute tomorrow morgen football fussball fußball soccer baseball basketball hockey tennis golf rugby volleyball
        cricket swimming running runner player gamer game games gaming pokemon pikachu minecraft fortnite mario sonic zelda playstation xbox
        nintendo counterstrike warcraft diablo matrix trustno trustnoone whatever nothing something everything anything nobody somebody
        freedom freiheit peace frieden liberty justice america american england english london paris berlin münchen muenchen hamburg köln koeln
        wien zürich zuerich frankfurt stuttgart dortmund schalke bayern borussia werder liverpool arsenal chelsea manchester united barcelona
        real madrid juventus milan yankees cowboys lakers steelers eagles patriots dallas boston chicago newyork texas california canada germany
        deutschland österreich oesterreich schweiz austria switzerland europe europa france spain italy italia world welt earth erde ferrari
        porsche mercedes audi bmw volkswagen toyota honda ford mustang corvette camaro harley davidson yamaha suzuki kawasaki metallica nirvana
        rammstein beatles eminem slipknot music musik guitar gitarre piano dancer dance tanzen rocky rockstar rock metal punk money geld dollar
        euro cash million business company firma family familie mother mama mutter mommy mummy father papa vater daddy brother bruder sister
        schwester friend friends freund freunde freundin girl girls boy boys woman women frau man men mann kid kids kinder child children
        michael michelle michaela jennifer jessica ashley amanda daniel daniela david andrew andreas andrea anthony matthew matthias matthew
        joshua justin jordan thomas robert roberto charles charlie george william jonathan jonas johannes john james jacob jackson joseph josef
        nicole nicolas nikolaus stephanie stefanie stefan steven stephen alexander alexandra sandra sabrina sarah samantha sophie sofia laura
        lauren lisa linda maria marie mary martin martina monika markus mark marco max maximilian paul paula peter petra philipp patrick patricia
        christian christina christine chris claudia katharina katrin karin kevin kathrin anna anne hannah heather melissa elizabeth elisabeth emma
        emily eva erik eric frank franz fred friedrich felix florian fabian dennis dominik benjamin ben sebastian simon susanne silvia tobias tim
        tom ursula ulrike uwe wolfgang walter werner hans heinz helmut heinrich günther guenther jürgen juergen klaus lukas leon luca julia julian
        juliane maggie maxwell molly morgan buster bailey buddy ginger harley hunter jasmine killer lucy maddie oliver oscar pepper princess
        ranger rocky sammy scooter shadow smokey snoopy tigger toby tucker winston zoe qwerty qwertz azerty asdf zxcv yxcv abc xyz new old
        big little small red rot blue blau green grün gruen black schwarz white weiss weiß yellow gelb purple lila pink silver silber gold golden
        number one eins two zwei three drei four vier five fünf fuenf six sechs seven sieben eight acht nine neun ten zehn hundred hundert
        thousand tausend first second last home house haus work arbeit school schule student teacher lehrer doctor doktor police polizei soldier
        hacker hacking fuck fucker fuckyou fuckoff asshole bitch bastard shit scheisse scheiße arschloch blink penis pussy dick bigdick
        einstein mozart goethe schiller jackass maverick viking knight wizard magic magie mystery merlin gandalf frodo hobbit harrypotter
        hogwarts simpson simpsons naruto goku vegeta dragonball unbelievable impossible incredible fantastic wonderful perfect amazing awesome
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
