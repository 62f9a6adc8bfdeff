#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The bytes of a pipe or of standard input, which pass once and can't be asked for again.
struct OncePassing {
    let descriptor: Int32
    let name: String

    /// Hands over the bytes as they come until the other end closes, in pieces of at most 1 MiB; `tooLarge` beyond the limits.
    func forEachChunk(limits: UnpackingLimits, _ body: (UnsafeRawBufferPointer) throws(InputError) -> Void) throws(InputError) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { buffer.deallocate() }
        var total = 0
        while true {
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            if count < 0 {
                switch errno {
                case EINTR:
                    continue
                case EAGAIN:
                    // Somebody set the descriptor not to wait; wait here for the other end.
                    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                    poll(&request, 1, -1)
                    continue
                default:
                    throw .reading(name, .last)
                }
            }
            guard count > 0 else { return }
            total += count
            guard total <= limits.totalBytes else { throw .pipeTooLong(limits: limits) }
            try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }
}
