import ContactModel
import Crypto
import Foundation
import HTTPTypes
import Hummingbird

/// How the REST interface answers.
enum APIAnswer {
    /// JSON text as an answer.
    static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) -> Response {
        var fields = headers
        fields[.contentType] = "application/json"
        return Response(status: status, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// What `write` writes, as an answer.
    static func json(status: HTTPResponse.Status = .ok, _ write: (inout JSONWriter) -> Void) -> Response {
        var json = JSONWriter()
        write(&json)
        return Self.json(json.takeBytes(), status: status)
    }

    /// The step of the log that something became (`Said`).
    static func said(_ step: Int64) -> Response {
        json { json in
            json.beginObject()
            json.member("step", step)
            json.endObject()
        }
    }

    /// A list of objects that are JSON already, under a name, with where it goes on.
    static func list(_ name: String, _ objects: [[UInt8]], next: String?, more: [(String, Int)] = []) -> Response {
        var bytes = Array("{\"\(name)\":[".utf8)
        for (position, object) in objects.enumerated() {
            if position > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += object
        }
        bytes += Array("],\"next\":\(next.map { "\"\($0)\"" } ?? "null")".utf8)
        for (name, number) in more { bytes += Array(",\"\(name)\":\(number)".utf8) }
        bytes.append(UInt8(ascii: "}"))
        return json(bytes)
    }

    /// The mark of a content (RFC 9110 §8.8.3): the same as long as it is the same.
    static func tag(of bytes: [UInt8]) -> String { "\"\(Data(SHA256.hash(data: bytes).prefix(16)).hexadecimal)\"" }

    /// Whether a condition (`If-Match`, `If-None-Match`) names a mark.
    static func names(_ condition: String, _ tag: String) -> Bool {
        condition.split(separator: ",").contains { $0.trimmed == tag || $0.trimmed == "W/\(tag)" || $0.trimmed == "*" }
    }
}

/// Where a list goes on: how many came before, and of which question, so that a cursor of another question is refused.
struct APICursor {
    private let question: String

    /// - Parameter question: all that the list depends on.
    init(question: [String]) {
        let text = question.map { "\($0.utf8.count):\($0)" }.joined()
        self.question = String(Data(SHA256.hash(data: Data(text.utf8)).prefix(6)).hexadecimal)
    }

    /// How many came before; 0 without a cursor.
    ///
    /// - Throws: `Refusal` (400) where the text is no cursor of this question.
    func offset(_ text: String?) throws -> Int {
        guard let text else { return 0 }
        let parts = text.split(separator: "-")
        guard parts.count == 2, parts[1] == question, let offset = Int(parts[0], radix: 36), (1...100_000_000).contains(offset) else {
            throw Refusal(.badRequest, "cursor", .sentence("“cursor” is none of this list. Begin again without it."))
        }
        return offset
    }

    /// The cursor after so many.
    func text(_ offset: Int) -> String { String(offset, radix: 36) + "-" + question }
}
