import ContactModel

extension TableDate {
    /// A text taken apart into the numbers and the month name of a date; what belongs to a time is left behind.
    struct Parts {
        /// A number as written.
        struct Number {
            var value: Int
            var digitCount: Int
            /// The separator that stands directly behind it: `/`, `-`, `.`, or a blank for everything else.
            var separator: UInt8
        }

        /// What a date of three numbers tells about the order of the column it stands in.
        enum Evidence: Equatable {
            /// It is a day in one order alone.
            case proof(Order)
            /// It is another day in another order.
            case open
        }

        /// The years a date can have; four digits outside of them are something else.
        static let years = 1900...2199

        private(set) var numbers: [Number] = []
        private(set) var month: Int?
        /// How many numbers stand before the month's name.
        private(set) var numbersBeforeMonth = 0
        private(set) var hasHalfDay = false
        private(set) var hasCommaBehindNumbers = false
        private(set) var isEmpty = true

        /// Takes a text apart; `nil` where a part can't belong to a date.
        init?(_ bytes: Span<UInt8>) {
            guard bytes.count <= 64 else { return nil }
            let symbols = Self.symbols(bytes)
            numbers.reserveCapacity(3)
            isEmpty = symbols.allSatisfy { $0 == " " }
            var index = 0
            var expectsMinutes = 0
            var sawTime = false
            while index < symbols.count {
                let symbol = symbols[index]
                if Self.isDigit(symbol) {
                    var value = 0
                    let start = index
                    while index < symbols.count, Self.isDigit(symbols[index]) {
                        guard index - start < 9 else { return nil }
                        value = value * 10 + Int(symbols[index].value - 48)
                        index += 1
                    }
                    let next: Unicode.Scalar = index < symbols.count ? symbols[index] : " "
                    if expectsMinutes > 0 {
                        guard value < 60 else { return nil }
                        expectsMinutes -= 1
                        if expectsMinutes == 1, next == ":" { index += 1 } else { expectsMinutes = 0 }
                        if expectsMinutes == 0, next == "." || next == "," { Self.skipFraction(symbols, &index) }
                        if expectsMinutes == 0 { Self.skipOffset(symbols, &index) }
                        continue
                    }
                    if next == ":" {
                        guard !sawTime, value < 25 else { return nil }
                        sawTime = true
                        expectsMinutes = 2
                        index += 1
                        continue
                    }
                    guard numbers.count < 3 else { return nil }
                    if numbers.count == 2, next == "," { hasCommaBehindNumbers = true }
                    let separator: UInt8 = next == "/" || next == "-" || next == "." ? UInt8(truncatingIfNeeded: next.value) : 0x20
                    numbers.append(Number(value: value, digitCount: index - start, separator: separator))
                } else if symbol == " " || symbol == "," || symbol == "/" || symbol == "-" || symbol == "." {
                    index += 1
                } else {
                    let start = index
                    while index < symbols.count, Self.isLetter(symbols[index]) { index += 1 }
                    guard index > start, take(word: symbols[start..<index], afterTime: sawTime) else { return nil }
                }
            }
            guard expectsMinutes == 0 else { return nil }
        }

        /// Whether the year has two digits.
        var hasShortYear: Bool {
            guard numbers.count == 3 || (month != nil && numbers.count == 2) else { return false }
            return !numbers.contains { $0.digitCount == 4 }
        }

        /// Takes a word in; `false` where it can't stand in a date.
        private mutating func take(word: ArraySlice<Unicode.Scalar>, afterTime: Bool) -> Bool {
            guard word.count <= 16 else { return false }
            var folded: [UInt8] = []
            for scalar in word {
                guard let scalar = LetterFolding.base(of: scalar) else { continue }
                folded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
            if let named = MonthNames.month(folded) {
                guard month == nil else { return false }
                month = named
                numbersBeforeMonth = numbers.count
                return true
            }
            let text = String(decoding: folded, as: UTF8.self)
            switch text {
            case "am", "pm":
                hasHalfDay = true
                return afterTime
            case "a", "p", "m":
                // The halves of "a.m."; an "a" alone is also a word between day and month in some languages.
                if afterTime { hasHalfDay = true }
                return true
            case "t", "z", "utc", "gmt", "pst", "pdt", "est", "edt", "cst", "cdt", "mst", "mdt", "cet", "cest", "bst", "ist":
                return !numbers.isEmpty || month != nil
            case "de", "del", "d", "st", "nd", "rd", "th", "er", "e", "o", "at", "of", "um", "le", "il", "el", "den", "года", "г":
                return true
            case "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
                "sunday":
                return numbers.isEmpty && month == nil
            default:
                return false
            }
        }

        private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 48 && scalar.value <= 57 }

        private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x300...0x36F, 0x400...0x45F: true
            default: false
            }
        }

        private static func skipFraction(_ symbols: [Unicode.Scalar], _ index: inout Int) {
            guard index + 1 < symbols.count, isDigit(symbols[index + 1]) else { return }
            index += 1
            while index < symbols.count, isDigit(symbols[index]) { index += 1 }
        }

        /// Skips `+02:00`, `+0200` or `-05` directly behind a time.
        private static func skipOffset(_ symbols: [Unicode.Scalar], _ index: inout Int) {
            var next = index
            if next < symbols.count, symbols[next] == " " { next += 1 }
            guard next + 1 < symbols.count, symbols[next] == "+" || symbols[next] == "-", isDigit(symbols[next + 1]) else { return }
            next += 1
            while next < symbols.count, isDigit(symbols[next]) || symbols[next] == ":" { next += 1 }
            index = next
        }

        /// The text's characters, with every kind of blank as one space, every dash as `-`, invisible marks, surrounding blanks and the
        /// apostrophe a spreadsheet keeps a text a text with left out.
        private static func symbols(_ bytes: Span<UInt8>) -> [Unicode.Scalar] {
            var text: [UInt8] = []
            text.reserveCapacity(bytes.count)
            var symbols: [Unicode.Scalar] = []
            symbols.reserveCapacity(bytes.count)
            var isPlain = true
            for index in bytes.indices {
                let byte = bytes[index]
                text.append(byte)
                isPlain = isPlain && byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "'")
            }
            if isPlain {
                for byte in text { symbols.append(Unicode.Scalar(byte)) }
                return symbols
            }
            for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
                switch scalar.value {
                case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
                    if symbols.last != " ", !symbols.isEmpty { symbols.append(" ") }
                case 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xAD, 0xFEFF: break
                case 0x27 where symbols.isEmpty, 0x2019 where symbols.isEmpty: break
                case 0x2010...0x2015, 0x2212: symbols.append("-")
                case 0xAA, 0xBA: break
                // 年 and 년 behind a year, 月 and 월 behind a month, 日 and 일 behind a day: from the largest to the smallest, as in ISO 8601.
                // A year of fewer digits is one of an emperor.
                case 0x5E74 where hasWholeYear(symbols), 0xB144 where hasWholeYear(symbols): symbols.append("-")
                case 0x6708 where symbols.contains("-"), 0xC6D4 where symbols.contains("-"): symbols.append("-")
                case 0x65E5 where symbols.contains("-"), 0xC77C where symbols.contains("-"): symbols.append(" ")
                default: symbols.append(scalar)
                }
            }
            while symbols.last == " " { symbols.removeLast() }
            return symbols
        }

        /// Whether the symbols are a number of four digits and nothing else, but for a blank behind it.
        private static func hasWholeYear(_ symbols: [Unicode.Scalar]) -> Bool {
            let number = symbols.last == " " ? symbols.dropLast() : symbols[...]
            return number.count == 4 && number.allSatisfy(isDigit)
        }
    }
}
