extension JSONValue {
    /// The value a JSON text holds (RFC 8259), or `nil` where the bytes are no JSON text or nest deeper than the limit.
    ///
    /// What is strict and what is not, `JSONReader` says.
    ///
    /// - Parameters:
    ///   - bytes: the text in UTF-8.
    ///   - depthLimit: how many arrays and objects may lie inside each other; at most 512, whatever is asked for.
    public init?(parsing bytes: some Collection<UInt8>, depthLimit: Int = 64) {
        func parse(_ buffer: UnsafeBufferPointer<UInt8>) -> JSONValue? {
            // The reader ends with this call, inside the buffer's lifetime.
            var reader = JSONReader(buffer, depthLimit: depthLimit)
            do {
                let value = try reader.value()
                try reader.finish()
                return value
            } catch {
                return nil
            }
        }
        guard let value = bytes.withContiguousStorageIfAvailable(parse) ?? Array(bytes).withUnsafeBufferPointer(parse) else { return nil }
        self = value
    }

    /// The value as minimal JSON text in UTF-8; members in the order of their names' bytes, so that equal values give equal bytes.
    public func serialized() -> [UInt8] {
        var writer = JSONWriter()
        writer.value(self)
        return writer.takeBytes()
    }
}
