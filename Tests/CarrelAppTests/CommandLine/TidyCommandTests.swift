import CarrelCore
import Testing

@testable import CarrelApp
@testable import CarrelStorage

@Suite("What tidying says")
struct TidyCommandTests {
    @Test("Nothing to do is said")
    func nothing() {
        let none = Tidying(queueItems: 0, botRuns: 0, sessions: [])
        #expect(TidyCommand.lines(none, isDry: false) == ["nothing to tidy"])
    }

    @Test("What was done, or would be, is said with its number")
    func done() {
        let some = Tidying(queueItems: 1, botRuns: 3, sessions: [])
        #expect(
            TidyCommand.lines(some, isDry: false) == ["removed 1 done work item", "removed 3 maintenance runs"])
        #expect(TidyCommand.lines(some, isDry: true).first == "would remove 1 done work item")
    }
}
