import CarrelCore
import Glibc
import TestDirectory
import Testing

@testable import CarrelStorage

@Suite("A file in other hands")
struct SharedUseTests {
    let directory: TemporaryDirectory
    let clock = TestClock()
    let path: String

    init() throws {
        directory = try TemporaryDirectory()
        path = directory.file("carrel.db")
    }

    private func open(seed: UInt64 = 7) throws -> Store { try Store.open(.file(path), clock: clock.now, seed: seed) }

    @Test("While another program writes for long, an answer is refused as locked and goes through when tried again")
    func locked() throws {
        let store = try open()
        let session = try store.start(["q1"])
        let other = try Database(path: path)
        try other.execute("BEGIN IMMEDIATE")
        store.database.waitForLocks(milliseconds: 30)
        #expect(throws: StoreError.locked(path: path)) { try store.answer("q1", in: session) }
        #expect(try store.answers(inSession: session).isEmpty, "reading goes on")
        try other.execute("ROLLBACK")
        try store.answer("q1", in: session)
        #expect(try store.answers(inSession: session).count == 1 && store.drift() == [])
    }

    @Test("What another program holds for a moment is waited for")
    func waited() async throws {
        let store = try open()
        let session = try store.start(["q1"])
        let path = path
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (held, isHeld) = AsyncStream.makeStream(of: Void.self)
            group.addTask {
                let other = try Database(path: path)
                try other.execute("BEGIN IMMEDIATE")
                isHeld.yield()
                usleep(300_000)
                try other.execute("COMMIT")
            }
            for await _ in held { break }
            try store.answer("q1", in: session)
            try await group.waitForAll()
        }
        #expect(try store.answers(inSession: session).count == 1)
    }

    @Test("Closing while another program writes is no fault")
    func closing() throws {
        let store = try open()
        try store.load(SampleCatalogue.channel((0..<50).map { SampleCatalogue.question("q\($0)") }))
        let other = try Database(path: path)
        try other.execute("BEGIN IMMEDIATE")
        store.database.waitForLocks(milliseconds: 0)
        #expect(throws: StoreError.locked(path: path)) { try store.database.execute("ANALYZE") }
        try store.close()
    }

    @Test("A clock set back by an hour changes no order: the latest answer stands, and nothing is late or lost")
    func clockSetBack() throws {
        let store = try open()
        let session = try store.start(["q1", "q2"])
        try store.answer("q1", in: session, isCorrect: false)
        clock.advance(seconds: -3600)
        try store.answer("q1", in: session, isCorrect: true)
        try store.answer("q2", in: session)
        let mistaken = try store.answer("q2", in: session, isCorrect: false)
        try store.record([NewEvent(.undone(Undone()), target: mistaken)])
        #expect(try store.answers(inSession: session)["q1"]?.isCorrect == true)
        #expect(try store.answers(inSession: session)["q2"]?.isCorrect == true)
        let journal = try store.journal()
        #expect(journal.map(\.ord) == journal.map(\.ord).sorted() && Set(journal.map(\.ord)).count == journal.count)
        #expect(journal.last?.event == .undone(Undone()))
        #expect(try store.drift() == [] && store.integrity() == [])
        let again = try open(seed: 8)
        #expect(try again.activeSessions(limit: 5).map(\.id) == [session])
    }

    @Test("Two programs answer in one session at once: each answer is kept, the later one of an item stands")
    func oneSession() throws {
        let first = try open()
        let session = try first.start((0..<40).map { "q\($0)" })
        let second = try open(seed: 8)
        for question in 0..<40 {
            clock.advance(seconds: 1)
            try first.answer("q\(question)", in: session, isCorrect: false)
            try second.answer("q\(39 - question)", in: session, isCorrect: true)
        }
        let answers = try first.answers(inSession: session)
        #expect(answers.count == 40)
        // Where the second was later, or at the same time but after.
        for question in 0..<40 {
            #expect(answers["q\(question)"]?.isCorrect == (39 - question >= question), "q\(question)")
        }
        #expect(try first.journal().count == 81 && second.drift() == [])
    }
}
