import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("How far a learner is, on the command line")
struct StatsCommandTests {
    let performer: StorePerformer
    private var store: Store { performer.store }

    init() throws { performer = try Library.deskPerformer() }

    private func lines() throws -> [String] {
        StatsCommand.lines(try StudyStats(of: store, at: .noon), columns: nil)
    }

    @Test("Before anything was answered it says so")
    func nothing() throws { #expect(try lines() == ["Nothing answered yet: carrel starts the desk."]) }

    @Test("Answers, days, sessions and topics are counted")
    func counted() throws {
        let ids = try store.questions(in: .all, limit: 3).map(\.id)
        let learner = PlainLearner(performer)
        for id in ids {
            let topic = StudyTopic.question(id, title: "Desk")
            try learner.types(
                "0", "0", "1", "", "",
                opening: .start(StudyRequest(topic: topic, choices: StudyChoices(count: 1, what: .all))))
        }
        let stats = try StudyStats(of: store, at: .noon)
        #expect(stats.answers == 3)
        #expect(stats.right == 0)
        #expect(stats.days == 1)
        #expect(stats.streak == 1)
        #expect(stats.today == 3)
        #expect(stats.sessions.completed == 3)
        #expect(stats.topics.reduce(0) { $0 + $1.seen } >= 3)
        #expect(stats.activity.map(\.answers) == [3])
        let lines = try lines()
        #expect(lines.contains("answered  3, 0 % right, on 1 day"))
        #expect(lines.contains("sessions  0 to go on with, 3 completed"))
        #expect(lines.contains { $0.hasPrefix("TOPIC") })
    }
}
