/// Whether a company is a school or university, and whether a school's domain may be its own.
enum SchoolName {
    /// Whether a folded name holds a word for a school.
    static func isSchool(_ name: FoldedWords) -> Bool {
        (0..<name.count).contains { index in
            let word = name[index]
            return words.contains(word) || word.starts(with: "universi".utf8) || word.starts(with: "polit".utf8)
                || word.starts(with: "polyt".utf8)
                || stems.contains { word.starts(with: $0) } || ideographs.contains { word.holds($0) }
        }
    }

    /// Whether the letters of a school's label occur in its name in their order, as in `unimelb` and University of Melbourne, or are three
    /// to five of its words' initials in any. A name with a Chinese, Japanese or Korean word for a school may have any label.
    ///
    /// Far too little to tell a company by; enough between a domain that is a school's and a company that is a school.
    static func mayBe(_ label: ArraySlice<UInt8>, of name: FoldedWords) -> Bool {
        let letters = label.filter { $0 >= 0x61 && $0 <= 0x7A }
        guard letters.count >= 2 else { return false }
        if ideographs.contains(where: { name.bytes[...].holds($0) }) { return true }
        let spelled = name.bytes.contains { $0 >= 0x80 } ? Array(Transliteration.latin(name.text).utf8) : name.bytes
        var rest = letters[...]
        for byte in spelled where byte == rest.first {
            rest = rest.dropFirst()
            if rest.isEmpty { return true }
        }
        // The initials in another language's order: Technical University of Denmark, `dtu`.
        return (3...5).contains(letters.count) && initials(letters[...], of: name)
    }

    /// Whether letters are initials of a name's words, in any order.
    private static func initials(_ letters: ArraySlice<UInt8>, of name: FoldedWords) -> Bool {
        var initials = (0..<name.count).compactMap { name[$0].first }
        return letters.allSatisfy { letter in
            guard let place = initials.firstIndex(of: letter) else { return false }
            initials.remove(at: place)
            return true
        }
    }

    /// Whether a label may be a school's own abbreviation at a domain nothing else tells is a school's: `uregin` and `uniregin` of the
    /// University of Regin. It begins with the beginning of a word for a school, and then come letters of the name's telling words.
    static func isAbbreviation(_ label: ArraySlice<UInt8>, of name: FoldedWords) -> Bool {
        guard label.count >= 4, label.count <= 12 else { return false }
        // `ulpgc`: initials alone, of which one is for the school itself. `unibg`: a university, and letters of its town.
        if label.first == UInt8(ascii: "u"), label.count <= 5, initials(label, of: name) { return true }
        if label.starts(with: "uni".utf8), mayBe(label, of: name) { return true }
        let telling = (0..<name.count).filter {
            !words.contains(name[$0]) && name[$0].count >= 4 && !name[$0].starts(with: "universi".utf8)
        }
        return telling.contains { index in
            let start = name[index].prefix(3)
            guard let place = label.indices.first(where: { label[$0...].starts(with: start) }) else { return false }
            return place == label.startIndex || beginnings.contains(label[..<place])
        }
    }

    /// What stands for a school before the name of its town.
    private static let beginnings = WordTable("u un uni univ tu ut us um ua uc up fh th hs ist poli poly inst iut esc ens insa hes")

    /// What words for a school begin with, in Cyrillic and Greek.
    private static let stems = [
        "университет", "університет", "універсітэт", "институт", "інститут", "академия", "академія", "школа", "πανεπιστημιο",
    ].map {
        Array($0.utf8)
    }
    /// Chinese, Japanese and Korean words for one; names written so can't be compared with Latin letters.
    private static let ideographs = ["大学", "大學", "学院", "學院", "대학"].map { Array($0.utf8) }

    private static let words = WordTable(
        """
        university universitat universite universita universita universidad universidade universiteit universitet universitetet uniwersytet
        univerzita univerza sveuciliste egyetem college colegio school schule hochschule fachhochschule musikhochschule ecole escuela escola
        scuola technion institute institut instituto istituto academy akademie akademia academie academia accademia faculty facultad gymnasium
        lycee liceo lyceum iit iim nit iiit eth epfl tu fh campus conservatory conservatoire seminary tecnologico hogeschool hoyskole yliopisto
        ulikool universitesi universitatea politehnica berkeley mit kaist unam ucl
        """
    )
}
