import WebApp

extension Waterfall {
    /// The lines for a terminal: bits, a bar, and what it stands for.
    func lines(style: Style, barWidth: Int = 32) -> [String] {
        let range = range
        func column(_ bits: Double) -> Int {
            Int(((bits - range.lowerBound) / (range.upperBound - range.lowerBound) * Double(barWidth)).rounded())
        }
        func line(_ title: String, _ detail: String, _ bits: Double, _ from: Double, _ to: Double, isTotal: Bool = false) -> String {
            let (low, high) = (min(column(from), column(to)), max(column(from), column(to)))
            let bar =
                String(repeating: " ", count: low) + String(repeating: isTotal ? "=" : bits < 0 ? "-" : "+", count: max(1, high - low))
            let number = Self.signed(bits)
            let text = "\(String(repeating: " ", count: max(0, 6 - number.count)))\(number)  \(bar.padded(to: barWidth + 1))  \(title)"
            return detail.isEmpty ? text : text + "  " + style.dim(detail.printable)
        }
        return steps.map { line($0.title, $0.detail, $0.bits, $0.start, $0.end) } + [
            line("together, in bits", "", total, 0, total, isTotal: true)
        ]
    }
}
