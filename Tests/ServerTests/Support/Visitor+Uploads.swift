import Foundation

extension Visitor {
    /// Sends files as a browser sends a form with a file input.
    func upload(
        _ files: [(name: String, content: String)], fields: [(name: String, value: String)] = [], to path: String = "/import"
    ) async throws -> Answer {
        let boundary = "----flow\(UInt64.random(in: 0..<UInt64.max))"
        var body = "--\(boundary)\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(try await formToken())\r\n"
        for field in fields {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field.name)\"\r\n\r\n\(field.value)\r\n"
        }
        for file in files {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file.name)\"\r\n"
            body += "Content-Type: application/octet-stream\r\n\r\n\(file.content)\r\n"
        }
        body += "--\(boundary)--\r\n"
        return try await send(
            "POST", path,
            headers: ["Content-Type": "multipart/form-data; boundary=\(boundary)", "Origin": "http://127.0.0.1:\(port)"],
            body: Data(body.utf8))
    }

    /// Asks for a page until it shows one of some texts; `nil` where it does not in a while.
    func page(_ path: String, showing texts: String...) async throws -> String? {
        for _ in 0..<300 {
            let page = try await get(path).text
            if texts.contains(where: page.contains) { return page }
            try await Task.sleep(for: .milliseconds(50))
        }
        return nil
    }

    /// The path a redirect leads to.
    func place(_ answer: Answer) -> String { answer.headers["location"] ?? "" }
}
