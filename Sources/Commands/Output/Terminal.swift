import Foundation

/// One of the process's output streams, and what is at its other end.
struct Terminal: Sendable {
    static let standardOutput = Terminal(descriptor: 1)
    static let standardError = Terminal(descriptor: 2)

    let descriptor: Int32

    /// Whether a person is looking.
    var isInteractive: Bool { isatty(descriptor) == 1 }

    /// Whether colours are welcome: to a person, unless `NO_COLOR` (no-color.org) or a dumb terminal says no.
    var allowsColor: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isInteractive && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    /// How many columns fit; 80 where nothing tells.
    var width: Int {
        var size = winsize()
        if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80
    }

    /// Writes at once; a failure is nobody's business here.
    func write(_ text: String) {
        FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).writeIgnoringErrors(text)
    }
}

extension FileHandle {
    fileprivate func writeIgnoringErrors(_ text: String) {
        try? write(contentsOf: Data(text.utf8))
    }
}

/// Standard output, written in large pieces.
enum StandardOutput {
    /// The reader has gone; there is nothing more to say.
    struct Closed: Error {}

    /// Writes bytes at once.
    ///
    /// - Throws: `Closed` where the reader has gone, `Complaint` where the disk behind it is full.
    static func write(_ bytes: ArraySlice<UInt8>) throws {
        var rest = bytes
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(1, $0.baseAddress, $0.count) }
            if written >= 0 {
                rest = rest.dropFirst(written)
                continue
            }
            switch errno {
            case EINTR, EAGAIN: continue
            case EPIPE: throw Closed()
            default:
                throw Complaint(
                    status: .cannotWrite, message: "The output could not be written to its end: \(String(cString: strerror(errno))).")
            }
        }
    }

    static func flush() {
        fflush(nil)
    }
}

/// Gathers lines for standard output.
struct LineWriter {
    private var pending: [UInt8] = []

    /// Adds a line.
    mutating func line(_ text: String = "") throws {
        pending.append(contentsOf: text.utf8)
        pending.append(UInt8(ascii: "\n"))
        if pending.count > 1 << 16 { try flush() }
    }

    /// Adds bytes as they are, and a line end.
    mutating func line(bytes: [UInt8]) throws {
        pending.append(contentsOf: bytes)
        pending.append(UInt8(ascii: "\n"))
        if pending.count > 1 << 16 { try flush() }
    }

    /// Writes what is gathered.
    mutating func flush() throws {
        try StandardOutput.write(pending[...])
        pending.removeAll(keepingCapacity: true)
    }
}
