import CarrelCore
import CarrelStorage
import Glibc
import Testing

@Suite("A learner's own layer")
struct OwnLayerTests {
    @Test("A corrected key is marked as mine and graded by; one key takes it back")
    func key() throws {
        let learner = try Learner()
        let app = try learner.starts("practice desk-ports")
        try app.answersWrong()
        let chosen = try app.screen()
        #expect(chosen.contains("✗ Wrong"))
        try app.presses("!").sees("Correct it for myself")
        try app.presses("c").sees("Which are right")
        try app.presses("Down", "Enter").sees("Which option is right?", "True port 443 is the one (the author's)")
        // Of the options as they stand on the question's screen, the first that says it is false.
        let options = try app.screen().lines.filter { $0.contains("port") && $0.contains("is the one") }
        let place = try #require(options.firstIndex { $0.contains("False") })
        try app.presses(String(OptionLetter.all[place]), "Enter").sees("your key counts from now")
        try app.presses("Escape").sees("✎ mine", "keeps its grade")
        #expect(try learner.file().question("desk-ports")?.corrections.count == 2)

        try app.presses("u").sees("undone: correction")
        try app.seesNo("✎ mine")
        #expect(try learner.file().question("desk-ports")?.corrections == [])
        try app.leaves()
    }

    @Test("A note goes through the learner's editor, its file is gone afterwards, and Bookmarks shows it")
    func note() throws {
        let learner = try Learner()
        try TextFile.write(
            "#!/bin/sh\necho 'from the editor' >> \"$1\"\ncp \"$1\" \"$HOME/seen\"\nchmod 600 \"$1\"\n",
            to: learner.home + "/my editor")
        _ = try Shell.run(["/bin/chmod", "+x", learner.home + "/my editor"])
        let app = try learner.opensTerminal()
        try app.commands("mkdir ~/run; export XDG_RUNTIME_DIR=~/run EDITOR=\"'$HOME/my editor'\"")
        try app.starts("practice desk-ports")
        _ = try app.options()
        try app.presses("\\;").isAt("Note")
        try app.types("mine, and").presses("C-g").sees("mine, and", "from the editor")
        #expect(TextFile.text(of: learner.home + "/seen") == "mine, and\nfrom the editor\n")
        #expect(try Shell.run(["/bin/ls", learner.home + "/run"]).text == "")
        try app.presses("Escape").sees("note kept")
        #expect(try learner.file().note(of: "desk-ports") == "mine, and\nfrom the editor")
        try app.goesBack()
        try app.opens("Bookmarks").sees("mine, and from the edi")
        try app.leaves()
    }

    @Test("An editor that fails leaves the text as it was, and the screen whole")
    func editorFails() throws {
        let learner = try Learner()
        let app = try learner.opensTerminal()
        try app.commands("export EDITOR=false")
        try app.starts("practice desk-ports")
        _ = try app.options()
        try app.presses("\\;").isAt("Note")
        try app.types("kept").presses("C-g").sees("the editor ended with status 1", "kept", "This question ▸ Note")
        try app.presses("Escape").sees("note kept")
        try app.leaves()
    }

    @Test(
        "A line that drops while the editor is open ends both, and loses nothing that was typed before",
        arguments: ["trap '' HUP", ":"])
    func hangup(heeds: String) throws {
        let learner = try Learner()
        try TextFile.write(
            "#!/bin/sh\n\(heeds)\ntouch ~/editing\nfor i in $(seq 200); do sleep 0.05; done\nexit 1\n",
            to: learner.home + "/waits")
        _ = try Shell.run(["/bin/chmod", "+x", learner.home + "/waits"])
        let app = try learner.opensTerminal()
        try app.commands("export EDITOR=~/waits")
        try app.starts("practice desk-ports")
        _ = try app.options()
        try app.presses("\\;").isAt("Note")
        try app.types("typed before").sees("typed before")
        try app.presses("C-g")
        try Waiting.until("the editor") { TextFile.exists(learner.home + "/editing") }
        try learner.programs.first?.receives(SIGHUP)
        try app.isLeft(with: 129)
        #expect(try learner.file().note(of: "desk-ports") == "typed before")
    }

    @Test("A report is kept, and a suspended question is drawn no more until it is brought back")
    func reportAndSuspend() throws {
        let learner = try Learner()
        let app = try learner.starts()
        try app.opens("Browse all channels").opens("Networking").opens("TCP/IP").selects("Which port")
        try app.presses("!").sees("Report a problem")
        try app.presses("r").isAt("Report a problem")
        try app.types("The port is wrong").presses("Escape").sees("report kept")
        try app.presses("!").sees("Suspend it")
        try app.presses("s").sees("suspended; u takes it back")
        try app.seesRow("Which port", marked: "–")
        try app.presses("p").sees("3 questions")
        try app.goesBack()
        try app.presses("!").sees("Bring it back")
        try app.presses("s").sees("it is drawn again")
        try app.presses("p").sees("4 questions")
        try app.goesBack()
        try app.presses("u").sees("undone: return to the draw")
        try app.presses("u").sees("undone: suspension")
        try app.presses("u").sees("undone: report")
        try app.leaves()
        let store = try learner.file()
        #expect(try store.reviewState(of: "desk-ports")?.isSuspended != true)
    }

    @Test("Corrections survive a pack that changes, and the screen says that its author changed the text")
    func reload() throws {
        let learner = try Learner()
        func pack(_ explanation: String) -> String {
            """
            channel: kitchen
            title: Kitchen
            category: engineering
            description: A pack that its author changes.
            subChannels: [{id: pans, title: Pans}]
            questions:
              - id: kitchen-pan
                subChannel: pans
                kind: single
                difficulty: beginner
                question: Which pan keeps its heat the longest?
                options:
                  - {id: iron, text: Cast iron, correct: true, why: It is heavy.}
                  - {id: tin, text: Thin steel, why: It is light.}
                explanation: \(explanation)
            """
        }
        try learner.addsPack(pack("Mass holds heat."), as: "channels/kitchen.yaml")
        var app = try learner.starts("practice kitchen-pan")
        try app.answers(1)
        try app.presses("!").sees("Correct it for myself")
        try app.presses("c").sees("Explanation: Mass holds heat.")
        try app.selects("Explanation").presses("Enter").isAt("Explanation")
        try app.presses("C-u").types("Heavy things stay warm.").presses("Escape").sees("corrected for you")
        try app.presses("Escape").sees("Heavy things stay warm.", "✎ mine")
        try app.leaves()

        try learner.addsPack(pack("Mass and heat capacity hold heat."), as: "channels/kitchen.yaml")
        app = try learner.starts("practice kitchen-pan")
        try app.answers(1)
        try app.sees("Heavy things stay warm.", "✎ mine, author changed it")
        try app.presses("!").sees("Take my corrections off")
        try app.presses("x").sees("correction off; u brings it back", "Mass and heat capacity hold heat.")
        try app.presses("u").sees("undone: correction", "Heavy things stay warm.")
        try app.leaves()
    }
}

/// The labels of options by their place.
private enum OptionLetter { static let all = Array("abcdefghi") }
