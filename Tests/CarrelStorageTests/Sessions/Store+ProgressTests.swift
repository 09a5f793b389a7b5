import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Progress with a certification")
struct StoreProgressTests {
    @Test("Scores are of completed sessions, weak and strong domains of enough answers")
    func progress() throws {
        let clock = TestClock()
        let store = try Store.ticking(clock)
        #expect(try store.progress(of: "cert") == nil)
        let questions = (0..<12).map { "q\($0)" }
        let id = try store.start(questions, mode: .exam, certification: "cert")
        try store.record(
            .prediction(Prediction(pPass: 0.8, low: 0.6, high: 0.9, isReady: true)), sessionId: id)
        for (index, question) in questions.enumerated() {
            let domain = index < 6 ? "strong" : index < 11 ? "weak" : "few"
            try store.answer(question, in: id, isCorrect: index < 6, certification: "cert", domain: domain)
        }
        clock.advance(seconds: 86_400)
        try store.record(.sessionCompleted(SessionCompleted(score: 50)), sessionId: id)
        let second = try store.start(["q0"], certification: "cert")
        try store.answer("q0", in: second, certification: "cert", domain: "strong")
        try store.record(.sessionCompleted(SessionCompleted(score: 80)), sessionId: second)
        try store.start(["q1"], certification: "cert")
        let progress = try #require(try store.progress(of: "cert"))
        #expect(progress.totalSessions == 2 && progress.averageScore == 65 && progress.bestScore == 80)
        #expect(progress.questionsAnswered == 13 && progress.correctAnswers == 7)
        #expect(progress.strongAreas.map(\.domainId) == ["strong"] && progress.weakAreas.map(\.domainId) == ["weak"])
        #expect(progress.weakAreas.first?.correctRate == 0)
        #expect(progress.studyStreak == 2 && progress.lastActivityAt == clock.moment.at && progress.isReady)
        #expect(progress.totalTimeSpent == 20)
    }
}
