import Testing

@Suite("The first start")
struct FirstStartTests {
    @Test("An empty home is offered sessions, and Enter begins one at once")
    func starters() throws {
        let learner = try Learner(packs: Places.builtInPacks)
        let app = try learner.starts()
        try app.sees(
            "Start with one of these", "10 questions on Networking", "mixed questions for", "Browse all channels")
        try app.opens("10 questions on Networking")
        #expect(try app.isAt("Practice").position == "1/10")
        try app.leaves()
        #expect(try learner.session().items.count == 10)
        #expect(learner.programs.isEmpty)
    }

    @Test("Several first starts at the same moment all come up, on one whole file")
    func simultaneousStarts() throws {
        let learner = try Learner()
        let terminals = try (0..<4).map { _ in try learner.opensTerminal() }
        for app in terminals { try app.commands(Learner.commandLine("")) }
        for app in terminals { try app.sees("Browse all channels", "questions on Networking") }
        for app in terminals { try app.leaves() }
        let doctor = try learner.runs("doctor")
        #expect(doctor.status == 0, "\(doctor.text)")
        #expect(try learner.file().libraryCounts().questions == 10)
    }

    @Test("Sixty first starts, three processes at a time, leave twenty whole files")
    func sixtyStarts() throws {
        let learner = try Learner()
        for round in 0..<20 {
            let file = "\(learner.home)/round-\(round)/carrel.db"
            #expect(try learner.runsAtOnce(3, "load", "--db", file) == [0, 0, 0])
            let doctor = try learner.runs("doctor", "--db", file)
            #expect(doctor.status == 0, "\(doctor.text)")
            #expect(doctor.text.contains("users 1"), "\(doctor.text)")
        }
    }

    @Test("Where no packs are, Home says where it looked and how to load some")
    func noPacks() throws {
        let learner = try Learner()
        let empty = learner.home + "/nothing"
        let made = try learner.opensTerminal()
        try made.commands("mkdir ~/nothing")
        try made.starts("--data ~/nothing").sees("No packs found", "looked in \(empty)", "carrel load PATH")
        try made.leaves()
    }
}
