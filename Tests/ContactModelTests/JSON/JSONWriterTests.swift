import ContactModel
import Testing

struct JSONWriterTests {
    @Test func `commas come by themselves`() {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("a")
        writer.integer(1)
        writer.name("b")
        writer.beginArray()
        writer.bool(true)
        writer.null()
        writer.number(1.5)
        writer.beginObject()
        writer.endObject()
        writer.beginArray()
        writer.endArray()
        writer.string("x")
        writer.endArray()
        writer.name("c")
        writer.date(CalendarDate(year: 987, month: 2, day: 3))
        writer.endObject()
        #expect(String(decoding: writer.takeBytes(), as: UTF8.self) == #"{"a":1,"b":[true,null,1.5,{},[],"x"],"c":"0987-02-03"}"#)
    }

    @Test(arguments: [
        ("plain", #""plain""#),
        ("\"\\/", #""\"\\/""#),
        ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
        ("\u{0}\u{1F}\u{1B}\u{7F}", "\"\\u0000\\u001f\\u001b\u{7F}\""),
        ("Zoë 𝓐 \u{2028}\u{FEFF}\r\n", "\"Zoë 𝓐 \u{2028}\u{FEFF}\\r\\n\""),
        ("", "\"\""),
    ])
    func `text is escaped only where it must be`(text: String, expected: String) {
        #expect(Array(expected.utf8) == JSONValue.string(text).serialized())
    }

    @Test func `values follow one another on lines`() {
        var writer = JSONWriter()
        for number in 1...2 {
            writer.beginArray()
            writer.integer(number)
            writer.endArray()
            writer.endLine()
        }
        #expect(writer.takeBytes() == Array("[1]\n[2]\n".utf8))
        #expect(writer.takeBytes().isEmpty)
    }

    @Test func `an indented text has a line for each member and element`() {
        var writer = JSONWriter(isIndented: true)
        writer.value(.object(["b": .array([.integer(1), .object([:])]), "a": .array([])]))
        let expected = """
            {
              "a": [],
              "b": [
                1,
                {}
              ]
            }
            """
        #expect(String(decoding: writer.takeBytes(), as: UTF8.self) == expected)
    }

    @Test(arguments: [false, true]) func `bytes can be taken in the midst of a value`(isIndented: Bool) {
        func write(_ take: (inout JSONWriter) -> [UInt8]) -> [UInt8] {
            var writer = JSONWriter(isIndented: isIndented)
            var bytes: [UInt8] = []
            writer.beginObject()
            bytes += take(&writer)
            for name in ["a", "b"] {
                writer.name(name)
                bytes += take(&writer)
                writer.beginArray()
                writer.integer(1)
                bytes += take(&writer)
                writer.integer(2)
                writer.endArray()
                bytes += take(&writer)
            }
            writer.endObject()
            return bytes + writer.takeBytes()
        }
        #expect(write { $0.takeBytes() } == write { _ in [] })
    }

    @Test func `an id is written in its usual form`() {
        var writer = JSONWriter()
        writer.beginArray()
        writer.id(UniqueID(high: 0x0123_4567_89AB_7CDE, low: 0x8F01_2345_6789_ABCD))
        writer.id(nil)
        writer.date(nil)
        writer.string(nil as String?)
        for number in [Int64.min, -1, 0, 10, .max] { writer.integer(number) }
        writer.endArray()
        let expected =
            #"["01234567-89ab-7cde-8f01-23456789abcd",null,null,null,-9223372036854775808,-1,0,10,9223372036854775807]"#
        #expect(writer.withBytes { String(decoding: $0, as: UTF8.self) } == expected)
        #expect(writer.count == expected.utf8.count)
        writer.removeAll()
        writer.bool(false)
        #expect(writer.takeBytes() == Array("false".utf8))
    }

    @Test func `names known beforehand and others are written alike`() {
        for isIndented in [false, true] {
            var one = JSONWriter(isIndented: isIndented)
            var other = JSONWriter(isIndented: isIndented)
            one.beginObject()
            other.beginObject()
            for _ in 0..<2 {
                one.name("a name that is rather long")
                other.name(String("a name that is rather long"))
                one.null()
                other.null()
            }
            one.endObject()
            other.endObject()
            #expect(one.takeBytes() == other.takeBytes())
        }
    }

    @Test func `members are in the order of their bytes`() {
        let value = JSONValue.object(["é": .null, "z": .null, "𝓐": .null, "\u{FF21}": .null, "A": .null])
        #expect(String(decoding: value.serialized(), as: UTF8.self) == #"{"A":null,"z":null,"é":null,"Ａ":null,"𝓐":null}"#)
    }

    @Test func `what is no number becomes null`() {
        #expect(JSONValue.array([.number(.infinity), .number(.nan), .number(-.infinity)]).serialized() == Array("[null,null,null]".utf8))
    }
}
