/// What stands behind a name or its initials in a label: the kind of company, its legal form, its country.
extension CompanyDomainFit {
    /// The name and a word for the kind of company, where neither alone tells anything: Sample Oil, `sampleoilgroup`; The City Bank,
    /// `thecitybank`; First Bank of Nigeria, `firstbankng`.
    static func isNameWithEnding(_ letters: [UInt8], of name: FoldedWords, _ core: Range<Int>) -> Bool {
        guard core.count > 1 else { return false }
        let joined = name.joined(core)
        if letters.count == joined.count + 3, letters.starts(with: "the".utf8), letters.dropFirst(3).elementsEqual(joined) { return true }
        // All words, or those before a small one: "Union Bank" of "Union Bank of Nigeria".
        var ends = [core.upperBound]
        if let small = core.dropFirst(2).first(where: { smallWords.contains(name[$0]) }) { ends.append(small) }
        for end in ends {
            let head = name.joined(core.lowerBound..<end)
            guard head.count >= 7, letters.count > head.count, letters.starts(with: head) else { continue }
            let behind = letters.dropFirst(head.count)
            if namesKind(behind) || countryCodes.contains(behind) { return true }
        }
        return false
    }

    /// Initials and what was left out of the name or is said once more: First Sample Minerals, `fsml` for "Limited"; Great Example,
    /// `gelaw`; Ghana Sample Petroleum, `gspghana`.
    static func isInitialsWithEnding(_ letters: [UInt8], of name: FoldedWords, _ core: Range<Int>) -> Bool {
        guard letters.count >= 4, core.count > 1, letters.first == name[core.lowerBound].first else { return false }
        let weighty = core.count { !smallWords.contains(name[$0]) }
        for length in 1...min(10, letters.count - 2) {
            let (initials, ending) = (Array(letters.dropLast(length)), letters.suffix(length))
            // Two initials are few: they need all words, and an ending that is hardly a chance's.
            if initials.count < 3 {
                guard weighty == 2, length >= 2, forms.contains(ending) || behindTwo.contains(ending) else { continue }
            } else {
                guard forms.contains(ending) || countryCodes.contains(ending) || namesKind(ending) else { continue }
            }
            if isAcronym(initials, of: name, core) || isAcronym(initials, of: name, 0..<name.count) { return true }
        }
        return false
    }

    /// Initials of the words before those that say only what the company is and where: Acme and Example Muster Banking Group, `aem`; three at
    /// least, or two that are words themselves: A&E Bank, `ae`.
    static func isAcronymOfBeginning(_ letters: [UInt8], of name: FoldedWords, _ core: Range<Int>) -> Bool {
        guard letters.count >= 2, core.count > letters.count, letters.first == name[core.lowerBound].first else { return false }
        for end in core.lowerBound + letters.count..<core.upperBound {
            guard (end..<core.upperBound).allSatisfy({ GenericWords.tellsNothing(name[$0]) || smallWords.contains(name[$0]) }) else {
                continue
            }
            let head = core.lowerBound..<end
            if letters.count == 2, head.contains(where: { name[$0].count > 1 }) { continue }
            if isAcronym(letters, of: name, head) { return true }
        }
        return false
    }

    /// Two initials and the connective between them: Legal & Sample, `lands`.
    static func isInitialsWithConnective(_ letters: [UInt8], of name: FoldedWords, _ core: Range<Int>) -> Bool {
        guard core.count == 2, name.connectives.contains(core.lowerBound + 1), let first = name[core.lowerBound].first,
            let second = name[core.lowerBound + 1].first
        else { return false }
        return ["and", "und", "et"].contains { letters.elementsEqual([first] + $0.utf8 + [second]) }
    }

    /// Legal forms as initials have them at their end.
    private static let forms = WordTable("l c cl lc ltd plc co corp inc spa llc bhd pty pcl tbk jsc")

    /// What may stand behind two initials.
    private static let behindTwo = WordTable("law legal lawfirm group capital")

    /// Countries' letters as companies put them behind their name.
    private static let countryCodes = WordTable(
        """
        ae al am ao ar at au az ba bd be bg bh bj bo br bw by ca cd ch ci cl cm cn co cr cy cz de dk do dz ec ee eg es et fi fj fr ga ge
        gh gm gn gr gt hk hn hr hu id ie il in iq ir it jm jo jp ke kh kr kw kz lb lk lt lu lv ma md me mg mk ml mm mn mo mt mu mw mx my
        mz na ng ni nl no np nz om pa pe ph pk pl ps pt py qa ro rs ru rw sa sd se sg si sk sl sn sv sy td tg th tn tr tt tw tz ua ug uk us
        uy uz ve vn ye za zm zw
        """
    )
}
