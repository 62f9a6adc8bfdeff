import Actions
import ContactModel
import Hummingbird

/// Answers with the bytes of what is held of a person, so that nothing of them can run in a browser, whatever their source calls them.
enum HeldFile {
    /// A picture as one, of the kinds that hold no script.
    ///
    /// - Throws: `HTTPError` 404 where it is none of these.
    static func picture(_ value: FurtherValue) throws -> Response {
        guard let type = value.pictureType, let data = value.data else { throw HTTPError(.notFound) }
        return response(data.bytes, type, disposition: "inline")
    }

    /// Any data as a file to keep.
    ///
    /// - Throws: `HTTPError` 404 where it is words.
    static func file(_ value: FurtherValue) throws -> Response {
        guard let data = value.data else { throw HTTPError(.notFound) }
        let end = value.pictureType.map { String($0.dropFirst("image/".count)) } ?? (data.text == nil ? "bin" : "txt")
        return response(data.bytes, "application/octet-stream", disposition: "attachment; filename=\"\(value.kind.rawValue).\(end)\"")
    }

    private static func response(_ bytes: [UInt8], _ type: String, disposition: String) -> Response {
        var response = Response(
            status: .ok, headers: [.contentType: type, .contentDisposition: disposition, .xContentTypeOptions: "nosniff"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        response.headers[.contentSecurityPolicy] = "default-src 'none'; sandbox"
        return response
    }
}
