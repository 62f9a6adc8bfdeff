public import ContactFormats
import ContactModel
import ContactQuality
public import Vault

/// Hands out people in a format, streaming: memory does not grow with their number.
public struct ExportContacts: Sendable {
    /// The format.
    public var format: ExportFormat
    /// Which people.
    public var filter: PeopleFilter

    /// Bytes gathered before they are handed on.
    private static let bufferSize = 1 << 18

    /// Up to so many people come by name, which is the same whatever the order of importing; more come as they came in, which is faster.
    private static let mostSorted: Int64 = 5_000

    /// Prepares an export.
    public init(format: ExportFormat, filter: PeopleFilter = .everybody) {
        self.format = format
        self.filter = filter
    }

    /// Hands over the bytes in order.
    ///
    /// - Parameter progress: called now and then with the number of people written so far.
    /// - Returns: the number of people written.
    @discardableResult
    public func run(in vault: Vault, progress: (Int) -> Void = { _ in }, _ body: ([UInt8]) throws -> Void) throws -> Int {
        var writer = format.makeWriter(context: ExportContext { EmailKinds.kind(of: $0, of: $1).rawValue })
        var count = 0
        var pending: [UInt8] = []
        func handOn(_ bytes: [UInt8], atLeast size: Int) throws {
            if pending.isEmpty { pending = bytes } else { pending.append(contentsOf: bytes) }
            guard pending.count >= size, !pending.isEmpty else { return }
            try body(pending)
            pending = []
        }
        writer.begin()
        let people = try vault.peopleByStanding().values.reduce(0, +)
        try vault.forEachPerson(filter, sortedByName: people <= Self.mostSorted) { person in
            // What the owner keeps back is kept back in every format.
            guard let person = person.handedOn else { return true }
            writer.write(person)
            count += 1
            // Taking the bytes of hundreds of people at once costs one copy, of each person a thousand.
            if count.isMultiple(of: 256) {
                try handOn(writer.takeBytes(), atLeast: Self.bufferSize)
                progress(count)
            }
            return true
        }
        writer.end()
        try handOn(writer.takeBytes(), atLeast: 0)
        return count
    }
}
