import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("How much a merge folds anew")
struct MergeFoldingTests {
    @Test(
        "What is touched where little comes, the touched sessions where less comes than there was, else everything",
        arguments: [
            (own: 0, touched: 500, sessions: 0), (own: 9_000, touched: 500, sessions: 9_000),
            (own: 110_000, touched: 5_500, sessions: 110_000),
        ])
    func limits(own: Int, touched: Int, sessions: Int) {
        let limits = MergeFolding.quicker.limits(besides: own)
        #expect(limits.touched == touched)
        #expect(limits.sessions == sessions)
    }

    @Test("The sessions are those that new entries name, and that of an answer which is taken back elsewhere")
    func sessions() throws {
        let machines = try Machines()
        let shared = [
            entry("a1", .itemMarked(ItemMarked(isMarked: true)), session: "s1", question: "alpha"),
            entry("a2", .itemMarked(ItemMarked(isMarked: true)), session: "s2", question: "alpha"),
        ]
        try machines.make("one", shared)
        try machines.make(
            "other",
            shared + [
                entry("b1", .bookmarkSet(BookmarkSet()), question: "beta"),
                entry("b2", .undone(Undone()), target: "a2"),
                entry("b3", .sessionPaused(SessionPaused()), session: "s3"),
            ])
        #expect(try extent(.sessions, machines).sessions == Set(["s2", "s3"].map(JournalGenerator.id)))
        #expect(try extent(.everything, machines).sessions == nil)
        guard case .touched(let touched) = try extent(.quicker, machines) else {
            Issue.record("three entries touch little")
            return
        }
        #expect(touched.questions == ["alpha", "beta"])
    }

    private func extent(_ folding: MergeFolding, _ machines: Machines) throws -> MergeExtent {
        let one = try machines.open("one")
        let file = try ForeignFile(machines.path("other"), mergedInto: one.database.path)
        return try file.database.snapshot {
            let theirs = try ForeignJournal(file.database, named: machines.path("other"))
            return try Merging(from: theirs, of: file, into: one.database, now: machines.clock.now().at)
                .survey(one.learner, asMe: false, folding: folding) { _, _ in }.extent
        }
    }
}
