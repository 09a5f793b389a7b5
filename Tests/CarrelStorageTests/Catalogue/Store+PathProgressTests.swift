import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("How far a learner is on a path")
struct StorePathProgressTests {
    private typealias Sample = SampleCatalogue

    let store: Store

    init() throws {
        store = try .temporary()
        try store.load(
            Sample.channel((0..<6).map { Sample.question("q\($0)") }), Sample.certification(),
            Sample.path(
                "way", [["q0", "q1"], ["q1", "q2", "q3", "gone"], ["nowhere"]], title: "Way",
                prerequisites: ["saa", "before", "unknown"]),
            Sample.path("before", [["q5"]], title: "before"))
    }

    private var way: PathRow { get throws { try #require(try store.pathRow("way")) } }

    @Test("A milestone counts its active questions; the path counts one that several have once")
    func tallies() throws {
        try store.setFacts("q0", lastCorrect: true)
        try store.setFacts("q1", lastCorrect: false)
        let way = try way
        #expect(way.tally == Tally(total: 4, seen: 2, correct: 1))
        #expect(
            way.milestones.map(\.tally) == [
                Tally(total: 2, seen: 2, correct: 1), Tally(total: 3, seen: 1, correct: 0), Tally(),
            ])
        #expect(way.milestones.map(\.title) == ["Milestone 0", "Milestone 1", "Milestone 2"])
        #expect(way.kind == .company && way.targetCompany == "Acme" && way.difficulty == .beginner)
    }

    @Test("The hours left are the estimate times the share not right yet, and nothing where nothing is here")
    func hours() throws {
        #expect(try way.milestones.map(\.hoursLeft) == [10, 10, 0])
        try store.setFacts("q0", lastCorrect: true)
        try store.setFacts("q3", lastCorrect: true)
        let way = try way
        #expect(way.milestones[0].hoursLeft == 5)
        #expect(abs(way.hoursLeft - (5 + 20.0 / 3)) < 1e-9)
    }

    @Test("One goes on at the first milestone that is not all right; a forgotten answer opens it again")
    func current() throws {
        #expect(try way.current == 0)
        for question in ["q0", "q1"] { try store.setFacts(question, lastCorrect: true) }
        #expect(try way.current == 1)
        #expect(try way.milestones.map(\.isFinished) == [true, false, false])
        for question in ["q2", "q3"] { try store.setFacts(question, lastCorrect: true) }
        // The last has no question here: it holds nobody up.
        #expect(try way.current == nil)
        try store.setFacts("q1", lastCorrect: false)
        #expect(try way.current == 0)
    }

    @Test("A path is listed while it is active, by title whatever its case")
    func list() throws {
        #expect(try store.learningPaths().map(\.id) == ["before", "way"])
        try store.database.execute("UPDATE learningPaths SET status = 'archived' WHERE id = 'before'")
        #expect(try store.learningPaths().map(\.id) == ["way"])
        #expect(try store.pathRow("before")?.title == "before")
        #expect(try store.pathRow("none") == nil)
    }

    @Test("Prerequisites are told by title with how far the learner is; an unknown one keeps its id")
    func prerequisites() throws {
        try store.setFacts("q5", lastCorrect: true)
        #expect(
            try store.prerequisites(["saa", "before", "unknown"]) == [
                Prerequisite(id: "saa", title: "Architect saa", kind: .certification, tally: Tally(total: 4)),
                Prerequisite(
                    id: "before", title: "before", kind: .path, tally: Tally(total: 1, seen: 1, correct: 1)),
                Prerequisite(id: "unknown", title: "unknown", kind: nil, tally: Tally()),
            ])
    }
}
