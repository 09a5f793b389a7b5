import Testing

@testable import CarrelApp

@Suite("What the doctor finds")
struct DoctorReportTests {
    @Test("A sound file is said to be so, with every table that has rows and every query's times")
    func sound() throws {
        let store = try Library.deskPerformer().store
        let places = Places(Invocation(command: "doctor"), environment: [:], executable: nil) { _ in false }
        let report = try DoctorReport(of: store, places, isRebuilt: false)
        #expect(report.isSound)
        #expect(report.schema > 0)
        #expect(report.tables.contains { $0.table == "questions" && $0.rows > 0 })
        let lines = report.lines
        #expect(lines.contains("integrity ok"))
        #expect(lines.contains("backups   none yet"))
        #expect(lines.contains { $0.hasPrefix("rows      questions ") })
        #expect(lines.contains { $0.hasPrefix("QUERY, ms") })
    }
}
