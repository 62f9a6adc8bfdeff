import Dispatch
import Foundation

/// HTTP as chromedriver speaks it, on this machine: one request a connection. (URLSession does not read its headers.)
struct DriverWire {
    let port: UInt16

    /// Sends a request, and gives the status and body of the answer.
    ///
    /// Waits on a thread of its own: the server under test needs those of the tests.
    func exchange(_ method: String, _ path: String, _ body: Data) async throws -> (status: Int, body: Data) {
        let head =
            "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Type: application/json; charset=utf-8\r\n"
            + "Content-Length: \(body.count)\r\nConnection: close\r\n\r\n"
        let request = Data(head.utf8) + body
        let port = port
        let answer = try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Data, any Error>) in
            DispatchQueue.global().async { continuation.resume(with: Result { try Self.answer(to: request, port: port) }) }
        }
        guard let end = answer.firstRange(of: Data("\r\n\r\n".utf8)) else { throw POSIXError(.EPROTO) }
        let status = String(decoding: answer[..<end.lowerBound], as: UTF8.self).split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return (status ?? 0, Data(answer[end.upperBound...]))
    }

    private static func answer(to request: Data, port: UInt16) throws -> Data {
        #if os(Linux)
            let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let handle = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        guard handle >= 0 else { throw POSIXError(.EMFILE) }
        defer { close(handle) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        // The two kinds of address begin alike; connect reads as many bytes as it is told.
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { throw POSIXError(.ECONNREFUSED) }
        var rest = request[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { send(handle, $0.baseAddress, $0.count, 0) }
            guard sent > 0 else { throw POSIXError(.EPIPE) }
            rest = rest.dropFirst(sent)
        }
        var answer = Data()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while !isWhole(answer) {
            let count = buffer.withUnsafeMutableBytes { recv(handle, $0.baseAddress, $0.count, 0) }
            guard count > 0 else { break }
            answer.append(contentsOf: buffer[..<count])
        }
        return answer
    }

    /// Whether as many bytes came as the head says.
    private static func isWhole(_ answer: Data) -> Bool {
        guard let end = answer.firstRange(of: Data("\r\n\r\n".utf8)) else { return false }
        let head = String(decoding: answer[..<end.lowerBound], as: UTF8.self).lowercased()
        guard let length = head.firstMatch(of: /content-length: *(\d+)/).flatMap({ Int($0.output.1) }) else { return false }
        return answer.count - answer.distance(from: answer.startIndex, to: end.upperBound) >= length
    }
}
