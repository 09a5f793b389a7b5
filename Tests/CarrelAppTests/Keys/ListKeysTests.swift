import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Keys in a list")
struct ListKeysTests {
    private func action(_ key: Key, _ facts: ListFacts = ListFacts()) -> ListAction? {
        KeyTable.list.action(for: key, in: facts)
    }

    @Test("Lists are walked as vi and less are")
    func moves() {
        let keys: [(Key, ListAction)] = [
            (.char("j"), .down), (.char("k"), .up), (.char("g"), .first), (.char("G"), .last), (.char("h"), .back),
            (.char("l"), .open), (.control("d"), .pageDown), (.control("u"), .pageUp), (.home, .first), (.end, .last),
        ]
        for (key, expected) in keys { #expect(action(key) == expected) }
    }

    @Test("q leaves the program from Home alone, where nothing goes back")
    func root() {
        #expect(KeyTable.list.hints(in: ListFacts(isRoot: true)).last?.label == "quit")
        for key: Key in [.escape, .left, .char("h")] { #expect(action(key, ListFacts(isRoot: true)) == nil) }
        #expect(KeyTable.list.hints(in: ListFacts()).last?.label == "back")
    }

    @Test("What needs rows, a topic or a question is dead without")
    func needs() {
        let empty = ListFacts(hasRows: false)
        for key: Key in [.enter, .down, .char("p"), .char("*"), .end] { #expect(action(key, empty) == nil) }
        #expect(action(.char("p"), ListFacts(canPractise: true)) == .practise)
        #expect(action(.char("*"), ListFacts(isOnQuestion: true)) == .bookmark)
        #expect(action(.char("u"), empty) == .undo)
    }
}
