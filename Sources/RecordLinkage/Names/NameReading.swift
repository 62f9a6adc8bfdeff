/// A name in its words, as found in whatever fields a record has for it.
///
/// Words are kept as letters in one buffer, which is used again for the next record.
struct NameReading {
    /// A word of the name.
    struct Word {
        var start: Int
        var end: Int
        var hash: UInt32
        /// Whether it hangs on the word before it by a hyphen.
        var isHyphenated: Bool

        var count: Int { end - start }
    }

    private(set) var letters: [UInt8] = []
    private(set) var given: [Word] = []
    private(set) var family: [Word] = []
    /// Family names of other times: a maiden name in brackets.
    private(set) var formerFamily: [Word] = []
    /// What the person is called: a nickname in brackets.
    private(set) var called: [Word] = []
    /// Where in `letters` the particles before the family name lie.
    private(set) var particles = 0..<0
    private(set) var isUnordered = false
    private(set) var isLone = false
    /// Which of several of the name it is.
    private(set) var generation: Generation?

    private let words = NameWords.standard
    private var names: GivenNameTable { .standard }

    private static let pronouns = WordSet(
        ["she", "her", "hers", "he", "him", "his", "they", "them", "theirs", "sie", "er"].map {
            ValueHash.of($0)
        })

    /// Forgets the last record.
    mutating func clear() {
        letters.removeAll(keepingCapacity: true)
        given.removeAll(keepingCapacity: true)
        family.removeAll(keepingCapacity: true)
        formerFamily.removeAll(keepingCapacity: true)
        called.removeAll(keepingCapacity: true)
        particles = 0..<0
        isUnordered = false
        isLone = false
        generation = nil
    }

    var isEmpty: Bool { given.isEmpty && family.isEmpty }

    /// Whether a word can be part of a name beside a title: most titles are no names.
    private func isTitle(_ word: TextLetters.Word, _ text: TextLetters) -> Bool {
        words.titles.contains(text.hash(word))
    }

    /// Whether a word behind so many others says which of several of the name it is; then it is no part of the name.
    private mutating func takeGeneration(_ word: TextLetters.Word, _ text: TextLetters, at place: Int, behind least: Int) -> Bool {
        guard place >= least, !word.hasDigit, let found = Generation(text.hash(word), isDotted: word.after == .dot) else { return false }
        generation = found
        return true
    }

    private mutating func copy(_ word: TextLetters.Word, _ text: TextLetters) -> Word {
        let start = letters.count
        letters.append(contentsOf: text.bytes[word.range])
        return Word(
            start: start, end: letters.count, hash: text.hash(word), isHyphenated: word.before == .hyphen)
    }

    // MARK: Fields

    /// Reads a field that holds given names.
    mutating func readGiven(_ text: TextLetters) {
        let plain = text.words.filter { !$0.isAside }
        let titled = plain.count > 1
        for word in plain.prefix(6) where !word.hasDigit {
            if titled, word.count > 1, isTitle(word, text) { continue }
            if given.count < 3 { given.append(copy(word, text)) }
        }
        for word in text.words where word.isAside && called.isEmpty && !word.hasDigit && word.count > 1 {
            if !Self.pronouns.contains(text.hash(word)) { called.append(copy(word, text)) }
        }
    }

    /// Reads a field that holds a family name, perhaps with degrees, a maiden name or pronouns behind it.
    mutating func readFamily(_ text: TextLetters) {
        var isFirst = true
        let marker = formerNameMarker(in: text, behind: 1)
        if let marker { takeFormerName(text, behind: marker) }
        for (place, word) in text.words.enumerated() {
            if let marker, place >= marker { break }
            if takeGeneration(word, text, at: place, behind: 1) { continue }
            if word.isAside {
                if formerFamily.isEmpty, !word.hasDigit, word.count > 2, !isTitle(word, text),
                    !Self.pronouns.contains(text.hash(word))
                {
                    formerFamily.append(copy(word, text))
                }
                continue
            }
            if !isFirst, word.before == .comma || isBehindBar(word, text, at: place) { break }
            if word.hasDigit { continue }
            if !isFirst, word.isCapital || word.before == .dot, word.count > 1, isTitle(word, text) {
                continue
            }
            takeFamily(word, text)
            isFirst = false
        }
    }

    /// Reads a name in one piece.
    mutating func readFull(_ text: TextLetters) {
        var line: [TextLetters.Word] = []
        var behind: [TextLetters.Word] = []
        var commas = 0
        let marker = formerNameMarker(in: text, behind: 2)
        if let marker { takeFormerName(text, behind: marker) }
        for (place, word) in text.words.enumerated() {
            if word.before == .at || word.after == .at { return }
            if let marker, place >= marker { break }
            if takeGeneration(word, text, at: place, behind: 2) { continue }
            if word.isAside {
                let isInside = !line.isEmpty && word.end <= (text.words.last?.start ?? 0)
                if isInside, called.isEmpty, !word.hasDigit, word.count > 1 {
                    called.append(copy(word, text))
                }
                continue
            }
            if !line.isEmpty, isBehindBar(word, text, at: place) { break }
            if word.before == .comma, !line.isEmpty { commas += 1 }
            if word.hasDigit { continue }
            if commas == 0 { line.append(word) } else if commas == 1 { behind.append(word) }
        }
        if line.count > 1 { line.removeAll { $0.count > 1 && isTitle($0, text) } }
        removeHonoris(from: &line, text)
        behind.removeAll { $0.count > 1 && isTitle($0, text) }
        if !behind.isEmpty, !line.isEmpty {
            let beginsWithGiven =
                line.count >= 2 && names.isListed(text.hash(line[0]))
                && !names.isListed(text.hash(behind[0]))
            let isDegree =
                line.count >= 2 && behind.allSatisfy { $0.isCapital && $0.count > 1 }
                && !line.allSatisfy(\.isCapital)
            if !beginsWithGiven, !isDegree {
                for word in behind.prefix(3) { given.append(copy(word, text)) }
                for word in line { takeFamily(word, text) }
                return
            }
        }
        takeLine(line, text)
    }

    /// Where `geb.` or `née` stands before the name a person had before marriage: behind so many words of the name at least, for `Born` and
    /// `Nee` are names too, and with a word behind it.
    private func formerNameMarker(in text: TextLetters, behind least: Int) -> Int? {
        guard text.words.count > least + 1 else { return nil }
        let marker = (least..<text.words.count - 1).first { !text.words[$0].hasDigit && words.formerly.contains(text.hash(text.words[$0])) }
        // Of `z domu` the first word is part of it.
        return marker.map { $0 > least && text.words[$0 - 1].count == 1 ? $0 - 1 : $0 }
    }

    /// Takes the first word behind the marker that is no particle and no marker itself.
    private mutating func takeFormerName(_ text: TextLetters, behind marker: Int) {
        let isName = { (word: TextLetters.Word) in
            let hash = text.hash(word)
            return !word.hasDigit && word.count > 1 && !words.particles.contains(hash) && !words.formerly.contains(hash)
        }
        if formerFamily.isEmpty, let word = text.words[(marker + 1)...].first(where: isName) { formerFamily.append(copy(word, text)) }
    }

    /// Takes the words of an address's local part, which has no order of its own.
    mutating func readAddress(_ text: TextLetters, words found: [TextLetters.Word]) {
        guard isEmpty, !found.isEmpty else { return }
        takeLine(found, text)
        isUnordered = true
    }

    /// Words in a row, the given name first as far as one knows.
    private mutating func takeLine(_ line: [TextLetters.Word], _ text: TextLetters) {
        guard let first = line.first else { return }
        guard line.count > 1 else {
            given.append(copy(first, text))
            isLone = first.count > 1
            return
        }
        isUnordered = true
        if let last = line.last, line.count > 2, beginsWithFamily(line, text) {
            for word in line.dropLast() { takeFamily(word, text) }
            given.append(copy(last, text))
            return
        }
        if endsWithPatronymic(line, text) {
            takeFamily(line[0], text)
            for word in line.dropFirst() { given.append(copy(word, text)) }
            return
        }
        if isVietnamese(line, text), let called = line.last {
            takeFamily(line[0], text)
            for word in [called] + line.dropFirst().dropLast().prefix(2) { given.append(copy(word, text)) }
            return
        }
        var split = 1
        while split < line.count - 1, line[split].before == .hyphen { split += 1 }
        if split == line.count - 1, line[split].before == .hyphen {
            // All in one by hyphens: a given name.
            for word in line.prefix(3) { given.append(copy(word, text)) }
            return
        }
        for word in line[..<split].prefix(3) { given.append(copy(word, text)) }
        // Of what is between, initials and further given names go with the given name.
        var rest = line[split...]
        while rest.count > 1, let middle = rest.first,
            middle.count == 1 && !isShortParticle(middle, text) || names.isListed(text.hash(middle)) && rest.count > 1,
            !words.particles.contains(text.hash(middle)), rest[rest.startIndex + 1].before != .hyphen
        {
            if given.count < 3 { given.append(copy(middle, text)) }
            rest = rest.dropFirst()
        }
        // The father's name behind `bin` is no family name where one follows.
        while rest.count > 2, let first = rest.first, words.patronymics.contains(text.hash(first)) { rest = rest.dropFirst(2) }
        for word in rest { takeFamily(word, text) }
    }

    /// Takes the two letters of `h. c.` out, which stand behind a title.
    private func removeHonoris(from line: inout [TextLetters.Word], _ text: TextLetters) {
        guard line.count > 3, line[0].count == 1, line[1].count == 1 else { return }
        if text.bytes[Int(line[0].start)] == 0x68, text.bytes[Int(line[1].start)] == 0x63 { line.removeFirst(2) }
    }

    /// Whether the words are family name, given name and patronymic, as lists in Russian have them.
    private func endsWithPatronymic(_ line: [TextLetters.Word], _ text: TextLetters) -> Bool {
        func isPatronymic(_ word: TextLetters.Word) -> Bool {
            ["ovich", "evich", "ovna", "evna", "ichna"].contains { text.bytes[word.range].suffix($0.utf8.count).elementsEqual($0.utf8) }
        }
        guard line.count == 3, isPatronymic(line[2]), !isPatronymic(line[1]) else { return false }
        return !names.isListed(text.hash(line[0]))
    }

    /// Whether the words are family name, further names and what somebody is called, as Vietnamese write them.
    private func isVietnamese(_ line: [TextLetters.Word], _ text: TextLetters) -> Bool {
        line.count > 2 && words.vietnameseFamilies.contains(text.hash(line[0])) && words.vietnameseMiddles.contains(text.hash(line[1]))
    }

    /// Whether the family name comes first: a particle begins the line, which begins no given name, and a given name ends it (von Treskau
    /// Ludwig, Del Toro Guillermo).
    private func beginsWithFamily(_ line: [TextLetters.Word], _ text: TextLetters) -> Bool {
        let hashes = line.map { text.hash($0) }
        let name = line.indices.first { !words.particles.contains(hashes[$0]) && !isShortParticle(line[$0], text) }
        guard let name, 0 < name, name < line.count - 1 else { return false }
        if words.noble.contains(hashes[0]) { return true }
        return !names.isListed(hashes[0]) && !names.isListed(hashes[name]) && names.isListed(hashes[line.count - 1])
    }

    /// Whether a word of a line is `v.` or `d.` for a particle and not an initial, which is a capital.
    private func isShortParticle(_ word: TextLetters.Word, _ text: TextLetters) -> Bool {
        word.count == 1 && !word.isCapital && words.shortParticles.contains(text.hash(word))
    }

    /// Whether a bar or slash before a word ends the name; that of `v/d` does not.
    private func isBehindBar(_ word: TextLetters.Word, _ text: TextLetters, at place: Int) -> Bool {
        guard word.before == .bar else { return false }
        return place == 0 || !isShortParticle(text.words[place - 1], text) || !isShortParticle(word, text)
    }

    private mutating func takeFamily(_ word: TextLetters.Word, _ text: TextLetters) {
        if family.isEmpty, words.particles.contains(text.hash(word)), word.count <= 5 {
            let start = particles.isEmpty ? letters.count : particles.lowerBound
            letters.append(contentsOf: text.bytes[word.range])
            particles = start..<letters.count
            return
        }
        guard family.count < 4 else { return }
        if !family.isEmpty, words.particles.contains(text.hash(word)) { return }
        family.append(copy(word, text))
    }

    // MARK: Putting in order

    /// Puts right what stands in the wrong field: a whole name in one of them.
    mutating func settle() {
        if family.isEmpty, !particles.isEmpty {
            // The particle was the name.
            family.append(
                Word(
                    start: particles.lowerBound, end: particles.upperBound, hash: hash(particles),
                    isHyphenated: false))
            particles = 0..<0
        }
        if !given.isEmpty { settleLettersBeforeFamily() }
        turnParticlesInGiven()
        if given.isEmpty, family.count >= 2, !family[1].isHyphenated {
            given.append(family.removeFirst())
            isUnordered = true
        } else if family.isEmpty, given.count >= 2, !given[1].isHyphenated {
            family.append(given.removeLast())
            isUnordered = true
        } else if given.isEmpty, family.count == 1 {
            isLone = family[0].count > 1
        } else if !given.isEmpty, !family.isEmpty {
            isLone = false
            // In the south of India the initial, the father's or the village's, stands before the name or behind it.
            if given.count == 1, given[0].count > 1, family.count == 1, family[0].count == 1 { isUnordered = true }
        }
    }

    /// Takes single letters before a family name for what they are: `v. d.` for particles, another for the initial of a further given name.
    private mutating func settleLettersBeforeFamily() {
        while family.count > 1, family[0].count == 1, !family[1].isHyphenated {
            let letter = family.removeFirst()
            if words.shortParticles.contains(letter.hash) {
                let start = particles.upperBound == letter.start ? particles.lowerBound : letter.start
                particles = start..<letter.end
            } else if given.count < 3 {
                given.append(letter)
            }
        }
    }

    /// Puts names in each other's place right where particles begin the given one: `van der Zee` and `Anja`. One particle alone may be a name
    /// or an initial (Van Anh, V. Peter), unless it stands before family names only.
    private mutating func turnParticlesInGiven() {
        guard family.count == 1, particles.isEmpty, given.count > 1, names.isListed(family[0].hash) else { return }
        let count = given.prefix { words.particles.contains($0.hash) || words.shortParticles.contains($0.hash) }.count
        guard count > 0, count < given.count, given[count].count > 1 else { return }
        let isAlone = count == 1 && !words.noble.contains(given[0].hash)
        if isAlone, given[0].count > 1 || names.isListed(given[1].hash) { return }
        particles = given[0].start..<given[count - 1].end
        (given, family) = (family, Array(given[count...]))
        isUnordered = true
    }

    private func hash(_ range: Range<Int>) -> UInt32 { hash(of: range, 0..<0, 0..<0) }

    /// The hash of runs of letters, one behind the other.
    func hash(of one: Range<Int>, _ two: Range<Int>, _ three: Range<Int>) -> UInt32 {
        letters.withUnsafeBufferPointer { letters in
            var hash = ValueHash(0)
            hash.add(UnsafeBufferPointer(rebasing: letters[one]))
            hash.add(UnsafeBufferPointer(rebasing: letters[two]))
            hash.add(UnsafeBufferPointer(rebasing: letters[three]))
            return hash.value
        }
    }

    /// The hash of the letters of words, one behind the other, with runs of letters around them.
    func hash(of words: [Word], behind first: Range<Int>, before last: (Range<Int>, Range<Int>) = (0..<0, 0..<0)) -> UInt32 {
        letters.withUnsafeBufferPointer { letters in
            var hash = ValueHash(0)
            hash.add(UnsafeBufferPointer(rebasing: letters[first]))
            for word in words { hash.add(UnsafeBufferPointer(rebasing: letters[word.start..<word.end])) }
            hash.add(UnsafeBufferPointer(rebasing: letters[last.0]))
            hash.add(UnsafeBufferPointer(rebasing: letters[last.1]))
            return hash.value
        }
    }

    /// Adds a family name found elsewhere: in the address, in the profile.
    mutating func supply(family bytes: ArraySlice<UInt8>) {
        if family.count == 1, family[0].count == 1 { family.removeAll() }
        let start = letters.count
        letters.append(contentsOf: bytes)
        family.append(
            Word(start: start, end: letters.count, hash: hash(start..<letters.count), isHyphenated: false)
        )
        isLone = false
    }

    /// Adds a given name found elsewhere.
    mutating func supply(given bytes: ArraySlice<UInt8>) {
        if !given.isEmpty, given[0].count == 1 { given.removeFirst() }
        let start = letters.count
        letters.append(contentsOf: bytes)
        given.insert(
            Word(
                start: start, end: letters.count, hash: hash(start..<letters.count), isHyphenated: false),
            at: 0)
        isLone = false
    }

    /// The letters of a word.
    func bytes(_ word: Word) -> ArraySlice<UInt8> { letters[word.start..<word.end] }
}
