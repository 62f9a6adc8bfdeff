internal import Foundation

/// How long values of one kind live, as a Weibull distribution, and what follows for one of which only some days are known.
///
/// Times are in years. A table of the integral of the survival function, a step a week, is made once; every question after that is two
/// look-ups and a division.
struct Lifetime: Sendable {
    /// Below 1 the risk falls with age, as with jobs; at 1 age tells nothing.
    let shape: Double
    /// The age 63.2 % of values do not reach, in years.
    let scale: Double
    /// The integral of survival from 0 to each week of age.
    private let area: [Double]
    private let mean: Double

    private static let step = 7 / 365.2425
    /// Ages beyond eighty years are not told apart.
    private static let steps = Int(80 / step)

    init(shape: Double, scale: Double) {
        self.shape = shape
        self.scale = scale
        // Up to eighty times the scale nothing is left to add; long-lived kinds have their tail in closed form, as an exponential's.
        var area: [Double] = [0]
        area.reserveCapacity(Self.steps + 1)
        var sum = 0.0
        var before = 1.0
        for index in 1...Self.steps {
            let now = exp(-pow(Double(index) * Self.step / scale, shape))
            // Near nought survival falls steeply where the shape is below 1: the middle of the step keeps the sum right.
            let middle = exp(-pow((Double(index) - 0.5) * Self.step / scale, shape))
            sum += (before + 4 * middle + now) / 6 * Self.step
            area.append(sum)
            before = now
        }
        self.area = area
        mean = scale * tgamma(1 + 1 / shape)
    }

    /// The share of values that reach an age.
    func survival(_ age: Double) -> Double { age <= 0 ? 1 : exp(-pow(age / scale, shape)) }

    /// The integral of survival up to an age.
    private func area(_ age: Double) -> Double {
        guard age > 0 else { return 0 }
        let position = age / Self.step
        let index = Int(min(position, Double(Self.steps)))
        guard index < Self.steps else { return area[Self.steps] }
        return area[index] + (area[index + 1] - area[index]) * (position - Double(index))
    }

    /// The probability that a value met at some moment of its life lasts so many years more: the residual life of a stationary renewal
    /// process, for who is met in the middle of a job is more often met in a long one.
    func residual(_ years: Double) -> Double { max(1e-12, 1 - area(years) / mean) }

    /// The probability that a value holds `years` after its last confirmation.
    ///
    /// - Parameters:
    ///   - seen: the years from the first to the last confirmation.
    ///   - gap: the years before the first confirmation within which it began; `nil` where nobody knows.
    func stillHolds(after years: Double, seen: Double, startedWithin gap: Double?) -> Double {
        guard years > 0 else { return 1 }
        guard let gap else { return residual(seen + years) / residual(seen) }
        // Begun at an unknown moment of the gap: the average over it, weighed by surviving until it was last seen.
        guard gap > Self.step else { return survival(seen + years) / max(1e-12, survival(seen)) }
        let alive = area(seen + gap) - area(seen)
        let later = area(seen + years + gap) - area(seen + years)
        return alive > 1e-12 ? min(1, later / alive) : 0
    }
}
