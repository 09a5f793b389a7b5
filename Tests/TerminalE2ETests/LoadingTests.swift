import CarrelStorage
import Testing

@Suite("Packs being loaded")
struct LoadingTests {
    private static let packs = 40
    private static let questionsInPack = 120

    private static func pack(_ number: Int) -> String {
        let head = """
            channel: made-\(number)
            title: Made up \(number)
            category: engineering
            description: Questions that only fill the time.
            subChannels: [{id: all, title: All}]
            questions:

            """
        return head
            + (0..<questionsInPack).map { question in
                """
                  - id: made-\(number)-\(question)
                    subChannel: all
                    kind: single
                    difficulty: beginner
                    question: Which of these is number \(question) of pack \(number)?
                    options:
                      - {id: right, text: "True: \(question)", correct: true, why: It says so.}
                      - {id: wrong, text: "False: \(question + 1)", why: It is one too many.}
                    explanation: Counting tells.

                """
            }.joined()
    }

    private func learner() throws -> Learner {
        let learner = try Learner()
        for number in 0..<Self.packs { try learner.addsPack(Self.pack(number), as: "channels/made-\(number).yaml") }
        return learner
    }

    private static let all = 10 + packs * questionsInPack

    @Test("The bar moves, `?` opens the help and Esc closes it meanwhile, and in the end all is there")
    func usable() throws {
        let learner = try learner()
        let app = try learner.opensTerminal()
        try app.commands(Learner.commandLine(""))
        let first = try app.window.glimpses("the bar") { $0.contains("Reading packs ") }
        try app.window.pressesAtOnce("?")
        try app.window.glimpses("the help") { $0.contains("Keys in a list") }
        try app.window.pressesAtOnce("Escape")
        try app.window.glimpses("Home, further on") { $0.header.hasPrefix(" Carrel ") && $0 != first }
        try app.sees("Browse all channels")
        try app.leaves()
        #expect(try learner.file().libraryCounts().questions == Self.all)
        #expect(try learner.runs("load").text == "nothing changed\n")
    }

    @Test(
        "Leaving in the middle is not kept waiting and harms nothing; the next start loads all",
        arguments: ["q", "C-c"])
    func left(key: String) throws {
        let learner = try learner()
        let app = try learner.opensTerminal()
        for stage in ["Reading packs ", "Loading questions "] {
            try app.commands(Learner.commandLine(""))
            try app.window.glimpses(stage) { $0.contains(stage) }
            try app.window.pressesAtOnce(key)
            try app.isLeft(with: 0)
            #expect(try learner.file().libraryCounts().questions == 0)
            #expect(try learner.runs("doctor").status == 0)
        }
        try app.starts().sees("Browse all channels")
        try app.leaves()
        #expect(try learner.file().libraryCounts().questions == Self.all)
    }

    @Test("A signal in the middle of taking in ends it at once, and harms nothing")
    func signalled() throws {
        let learner = try learner()
        let app = try learner.opensTerminal()
        try app.commands(Learner.commandLine(""))
        try app.window.glimpses("the bar") { $0.contains("Loading questions ") }
        try #require(try app.window.program()).receives(15)
        try app.isLeft(with: 143)
        #expect(try learner.file().libraryCounts().questions == 0)
        #expect(try learner.runs("doctor").status == 0)
    }

    @Test("`carrel practice` loads first what it is to find, with the same bar")
    func practice() throws {
        let learner = try learner()
        let app = try learner.opensTerminal()
        try app.commands(Learner.commandLine("practice made-7"))
        try app.window.glimpses("the bar") { $0.contains("Loading questions ") }
        try app.isAt("Made up 7")
        try app.answersRight()
        try app.leaves()

        try learner.addsPack(Self.pack(Self.packs), as: "channels/another.yaml")
        try app.commands(Learner.commandLine("practice made-99"))
        #expect(try app.isLeft(with: 2).contains("did you mean"))
    }

    @Test("While another program writes Home says so, keys work, and the packs are taken in when it is done")
    func locked() throws {
        let learner = try Learner()
        let app = try learner.opensTerminal()
        let waits = "another program is writing to your file"
        try learner.file().together {
            try app.commands(Learner.commandLine(""))
            try app.sees(waits, "Loading questions 0/10")
            try app.presses("?").sees("Keys in a list", "loading 0 %")
            try app.presses("Escape").sees(waits, "Loading questions 0/10")
        }
        try app.seesNo(waits)
        try app.sees("Browse all channels", "questions on Networking")
        try app.leaves()
        #expect(try learner.file().libraryCounts().questions == 10)
    }

    @Test("Leaving works while another program writes")
    func leftWhileLocked() throws {
        let learner = try Learner()
        let app = try learner.opensTerminal()
        try learner.file().together {
            try app.commands(Learner.commandLine(""))
            try app.sees("another program is writing to your file")
            try app.presses("q").isLeft(with: 0)
        }
        #expect(try learner.file().libraryCounts().questions == 0)
    }
}
