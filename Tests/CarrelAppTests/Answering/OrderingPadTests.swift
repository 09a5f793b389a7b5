import CarrelCore
import Testing

@testable import CarrelApp

@Suite("Putting in order")
struct OrderingPadTests {
    private static let order = ["ack", "syn", "rst", "synack"]
    private var pad = OrderingPad(Samples.ordering, order: Self.order, selection: .none)

    private mutating func perform(_ actions: PadAction...) -> PadOutcome {
        actions.map { pad.perform($0) }.last ?? .nothing
    }

    @Test("As it was drawn it is no answer")
    mutating func untouched() {
        #expect(pad.selection == .none)
        #expect(pad.amount == PadAmount(given: 0, word: "in order"))
        // Moved and moved back it is none either.
        _ = perform(.choose, .down, .up, .choose)
        #expect(pad.selection == .none && !pad.isHolding)
    }

    @Test("What is lifted is carried by the arrows and lies where it is dropped")
    mutating func carry() {
        #expect(perform(.choose) == .moved)
        #expect(pad.isHolding)
        #expect(perform(.down) == .changed)
        #expect(perform(.down) == .changed)
        #expect(perform(.choose) == .moved)
        #expect(pad.placed == ["syn", "rst", "ack", "synack"] && pad.pointed == "ack")
        #expect(pad.selection == .ordered(pad.placed))
        #expect(perform(.up) == .moved)
        #expect(pad.pointed == "rst")
    }

    @Test("It goes no further than the ends")
    mutating func ends() {
        #expect(perform(.up) == .nothing)
        #expect(perform(.choose, .up) == .nothing)
    }

    @Test("Esc puts it back where it was")
    mutating func putBack() {
        #expect(perform(.choose, .down, .down, .putBack) == .changed)
        #expect(pad.placed == Self.order && pad.pointed == "ack" && !pad.isHolding && pad.selection == .none)
        #expect(perform(.putBack) == .nothing)
    }

    @Test("A letter goes to the item that was drawn there, a digit sends it to that rank")
    mutating func labels() {
        #expect(perform(.label("d")) == .moved)
        #expect(pad.pointed == "synack")
        #expect(perform(.label("1")) == .changed)
        #expect(pad.placed == ["synack", "ack", "syn", "rst"] && pad.pointed == "synack")
        #expect(perform(.label("1")) == .moved)
        #expect(perform(.label("B"), .label("9")) == .nothing)
        #expect(perform(.label("e")) == .nothing)
    }

    @Test("What does not belong is set aside, and comes back at the end or to a rank")
    mutating func exclude() {
        #expect(perform(.label("c"), .exclude) == .changed)
        #expect(pad.placed == ["ack", "syn", "synack"] && pad.aside == ["rst"])
        #expect(pad.pointed == "synack")
        #expect(perform(.label("c"), .exclude) == .changed)
        #expect(pad.placed == ["ack", "syn", "synack", "rst"])
        #expect(perform(.exclude, .label("c"), .label("2")) == .changed)
        #expect(pad.placed == ["ack", "rst", "syn", "synack"])
    }

    @Test("Where every item belongs none is set aside; with all of them aside there is no answer")
    mutating func nothingToExclude() {
        var question = Samples.ordering
        if case .ordering(let items, _) = question.payload {
            question.payload = .ordering(items: items, distractors: [])
        }
        var plain = OrderingPad(question, order: ["ack", "syn", "synack"], selection: .none)
        #expect(plain.perform(.exclude) == .nothing)
        for _ in Self.order { _ = perform(.exclude) }
        #expect(pad.placed == [] && pad.selection == .none)
        #expect(perform(.choose) == .changed)
        #expect(pad.placed.count == 1)
    }

    @Test("A click goes to an item, and lifts or drops the one under the pointer")
    mutating func click() {
        #expect(perform(.point(3)) == .moved)
        #expect(pad.pointed == "synack" && !pad.isHolding)
        #expect(perform(.point(3)) == .moved)
        #expect(pad.isHolding)
        let target = pad.placed[0]
        let part = Self.order.firstIndex(of: target) ?? 0
        #expect(perform(.point(part)) == .changed)
        #expect(pad.placed[0] == "synack" && pad.placed[1] == target && !pad.isHolding)
    }

    @Test("On a slow link what is lifted lies where it was until it is put down at the pointer, or called off")
    mutating func waiting() {
        var slow = PageLayout()
        slow.isSlow = true
        var pad = pad
        slow.inForce {
            for action in [PadAction.choose, .down, .down] { #expect(pad.perform(action) == .moved) }
            #expect(pad.placed == Self.order && pad.lifted == "ack" && pad.pointed == "rst" && pad.selection == .none)
            #expect(pad.perform(.choose) == .changed)
            #expect(pad.placed == ["syn", "rst", "ack", "synack"] && pad.pointed == "ack" && pad.lifted == nil)
            for action in [PadAction.choose, .up, .putBack] { _ = pad.perform(action) }
            #expect(pad.placed == ["syn", "rst", "ack", "synack"] && pad.pointed == "ack" && !pad.isHolding)
            for action in [PadAction.choose, .down, .label("1")] { _ = pad.perform(action) }
            #expect(pad.placed == ["ack", "syn", "rst", "synack"] && !pad.isHolding)
            for action in [PadAction.choose, .down, .exclude] { _ = pad.perform(action) }
            #expect(pad.aside == ["ack"] && !pad.isHolding)
            for action in [PadAction.label("a"), .choose, .up] { _ = pad.perform(action) }
            #expect(pad.placed.last == "ack" && pad.lifted == "ack" && pad.pointed == "synack")
        }
    }

    @Test("What was stored comes back; what is not in the question any more does not")
    func stored() {
        let pad = OrderingPad(Samples.ordering, order: Self.order, selection: .ordered(["syn", "gone", "ack"]))
        #expect(pad.placed == ["syn", "ack"] && pad.aside == ["rst", "synack"])
    }
}
