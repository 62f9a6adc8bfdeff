internal import CPublicSuffix

/// The Public Suffix List, as libpsl carries it: which part of a domain somebody registered.
///
/// The list compiled into the library, so that the answer does not depend on a file of the machine; Debian 12's is of February 2023.
/// Where a
/// library was built without one, every suffix has one label, and two labels where the second is as short as `co` or `com` under a country.
enum PublicSuffixes {
    /// How many labels of a domain, from the right, are a public suffix: 2 of `example.co.uk`. The last label always is.
    ///
    /// - Parameters:
    ///   - bytes: text in lower-case UTF-8 that ends with the domain.
    ///   - labels: where its labels stand; at least two.
    static func count(in bytes: [UInt8], labels: [Range<Int>]) -> Int {
        guard labels.count > 2 else { return 1 }
        // The list is a constant of the library's: it outlives every call and is only read.
        guard let list = psl_builtin() else { return countByShape(bytes, labels) }
        var text = bytes[labels[0].lowerBound...].map { CChar(bitPattern: $0) }
        text.append(0)
        let start = labels[0].lowerBound
        return text.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return 1 }
            // The longest suffix counts; six labels are more than any has.
            var most = 1
            for count in 2...6 where count < labels.count {
                if psl_is_public_suffix2(list, base + (labels[labels.count - count].lowerBound - start), 3) == 1 {
                    most = count
                } else if count > most + 1 {
                    break
                }
            }
            return most
        }
    }

    private static func countByShape(_ bytes: [UInt8], _ labels: [Range<Int>]) -> Int {
        let (country, second) = (labels[labels.count - 1], labels[labels.count - 2])
        return country.count == 2 && second.count <= 3 ? 2 : 1
    }
}
