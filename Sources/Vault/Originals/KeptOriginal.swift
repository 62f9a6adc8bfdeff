import ContactFormats

/// A kept original, read from where it lies.
struct KeptOriginal: ByteSource {
    /// Only read inside the transaction it was made in, by the thread that made it.
    nonisolated(unsafe) let store: OriginalStore
    let number: Int64

    func forEachChunk(_ body: (ArraySlice<UInt8>) throws -> Void) throws { try store.read(number, body) }
}
