import Foundation
import Hummingbird
import Testing

@testable import Server

@Suite("Reading forms")
struct FormFieldsTests {
    @Test("A form's fields are read in their order, with names that come several times")
    func urlEncoded() {
        let form = FormFields(urlEncoded: Array("a=1&b=%C3%BC+x&a=2&c&=d&e=a%3Db&f=%zz%4&&".utf8))
        #expect(form.all("a") == ["1", "2"])
        #expect(form["b"] == "ü x")
        #expect(form["c"] == "")
        #expect(form[""] == "d")
        #expect(form["e"] == "a=b")
        #expect(form["f"] == "%zz%4")
        #expect(form["nothing"] == nil)
        #expect(FormFields(urlEncoded: [0xFF, 0x3D, 0x25, 0x46, 0x46]).pairs.count == 1, "what is no text is read as far as it can be")
    }

    @Test("A multipart form is read the same in one piece and byte by byte")
    func multipart() throws {
        let text =
            "preamble\r\n--x y\r\nContent-Disposition: form-data; name=\"one\"\r\n\r\nä\r\n\r\n--x z\r\n--x y \t\r\nContent-Disposition: form-data; name=\"f%22\"; filename=\"a\\\"b;c.csv\"\r\ncontent-TYPE: text/csv\r\n\r\n\r\n--x y\r\nContent-Disposition: form-data; name=last\r\n\r\n\r\n--x y--\r\nepilogue"
        func events(by size: Int) throws -> [MultipartScanner.Event] {
            var scanner = MultipartScanner(boundary: "x y")
            var events: [MultipartScanner.Event] = []
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                for event in try scanner.feed(rest.prefix(size)) {
                    if case .bytes(let more) = event, case .bytes(let before)? = events.last {
                        events[events.count - 1] = .bytes(before + more)
                    } else {
                        events.append(event)
                    }
                }
                rest = rest.dropFirst(size)
            }
            return try events + scanner.finish()
        }
        let whole = try events(by: text.utf8.count)
        #expect(
            whole == [
                .part(.init(name: "one", fileName: nil, mediaType: nil)), .bytes(Array("ä\r\n\r\n--x z".utf8)), .partEnd,
                .part(.init(name: "f\"", fileName: "a\"b;c.csv", mediaType: "text/csv")), .partEnd,
                .part(.init(name: "last", fileName: nil, mediaType: nil)), .partEnd,
            ])
        for size in [1, 2, 3, 7, 64] { #expect(try events(by: size) == whole, "\(size)") }
    }

    @Test(
        "A multipart form that is broken is refused and can't be read for ever",
        arguments: [
            "", "--b", "--b\r\n", "--b\r\n\r\nx\r\n--b--", "--b\r\nContent-Disposition: attachment; name=\"x\"\r\n\r\nx\r\n--b--\r\n",
            "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--", "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nx",
            "--b junk\r\n",
            "--b\r\nX: " + String(repeating: "x", count: 20_000),
        ])
    func brokenMultipart(text: String) {
        #expect(throws: Refusal.self) {
            var scanner = MultipartScanner(boundary: "b")
            _ = try scanner.feed(Array(text.utf8))
            _ = try scanner.finish()
        }
    }

    @Test("Only what is a form is read as one")
    func encodings() {
        typealias Encoding = FormFields.Encoding
        #expect(Encoding("application/x-www-form-urlencoded; charset=UTF-8") == .urlEncoded)
        #expect(Encoding("Multipart/Form-Data; charset=x; Boundary=\"a b\"") == .multipart(boundary: "a b"))
        for other in [nil, "", "text/plain", "multipart/form-data", "multipart/form-data; boundary=", "application/json"] {
            #expect(Encoding(other) == nil)
        }
    }
}
