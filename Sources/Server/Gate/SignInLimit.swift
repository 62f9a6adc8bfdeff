import Foundation
import Synchronization

/// How often somebody may try to sign in: a few times at once, then slowly; for each address, and for all of them together.
///
/// The generic cell rate algorithm: of each address one number is kept, the time its tries so far are paid for. Of IPv6 the network (/64)
/// counts, for that is what one household or server has.
final class SignInLimit: Sendable {
    /// How a limit is set.
    struct Rate: Sendable {
        /// So many at once.
        var burst: Int
        /// And then one in so many milliseconds.
        var everyMilliseconds: UInt64
    }

    private struct State {
        var paidUntil: [String: UInt64] = [:]
        var allPaidUntil: UInt64 = 0
    }

    private let state = Mutex(State())
    private let perAddress: Rate
    private let forAll: Rate
    private let milliseconds: @Sendable () -> UInt64

    /// So many addresses are remembered; one who tries from more meets the limit for all.
    private static let mostAddresses = 10_000

    init(
        perAddress: Rate = Rate(burst: 6, everyMilliseconds: 30_000), forAll: Rate = Rate(burst: 30, everyMilliseconds: 2_000),
        milliseconds: @escaping @Sendable () -> UInt64
    ) {
        self.perAddress = perAddress
        self.forAll = forAll
        self.milliseconds = milliseconds
    }

    /// Counts a try.
    ///
    /// - Returns: `nil` where it may go on, else the seconds to wait.
    func waitingSeconds(for address: String) -> Int? {
        let (now, key) = (milliseconds(), Self.network(of: address))
        return state.withLock { state in
            let own = Self.wait(state.paidUntil[key] ?? 0, perAddress, now)
            let all = Self.wait(state.allPaidUntil, forAll, now)
            if let longest = [own, all].compactMap({ $0 }).max() { return Int((longest + 999) / 1000) }
            if state.paidUntil.count >= Self.mostAddresses { state.paidUntil = state.paidUntil.filter { $0.value > now } }
            state.paidUntil[key] = max(state.paidUntil[key] ?? 0, now) + perAddress.everyMilliseconds
            state.allPaidUntil = max(state.allPaidUntil, now) + forAll.everyMilliseconds
            return nil
        }
    }

    /// Forgets the tries of an address that has signed in.
    func forget(_ address: String) { state.withLock { $0.paidUntil[Self.network(of: address)] = nil } }

    private static func wait(_ paidUntil: UInt64, _ rate: Rate, _ now: UInt64) -> UInt64? {
        let most = rate.everyMilliseconds * UInt64(rate.burst - 1)
        return paidUntil > now + most ? paidUntil - now - most : nil
    }

    /// What counts as one: an IPv4 address, also where it is written as one of IPv6 (RFC 4291 §2.5.5.2); of IPv6 the first half.
    private static func network(of address: String) -> String {
        var bytes = [UInt8](repeating: 0, count: 16)
        guard inet_pton(AF_INET6, address, &bytes) == 1 else { return address }
        let isIPv4 = bytes.starts(with: [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF])
        return isIPv4 ? bytes.suffix(4).map { String($0) }.joined(separator: ".") : Data(bytes.prefix(8)).hexadecimal
    }
}
