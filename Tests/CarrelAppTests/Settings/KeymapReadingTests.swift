import CarrelContent
import CarrelTerminal
import Glibc
import TestDirectory
import Testing

@testable import CarrelApp

@Suite("Keys of one's own in config.yaml")
struct KeymapReadingTests {
    private func machine(_ text: String) throws -> MachineConfiguration {
        let directory = try TemporaryDirectory()
        let path = directory.file("config.yaml")
        let file = try #require(fopen(path, "w"))
        fputs(text, file)
        fclose(file)
        return withExtendedLifetime(directory) { MachineConfiguration(path: path) }
    }

    @Test("A key or a list of them takes the place of the usual ones, in hints and help too")
    func bound() throws {
        let machine = try machine("keys: {list: {practise: P, down: [n, down]}, everywhere: {palette: ctrl-k}}\n")
        #expect(machine.faults == [])
        machine.keymap.inForce {
            let facts = ListFacts(canPractise: true)
            #expect(KeyTable.list.action(for: .char("P"), in: facts) == .practise)
            #expect(KeyTable.list.action(for: .char("p"), in: facts) == nil)
            #expect(KeyTable.list.action(for: .char("n"), in: facts) == .down)
            #expect(KeyTable.list.hints(in: facts).contains(Hint(key: .char("P"), label: "practise")))
            #expect(KeyTable.list.help(in: facts).entries.contains { $0.keys == [.char("n"), .down] })
            #expect(HelpTopic.everywhere(in: .list).entries.first?.keys == [.control("k")])
        }
        #expect(KeyTable.list.action(for: .char("p"), in: ListFacts(canPractise: true)) == .practise)
    }

    @Test("Esc stays with what it closes, and keys may be swapped")
    func escape() throws {
        let machine = try machine("keys:\n  list:\n    back: Z\n    up: j\n    down: k\n")
        #expect(machine.faults == [])
        machine.keymap.inForce {
            #expect(KeyTable.list.action(for: .escape, in: ListFacts()) == .back)
            #expect(KeyTable.list.action(for: .char("Z"), in: ListFacts()) == .back)
            #expect(KeyTable.list.action(for: .char("q"), in: ListFacts()) == nil)
            #expect(KeyTable.list.action(for: .char("Z"), in: ListFacts(isFiltered: true)) == .back)
            #expect(KeyTable.list.action(for: .escape, in: ListFacts(isFiltered: true)) == .clearFilter)
            #expect(KeyTable.list.action(for: .char("j"), in: ListFacts()) == .up)
        }
    }

    @Test("A sheet with fields in it keeps their letters")
    func sheet() throws {
        let machine = try machine("keys: {filter: {up: K}}\n")
        #expect(machine.faults == [])
        machine.keymap.inForce {
            #expect(KeyTable.filter.action(for: .char("K"), in: FilterFacts()) == .up)
            #expect(KeyTable.filter.action(for: .char("K"), in: FilterFacts(isOnField: true)) == nil)
            #expect(KeyTable.filter.action(for: .up, in: FilterFacts(isOnField: true)) == .up)
        }
    }

    @Test(
        "What cannot be is told with its line, and those actions keep their keys",
        arguments: [
            ("lst: {up: K}", "keys: no context is called \"lst\"; did you mean list?"),
            ("list: {practice: P}", "keys: list: no action is called \"practice\"; did you mean practise?"),
            ("list: {practise: entr}", "keys: list: practise: \"entr\" is no key; did you mean enter?"),
            (
                "list: {practise: []}",
                "keys: list: practise: it would have no key; leave the line out for the usual ones"
            ),
            ("list: {practise: }", "keys: list: practise: it would have no key; leave the line out for the usual ones"),
            ("list: {practise: [[P]]}", "keys: list: practise: expected a key or a list of keys"),
            ("list: 3", "keys: list: expected actions with their keys"),
            ("list: {practise: s}", "keys: list: practise: s is the key of sort at the same time"),
            ("list: {practise: ctrl-s}", "keys: list: practise: ctrl-s is the terminal's own"),
            (
                "list: {practise: ctrl-z}",
                "keys: list: practise: ctrl-z is the key of suspend (everywhere) at the same time"
            ),
            ("list: {practise: esc}", "keys: list: practise: esc always closes or goes back; it needs no name here"),
            ("list: {practise: ':'}", "keys: list: practise: : is the key of palette (everywhere) at the same time"),
            ("everywhere: {goTo: j}", "keys: everywhere: goTo: j is the key of down (list) at the same time"),
            ("question: {flag: b}", "keys: question: flag: b is kept for the labels of answers, or for no key at all"),
            ("question: {label: z}", "keys: question: label: its keys are the labels on screen"),
            ("field: {editor: E}", "keys: field: editor: E is text there"),
            ("search: {list: ctrl-w}", "keys: search: list: ctrl-w edits the text"),
            ("writing: {save: enter}", "keys: writing: save: enter belongs to the text"),
            ("filter: {complete: c}", "keys: filter: complete: c is text there"),
        ])
    func faults(text: String, fault: String) throws {
        let machine = try machine("# mine\nkeys:\n  \(text)\n")
        #expect(machine.faults == ["config.yaml:3: " + fault])
        #expect(machine.keymap == .usual)
    }

    @Test("What the terminal does everywhere may have other keys, and its usual ones are free then")
    func everywhere() throws {
        let machine = try machine(
            "keys:\n  everywhere: {redraw: ctrl-f, suspend: ctrl-v, mouse: ctrl-b}\n  list: {practise: ctrl-z}\n")
        #expect(machine.faults == [])
        #expect(machine.keymap[.list, "practise"] == [.control("z")])
    }

    @Test("Of two that were chosen for one key the later gives way")
    func later() throws {
        let machine = try machine("keys:\n  list:\n    practise: Z\n    undo: Z\n")
        #expect(machine.faults == ["config.yaml:4: keys: list: undo: Z is the key of practise at the same time"])
        #expect(machine.keymap[.list, "practise"] == [.char("Z")])
    }

    @Test("The usual keys of every table are keys that could be chosen, or are kept for what they do")
    func usual() {
        for table in KeyTableInfo.all {
            #expect(table.clashes(in: .usual) == [], "\(table.context)")
            for row in table.rows(in: .usual) where !row.isLabels {
                for key in row.keys { #expect(KeySpelling.key(KeySpelling.text(of: key)) == key) }
            }
        }
        #expect(Set(KeyTableInfo.all.map(\.context)) == Set(KeyContext.allCases))
    }
}
