import Foundation
import Synchronization

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A resolver on this machine that knows a few domains, written for tests: one datagram in, one out.
final class StubResolver: Sendable {
    /// What it says of a domain.
    enum Zone {
        /// One mail exchanger.
        case exchanger
        /// The exchanger `.`: no mail (RFC 7505).
        case refusal
        /// An IPv4 or an IPv6 address and no exchanger.
        case address(isIPv6: Bool)
        /// It exists, and has nothing.
        case empty
        /// The resolver has trouble.
        case failure
        /// It says nothing.
        case silence
    }

    /// Where it listens, as `--dns-server` takes it.
    let address: String
    private let descriptor: Int32
    private let asked = Mutex<[String]>([])

    /// Every name it was asked for, in order.
    var questions: [String] { asked.withLock { $0 } }

    /// Starts to listen. Domains that are not named do not exist.
    init(_ zones: [String: Zone]) throws {
        #if canImport(Darwin)
            descriptor = socket(AF_INET, SOCK_DGRAM, 0)
        #else
            descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        #endif
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let number = descriptor
        let isBound = withUnsafeMutablePointer(to: &place) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(number, $0, length) == 0 && getsockname(number, $0, &length) == 0
            }
        }
        guard descriptor >= 0, isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        address = "127.0.0.1:\(UInt16(bigEndian: place.sin_port))"
        Thread.detachNewThread { [self] in serve(zones) }
    }

    /// Answers until it is told to end.
    private func serve(_ zones: [String: Zone]) {
        var bytes = [UInt8](repeating: 0, count: 512)
        var sender = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        while true {
            let number = descriptor
            let count = withUnsafeMutablePointer(to: &sender) { sender in
                sender.withMemoryRebound(to: sockaddr.self, capacity: 1) { recvfrom(number, &bytes, 512, 0, $0, &length) }
            }
            guard count > 16 else { return }
            guard let answer = answer(to: Array(bytes[..<count]), zones) else { continue }
            _ = withUnsafePointer(to: &sender) { sender in
                sender.withMemoryRebound(to: sockaddr.self, capacity: 1) { sendto(number, answer, answer.count, 0, $0, length) }
            }
        }
    }

    /// Ends the listening.
    func end() {
        _ = shutdown(descriptor, Int32(2))
        close(descriptor)
    }

    private func answer(to question: [UInt8], _ zones: [String: Zone]) -> [UInt8]? {
        var labels: [String] = []
        var place = 12
        while question[place] != 0 {
            let length = Int(question[place])
            labels.append(String(decoding: question[(place + 1)...(place + length)], as: UTF8.self))
            place += 1 + length
        }
        let name = labels.joined(separator: ".")
        let kind = question[place + 2]
        asked.withLock { $0.append("\(name) \(kind)") }
        var data: [UInt8] = []
        var code: UInt8 = 0
        switch (zones[name], kind) {
        case (nil, _): code = 3
        case (.silence, _): return nil
        case (.failure, _): code = 2
        case (.exchanger, 15): data = [0, 10, 2, 0x6D, 0x78, 0xC0, 12]
        case (.refusal, 15): data = [0, 0, 0]
        case (.address(isIPv6: false), 1): data = [192, 0, 2, 1]
        case (.address(isIPv6: true), 28): data = [0x20, 0x01, 0x0D, 0xB8] + [UInt8](repeating: 1, count: 12)
        default: break
        }
        var answer = Array(question[..<2]) + [0x81, 0x80 | code, 0, 1, 0, data.isEmpty ? 0 : 1, 0, 0, 0, 0] + question[12..<(place + 5)]
        if !data.isEmpty { answer += [0xC0, 12, 0, kind, 0, 1, 0, 0, 0, 60, 0, UInt8(data.count)] + data }
        return answer
    }
}
