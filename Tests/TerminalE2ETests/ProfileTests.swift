import Testing

@Suite("Learners' files beside each other")
struct ProfileTests {
    @Test("A profile has a file of its own, and studying with it leaves the other as it was")
    func ownFile() throws {
        let learner = try Learner()
        let app = try learner.starts("practice desk-ports --profile work")
        try app.answersRight()
        try app.leaves()
        #expect(TextFile.exists(learner.home + "/data/carrel/carrel-work.db"))
        #expect(!TextFile.exists(learner.home + "/data/carrel/carrel.db"))
        #expect(try learner.runs("list", "sessions", "--ids", "--profile=work").lines.count == 1)
        #expect(try learner.runs("list", "sessions").text == "carrel: no sessions yet\n")
    }

    @Test(
        "A name that cannot be part of a file's name is refused, and so is a file named twice",
        arguments: [
            ["--profile", "../work"], ["--profile", ".."], ["--profile", "-x"], ["--profile", "a b"],
            ["--profile", "naïve"], ["--profile", String(repeating: "a", count: 65)], ["--profile="],
            ["--profile", "work", "--db", "work.db"],
        ])
    func refused(arguments: [String]) throws {
        let output = try Learner().runs(["stats"] + arguments)
        #expect(output.status == 2)
        #expect(output.lines.count == 1)
        #expect(output.text.contains("--profile"))
    }

    @Test("A look at a profile that is not there says so, and does not make it")
    func missing() throws {
        let learner = try Learner()
        for command in [["stats"], ["list", "topics"], ["search", "port"], ["doctor"]] {
            let output = try learner.runs(command + ["--profile", "nobody"])
            #expect(output.status == 2)
            #expect(output.text.contains("carrel-nobody.db: no such file"))
        }
        #expect(!TextFile.exists(learner.home + "/data/carrel/carrel-nobody.db"))
    }
}
