import ContactModel
import ContactQuality
import Testing

/// `docs/rules/export-stale.md`
@Suite("export-stale")
struct ExportStaleTests {
    @Test("finds who was last confirmed more than a year ago")
    func found() {
        let finding = ExportStale(asOf: Someone.today).finding(for: Someone.with { $0.lastConfirmed = Someone.day(yearsAgo: 2) })
        #expect(finding?.value == Someone.day(yearsAgo: 2).description && finding?.evidence.hasSuffix("730 days ago.") == true)
    }

    @Test("a year to the day, a day to come and never are not too long ago", arguments: [365, 0, -3])
    func quiet(days: Int) {
        let day = CalendarDate(daysSince1970: Someone.today.daysSince1970 - days)
        #expect(ExportStale(asOf: Someone.today).finding(for: Someone.with { $0.lastConfirmed = day }) == nil)
        #expect(ExportStale(asOf: Someone.today).finding(for: Someone.with { $0.lastConfirmed = nil }) == nil)
    }
}
