import CarrelCore
import Testing

@testable import CarrelApp

@Suite("Choosing regions")
struct HotspotPadTests {
    private var pad = HotspotPad(Samples.hotspot, order: Samples.hotspot.partIds, selection: .none)

    private mutating func perform(_ actions: PadAction...) -> PadOutcome {
        actions.map { pad.perform($0) }.last ?? .nothing
    }

    @Test("Labels go in reading order, and columns are those of the screen")
    func regions() {
        #expect(pad.regions.map(\.id) == ["bits", "links", "name", "dir"])
        #expect(pad.spans == [0..<10, 11..<12, 20..<25, 20..<24])
    }

    @Test("Wide characters before a region move it on the screen")
    func wide() {
        var question = Samples.hotspot
        question.exhibit = "\n数据12345678é数\n012345678901234567890数据"
        let pad = HotspotPad(question, order: question.partIds, selection: .none)
        #expect(pad.spans[0] == 0..<12)
        #expect(pad.spans[1] == 13..<15)
        #expect(pad.spans[3] == 20..<25)
    }

    @Test("Arrows go to the nearest region on that side, Tab to the next, round and round")
    mutating func arrows() {
        #expect(perform(.left) == .nothing)
        #expect(perform(.right) == .moved)
        #expect(pad.pointed == "links")
        _ = perform(.right)
        #expect(pad.pointed == "name")
        _ = perform(.down)
        #expect(pad.pointed == "dir")
        #expect(perform(.down) == .nothing)
        _ = perform(.up)
        #expect(pad.pointed == "name")
        _ = perform(.onward, .onward)
        #expect(pad.pointed == "bits")
    }

    @Test("Where one is correct a choice takes the place of another; a second time it is taken back")
    mutating func single() {
        #expect(pad.amount.asked == 1 && pad.request == "choose one")
        #expect(perform(.label("c"), .label("1")) == .changed)
        #expect(pad.selection == .chosen(["bits"]) && pad.pointed == "bits")
        #expect(perform(.choose) == .changed)
        #expect(pad.selection == .none)
    }

    @Test("Where several are correct as many are asked for")
    func several() {
        var pad = HotspotPad(Samples.hotspots, order: Samples.hotspots.partIds, selection: .chosen(["name", "gone"]))
        #expect(pad.chosen == ["name"])
        _ = pad.perform(.point(3))
        _ = pad.perform(.point(0))
        #expect(pad.amount.fault == "3 chosen, 2 asked for")
        #expect(pad.perform(.point(9)) == .nothing)
    }

    @Test("A wide exhibit scrolls sideways, and as far as a region under the pointer wants")
    mutating func sideways() {
        #expect(perform(.sideways(1)) == .nothing)
        pad.fit(columns: 12)
        #expect(pad.isCut)
        _ = perform(.label("c"))
        #expect(pad.shift == 13)
        #expect(perform(.sideways(-1)) == .moved)
        #expect(pad.shift == 7)
        #expect(perform(.sideways(-1), .sideways(-1), .sideways(-1)) == .nothing)
        #expect(perform(.sideways(1), .sideways(1), .sideways(1)) == .moved)
        #expect(pad.shift == 13)
        pad.fit(columns: 200)
        #expect(pad.shift == 0 && !pad.isCut)
    }
}
