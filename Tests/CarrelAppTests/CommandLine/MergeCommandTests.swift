import CarrelCore
import Glibc
import TestDirectory
import Testing

@testable import CarrelApp
@testable import CarrelStorage

@Suite("What a merge says")
struct MergeCommandTests {
    /// Two files of one learner, each with a session of its own.
    private func report(dryRun: Bool) throws -> MergeReport {
        let directory = try TemporaryDirectory()
        let one = try Store.open(.file(directory.file("a.db")), clock: { .noon }, seed: 1)
        let other = try Store.open(.file(directory.file("b.db")), clock: { .noon }, seed: 2)
        try other.record([NewEvent(.bookmarkSet(BookmarkSet(note: "n")), questionId: "q")])
        return try one.merge(directory.file("b.db"), asMe: true, dryRun: dryRun)
    }

    @Test("What came, of which days, and what to do when both were different learners")
    func came() throws {
        let lines = MergeCommand.lines(try report(dryRun: false), isDry: false)
        #expect(lines.first?.hasPrefix("came: 1 entry, of these new sessions 0, about 1 question") == true)
        #expect(lines.contains("  bookmarkSet 1"))
    }

    @Test("A dry run says what would come")
    func wouldCome() throws {
        #expect(
            MergeCommand.lines(try report(dryRun: true), isDry: true).first?.hasPrefix("would come: 1 entry") == true)
    }

    @Test("Nothing new is said to be nothing")
    func nothing() { #expect(MergeCommand.lines(MergeReport(), isDry: false).count == 1) }
}
