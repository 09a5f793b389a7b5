import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("What a load says")
struct LoadCommandTests {
    @Test("Each kind that changed has a line with its numbers")
    func words() {
        var report = LoadReport()
        report.questions.added = ["a", "b"]
        report.questions.retired = ["c"]
        report.questions.unchanged = 9
        report.channels.changed = ["net"]
        report.paths.restored = ["p"]
        #expect(
            LoadCommand.words(report) == """
                questions: 2 added, 1 retired
                channels: 1 changed
                paths: 1 restored
                """)
    }

    @Test("A load that changed nothing says so")
    func nothing() {
        var report = LoadReport()
        report.questions.unchanged = 84
        report.packs = 4
        #expect(LoadCommand.words(report) == "nothing changed")
    }
}
