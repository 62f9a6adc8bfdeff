import ContactFormats
import ContactModel

/// When something was handed out, as far as anything tells.
extension HandOutImport {
    /// The day a list was handed out, and what tells it: the owner, the hand-out itself, its newest date, or else the file's own time.
    func exportDate(of table: any Table) -> (CalendarDate, ExportDateBasis) {
        if let given = options.exportedOn { return (given, .given) }
        // A date in the future is somebody's typing error, not the day of the export. Zones differ by up to a day.
        let tomorrow = CalendarDate(daysSince1970: vault.clock.today.daysSince1970 + 1)
        let newest = table.newestDate.flatMap { $0 <= tomorrow ? $0 : nil }
        if let stated = table.exportedOn ?? originals.handOut.exportedOn, stated <= tomorrow {
            return (max(stated, newest ?? stated), .archive)
        }
        if let newest { return (newest, .newestEntry) }
        let fileTime = modifiedAt(table).map { CalendarDate(daysSince1970: $0 / 86_400) }
        let day = min(fileTime ?? vault.clock.today, vault.clock.today)
        if let last = table.handedOutUntil, last < day { return (last, .layout) }
        return (day, fileTime == nil ? .importDay : .fileTime)
    }

    /// What tells hand-outs of one day apart, as text: the newest date in it, then its time, then its turn.
    func orderWithinDay(of table: any Table, number: Int64) -> String {
        "\(table.newestDate?.description ?? "")|\(timeWithinDay(of: table))|\(Self.turn(number))"
    }

    /// The time by which two hand-outs of one day are told apart: the file's, in seconds since 1970; of what comes by a pipe and has none, that
    /// of its arrival, to the millisecond.
    private func timeWithinDay(of table: any Table) -> String {
        let (seconds, fraction): (Int, String)
        if let modifiedAt = modifiedAt(table) {
            (seconds, fraction) = (modifiedAt, "")
        } else {
            let now = vault.clock.milliseconds()
            (seconds, fraction) = (Int(clamping: now / 1000), "." + String(String(now % 1000 + 1000).suffix(3)))
        }
        let digits = String(seconds)
        return String(repeating: "0", count: max(0, 12 - digits.count)) + digits + fraction
    }

    /// What comes last in the order within a day, as text: of two files of one second the one that was imported later is the later one. The
    /// word stands behind the hashes earlier programs wrote there.
    private static func turn(_ number: Int64) -> String {
        let digits = String(number)
        return "import " + String(repeating: "0", count: max(0, 12 - digits.count)) + digits
    }

    /// When the file of a list was last modified; of several parts the last one.
    private func modifiedAt(_ table: any Table) -> Int? {
        let times = table is JoinedTable ? table.members.compactMap(\.modifiedAt) : [table.members.first?.modifiedAt].compactMap { $0 }
        return times.max() ?? originals.parcel.modifiedAt
    }

    /// What is to be said where a hand-out's day may be wrong: the owner's word is older than what the file holds; or nothing but the file's own
    /// time has put a whole list behind one whose day is known, which may turn history back.
    func doubts(aboutDayOf snapshot: StoredSnapshot, _ table: any Table) throws -> [String] {
        // Zones differ by up to a day.
        let latest = vault.clock.today.daysSince1970 + 1
        if snapshot.basis == .given, let newest = table.newestDate, newest.daysSince1970 <= latest,
            newest.daysSince1970 > snapshot.exportedOn.daysSince1970 + 1
        {
            return [
                "It holds a date of \(newest), after the day it is said to have been handed out, \(snapshot.exportedOn). If that day is a slip, take "
                    + "this import back (`holdfast undo`) and import the file again with the right one."
            ]
        }
        guard table.list.isFull, snapshot.basis == .fileTime || snapshot.basis == .importDay else { return [] }
        let dated = try snapshots.all().filter {
            !$0.isUndone && ($0.sourceID, $0.list) == (snapshot.sourceID, snapshot.list) && $0.basis != .fileTime && $0.basis != .importDay
        }
        guard let before = dated.map(\.exportedOn).filter({ $0 <= snapshot.exportedOn }).max() else { return [] }
        return [
            "Nothing in the file tells when it was handed out, and copying changes a file's own time. It now counts as newer than the list of "
                + "\(before): who is not in it counts as gone.",
            "If it is older, import it again with --exported-on YYYY-MM-DD: that puts this import right.",
        ]
    }
}
