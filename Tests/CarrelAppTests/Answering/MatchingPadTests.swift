import CarrelCore
import Testing

@testable import CarrelApp

@Suite("Pairing")
struct MatchingPadTests {
    private static let order = ["dns", "telnet", "ssh", "smtp"]
    private var pad = MatchingPad(Samples.matching, order: Self.order, selection: .none)

    private mutating func perform(_ actions: PadAction...) -> PadOutcome {
        actions.map { pad.perform($0) }.last ?? .nothing
    }

    @Test("A digit pairs and goes to the next left side; a letter picks one")
    mutating func typed() {
        #expect(perform(.label("3"), .label("4"), .label("1")) == .changed)
        #expect(pad.selection == .paired(["ssh": "ssh", "smtp": "smtp", "dns": "dns"]))
        #expect(pad.amount.isComplete && pad.amount.fault == nil)
        #expect(perform(.label("a")) == .moved)
        #expect(pad.left == 0)
        #expect(perform(.label("9")) == .nothing)
        #expect(perform(.label("d")) == .nothing)
    }

    @Test("A right side is used once: whoever has it loses it")
    mutating func once() {
        _ = perform(.label("2"), .label("2"))
        #expect(pad.paired == ["smtp": "telnet"])
        #expect(pad.amount.fault == "1 paired, 3 asked for")
        // The one that lost it is still to be paired.
        #expect(perform(.label("1")) == .changed)
        #expect(pad.left == 0)
    }

    @Test("Space looks for a right side, the arrows move there and Space pairs")
    mutating func lifted() {
        #expect(perform(.down, .choose) == .moved)
        #expect(pad.isHolding && pad.right == 0 && pad.pointer == 3)
        #expect(perform(.down, .down, .choose) == .changed)
        #expect(pad.paired == ["smtp": "ssh"] && !pad.isHolding)
        #expect(pad.left == 2)
    }

    @Test("Looking begins at the side it has, else at the first that is free, and Esc ends it")
    mutating func seeking() {
        _ = perform(.label("1"))
        #expect(perform(.choose) == .moved)
        #expect(pad.right == 1)
        #expect(perform(.putBack) == .moved)
        #expect(perform(.label("a"), .choose) == .moved)
        #expect(pad.right == 0)
        #expect(pad.selection == .paired(["ssh": "dns"]))
    }

    @Test("Backspace takes a pair apart")
    mutating func unpair() {
        _ = perform(.label("1"))
        #expect(perform(.unpair) == .nothing)
        #expect(perform(.up, .unpair) == .changed)
        #expect(pad.selection == .none)
    }

    @Test("Clicks pick a left side and pair it")
    mutating func clicks() {
        #expect(perform(.point(1)) == .moved)
        #expect(perform(.point(3 + 3)) == .changed)
        #expect(pad.paired == ["smtp": "smtp"])
        #expect(perform(.point(99)) == .nothing)
    }

    @Test("What was stored comes back; sides that have left do not")
    func stored() {
        let selection = AnswerGiven.Selection.paired(["ssh": "telnet", "gone": "dns", "dns": "gone"])
        let pad = MatchingPad(Samples.matching, order: Self.order, selection: selection)
        #expect(pad.paired == ["ssh": "telnet"])
    }
}
