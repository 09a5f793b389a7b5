import CarrelCore
import Testing

@testable import CarrelApp

@Suite("What is said of a question beside itself")
struct ItemStatesTests {
    @Test("How hard it is comes first, then what the learner did to it; suspended goes before buried")
    func states() {
        var item = Samples.item(Samples.single)
        #expect(item.states(isFlagged: false) == ["beginner"])
        item.isBookmarked = true
        item.isBuried = true
        #expect(item.states(isFlagged: true) == ["beginner", "bookmarked", "flagged", "buried"])
        item.isSuspended = true
        #expect(item.setAside == "suspended")
    }

    @Test("A question that nothing happened to since it was answered has no notice")
    func nothing() {
        let item = Samples.item(Samples.single)
        #expect(item.notice(of: nil) == nil)
        #expect(item.notice(of: StandingAnswer(selected: ["active"], grade: .right, contentHash: "hash-1")) == nil)
    }

    @Test("A retired one says so before it is said to be changed, and a changed one only of an answer")
    func changed() {
        let answer = StandingAnswer(selected: ["active"], grade: .right, contentHash: "older")
        var item = Samples.item(Samples.single)
        #expect(item.notice(of: answer) == "The author changed this item; your answer is kept")
        #expect(item.notice(of: nil) == nil)
        item.isRetired = true
        #expect(item.notice(of: answer) == "The author retired this item; your answer is kept")
    }

    @Test("An answer that a key of the learner's own would grade otherwise keeps its grade, and that is said")
    func ownKey() {
        let item = Samples.correctedItem
        let graded = StandingAnswer(selected: ["active"], grade: .right)
        #expect(item.notice(of: graded) == "The key is yours since; this answer keeps its grade")
        #expect(item.notice(of: StandingAnswer(selected: ["both"], grade: .right)) == nil)
        #expect(item.notice(of: StandingAnswer(selected: ["active"])) == nil)
    }
}
