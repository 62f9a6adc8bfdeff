/// Decoding and encoding of internationalised domain labels (RFC 3492, RFC 5891 §4.4).
public enum Punycode {
    /// A domain with each `xn--` label as the Unicode text it stands for; labels that are no valid Punycode stay as they are.
    public static func decodedDomain(_ domain: String) -> String {
        guard domain.utf8.count <= 255 else { return domain }
        return domain.split(separator: ".", omittingEmptySubsequences: false)
            .map { label in label.utf8.starts(with: "xn--".utf8) ? decoded(label.dropFirst(4)) ?? String(label) : String(label) }
            .joined(separator: ".")
    }

    /// The text a label without its `xn--` stands for; `nil` for anything that is not valid.
    public static func decoded(_ label: some StringProtocol) -> String? {
        let input = Array(label.utf8)
        guard !input.isEmpty, input.count <= 63 else { return nil }
        var output: [Unicode.Scalar] = []
        var position = 0
        if let delimiter = input.lastIndex(of: UInt8(ascii: "-")) {
            for byte in input[..<delimiter] {
                guard byte < 0x80 else { return nil }
                output.append(Unicode.Scalar(byte))
            }
            position = delimiter + 1
        }
        var code = 128
        var index = 0
        var bias = 72
        while position < input.count {
            let before = index
            var weight = 1
            var threshold = 36
            while true {
                guard position < input.count, let digit = value(of: input[position]) else { return nil }
                position += 1
                // 63 digits of base 36 overflow an Int, which RFC 3492 §6.4 asks to detect.
                let (product, productOverflows) = digit.multipliedReportingOverflow(by: weight)
                let (sum, sumOverflows) = index.addingReportingOverflow(product)
                guard !productOverflows, !sumOverflows else { return nil }
                index = sum
                let limit = threshold <= bias ? 1 : min(26, threshold - bias)
                if digit < limit { break }
                let (next, overflows) = weight.multipliedReportingOverflow(by: 36 - limit)
                guard !overflows else { return nil }
                weight = next
                threshold += 36
            }
            let count = output.count + 1
            bias = adapted(index - before, count: count, isFirst: before == 0)
            let (sum, overflows) = code.addingReportingOverflow(index / count)
            guard !overflows, sum <= 0x10FFFF, let scalar = Unicode.Scalar(UInt32(sum)) else { return nil }
            code = sum
            index %= count
            output.insert(scalar, at: index)
            index += 1
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: output)
        return String(text)
    }

    private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var steps = 0
        while delta > 455 {
            delta /= 35
            steps += 36
        }
        return steps + 36 * delta / (delta + 38)
    }

    /// A label in lower case as ASCII with `xn--`; `nil` for one that gets too long for a label.
    public static func encoded(_ label: String) -> String? {
        let input = label.unicodeScalars.map { Int($0.value) }
        // Longer ones can't end below 64 bytes, and this bound keeps the sums below far from overflowing.
        guard !input.isEmpty, input.count <= 63 else { return nil }
        var output = input.filter { $0 < 0x80 }.map { UInt8(truncatingIfNeeded: $0) }
        let basic = output.count
        var handled = basic
        if basic > 0 { output.append(0x2D) }
        var (code, delta, bias) = (128, 0, 72)
        while handled < input.count {
            guard let next = input.filter({ $0 >= code }).min() else { return nil }
            delta += (next - code) * (handled + 1)
            code = next
            for scalar in input {
                if scalar < code { delta += 1 }
                guard scalar == code else { continue }
                var rest = delta
                var threshold = 36
                while true {
                    let limit = threshold <= bias ? 1 : min(26, threshold - bias)
                    guard rest >= limit else { break }
                    output.append(digit(limit + (rest - limit) % (36 - limit)))
                    rest = (rest - limit) / (36 - limit)
                    threshold += 36
                }
                output.append(digit(rest))
                bias = adapted(delta, count: handled + 1, isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            code += 1
        }
        return output.count <= 59 ? "xn--" + String(decoding: output, as: UTF8.self) : nil
    }

    private static func digit(_ value: Int) -> UInt8 { UInt8(truncatingIfNeeded: value < 26 ? 0x61 + value : 0x30 + value - 26) }

    private static func value(of byte: UInt8) -> Int? {
        switch byte {
        case 0x61...0x7A: Int(byte) - 0x61
        case 0x41...0x5A: Int(byte) - 0x41
        case 0x30...0x39: Int(byte) - 0x30 + 26
        default: nil
        }
    }
}
