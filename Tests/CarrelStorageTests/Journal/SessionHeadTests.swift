import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("A session's own row")
struct SessionHeadTests {
    private let start = recorded(
        .sessionStarted(
            SessionStarted(
                type: .channel, mode: .timed, key: "k", title: "T",
                items: [DrawnItem(questionId: "q"), DrawnItem(questionId: "r", isScored: false)])),
        at: 10, id: "s", question: nil)

    private func head(_ entries: RecordedEntry...) throws -> SessionHead {
        try #require(SessionHead(id: "s", entries: [start] + entries))
    }

    @Test("Before its start has arrived there is no session")
    func noStart() {
        #expect(SessionHead(id: "s", entries: [recorded(.sessionPaused(SessionPaused()), at: 1)]) == nil)
        #expect(SessionHead(id: "other", entries: [start]) == nil)
    }

    @Test("What happened before the start by the order of clocks that disagree still counts")
    func startLate() throws {
        let entries = [recorded(.itemMarked(ItemMarked(isMarked: true)), at: 5), start]
        #expect(SessionHead(id: "s", entries: entries)?.data.marks.flagged == ["q"])
    }

    @Test("Flags, strike-outs and notes are as last set, and leave nothing when taken back")
    func marks() throws {
        let set = try head(
            recorded(.itemMarked(ItemMarked(isMarked: true)), at: 11),
            recorded(.optionStruck(OptionStruck(option: "a", isStruck: true)), at: 12),
            recorded(.scratchNoted(ScratchNoted(text: "sheet")), at: 13, question: nil),
            recorded(.optionStruck(OptionStruck(option: "b", isStruck: true)), at: 14, isUndone: true))
        #expect(set.data.marks.flagged == ["q"])
        #expect(set.data.marks.struck == ["q": ["a"]])
        #expect(set.data.marks.notes == ["": "sheet"])
        let cleared = try head(
            recorded(.itemMarked(ItemMarked(isMarked: true)), at: 11),
            recorded(.itemMarked(ItemMarked(isMarked: false)), at: 12),
            recorded(.optionStruck(OptionStruck(option: "a", isStruck: true)), at: 13),
            recorded(.optionStruck(OptionStruck(option: "a", isStruck: false)), at: 14),
            recorded(.scratchNoted(ScratchNoted(text: "x")), at: 15),
            recorded(.scratchNoted(ScratchNoted(text: "")), at: 16))
        #expect(cleared.data.marks == SessionMarks())
    }

    @Test("The clock stands still between a pause and what follows it")
    func pauses() throws {
        let resumed = try head(
            recorded(.sessionPaused(SessionPaused()), at: 11), recorded(.sessionPaused(SessionPaused()), at: 12),
            recorded(.sessionResumed(SessionResumed()), at: 14), recorded(.sessionPaused(SessionPaused()), at: 20))
        #expect(resumed.data.pausedMs == 180_000)
        #expect(resumed.data.pausedAt == minute(20))
    }

    @Test("The first completion counts, and nothing after it changes what the session came to")
    func completion() throws {
        let done = try head(
            recorded(.sessionPaused(SessionPaused()), at: 11),
            recorded(
                .sessionCompleted(SessionCompleted(score: 80, result: SessionResult(earned: 8, possible: 10))), at: 12),
            recorded(.sessionCompleted(SessionCompleted(score: 10)), at: 13),
            recorded(.sessionAbandoned(SessionAbandoned()), at: 14),
            recorded(.sessionResumed(SessionResumed()), at: 15))
        #expect(done.status == .completed && done.score == 80 && done.completedAt == minute(12))
        #expect(done.data.pausedMs == 60_000 && done.data.pausedAt == nil)
    }

    @Test(
        "A session ends when its time is over, however much later that is noticed, if its clock runs while nobody is there",
        arguments: [(SessionMode.exam, 30, 25), (.exam, 20, 20), (.exam, 5, 5), (.timed, 30, 30)])
    func deadline(mode: SessionMode, handedIn: Int, completed: Int) throws {
        let start = SessionStarted(
            type: .certification, mode: mode, key: "k", title: "T", items: [DrawnItem(questionId: "q")],
            timeLimit: 15 * 60)
        let head = try #require(
            SessionHead(
                id: "s",
                entries: [
                    recorded(.sessionStarted(start), at: 10, id: "s", question: nil),
                    recorded(.sessionCompleted(SessionCompleted()), at: handedIn),
                ]))
        #expect(head.completedAt == minute(completed))
    }

    @Test("An exam without a limit ends when it is handed in")
    func noDeadline() throws {
        let start = SessionStarted(type: .certification, mode: .exam, key: "k", title: "T", items: [])
        let head = try #require(
            SessionHead(
                id: "s",
                entries: [
                    recorded(.sessionStarted(start), at: 10, id: "s", question: nil),
                    recorded(.sessionCompleted(SessionCompleted()), at: 500),
                ]))
        #expect(head.completedAt == minute(500))
    }

    @Test("An abandoned session can be taken up again, and the abandoning undone")
    func abandoned() throws {
        let abandoned = recorded(.sessionAbandoned(SessionAbandoned()), at: 11)
        #expect(try head(abandoned).status == .abandoned)
        #expect(try head(abandoned, recorded(.sessionResumed(SessionResumed()), at: 12)).status == .active)
        #expect(try head(RecordedEntry(entry: abandoned.entry, isUndone: true)).status == .active)
    }

    @Test("An undo of a completion is passed over")
    func completionStays() throws {
        let done = try head(recorded(.sessionCompleted(SessionCompleted()), at: 12, isUndone: true))
        #expect(done.status == .completed)
    }

    @Test("However often a wrong clock stood still, the time it stood still for is a number")
    func endlessPauses() {
        var entries = [start]
        for place in 0..<70_000 {
            let event: JournalEvent =
                place % 2 == 0 ? .sessionPaused(SessionPaused()) : .sessionResumed(SessionResumed())
            var pause = recorded(event, at: place + 1, question: nil)
            pause.entry.at = Timestamp(text: place % 2 == 0 ? "0000-01-01" : "9999-12-31") ?? minute(0)
            entries.append(pause)
        }
        #expect(SessionHead(id: "s", entries: entries)?.data.pausedMs == 31_536_000_000_000)
    }
}
