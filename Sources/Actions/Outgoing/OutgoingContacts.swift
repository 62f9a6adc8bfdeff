public import ContactFormats
public import ContactModel
import Crypto
import Vault

/// Takes people one after another and hands them out in a format, in constant memory; what is held back is told with the reasons.
public struct OutgoingContacts {
    /// Where the bytes go.
    public enum Destination {
        /// One stream, never split.
        case stream((ArraySlice<UInt8>) throws -> Void)
        /// Files that appear together.
        case files(OutputFiles)
        /// Nowhere: only the report is wanted.
        case nowhere
    }

    /// How people are handed out.
    public struct Options: Sendable {
        /// Whether rows a product would refuse are written all the same.
        public var writesAll = false
        /// How many rows a file may have, where the owner knows better than the product's own limit.
        public var rowsPerFile: Int?
        /// Whether the report is to tell the SHA-256 of what was written.
        public var isHashed = false

        /// Makes options: refused rows are held back, files are as long as the product takes.
        public init(writesAll: Bool = false, rowsPerFile: Int? = nil) {
            self.writesAll = writesAll
            self.rowsPerFile = rowsPerFile
        }
    }

    private enum Writer {
        case sheet(HandOverWriter)
        case plain(any PersonWriter)
        /// It is somebody's who writes with it and puts it back: a second copy would double its buffers at each write.
        case lent
    }

    /// Bytes gathered before they are handed on.
    private static let bufferSize = 1 << 18

    private let format: ExportFormat
    private let destination: Destination
    private let onHeldBack: (HeldBack) throws -> Void
    private var writer: Writer
    private var refused: RefusedList?
    private var pending: [UInt8] = []
    private var bytes = 0
    private var count = 0
    private var hasher: SHA256?

    /// Begins.
    ///
    /// - Parameter onHeldBack: called with everybody who is held back, as they come.
    public init(
        _ format: ExportFormat,
        to destination: Destination,
        options: Options = Options(),
        context: ExportContext = ExportContext(),
        onHeldBack: @escaping (HeldBack) throws -> Void = { _ in }
    ) {
        self.format = format
        self.destination = destination
        self.onHeldBack = onHeldBack
        hasher = options.isHashed ? SHA256() : nil
        if let sheet = format.sheet {
            var limits: HandOverSheet.PartLimits?
            if case .files(let files) = destination, !files.isDevice {
                limits = sheet.limits
                if let rows = options.rowsPerFile { limits?.rows = rows }
                refused = RefusedList(sheet)
            }
            writer = .sheet(HandOverWriter(sheet, options: .init(writesAll: options.writesAll, limits: limits)))
        } else {
            writer = .plain(format.makeWriter(context: context))
        }
        withWriter { $0.begin() }
    }

    /// Hands out a person.
    ///
    /// - Parameter objections: what somebody other than the product has against it; a refusal holds the person back.
    public mutating func add(_ person: Person, objections: [Objection] = []) throws {
        try add(person: person.id, line: nil, objections, card: { Card(of: person, isPresentOnly: true) }, plainly: { $0.write(person) })
    }

    /// Hands out an entry of a file; card-shaped formats get all of it.
    ///
    /// - Parameter line: where the entry begins.
    public mutating func add(_ card: Card, line: Int) throws {
        try add(person: nil, line: line, [], card: { card }, plainly: { $0.write(card) })
    }

    private mutating func add(
        person: UniqueID?,
        line: Int?,
        _ objections: [Objection],
        card: () -> Card,
        plainly write: (inout any PersonWriter) -> Void
    ) throws {
        count += 1
        switch writer {
        case .plain(var plain):
            writer = .lent
            write(&plain)
            writer = .plain(plain)
            if case .files(let files) = destination { files.count(rows: 1) }
        case .sheet(var sheet):
            writer = .lent
            let card = card()
            let outcome = sheet.handOver(card, objections: objections)
            if outcome.beginsPart { pending += sheet.takeFinishedPart() }
            writer = .sheet(sheet)
            try settle(outcome, card, person: person, line: line)
        case .lent: break
        }
        // Taking the bytes of hundreds of people at once costs one copy, of each person a thousand.
        if count.isMultiple(of: 256) { try handOn(atLeast: Self.bufferSize) }
    }

    /// Ends, and moves files to their places.
    public mutating func finish() throws -> ExportReport {
        withWriter { $0.end() }
        try handOn(atLeast: 0)
        var placed: OutputFiles.Placed?
        if case .files(let files) = destination { placed = try files.place() }
        var isOver = false
        if placed.map({ $0.files.count == 1 }) ?? true, let sheet = format.sheet {
            isOver = sheet.limits.rows.map { tally.written > $0 } ?? false || sheet.limits.bytes.map { bytes > $0 } ?? false
        }
        var report = ExportReport(format: format, tally: tally, losses: losses, placed: placed, gate: nil, isOverLimits: isOver)
        report.byteCount = bytes
        report.sha256 = hasher.map { ContentHash($0.finalize()).description }
        return report
    }

    /// How it went so far.
    private var tally: HandOverTally {
        switch writer {
        case .sheet(let sheet): sheet.tally
        case .plain(let plain): (plain as? any TallyingWriter)?.tally ?? HandOverTally(written: count)
        case .lent: HandOverTally(written: count)
        }
    }

    private var losses: [ExportLoss] {
        switch writer {
        case .sheet(let sheet): sheet.losses
        case .plain(let plain): plain.losses
        case .lent: []
        }
    }

    private mutating func settle(_ outcome: HandOverWriter.Outcome, _ card: Card, person: UniqueID?, line: Int?) throws {
        if outcome.isHeldBack {
            let reasons = outcome.row.objections.filter(\.isRefusal)
            if case .files(let files) = destination, let bytes = refused?.bytes(of: outcome.row, because: reasons) {
                try files.putRefused(bytes[...])
            }
            return try onHeldBack(
                HeldBack(person: person, line: line, name: card.name.display, email: card.emails.first?.address, reasons: reasons))
        }
        guard case .files(let files) = destination else { return }
        if outcome.beginsPart {
            try put(pending)
            pending = []
            try files.beginPart()
        }
        files.count(rows: 1)
    }

    private mutating func handOn(atLeast size: Int) throws {
        var taken: [UInt8] = []
        withWriter { taken = $0.takeBytes() }
        if pending.isEmpty { pending = taken } else { pending.append(contentsOf: taken) }
        guard pending.count >= size, !pending.isEmpty else { return }
        try put(pending)
        pending = []
    }

    private mutating func put(_ more: [UInt8]) throws {
        bytes += more.count
        more.withUnsafeBytes { hasher?.update(bufferPointer: $0) }
        switch destination {
        case .stream(let body): try body(more[...])
        case .files(let files): try files.put(more[...])
        case .nowhere: break
        }
    }

    private mutating func withWriter(_ body: (inout any PersonWriter) -> Void) {
        switch writer {
        case .sheet(let sheet):
            writer = .lent
            var plain: any PersonWriter = sheet
            body(&plain)
            if let sheet = plain as? HandOverWriter { writer = .sheet(sheet) }
        case .plain(var plain):
            writer = .lent
            body(&plain)
            writer = .plain(plain)
        case .lent: break
        }
    }
}
