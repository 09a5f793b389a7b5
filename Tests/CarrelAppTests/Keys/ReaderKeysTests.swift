import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Keys in a text")
struct ReaderKeysTests {
    private func action(_ key: Key, _ facts: ReaderFacts = ReaderFacts()) -> ReaderAction? {
        KeyTable.reader.action(for: key, in: facts)
    }

    @Test("A text is read as in less, and every key that opened it closes it")
    func reading() {
        let keys: [(Key, ReaderAction?)] = [
            (.char(" "), .pageDown), (.control("d"), .pageDown), (.char("G"), .last), (.char("/"), .find),
            (.enter, .back), (.escape, .back), (.char("q"), .back), (.char("z"), .back),
        ]
        for (key, expected) in keys { #expect(action(key) == expected) }
    }

    @Test("? shows these keys, and closes help itself")
    func help() {
        #expect(action(.char("?")) == .help)
        #expect(action(.char("?"), ReaderFacts(isHelp: true)) == .back)
    }

    @Test("n and N walk what was found, once something was")
    func matches() {
        for (key, expected) in [(Key.char("n"), ReaderAction.nextMatch), (.char("N"), .previousMatch)] {
            #expect(action(key, ReaderFacts(hasMatches: true)) == expected)
            #expect(action(key) == nil)
        }
    }

    @Test("The field of / leaves every printable key to its text")
    func field() {
        let printable = (UInt8(0x20)..<0x7F).map { Key.char(Character(Unicode.Scalar($0))) }
        #expect(printable.filter { KeyTable.find.action(for: $0, in: ()) != nil } == [])
        #expect(KeyTable.find.action(for: .enter, in: ()) == .find)
        #expect(KeyTable.find.action(for: .escape, in: ()) == .cancel)
    }
}
