public import ContactModel
public import Vault

/// Notes that an archive was asked for, so that `status` can say when it is due.
public struct NoteRequest: Sendable {
    /// The service's name.
    public var service: String
    /// The day it was asked.
    public var day: CalendarDate

    /// Prepares a note.
    public init(to service: String, on day: CalendarDate) {
        self.service = service
        self.day = day
    }

    /// Notes it.
    ///
    /// - Returns: the service, and the step of the log.
    /// - Throws: `VaultError` with code `notFound` for a service there is no guide for.
    public func run(in vault: Vault) throws -> (service: Service, step: Int64) {
        guard let service = Service.named(service) else {
            let names = Service.all.map(\.name).joined(separator: ", ")
            throw VaultError(.notFound, "The service “\(service)” is not known. It can be \(names).")
        }
        return (service, try vault.noteRequest(to: service.name, on: day).step)
    }
}

/// How an archive that was asked for stands.
public struct RequestStanding: Sendable {
    /// What is to be done about it.
    public enum State: String, Sendable {
        /// It is on its way.
        case waiting
        /// The first part came; the rest is on its way.
        case partly
        /// It should be there: look for the e-mail.
        case due
        /// It should have been there long ago, or its link has run out: ask again.
        case overdue
        /// It was imported.
        case arrived
    }

    /// The service.
    public var service: Service
    /// The request.
    public var request: ArchiveRequest
    /// What is to be done.
    public var state: State
    /// The first day it may come.
    public var dueFrom: CalendarDate
    /// The last day it may come.
    public var dueBy: CalendarDate
    /// The last day on which its link may still work; `nil` where there is no link.
    public var linkUntil: CalendarDate?

    /// Judges a request by the day and what came in.
    ///
    /// - Parameter arrived: what came from the service on or after the day of asking: nothing, a part, or the contacts.
    init(_ request: ArchiveRequest, service: Service, today: CalendarDate, arrived: Arrival) {
        func day(_ hours: Int) -> CalendarDate { CalendarDate(daysSince1970: request.on.daysSince1970 + (hours + 23) / 24) }
        self.service = service
        self.request = request
        dueFrom = day(service.usualHours)
        dueBy = day(service.latestHours)
        linkUntil = service.linkHours.map { day(service.latestHours + $0) }
        switch arrived {
        case .whole: state = .arrived
        case .nothing, .part:
            if today > (linkUntil ?? dueBy) {
                state = .overdue
            } else if today >= dueFrom {
                state = .due
            } else {
                state = arrived == .part ? .partly : .waiting
            }
        }
    }

    /// What came since the request.
    enum Arrival { case nothing, part, whole }

    /// What to do, in a sentence; `nil` where there is nothing to do.
    public var advice: String? {
        let asked = "You asked \(service.title) for an archive on \(request.on)."
        switch state {
        case .arrived: return nil
        case .waiting:
            let first = service.firstPartMinutes.map { " The first part comes within some \($0) minutes; it may lack the contacts." } ?? ""
            return "\(asked)\(first) The archive is due from \(dueFrom) to \(dueBy)."
        case .partly: return "\(asked) The first part is here; the rest, with the contacts, is due from \(dueFrom) to \(dueBy)."
        case .due:
            let until = service.linkHours.map { " The link in the e-mail works for \($0) hours only." } ?? ""
            return "\(asked) It should be there: look for the e-mail, in the spam folder too.\(until) Then: holdfast import FILE."
        case .overdue:
            return "\(asked) It did not come in, and its link has run out by now. Ask again; `holdfast guide \(service.name)` tells how."
        }
    }
}
