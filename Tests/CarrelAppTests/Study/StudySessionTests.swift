import CarrelCore
import Testing

@testable import CarrelApp

@Suite("A session on screen")
struct StudySessionTests {
    private func session(answered: Set<Int>, of count: Int, cursor: Int? = nil) -> StudySession {
        var session = StudySession(
            id: "s", title: "T", status: .active, items: (0..<count).map { DrawnItem(questionId: "q\($0)") })
        for index in answered { session.answers["q\(index)"] = StandingAnswer(grade: .right) }
        session.place.cursor = cursor
        return session
    }

    @Test(
        "It is resumed where it was left, else at the first open item, else at the last",
        arguments: [
            ([], nil, 0), ([0, 1], nil, 2), ([0, 1, 2], nil, 2), ([0], 0, 0), ([], 2, 2), ([0], 7, 1), ([0], -1, 1),
        ]
            as [(Set<Int>, Int?, Int)])
    func resume(answered: Set<Int>, cursor: Int?, position: Int) {
        #expect(session(answered: answered, of: 3, cursor: cursor).resumePosition == position)
    }

    @Test("A session without items has a position to be at")
    func empty() { #expect(session(answered: [], of: 0).resumePosition == 0) }

    @Test(
        "The next open item comes after this one, then from the start, and is itself when it is the only one",
        arguments: [([], 0, 1), ([1], 0, 2), ([1, 2], 0, 0), ([2], 1, 0), ([0, 1, 2], 1, nil), ([0, 2], 1, 1)]
            as [(Set<Int>, Int, Int?)])
    func nextOpen(answered: Set<Int>, position: Int, next: Int?) {
        #expect(session(answered: answered, of: 3).nextOpen(after: position) == next)
    }

    @Test("A free answer that waits for its grade keeps its item open")
    func ungraded() {
        var session = session(answered: [0], of: 2)
        session.answers["q1"] = StandingAnswer(response: "words")
        #expect(session.nextOpen(after: 0) == 1)
    }
}
