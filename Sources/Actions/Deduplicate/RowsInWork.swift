import ContactFormats
import Dispatch
import RecordLinkage
import Synchronization

/// Makes rows ready for linking on all processors while the next ones are read; what comes of them keeps their order.
final class RowsInWork: Sendable {
    /// Where the values of each column of the schema stand in a row.
    private let cells: [Int]
    private let schema: LinkageSchema
    private let finished = Mutex<[Int: FeatureTable]>([:])
    private let queue = DispatchQueue(label: "dedupe.rows", attributes: .concurrent)
    private let group = DispatchGroup()
    /// So many batches may wait or be worked on: reading must not run far ahead.
    private let room: DispatchSemaphore

    init(_ schema: LinkageSchema, cells: [Int], threads: Int) {
        self.schema = schema
        self.cells = cells
        room = DispatchSemaphore(value: threads + 1)
    }

    /// Begins with a batch; batches are numbered from 0.
    func begin(_ number: Int, _ rows: [CSVRow]) {
        room.wait()
        queue.async(group: group) { [self] in
            var table = FeatureTable(schema)
            table.reserve(rows.count)
            for row in rows { append(row, to: &table) }
            finished.withLock { $0[number] = table }
            room.signal()
        }
    }

    /// What came of a batch; `nil` where it is still in work.
    func take(_ number: Int) -> FeatureTable? {
        finished.withLock { $0.removeValue(forKey: number) }
    }

    /// Waits until nothing is in work.
    func wait() { group.wait() }

    private func append(_ row: CSVRow, to features: inout FeatureTable) {
        features.append { column, body in
            let cell = cells[column]
            if let text = row.bytes(cell) {
                text.withUnsafeBufferPointer(body)
            } else {
                var text = row.text(cell)
                text.withUTF8(body)
            }
        }
    }
}
