import ContactModel
import Testing

struct JSONReaderTests {
    @Test(arguments: [
        ("null", JSONValue.null),
        (" [ ] ", .array([])),
        ("\u{FEFF}true", .bool(true)),
        ("\t{\r\n\"a\" : [ 1 , false ] } \n", .object(["a": .array([.integer(1), .bool(false)])])),
        (#"{"a":1,"a":2}"#, .object(["a": .integer(2)])),
        ("0", .integer(0)), ("-0", .integer(0)), ("-12", .integer(-12)),
        ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
        ("9223372036854775808", .number(9_223_372_036_854_775_808)), ("-9223372036854775809", .number(-9_223_372_036_854_775_808)),
        ("1000000000000000000000", .number(1e21)),
        ("1.0", .number(1)), ("1E2", .number(100)), ("-2.5e-1", .number(-0.25)), ("1e-999", .number(0)),
        ("1e999", .number(.greatestFiniteMagnitude)), ("-1e999", .number(-.greatestFiniteMagnitude)),
        (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{C}\n\r\t")),
        (#""\u00e9\u20AC\uD835\uDcd0""#, .string("é€𝓐")),
        (#""\uD835""#, .string("\u{FFFD}")), (#""\uDCD0x""#, .string("\u{FFFD}x")),
        (#""\uD835\uD835\uDCD0""#, .string("\u{FFFD}𝓐")), (#""\uD835\n""#, .string("\u{FFFD}\n")),
        ("\"\u{7F}\u{2028}\"", .string("\u{7F}\u{2028}")),
        (
            #""a long text without anything special in it \u0041 and after""#,
            .string("a long text without anything special in it A and after")
        ),
        (#"{"\u0061":1}"#, .object(["a": .integer(1)])),
    ])
    func `a valid text is read`(text: String, expected: JSONValue) {
        #expect(JSONValue(parsing: text.utf8) == expected)
    }

    @Test(arguments: [
        "", " ", "[", "]", "{", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}", "{a:1}", "{'a':1}",
        "{1:1}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "nul", "nulll", "True", "truefalse", "1 2", "01", "-", "-01", "+1", ".5", "1.", "1.e1",
        "1e", "1e+", "0x1", "NaN", "Infinity", "--1", "\"", "\"a", "\"\\", "\"\\\"", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\u",
        "\"a\nb\"",
        "\"\t\"", "\"\u{0}\"", "[1]]", "// no\n1", "/* no */1", "[\"a\",\u{A0}1]", "\u{0}", "1\u{0}",
    ])
    func `an invalid text is refused`(text: String) {
        #expect(JSONValue(parsing: text.utf8) == nil)
    }

    @Test func `bytes that are no UTF-8 are replaced`() {
        #expect(JSONValue(parsing: [0x22, 0x61, 0xFF, 0x62, 0x22]) == .string("a\u{FFFD}b"))
        #expect(JSONValue(parsing: [0xFF]) == nil)
    }

    @Test func `nesting is limited`() {
        func nested(_ depth: Int) -> [UInt8] {
            Array(repeating: UInt8(ascii: "["), count: depth) + Array(repeating: UInt8(ascii: "]"), count: depth)
        }
        #expect(JSONValue(parsing: nested(64)) != nil)
        #expect(JSONValue(parsing: nested(65)) == nil)
        #expect(JSONValue(parsing: nested(3), depthLimit: 2) == nil)
        #expect(JSONValue(parsing: nested(512), depthLimit: .max) != nil)
        #expect(JSONValue(parsing: nested(1_000_000), depthLimit: .max) == nil)
        #expect(JSONValue(parsing: Array(repeating: Array("{\"a\":".utf8), count: 100_000).joined().map { $0 }) == nil)
    }

    @Test func `special bytes are found at every offset`() {
        for offset in 0..<40 {
            for special in ["\"", "\\", "\n", "é", "\u{1F}"] {
                let text = String(repeating: "a", count: offset) + special + String(repeating: "b", count: 11)
                #expect(JSONValue(parsing: JSONValue.string(text).serialized()) == .string(text))
            }
        }
    }

    @Test(arguments: 0..<20) func `what is written is read back`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<200 {
            let value = JSONValue.random(depth: 4, using: &random)
            let bytes = value.serialized()
            #expect(JSONValue(parsing: bytes) == value)
            #expect(JSONValue(parsing: bytes)?.serialized() == bytes)
            var pretty = JSONWriter(isIndented: true)
            pretty.value(value)
            #expect(JSONValue(parsing: pretty.takeBytes()) == value)
        }
    }

    @Test(arguments: 0..<20) func `damaged texts never trap`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<200 {
            var bytes = JSONValue.random(depth: 4, using: &random).serialized()
            let original = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.removeSubrange(place...)
                default: bytes.insert(contentsOf: [UInt8](#""\u"#.utf8), at: place)
                }
            }
            if let value = JSONValue(parsing: bytes) { #expect(JSONValue(parsing: value.serialized()) == value) }
            #expect(JSONValue(parsing: original) != nil)
        }
    }

    @Test func `a reader steps through members and elements`() throws {
        try Array(#"{"name":"x","list":[1,2],"\u006eame":null,"other":{}}"#.utf8).withUnsafeBufferPointer { buffer in
            var reader = JSONReader(buffer)
            var seen: [String] = []
            try reader.beginObject()
            while let name = try reader.nextName() {
                switch name {
                case "name" where reader.next == .string: seen.append("name " + (try reader.string()))
                case "name" where reader.next == .null:
                    try reader.null()
                    seen.append("none")
                case "list":
                    try reader.beginArray()
                    while try reader.nextElement() { seen.append("\(try reader.number())") }
                default: seen.append(name.text + " \(try reader.value())")
                }
            }
            try reader.finish()
            #expect(seen == ["name x", "integer(1)", "integer(2)", "none", "other object([:])"])
        }
    }

    @Test func `the wrong expectation is an error at its place`() {
        Array(" [1]".utf8).withUnsafeBufferPointer { buffer in
            #expect(throws: JSONSyntaxError(offset: 1)) {
                var reader = JSONReader(buffer)
                _ = try reader.string()
            }
            #expect(throws: JSONSyntaxError(offset: 4)) {
                var reader = JSONReader(buffer)
                try reader.beginArray()
                _ = try reader.nextElement()
                _ = try reader.number()
                _ = try reader.nextElement()
                _ = try reader.value()
            }
        }
    }
}

/// SplitMix64: the same numbers on every run.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension JSONValue {
    static func random(depth: Int, using random: inout some RandomNumberGenerator) -> JSONValue {
        let texts = [
            "", "a", "Zoë", "\"quoted\"", "back\\slash", "line\nfeed\r", "𝓐 astral", "\u{0}\u{1F}", "a much longer text of plain letters",
        ]
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
        case 0: return .null
        case 1: return .bool(.random(using: &random))
        case 2: return .integer(Int64.random(in: .min ... .max, using: &random) >> Int64.random(in: 0..<64, using: &random))
        case 3: return .number(Double.random(in: -1e18...1e18, using: &random))
        case 4: return .number(Double(bitPattern: random.next() & ~(1 << 62)))
        case 5: return .string(texts.randomElement(using: &random) ?? "")
        case 6: return .array((0..<Int.random(in: 0..<5, using: &random)).map { _ in .random(depth: depth - 1, using: &random) })
        default:
            var members: [String: JSONValue] = [:]
            for _ in 0..<Int.random(in: 0..<5, using: &random) {
                members[texts.randomElement(using: &random) ?? ""] = .random(depth: depth - 1, using: &random)
            }
            return .object(members)
        }
    }
}
