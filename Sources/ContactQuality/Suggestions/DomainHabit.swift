/// How the addresses at a domain are made, counted over people whose work addresses are known.
struct DomainHabit {
    /// How many addresses were looked at, of whatever form.
    private(set) var addresses = 0.0
    /// How many of them have each form, by the number of the pattern.
    private var counts: [Int: Double] = [:]
    private var plainUmlauts = 0.0
    private var digraphs = 0.0

    /// An address made by a form.
    struct Guess {
        /// What stands before the `@`.
        var local: [UInt8]
        /// The form that carries most of it.
        var pattern: AddressPattern
        /// The probability that this is the person's, if the person has an address there.
        var probability: Double
        /// How many known addresses have the form.
        var confirming: Double
        /// Whether the name could be written in other ways.
        var isOfSeveralSpellings: Bool
    }

    /// A form counts where so many have it; a fraction less for addresses that fit two forms.
    static let leastConfirming = 1.9
    /// So many names with umlauts weigh as much as what is known of the language.
    private static let umlautWeight = 3.0

    /// How many addresses have each form, in the order of the patterns: sums must not depend on the order of a dictionary.
    var forms: [(pattern: Int, count: Double)] { counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }

    /// How many addresses have no form.
    var formless: Double { max(0, addresses - forms.reduce(0) { $0 + $1.count }) }

    /// Counts an address.
    mutating func add(local: ArraySlice<UInt8>, of name: NameInAddresses) {
        guard !name.spellings.isEmpty else { return }
        addresses += 1
        var fits: [(pattern: Int, digraphs: Bool?, weight: Double)] = []
        for spelling in name.spellings {
            for (number, pattern) in AddressPattern.all.enumerated()
            where local.elementsEqual(pattern.local(given: spelling.given, family: spelling.family)) {
                fits.append((number, spelling.hasDigraphs, pattern.share * spelling.likelihood))
            }
        }
        let sum = fits.reduce(0) { $0 + $1.weight }
        guard sum > 0 else { return }
        for fit in fits { counts[fit.pattern, default: 0] += fit.weight / sum }
        if fits.allSatisfy({ $0.digraphs == true }) { digraphs += 1 }
        if fits.allSatisfy({ $0.digraphs == false }) { plainUmlauts += 1 }
    }

    /// The likeliest address for a name; `nil` where too few known ones have its form.
    ///
    /// Forms that compete, and addresses of no form, take from one another. Ways of making the same address are added up.
    func guess(for name: NameInAddresses, by prior: FormPrior) -> Guess? {
        guard addresses >= 2 else { return nil }
        let germanic = name.isGermanic ? 0.75 : 0.15
        let twoLetters = (digraphs + Self.umlautWeight * germanic) / (digraphs + plainUmlauts + Self.umlautWeight)
        let forms = forms
        var sums: [[UInt8]: (sum: Double, best: Double, pattern: Int)] = [:]
        for spelling in name.spellings {
            let umlauts = spelling.hasDigraphs.map { $0 ? twoLetters : 1 - twoLetters } ?? 1
            for (number, count) in forms where count >= Self.leastConfirming {
                let pattern = AddressPattern.all[number]
                let probability = prior.share(of: number, count: count, of: addresses) * spelling.likelihood * umlauts
                let local = pattern.local(given: spelling.given, family: spelling.family)
                var known = sums[local] ?? (0, 0, number)
                known.sum += probability
                if probability > known.best { (known.best, known.pattern) = (probability, number) }
                sums[local] = known
            }
        }
        let best = sums.max {
            ($0.value.sum, String(decoding: $1.key, as: UTF8.self)) < ($1.value.sum, String(decoding: $0.key, as: UTF8.self))
        }
        guard let best, best.key.count > 1, let confirming = counts[best.value.pattern] else { return nil }
        // What was learnt from known addresses is about forms; the ways of writing a name come on top.
        let share = prior.share(of: best.value.pattern, count: confirming, of: addresses)
        return Guess(
            local: best.key, pattern: AddressPattern.all[best.value.pattern],
            probability: min(prior.probability(of: share) * min(1, best.value.sum / share), 0.98), confirming: confirming,
            isOfSeveralSpellings: name.spellings.count > 1)
    }
}
