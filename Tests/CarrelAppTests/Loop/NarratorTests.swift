import CarrelTerminal
import Glibc
import Testing

@testable import CarrelApp

@Suite("What is spoken")
struct NarratorTests {
    let store = Samples.store(Samples.single)

    private func words(_ probe: ScreenProbe, _ narrator: inout Narrator) -> String? {
        narrator.words(
            for: probe.canvas, screen: probe.desk.top?.spoken ?? "", message: probe.desk.message,
            speaksRow: probe.desk.top?.speaksRow ?? true)
    }

    @Test("Where I am and the selected row, and after a move only the row; nothing new says nothing")
    func list() {
        Catalogue.script(store)
        store.reply(to: .home, with: .home(Catalogue.home))
        var probe = ScreenProbe(on: store)
        var narrator = Narrator()
        let first = words(probe, &narrator) ?? ""
        #expect(first == "Carrel\nNetworking, TCP/IP, practice, 2 hours ago, 3/10\n")
        #expect(words(probe, &narrator) == nil)
        probe.press("down")
        let next = words(probe, &narrator) ?? ""
        #expect(!next.hasPrefix("▸ ") && next != first && !next.dropLast().contains("\n"))
        probe.press("u")
        #expect(words(probe, &narrator) == "nothing to undo\n")
    }

    @Test("A question is spoken whole, then its option as one moves, then the verdict")
    func question() {
        var probe = ScreenProbe(.session("s1"), on: store)
        var narrator = Narrator()
        let asked = words(probe, &narrator) ?? ""
        #expect(asked.contains("\na. ") && asked.contains("\nb. "))
        #expect(!asked.contains("Explanation:"))
        probe.press("down")
        let option = words(probe, &narrator) ?? ""
        #expect(option.hasPrefix("b not chosen, "))
        #expect(probe.desk.top?.spoken.isEmpty == false)
    }

    @Test("An option that is struck out says so, and nothing of the dash before it")
    func struck() {
        var probe = ScreenProbe(.session("s1"), on: store)
        probe.press("x down")
        var narrator = Narrator()
        _ = words(probe, &narrator)
        probe.press("up")
        let option = words(probe, &narrator) ?? ""
        #expect(option.hasPrefix("a, ") && option.contains("(struck out)") && !option.contains("-"))
    }

    @Test("A long text is heard to its end, and one without end up to a whole character")
    func length() {
        let long = String(repeating: "ä", count: 20_000)
        #expect(Speaker.beginning(of: long) == long)
        let endless = "a" + String(repeating: "ä", count: 40_000)
        #expect(Speaker.beginning(of: endless) == "a" + String(repeating: "ä", count: 29_999))
    }

    @Test("Of a session that is over, the question is heard with its answer")
    func reviewed() {
        store.session?.status = .completed
        store.session?.answers["time-wait"] = StandingAnswer(selected: ["both"], grade: .wrong)
        let probe = ScreenProbe(.session("s1"), on: store)
        let spoken = probe.desk.top?.spoken ?? ""
        #expect(spoken.contains("\na. ") && spoken.contains("\nWrong. Right is "))
    }

    @Test("Keys without a letter are heard by their names")
    func keys() { #expect(Glyphs.unicode.heard("␣  choose the option") == "Space, choose the option") }

    @Test("Where a key leads to is heard: the places behind the key for going somewhere")
    func places() {
        Catalogue.script(store)
        store.reply(to: .home, with: .home(Catalogue.home))
        var probe = ScreenProbe(on: store)
        var narrator = Narrator()
        _ = words(probe, &narrator)
        probe.press("'")
        let spoken = words(probe, &narrator) ?? ""
        #expect(spoken.contains("go to") && spoken.contains("c Channels, "))
    }

    @Test("A question's row says how it stands in words, a bookmark too")
    func marks() {
        let words = QuestionRowView.row(Catalogue.questions[1], glyphs: .unicode).heard(.unicode)
        #expect(words.hasPrefix("wrong, bookmarked, The final ACK is lost., "))
    }

    @Test("A text is heard whole, a question before something is done with its first answer")
    func texts() {
        var narrator = Narrator()
        let text = ScreenProbe(.text(crumbs: ["Faults"], paragraphs: ["One.", "Two."]), on: store)
        #expect(words(text, &narrator) == "Faults\nOne.\nTwo.\n")
        let confirmation = Confirmation(
            title: "Hand it in?", message: "Not answered: 3.",
            buttons: [Confirmation.Button(label: "Go on", effects: [.pop])])
        let asked = ScreenProbe(.confirm(confirmation), on: store)
        #expect(words(asked, &narrator) == "Hand it in?\nNot answered: 3.\nGo on\n")
    }

    @Test("What an exam came to is heard, then the row that is selected")
    func result() {
        let store = Exams.store()
        let probe = ScreenProbe(.examResult("s1"), on: store)
        var narrator = Narrator()
        let heard = words(probe, &narrator) ?? ""
        #expect(heard.contains("Not passed: 500, 750 needed"))
        #expect(heard.hasSuffix("\nReview what was not right, 1\n"))
        #expect(!heard.contains("✗") && !heard.contains("█"))
    }

    @Test("Where parts are paired, ordered or chosen on an exhibit, the part under the pointer says how it stands")
    func pads() {
        for (question, before, key, after) in [
            (Samples.matching, "not paired", "1", "not paired"),
            (Samples.ordering, "rank 1", "space", "lifted"), (Samples.hotspot, "not chosen", "space", "chosen"),
        ] {
            var probe = ScreenProbe(.session("s1"), on: Samples.store(question))
            let first = probe.canvas.heard ?? ""
            #expect(first.hasSuffix(before), "\(first)")
            #expect(!first.contains("▸") && !first.contains("─"))
            probe.press(key)
            #expect(probe.canvas.heard?.hasSuffix(after) == true, "\(probe.canvas.heard ?? "")")
        }
    }

    @Test("What is spoken reaches the program; one that is not there is told")
    func speaker() throws {
        var path = Array("/tmp/carrel-speech-XXXXXX".utf8CString)
        let descriptor = mkstemp(&path)
        try #require(descriptor >= 0)
        close(descriptor)
        let file = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(file) }
        // It is silenced when nobody holds it any more.
        let speaker = Speaker(command: "tee \(file)")
        let said = speaker.say("Right.\n")
        #expect(said)
        var text: [UInt8] = []
        for _ in 0..<2_000 where text.isEmpty {
            usleep(5_000)
            let descriptor = open(file, O_RDONLY)
            var buffer = [UInt8](repeating: 0, count: 100)
            let count = read(descriptor, &buffer, buffer.count)
            close(descriptor)
            text = Array(buffer.prefix(max(0, count)))
        }
        withExtendedLifetime(speaker) { #expect(String(decoding: text, as: UTF8.self) == "Right.\n") }
        let isThere = Speaker(command: "/no/such/program").say("x")
        #expect(!isThere)
    }

    @Test("What was being said is broken off")
    func brokenOff() throws {
        let program = try #require(BackgroundProgram(["sleep", "600"]))
        #expect(program.isRunning)
        program.stop()
        #expect(!program.isRunning)
        program.stop()
    }
}
