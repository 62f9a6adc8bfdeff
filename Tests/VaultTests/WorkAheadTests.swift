import Foundation
import Synchronization
import Testing
import Vault

@Suite struct `Work ahead` {
    private struct Failure: Error, Equatable { var number: Int }

    /// Hands over numbers from 0, and notes that the work has ended however it ends.
    private static func numbers(_ count: Int, failingAt failing: Int? = nil, ended: Ended = Ended()) -> WorkAhead<Int, Int> {
        WorkAhead(most: 4) { handOver in
            defer { ended.note() }
            for number in 0..<count {
                if number == failing { throw Failure(number: number) }
                try handOver(number)
            }
            return count
        }
    }

    private final class Ended: Sendable {
        private let flag = Mutex(false)
        var isNoted: Bool { flag.withLock { $0 } }
        func note() { flag.withLock { $0 = true } }
    }

    @Test(arguments: [0, 1, 4, 5, 1000]) func `comes whole and in order`(count: Int) throws {
        var taken: [Int] = []
        #expect(try Self.numbers(count).forEach { taken.append($0) } == count)
        #expect(taken == Array(0..<count))
    }

    @Test(arguments: [0, 3, 900]) func `that fails hands over what came before, and then the failure`(place: Int) {
        var taken: [Int] = []
        #expect(throws: Failure(number: place)) { try Self.numbers(1000, failingAt: place).forEach { taken.append($0) } }
        #expect(taken == Array(0..<place))
    }

    @Test(arguments: [0, 5, 999]) func `has ended when whoever takes it fails`(place: Int) {
        let ended = Ended()
        #expect(throws: Failure(number: place)) {
            try Self.numbers(1000, ended: ended).forEach { if $0 == place { throw Failure(number: place) } }
        }
        #expect(ended.isNoted)
    }

    @Test func `has ended when it is let go of, taken in part or not at all`() {
        let ended = Ended()
        do { _ = Self.numbers(1_000_000, ended: ended) }
        #expect(ended.isNoted)
    }
}
