/// Bytes as text with a checksum (BIP 173), as age writes keys; without BIP 173's limit of 90 characters, as age has it.
enum Bech32 {
    private static let letters = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)

    /// The text of bytes behind a prefix in lower case.
    static func encode(_ bytes: [UInt8], prefix: String) -> String {
        let groups = regrouped(bytes, from: 8, to: 5, pads: true) ?? []
        var checksum = polymod(expanded(prefix) + groups + [0, 0, 0, 0, 0, 0]) ^ 1
        var tail: [UInt8] = []
        for _ in 0..<6 {
            tail.insert(UInt8(truncatingIfNeeded: checksum & 31), at: 0)
            checksum >>= 5
        }
        return prefix + "1" + String(decoding: (groups + tail).map { letters[Int($0)] }, as: UTF8.self)
    }

    /// The prefix in lower case and the bytes; `nil` where the checksum, a letter or the mixture of cases is wrong.
    static func decode(_ text: String) -> (prefix: String, bytes: [UInt8])? {
        let hasLower = text.utf8.contains { $0 >= 97 && $0 <= 122 }
        let hasUpper = text.utf8.contains { $0 >= 65 && $0 <= 90 }
        guard !(hasLower && hasUpper), text.utf8.allSatisfy({ $0 >= 33 && $0 <= 126 }) else { return nil }
        let bytes = Array(text.lowercased().utf8)
        guard let one = bytes.lastIndex(of: UInt8(ascii: "1")), one > 0, bytes.count - one > 6 else { return nil }
        var values: [UInt8] = []
        for byte in bytes[(one + 1)...] {
            guard let value = letters.firstIndex(of: byte) else { return nil }
            values.append(UInt8(value))
        }
        let prefix = String(decoding: bytes[..<one], as: UTF8.self)
        guard polymod(expanded(prefix) + values) == 1 else { return nil }
        guard let decoded = regrouped(Array(values.dropLast(6)), from: 5, to: 8, pads: false) else { return nil }
        return (prefix, decoded)
    }

    private static func expanded(_ prefix: String) -> [UInt8] {
        prefix.utf8.map { $0 >> 5 } + [0] + prefix.utf8.map { $0 & 31 }
    }

    private static func polymod(_ values: [UInt8]) -> UInt32 {
        let generators: [UInt32] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3]
        var checksum: UInt32 = 1
        for value in values {
            let top = checksum >> 25
            checksum = (checksum & 0x1ff_ffff) << 5 ^ UInt32(value)
            for (position, generator) in generators.enumerated() where top >> UInt32(position) & 1 == 1 { checksum ^= generator }
        }
        return checksum
    }

    /// Bits in groups of another size; `nil` where what is left over is more than padding or not zero.
    private static func regrouped(_ bytes: [UInt8], from: UInt32, to: UInt32, pads: Bool) -> [UInt8]? {
        var held: UInt32 = 0
        var bits: UInt32 = 0
        var groups: [UInt8] = []
        for byte in bytes {
            held = (held << from | UInt32(byte)) & 0xFFFF
            bits += from
            while bits >= to {
                bits -= to
                groups.append(UInt8(truncatingIfNeeded: held >> bits & (1 << to - 1)))
            }
        }
        if pads {
            if bits > 0 { groups.append(UInt8(truncatingIfNeeded: held << (to - bits) & (1 << to - 1))) }
        } else if bits >= from || held & (1 << bits - 1) != 0 {
            return nil
        }
        return groups
    }
}
