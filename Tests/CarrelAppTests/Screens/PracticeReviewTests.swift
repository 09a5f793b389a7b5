import CarrelCore
import Testing

@testable import CarrelApp

@Suite("The answers of a session that is over")
struct PracticeReviewTests {
    let store = Samples.store(Samples.single, Samples.multiple, Samples.free)

    private func probe(at question: String, answered: String...) -> ScreenProbe {
        store.session?.status = .abandoned
        for id in answered {
            store.session?.answers[id] = StandingAnswer(
                selected: ["passive"], grade: .wrong, contentHash: "hash-1")
        }
        return ScreenProbe(.sessionItem(session: "s1", question: question), on: store)
    }

    @Test("One goes from answer to answer, past what was never answered, and nothing is asked")
    func walk() throws {
        var probe = probe(at: "time-wait", answered: "time-wait", "handshake")
        probe.press("n")
        #expect(try probe.top(as: PracticeScreen.self).questionId == "handshake")
        #expect(!probe.hints.contains("n next"))
        probe.press("n p")
        #expect(try probe.top(as: PracticeScreen.self).questionId == "time-wait")
        probe.press("enter enter")
        #expect(probe.desk.top is HomeScreen)
        #expect(store.events.isEmpty)
    }

    @Test("An item its author retired since is said to be")
    func retired() {
        store.items[0].isRetired = true
        #expect(probe(at: "time-wait", answered: "time-wait").text.contains("The author retired this item"))
    }
}
