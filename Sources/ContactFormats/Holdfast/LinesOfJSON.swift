/// A file of one JSON text a line.
enum LinesOfJSON {
    /// Hands over each line without its end, with its number from 1, until `body` says that is enough.
    ///
    /// - Parameter longest: what is longer than so many bytes is cut off there.
    static func forEach(of source: any ByteSource, longest: Int, _ body: ([UInt8], Int) throws -> Bool) throws {
        var line: [UInt8] = []
        var number = 1
        do {
            try source.forEachChunk { chunk in
                for byte in chunk {
                    if byte == 0x0A {
                        if try !body(line, number) { throw CSVReader.Stop() }
                        line.removeAll(keepingCapacity: true)
                        number += 1
                    } else if line.count < longest {
                        line.append(byte)
                    }
                }
            }
            if !line.isEmpty { _ = try body(line, number) }
        } catch is CSVReader.Stop {}
    }
}
