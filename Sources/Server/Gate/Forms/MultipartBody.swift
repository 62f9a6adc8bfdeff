import Hummingbird

/// The parts of a `multipart/form-data` body as they come, for uploads too large to be held.
///
/// ```swift
/// guard let body = MultipartBody(request) else { … }       // no such body: perhaps raw bytes, request.body
/// for try await event in body {
///     switch event {
///     case .part(let header): …                             // header.name, header.fileName
///     case .bytes(let bytes): …
///     case .partEnd: …
///     }
/// }
/// ```
struct MultipartBody: AsyncSequence {
    private let body: RequestBody
    private let boundary: String

    /// The body of a request; `nil` where it is no multipart form.
    init?(_ request: Request) {
        guard case .multipart(let boundary) = FormFields.Encoding(request.headers[.contentType]) else { return nil }
        body = request.body
        self.boundary = boundary
    }

    func makeAsyncIterator() -> Iterator {
        Iterator(body: body.makeAsyncIterator(), scanner: MultipartScanner(boundary: boundary))
    }

    /// Goes over the parts once.
    struct Iterator: AsyncIteratorProtocol {
        fileprivate var body: RequestBody.AsyncIterator
        fileprivate var scanner: MultipartScanner
        private var events: ArraySlice<MultipartScanner.Event> = []
        private var isAtEnd = false

        fileprivate init(body: RequestBody.AsyncIterator, scanner: MultipartScanner) {
            self.body = body
            self.scanner = scanner
        }

        /// - Throws: `Refusal` (400) where the body is broken or ends within a part.
        mutating func next() async throws -> MultipartScanner.Event? {
            while events.isEmpty, !isAtEnd {
                if let buffer = try await body.next() {
                    events = try scanner.feed(buffer.readableBytesView)[...]
                } else {
                    events = try scanner.finish()[...]
                    isAtEnd = true
                }
            }
            return events.popFirst()
        }
    }
}
