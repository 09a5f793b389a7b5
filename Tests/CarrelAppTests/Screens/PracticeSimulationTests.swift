import CarrelCore
import CarrelStorage
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("A simulation in practice")
struct PracticeSimulationTests {
    private let store = Samples.store(Samples.simulation)

    init() { store.items[0].shell = Samples.simulationShell }

    @Test("Lines that another terminal entered are taken over, and what is typed here stays")
    func elsewhere() throws {
        var probe = ScreenProbe(.session("s1"), on: store)
        probe.type("enable")
        probe.press("enter")
        probe.type("name")
        store.session?.place.drafts[Samples.simulation.id] = Samples.simulationResponse
        probe.desk.noticeChange(at: probe.now)
        let screen: PracticeScreen = try probe.top()
        #expect(screen.simulation?.response == Samples.simulationResponse)
        #expect(screen.simulation?.field.text == "name")
        probe.type(" south")
        probe.press("enter")
        let kept = store.places.last?.drafts[Samples.simulation.id]
        #expect(
            [SimulationEntry](response: kept).map(\.command) == ["enable", "show clock", "name east", "name south"])
    }

    @Test("^C on an empty prompt is a fresh one: what is typed next is typed")
    func interrupted() throws {
        var probe = ScreenProbe(.session("s1"), on: store)
        probe.press("^C")
        probe.type("0n")
        let screen: PracticeScreen = try probe.top()
        #expect(screen.simulation?.field.text == "0n")
        #expect(screen.phase == .writing)
    }
}
