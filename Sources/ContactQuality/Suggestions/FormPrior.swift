internal import Foundation

/// What the domains of a vault tell together of how companies make addresses: how usual each form is, how strictly a company keeps to its
/// own, and by how much guesses made in this way would have been too sure or not sure enough.
///
/// Fitted by leaving out each known address in turn, and guessing it from the others at its domain. Around published figures, which some
/// dozen domains outweigh.
struct FormPrior {
    /// How usual each form is, by the number of the pattern; less than 1 together, for some addresses are of no form.
    private(set) var shares: [Double] = AddressPattern.all.map(\.share)
    /// How many addresses at a domain weigh as much as what is known of all: small where companies are strict.
    private(set) var weight = 0.75
    /// By how much the logarithm of the odds is moved, and stretched before that.
    private var shift = Self.usualShift
    private var stretch = Self.usualStretch

    private static let usualShift = 0.3
    private static let usualStretch = 0.85
    /// So many domains weigh as much as the published shares.
    private static let publishedDomains = 30.0

    /// The published figures.
    static let published = FormPrior()

    private init() {}

    /// The figures fitted to domains.
    init(fittedTo habits: [DomainHabit]) {
        let habits = habits.filter { $0.addresses >= 2 }
        guard !habits.isEmpty else { return }
        fitShares(habits)
        fitWeight(habits)
        fitLine(habits)
    }

    /// The share of a form at a domain where so many of all known addresses have it.
    func share(of pattern: Int, count: Double, of all: Double) -> Double { (count + weight * shares[pattern]) / (all + weight) }

    /// The probability that belongs to a share of the likeliest form.
    func probability(of share: Double) -> Double {
        let share = min(max(share, 0.001), 0.999)
        return 1 / (1 + exp(-(shift + stretch * log(share / (1 - share)))))
    }

    private mutating func fitShares(_ habits: [DomainHabit]) {
        var votes = AddressPattern.all.map { $0.share * Self.publishedDomains }
        for habit in habits { for (pattern, count) in habit.forms { votes[pattern] += count / habit.addresses } }
        shares = votes.map { $0 / (Self.publishedDomains + Double(habits.count)) }
    }

    /// The weight at which the addresses left out are likeliest, with a prior around the usual one.
    private mutating func fitWeight(_ habits: [DomainHabit]) {
        let none = max(0.001, 1 - shares.reduce(0, +))
        let (usual, candidates) = (weight, [0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 2, 3, 5])
        let counted = habits.map { (addresses: $0.addresses, forms: $0.forms, formless: $0.formless) }
        func likelihood(_ weight: Double) -> Double {
            let distance = log(weight / usual)
            var sum = -distance * distance / 2
            for habit in counted {
                let rest = habit.addresses - 1 + weight
                for (pattern, count) in habit.forms { sum += count * log((max(0, count - 1) + weight * shares[pattern]) / rest) }
                let other = habit.formless
                if other > 0.5 { sum += other * log((max(0, other - 1) + weight * none) / rest) }
            }
            return sum
        }
        weight = candidates.max { likelihood($0) < likelihood($1) } ?? usual
    }

    /// The line from stated to true odds at which the guesses of the addresses left out are likeliest, with a prior around the usual one.
    private mutating func fitLine(_ habits: [DomainHabit]) {
        // Guesses by the hundredth of their share, so that a million domains cost no more than a few.
        var right = [Double](repeating: 0, count: 100)
        var wrong = right
        func guess(_ forms: [(pattern: Int, count: Double)], _ all: Double) -> (pattern: Int, share: Double)? {
            forms.filter { $0.count >= DomainHabit.leastConfirming }
                .map { ($0.pattern, share(of: $0.pattern, count: $0.count, of: all)) }.max { ($0.1, $1.0) < ($1.1, $0.0) }
        }
        for habit in habits where habit.addresses >= 3 {
            let forms = habit.forms
            for (place, (pattern, count)) in forms.enumerated() {
                var others = forms
                others[place].count = max(0, count - 1)
                guard let guess = guess(others, habit.addresses - 1) else { continue }
                let bin = min(99, Int(guess.share * 100))
                if guess.pattern == pattern { right[bin] += count } else { wrong[bin] += count }
            }
            let other = habit.formless
            if other > 0.5, let guess = guess(forms, habit.addresses - 1) { wrong[min(99, Int(guess.share * 100))] += other }
        }
        var best = -Double.infinity
        for step in -20...30 {
            for stretch in [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 1, 1.1, 1.2] {
                let shift = Double(step) * 0.05
                let (moved, stretched) = (shift - Self.usualShift, log(stretch / Self.usualStretch))
                var sum = -moved * moved / 0.5 - stretched * stretched / 0.18
                for bin in 0..<100 where right[bin] + wrong[bin] > 0 {
                    let share = (Double(bin) + 0.5) / 100
                    let probability = 1 / (1 + exp(-(shift + stretch * log(share / (1 - share)))))
                    sum += right[bin] * log(probability) + wrong[bin] * log(1 - probability)
                }
                if sum > best { (best, self.shift, self.stretch) = (sum, shift, stretch) }
            }
        }
    }
}
