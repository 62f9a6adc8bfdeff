public import ContactFormats
public import ContactModel
import ContactQuality
public import Vault

/// Hands out people in a format, streaming: memory does not grow with their number.
public struct ExportContacts: Sendable {
    /// The format.
    public var format: ExportFormat
    /// Which people.
    public var filter: PeopleFilter
    /// How they are handed out.
    public var options: OutgoingContacts.Options
    /// What is held against handing a person over beyond the product's own rules; a refusal holds the person back. It must ask nothing of the
    /// vault, from which the next people are being read meanwhile.
    public var objections: @Sendable (Person) -> [Objection]
    /// What somebody must have to be handed on, in every format; `nil` for nothing.
    public var profile: HandOverProfile?
    /// The day the profile's times are counted back from.
    public var today: CalendarDate

    /// Up to so many people come by name, which is the same whatever the order of importing; more come as they came in, which is faster.
    private static let mostSorted: Int64 = 5_000

    /// Prepares an export.
    public init(
        format: ExportFormat,
        filter: PeopleFilter = .everybody,
        options: OutgoingContacts.Options = .init(),
        profile: HandOverProfile? = nil,
        asOf today: CalendarDate = Clock.system.today,
        objections: @escaping @Sendable (Person) -> [Objection] = { _ in [] }
    ) {
        self.profile = profile
        self.today = today
        self.format = format
        self.filter = filter
        self.options = options
        self.objections = objections
    }

    /// Hands people out.
    ///
    /// - Parameters:
    ///   - progress: called now and then with the number of people looked at so far.
    ///   - onHeldBack: called with everybody who is held back, as they come.
    ///   - choosing: says of each person who may be handed on, as far as that may be said, whether the person goes.
    @discardableResult
    public func run(
        in vault: Vault,
        to destination: OutgoingContacts.Destination,
        progress: (Int) -> Void = { _ in },
        onHeldBack: @escaping (HeldBack) throws -> Void = { _ in },
        choosing: (Person) throws -> Bool = { _ in true }
    ) throws -> ExportReport {
        let gate = try profile.map { try Gate($0, for: vault, asOf: today) }
        let isSorted = try !vault.hasMorePeople(than: Self.mostSorted)
        // From here on the vault is read ahead, and nothing else may be asked of it.
        let people = vault.peopleAhead(filter, sortedByName: isSorted, tellingKinds: format.tellsEmailKinds)
        let kinds = format.tellsEmailKinds ? try people.emailKinds() : nil
        let context = kinds.map { ExportContext.judged(by: $0) } ?? ExportContext()
        var outgoing = OutgoingContacts(format, to: destination, options: options, context: context, onHeldBack: onHeldBack)
        var (count, withheld) = (0, 0)
        var gateReport = gate.map { _ in GateReport() }
        func handOut(_ person: Person) throws {
            if try choosing(person) { try outgoing.add(person, objections: objections(person)) }
        }
        func take(_ person: Person) throws {
            if let gate {
                let reasons = gate.objections(to: person)
                gateReport?.count(reasons)
                guard reasons.isEmpty else {
                    return try onHeldBack(
                        HeldBack(
                            person: person.id, line: nil, name: person.displayName, email: person.emails.first?.value.address,
                            reasons: reasons))
                }
            }
            // What the owner keeps back is kept back in every format. Nearly nobody has such, and they are not copied for it.
            if !person.keepsSomethingBack {
                try handOut(person)
            } else if let rest = person.handedOn {
                try handOut(rest)
            } else {
                withheld += 1
            }
        }
        try people.forEach { people in
            for place in people.indices { try take(people[place]) }
            count += people.count
            progress(count)
        }
        var report = try outgoing.finish()
        report.withheld = withheld
        report.gate = gateReport
        return report
    }

    /// Hands over the bytes in order, as one file.
    ///
    /// - Parameter progress: called now and then with the number of people looked at so far.
    /// - Returns: the number of people written.
    @discardableResult
    public func run(in vault: Vault, progress: (Int) -> Void = { _ in }, _ body: @escaping ([UInt8]) throws -> Void) throws -> Int {
        try run(in: vault, to: .stream { try body(Array($0)) }, progress: progress).tally.written
    }
}
