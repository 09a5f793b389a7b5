import CarrelStorage
import Testing

@Suite("Packs")
struct PackTests {
    private let broken = """
        channel: kitchen
        title: Kitchen
        category: engineering
        description: A pack with one misspelt key.
        subChannels: [{id: pans, title: Pans}]
        questions:
          - id: kitchen-pan
            subChannel: pans
            kind: single
            dificulty: beginner
            question: Which pan keeps its heat the longest?
            options:
              - {id: iron, text: Cast iron, correct: true, why: It is heavy.}
              - {id: tin, text: Thin steel, why: It is light.}
            explanation: Mass holds heat.
        """

    @Test("The packs that Carrel comes with, and those of these tests, are without a fault")
    func lint() throws {
        for packs in [Places.builtInPacks, Places.smallPacks] {
            let output = try Learner(packs: packs).runs("lint", packs)
            #expect(output.status == 0, "\(output.text)")
        }
    }

    @Test("`carrel load` reads what is new, and the second time nothing has changed")
    func load() throws {
        let learner = try Learner()
        let first = try learner.runs("load")
        #expect(first.status == 0)
        #expect(first.text.contains("questions: 10 added"))
        let version = try learner.file().libraryCounts()
        let second = try learner.runs("load")
        #expect(second.status == 0)
        #expect(second.text == "nothing changed\n")
        #expect(try learner.file().libraryCounts() == version)
    }

    @Test("A broken pack is told of on Home, Enter lists where, and the rest works")
    func brokenPack() throws {
        let learner = try Learner()
        try learner.addsPack(broken, as: "channels/kitchen.yaml")
        let app = try learner.starts()
        try app.sees("1 pack has faults", "questions on Networking")
        try app.opens("1 pack has faults")
        try app.isAt("Faults in packs")
        try app.sees("kitchen.yaml:10:5", "dificulty", "difficulty")
        try app.goesBack()
        try app.opens("Browse all channels").seesNo("Kitchen")
        try app.opens("Networking").opens("TCP/IP").opens("Which port").answersRight()
        try app.leaves()

        let load = try learner.runs("load")
        #expect(load.status == 1)
        #expect(load.text.contains("kitchen.yaml:10:5"))
    }

    @Test("A pack that was mended is taken in at the next start, and its question can be studied")
    func mendedPack() throws {
        let learner = try Learner()
        try learner.addsPack(broken, as: "channels/kitchen.yaml")
        #expect(try learner.runs("load").status == 1)
        let mended = broken.split(separator: "\n").map {
            $0.hasPrefix("    dificulty") ? "    difficulty: beginner" : $0
        }
        try learner.addsPack(mended.joined(separator: "\n"), as: "channels/kitchen.yaml")
        let app = try learner.starts()
        try app.seesNo("faults")
        try app.opens("Browse all channels").opens("Kitchen").opens("Pans").opens("Which pan keeps its heat")
        try app.answers(1)
        try app.leaves()
    }
}
