import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("What tables of keys offer")
struct KeyTableTests {
    /// Under every case of its facts a table offers each action that is possible, by a key that does it, and no other.
    private func check<Facts, Action>(_ table: KeyTable<Facts, Action>, _ keymap: Keymap = .usual) {
        keymap.inForce {
            for facts in table.cases() {
                let offer = table.offer(in: facts)
                let possible = table.bound.filter { $0.isPossible(facts) && $0.shown == nil }
                // There are so many cases that an expectation for each would cost more than what it looks at.
                if Set(offer.commands.map(\.name)) != Set(possible.map(\.action.name)) {
                    Issue.record("\(table.name) offers \(offer.commands.map(\.name)) in \(facts)")
                }
                for command in offer.commands
                where table.action(for: command.trigger, in: facts)?.name != command.name
                    || !command.keys.contains(command.trigger)
                {
                    Issue.record("\(table.name) does not do \(command.name) by \(command.trigger) in \(facts)")
                }
            }
        }
    }

    private func checkAll(_ keymap: Keymap) {
        check(.desk, keymap)
        check(.goTo, keymap)
        check(.list, keymap)
        check(.listFind, keymap)
        for table in [KeyTable.choice, .field, .fieldCommands, .confidence, .grading, .answered, .missing] {
            check(table, keymap)
        }
        check(.reader, keymap)
        check(.find, keymap)
        check(.search, keymap)
        check(.filter, keymap)
        check(.setUp, keymap)
        check(.dialog, keymap)
        check(.summary, keymap)
        check(.settings, keymap)
        check(.settingField, keymap)
        check(.writing, keymap)
        check(.questionMenu, keymap)
        check(.corrections, keymap)
        check(.keyCorrection, keymap)
        check(.palette, keymap)
    }

    @Test("Every binding of every table is offered exactly when it is possible, by a key that does it")
    func usual() { checkAll(.usual) }

    @Test("Where each key means something of its own, they stay when other keys are chosen for the action")
    func labels() throws {
        var keymap = Keymap.usual
        keymap[.reader, "visit"] = [.char("v")]
        keymap.inForce {
            let (one, three) = (ReaderFacts(links: 1), ReaderFacts(links: 3))
            #expect(KeyTable.reader.action(for: .char("v"), in: one) == .visit)
            #expect(KeyTable.reader.action(for: .char("o"), in: one) == nil)
            #expect(KeyTable.reader.action(for: .char("2"), in: three) == .visit)
            #expect(KeyTable.reader.action(for: .char("v"), in: three) == nil)
            #expect(KeyTable.reader.hints(in: three).contains(Hint(key: .char("1"), label: "open")))
        }
    }

    @Test("So it is with other keys, whatever they are")
    func rebound() {
        var keymap = Keymap.usual
        for table in KeyTableInfo.all {
            for (number, row) in table.rows(in: .usual).enumerated() where !row.isLabels {
                // Keys that no context has: more than terminals have, which no table minds.
                keymap[table.context, row.action] = [.function(20 + number)]
            }
        }
        checkAll(keymap)
    }

    @Test("No key of the desk is taken from a screen that has it for something else")
    func desk() {
        for table in KeyTableInfo.all { #expect(table.clashes(in: .usual).isEmpty, "\(table.context)") }
    }
}
