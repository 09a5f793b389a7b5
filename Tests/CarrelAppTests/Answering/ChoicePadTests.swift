import CarrelCore
import Testing

@testable import CarrelApp

@Suite("Choosing options")
struct ChoicePadTests {
    private func pad(_ question: Question, selection: AnswerGiven.Selection = .none) -> ChoicePad {
        ChoicePad(question, order: question.options.map(\.id), struck: [], selection: selection)
    }

    @Test("Of one answer another choice takes the first one's place, and the same one takes it back")
    func single() throws {
        var pad = pad(Samples.single)
        #expect(pad.perform(.label("b")) == .changed)
        #expect(pad.chosen == [pad.order[1]])
        #expect(pad.perform(.label("a")) == .changed)
        #expect(pad.chosen == [pad.order[0]])
        // Its label once more is no way to answer with nothing.
        #expect(pad.perform(.label("a")) == .moved && pad.perform(.point(0)) == .moved)
        #expect(pad.chosen == [pad.order[0]])
        #expect(pad.perform(.choose) == .changed)
        #expect(pad.selection.isEmpty)
        pad.answersAtOnce = true
        _ = pad.perform(.choose)
        _ = pad.perform(.choose)
        #expect(pad.chosen == [pad.order[0]])
    }

    @Test("Of several answers each is chosen and taken back by itself")
    func multiple() {
        var pad = pad(Samples.multiple)
        _ = pad.perform(.label("a"))
        _ = pad.perform(.label("c"))
        #expect(pad.chosen == [pad.order[0], pad.order[2]])
        _ = pad.perform(.label("a"))
        #expect(pad.chosen == [pad.order[2]])
        #expect(pad.amount.given == 1)
    }

    @Test("What is struck out is not chosen and cannot be, until it is restored")
    func struck() {
        var pad = pad(Samples.multiple)
        _ = pad.perform(.label("b"))
        let option = pad.order[1]
        #expect(pad.perform(.strike(option, isStruck: true)) == .changed)
        #expect(pad.chosen.isEmpty)
        #expect(pad.perform(.label("b")) == .struckOut)
        #expect(pad.perform(.strike(option, isStruck: false)) == .moved)
        #expect(pad.perform(.label("b")) == .changed)
    }

    @Test("A label that is not on screen does nothing, and the pointer stops at the ends")
    func ends() {
        var pad = pad(Samples.single)
        #expect(pad.perform(.label("i")) == .nothing)
        #expect(pad.perform(.up) == .nothing)
        for _ in pad.order.dropFirst() { #expect(pad.perform(.down) == .moved) }
        #expect(pad.perform(.down) == .nothing)
        #expect(pad.pointed == pad.order.last)
    }

    @Test("Choices of options that are gone are left out")
    func gone() {
        #expect(pad(Samples.single, selection: .chosen(["no-such-option"])).selection.isEmpty)
    }
}
