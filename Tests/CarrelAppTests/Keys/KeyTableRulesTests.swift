import CarrelTerminal
import Testing

@testable import CarrelApp

/// A context's bindings as they stand under certain facts, whatever its types.
struct BoundKeys: Sendable, CustomTestStringConvertible {
    struct Row: Sendable {
        var keys: [Key]
        var label: String
        var help: String
        var isHinted: Bool
    }

    var context: String
    var facts: String
    var rows: [Row]

    var testDescription: String { "\(context) \(facts)" }

    var keys: [Key] { rows.flatMap(\.keys) }

    init<Facts, Action>(_ table: KeyTable<Facts, Action>, _ facts: Facts) {
        context = table.context
        self.facts = "\(facts)"
        rows = table.bindings.filter { $0.isPossible(facts) }.map {
            Row(keys: $0.keys, label: $0.label, help: $0.help, isHinted: $0.isHinted)
        }
    }
}

@Suite("The rules all tables of keys keep")
struct KeyTableRulesTests {
    private static let questionFacts: [QuestionFacts] = (0..<128).map { bits in
        QuestionFacts(
            hasNext: bits & 1 != 0, hasPrevious: bits & 2 != 0, isLast: bits & 4 != 0, isOver: bits & 8 != 0,
            fieldIsEmpty: bits & 16 != 0, hasSuggestion: bits & 32 != 0,
            hasTwoGrades: bits & 64 != 0, isHolding: bits & 16 != 0, canExclude: bits & 32 != 0,
            isExhibitCut: bits & 64 != 0, depths: bits & 64 != 0 ? Set(QuestionDepth.allCases) : [])
    }

    private static let listFacts: [ListFacts] = (0..<32).flatMap { bits in
        [
            [], [\.canSearch, \.canFind], [\.canFilter, \.canSort], [\.canFilter, \.isFiltered],
            [\.canFilter, \.hasField], [\.canFind], [\.canFind, \.isFiltered],
        ].map {
            (more: [WritableKeyPath<ListFacts, Bool>]) in
            var facts = ListFacts(
                hasRows: bits & 1 != 0, canPractise: bits & 2 != 0, isOnQuestion: bits & 4 != 0,
                isOnSession: bits & 8 != 0, isRoot: bits & 16 != 0)
            for path in more { facts[keyPath: path] = true }
            return facts
        }
    }
    // Sessions to go on with are among themselves: on Home.
    .filter { !$0.isOnSession || !$0.isOnQuestion && !$0.canFilter }

    private static let searchFacts: [SearchFacts] = (0..<8).map { bits in
        SearchFacts(hasRows: bits & 1 != 0, hasHits: bits & 2 != 0, fieldIsEmpty: bits & 4 != 0)
    }

    private static let filterFacts: [FilterFacts] = (0..<8).map { bits in
        FilterFacts(isOnField: bits & 1 != 0, hasSuggestion: bits & 2 != 0, isEmpty: bits & 4 != 0)
    }

    private static let readerFacts: [ReaderFacts] = (0..<4).map { bits in
        ReaderFacts(isHelp: bits & 1 != 0, hasMatches: bits & 2 != 0)
    }

    private static let questionTables: [KeyTable<QuestionFacts, QuestionAction>] = [
        .choice, .field, .fieldCommands, .grading, .answered, .missing, .confidence, .ordering, .matching, .hotspot,
    ]

    static let all: [BoundKeys] =
        questionTables.flatMap { table in questionFacts.map { BoundKeys(table, $0) } }
        + listFacts.map { BoundKeys(KeyTable.list, $0) }
        + searchFacts.map { BoundKeys(KeyTable.search, $0) } + filterFacts.map { BoundKeys(KeyTable.filter, $0) }
        + [
            BoundKeys(KeyTable.dialog, ()), BoundKeys(KeyTable.setUp, ()), BoundKeys(KeyTable.find, ()),
            BoundKeys(KeyTable.summary, SummaryKeyFacts()),
            BoundKeys(KeyTable.summary, SummaryKeyFacts(isFiltered: true)),
            BoundKeys(KeyTable.keyCorrection, KeyCorrectionFacts()),
            BoundKeys(KeyTable.settings, SettingsRowFacts()),
            BoundKeys(KeyTable.settings, SettingsRowFacts(isText: true)), BoundKeys(KeyTable.settingField, ()),
            BoundKeys(KeyTable.settings, SettingsRowFacts(isListed: true)),
            BoundKeys(KeyTable.themes, ThemeRowFacts()), BoundKeys(KeyTable.themes, ThemeRowFacts(isUsable: false)),
            BoundKeys(KeyTable.settings, SettingsRowFacts(isFiltered: true)), BoundKeys(KeyTable.listFind, ()),
            BoundKeys(KeyTable.palette, PaletteFacts()),
        ]
        + readerFacts.map { BoundKeys(KeyTable.reader, $0) } + ownLayer

    private static let ownLayer: [BoundKeys] = (0..<8).flatMap { bits in
        let (first, second, third) = (bits & 1 != 0, bits & 2 != 0, bits & 4 != 0)
        return [
            BoundKeys(KeyTable.writing, WritingFacts(hasSecondField: first, isRefused: second)),
            BoundKeys(
                KeyTable.questionMenu, QuestionMenuFacts(isCorrected: first, isSuspended: second, isBuried: third)),
            BoundKeys(KeyTable.corrections, CorrectionsFacts(isOnCorrection: first)),
        ]
    }

    @Test("No key is bound twice at a time", arguments: all)
    func once(bound: BoundKeys) {
        let twice = Dictionary(grouping: bound.keys) { $0 }.filter { $0.value.count > 1 }.keys.map(\.label)
        #expect(twice == [])
    }

    @Test("What is hinted has a key and words, in help too", arguments: all)
    func hinted(bound: BoundKeys) {
        for row in bound.rows {
            #expect(!row.keys.isEmpty && !row.label.isEmpty && !row.help.isEmpty)
            #expect(row.label.count <= 12, "a hint is a word or two")
        }
        #expect(bound.rows.contains { $0.isHinted })
    }

    @Test("The way out is the last hint and help stands before it, wherever there is help", arguments: all)
    func wayOut(bound: BoundKeys) {
        let hints = bound.rows.filter(\.isHinted)
        #expect(["back", "quit", "cancel", "commands", "save", "clear", "close"].contains(hints.last?.label))
        guard bound.keys.contains(.char("?")), bound.context != "Keys in a text" else { return }
        #expect(hints.dropLast().last?.keys == [.char("?")])
    }

    @Test("The hint bar names the few keys that matter: six at most", arguments: all)
    func few(bound: BoundKeys) {
        let hints = bound.rows.filter(\.isHinted)
        #expect(hints.count <= 6, "\(hints.map(\.label))")
    }

    @Test("Keys that terminals and learners need for other things are never bound", arguments: all)
    func neverBound(bound: BoundKeys) {
        let never: [Key] = "hmisqcz\\".map { Key.control($0) }
        #expect(never.filter(bound.keys.contains) == [])
    }

    @Test("Shift-Tab and function keys are never the only way", arguments: all)
    func neverRequired(bound: BoundKeys) {
        for row in bound.rows {
            #expect(row.keys.contains { if case .function = $0 { false } else { $0 != .backTab } })
        }
    }

    @Test(
        "While a question is open its labels are no commands",
        arguments: [KeyTable.choice, .fieldCommands, .ordering, .matching, .hotspot],
        questionFacts)
    func labels(table: KeyTable<QuestionFacts, QuestionAction>, facts: QuestionFacts) {
        let labels = "abcdefghiABCDEFGHI123456789".map { Key.char($0) }
        #expect(labels.filter { ![nil, .label].contains(table.action(for: $0, in: facts)) } == [])
        #expect(table.action(for: .char("0"), in: facts) == .dontKnow)
    }

    @Test("g G h l and / are unbound on every question screen", arguments: questionTables, questionFacts)
    func unbound(table: KeyTable<QuestionFacts, QuestionAction>, facts: QuestionFacts) {
        #expect("gGhl/".filter { ![nil, .label].contains(table.action(for: .char($0), in: facts)) } == "")
    }

    @Test("After the answer the letters of options are dead", arguments: [KeyTable.answered, .grading], questionFacts)
    func deadLetters(table: KeyTable<QuestionFacts, QuestionAction>, facts: QuestionFacts) {
        #expect("abcdefghi".filter { table.action(for: .char($0), in: facts) != nil } == "")
        #expect("ABCFGI".filter { table.action(for: .char($0), in: facts) != nil } == "")
    }

    @Test("While a text is written every printable key is its own", arguments: ownLayer)
    func writing(bound: BoundKeys) {
        guard bound.context == KeyTable.writing.context else { return }
        #expect(bound.keys.filter { if case .char = $0 { true } else { false } } == [])
    }

    @Test("The search field and the fields of the filter sheet leave every printable key to their text")
    func finding() {
        let printable = (UInt8(0x20)..<0x7F).map { Key.char(Character(Unicode.Scalar($0))) }
        for facts in Self.searchFacts {
            #expect(printable.filter { KeyTable.search.action(for: $0, in: facts) != nil } == [])
        }
        for facts in Self.filterFacts where facts.isOnField {
            #expect(printable.filter { KeyTable.filter.action(for: $0, in: facts) != nil } == [])
        }
    }

    @Test("A field leaves every printable key to its text, but Space while it is empty", arguments: questionFacts)
    func field(facts: QuestionFacts) {
        let printable = (UInt8(0x21)..<0x7F).map { Key.char(Character(Unicode.Scalar($0))) }
        #expect(printable.filter { KeyTable.field.action(for: $0, in: facts) != nil } == [])
        #expect(KeyTable.field.action(for: .char(" "), in: facts) == (facts.fieldIsEmpty ? .reveal : nil))
    }
}
