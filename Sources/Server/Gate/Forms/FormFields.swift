import Hummingbird
import NIOCore

/// The fields of a form, in their order; a name may stand several times.
///
/// This is how a route reads a form, whichever way the browser sent it:
///
/// ```swift
/// router.post("/people/:id/tags") { request, context in
///     let form = try await FormFields.read(request)
///     guard let tag = form["tag"] else { … }        // the first of that name
///     let people = form.all("person")               // each of that name, as check boxes send them
/// }
/// ```
///
/// The mark against forgery (`token`) was looked at before by `FormGuard`. In a view each form carries
/// `<input type="hidden" name="token" value="{{frame.formToken}}">`, in a form with a file before the file; a script sends the header
/// `X-Form-Token` with what `data-form-token` of `<body>` says, and may then send any body, raw bytes as well. What is larger than a form
/// is read with `MultipartBody`, part by part.
struct FormFields: Sendable {
    /// A file a small form brought along.
    struct File: Sendable {
        /// The field's name.
        var field: String
        /// The name the file has with the one who sent it; never a path to use.
        var name: String
        /// Its content.
        var bytes: [UInt8]
    }

    /// How a form's fields are written in a body.
    enum Encoding: Equatable {
        /// `application/x-www-form-urlencoded`.
        case urlEncoded
        /// `multipart/form-data` (RFC 7578), with what stands between the parts.
        case multipart(boundary: String)

        /// Reads a `Content-Type`; `nil` where it is that of no form.
        init?(_ contentType: String?) {
            guard let contentType else { return nil }
            let parts = contentType.split(separator: ";", maxSplits: 1)
            switch parts.first?.trimmed.lowercased() {
            case "application/x-www-form-urlencoded": self = .urlEncoded
            case "multipart/form-data":
                guard let boundary = HeaderParameters(parts.dropFirst().first.map(String.init) ?? "")["boundary"],
                    (1...70).contains(boundary.utf8.count)
                else { return nil }
                self = .multipart(boundary: boundary)
            default: return nil
            }
        }
    }

    /// A form is no larger than this.
    static let mostBytes = 1 << 20
    /// A form has no more fields than this.
    static let mostFields = 20_000

    /// Names and values, in their order.
    private(set) var pairs: [(name: String, value: String)] = []
    /// The files, in their order.
    private(set) var files: [File] = []

    /// The first value of a name.
    subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// All values of a name, in their order.
    func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    /// Reads the form a request brings; empty where its body is no form.
    ///
    /// - Parameter mostBytes: more than this is refused.
    /// - Throws: `Refusal`: 413 where it is too large, 400 where a multipart body is broken.
    static func read(_ request: Request, upTo mostBytes: Int = Self.mostBytes) async throws -> FormFields {
        switch Encoding(request.headers[.contentType]) {
        case .urlEncoded: return FormFields(urlEncoded: try await request.body.collect(upTo: mostBytes))
        case .multipart(let boundary):
            var scanner = MultipartScanner(boundary: boundary)
            var fields = FormFields()
            var part: (header: MultipartScanner.Header, bytes: [UInt8])?
            for event in try scanner.feed(Array(buffer: try await request.body.collect(upTo: mostBytes))) + scanner.finish() {
                switch event {
                case .part(let header): part = (header, [])
                case .bytes(let bytes): part?.bytes += bytes
                case .partEnd:
                    if let part { fields.take(part.header, part.bytes) }
                    part = nil
                }
            }
            return fields
        case nil: return FormFields()
        }
    }

    /// The fields of an `application/x-www-form-urlencoded` body (URL Standard §5.1). Anything can be read; what is no UTF-8 is replaced.
    init(urlEncoded body: ByteBuffer) {
        self.init(urlEncoded: Array(buffer: body))
    }

    /// The same of bytes.
    init(urlEncoded bytes: some Collection<UInt8>) {
        for piece in bytes.split(separator: UInt8(ascii: "&")).prefix(Self.mostFields) {
            let sign = piece.firstIndex(of: UInt8(ascii: "="))
            pairs.append(
                (Self.decoded(piece[..<(sign ?? piece.endIndex)]), sign.map { Self.decoded(piece[piece.index(after: $0)...]) } ?? ""))
        }
    }

    /// No fields.
    init() {}

    private mutating func take(_ header: MultipartScanner.Header, _ bytes: [UInt8]) {
        if let name = header.fileName {
            files.append(File(field: header.name, name: name, bytes: bytes))
        } else if pairs.count < Self.mostFields {
            pairs.append((header.name, String(decoding: bytes, as: UTF8.self)))
        }
    }

    private static func decoded(_ bytes: some Collection<UInt8>) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = Array(bytes)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                if let value = rest.count >= 2 ? UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) : nil {
                    decoded.append(value)
                    rest = rest.dropFirst(2)
                } else {
                    decoded.append(byte)
                }
            default: decoded.append(byte)
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }
}

/// The parameters of a header's value, `; name=token; name="quoted"` (RFC 9110 §5.6.6). What can't be read is passed over.
struct HeaderParameters {
    private var values: [String: String] = [:]

    init(_ text: String) {
        var rest = Substring(text)
        while let sign = rest.firstIndex(of: "=") {
            let name = rest[..<sign].split(separator: ";").last?.trimmed.lowercased() ?? ""
            rest = rest[rest.index(after: sign)...]
            var value = ""
            if rest.first == "\"" {
                rest.removeFirst()
                while let character = rest.popFirst(), character != "\"" {
                    // Browsers escape as %22, other programs as \".
                    if character == "\\", let next = rest.first, next == "\"" || next == "\\" {
                        value.append(rest.removeFirst())
                    } else {
                        value.append(character)
                    }
                }
            } else {
                let end = rest.firstIndex(of: ";") ?? rest.endIndex
                value = rest[..<end].trimmed
                rest = rest[end...]
            }
            if values[name] == nil { values[name] = value }
            rest = rest.firstIndex(of: ";").map { rest[rest.index(after: $0)...] } ?? ""
        }
    }

    /// A parameter's value; its name is read in any case.
    subscript(name: String) -> String? { values[name] }
}

extension StringProtocol {
    /// The text without blanks around it.
    var trimmed: String { String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()) }
}
