import CarrelTerminal
import Glibc
import Testing

@testable import CarrelApp

@Suite("What is spoken")
struct NarratorTests {
    let store = Samples.store(Samples.single)

    private func words(_ probe: ScreenProbe, _ narrator: inout Narrator) -> String? {
        narrator.words(
            for: probe.canvas, screen: probe.desk.top?.spoken ?? "", whereabouts: probe.desk.top?.whereabouts ?? "",
            depth: probe.desk.depth, message: probe.desk.message, proposal: probe.desk.proposal(columns: 80),
            speaksRow: probe.desk.top?.speaksRow ?? true)
    }

    @Test("Where I am and the selected row, and after a move only the row; nothing new says nothing")
    func list() {
        Catalogue.script(store)
        store.reply(to: .home, with: .home(Catalogue.home))
        var probe = ScreenProbe(on: store)
        var narrator = Narrator()
        let first = words(probe, &narrator) ?? ""
        #expect(first == "Carrel\nNetworking, TCP/IP, practice, 2 hours ago, 3 of 10\n")
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
        #expect(spoken.hasPrefix("go to: h") || spoken.hasPrefix("go to: c Channels, "))
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

    /// What is heard after each of the keys, `-` for nothing.
    private func heard(_ keys: String, on probe: ScreenProbe) -> [String] {
        var probe = probe, narrator = Narrator()
        _ = words(probe, &narrator)
        return keys.split(separator: " ").map { key in
            probe.press(String(key))
            return String(words(probe, &narrator)?.dropLast() ?? "-")
        }
    }

    @Test("What was just done while something is put in order is heard: lifted, carried, put down, sent, left out")
    func ordering() {
        let probe = ScreenProbe(.session("s1"), on: Samples.store(Samples.ordering))
        let order = probe.desk.top.flatMap { ($0 as? PracticeScreen)?.pad }
        guard case .ordering(let pad)? = order, case .ordering(let items, let others) = Samples.ordering.payload else {
            Issue.record("nothing is put in order")
            return
        }
        let names = pad.order.map { pad.name(of: $0, among: items + others) }
        #expect(
            heard("space down down space 1 - -", on: probe) == [
                "\(names[0]), first of 4, lifted", "\(names[0]), now second of 4, lifted",
                "\(names[0]), now third of 4, lifted", "\(names[0]), third of 4, put down",
                "\(names[0]), now first of 4", "\(names[0]), left out. \(names[1])",
                "\(names[1]), left out. \(names[2])",
            ])
    }

    @Test("What is paired and taken apart is heard, then where the pointer went")
    func matching() {
        let heard = heard(
            "1 backspace a backspace space",
            on: ScreenProbe(.session("s1"), on: Samples.store(Samples.matching)))
        #expect(heard[0].hasPrefix("a, SSH, paired with 1, ") && heard[0].hasSuffix(". b, SMTP, not paired"))
        #expect(heard[1] == "-")
        #expect(heard[2].hasPrefix("a, SSH, paired with 1, "))
        #expect(heard[3] == "a, SSH, not paired any more")
        #expect(heard[4].hasPrefix("a, SSH, picked. 1, "))
    }

    @Test("The verdict on an order says what stood right, and no letters as they are typed")
    func orderingVerdict() {
        let verdict =
            heard("space down space enter", on: ScreenProbe(.session("s1"), on: Samples.store(Samples.ordering)))
            .last ?? ""
        #expect(verdict.contains(" of 3 stood right"))
        #expect(!verdict.contains("Right is") && verdict.contains("The right order:"))
    }

    @Test("Coming back from a note says where one is and the note, and not the whole question again")
    func noted() {
        var narrator = Narrator()
        let canvas = Canvas(columns: 80, rows: 24)
        func heard(_ screen: String, depth: Int) -> String? {
            narrator.words(for: canvas, screen: screen, whereabouts: "question 1 of 3", depth: depth, message: nil)
        }
        let told = "Right.\n1. right: one\n2. wrong: two\nExplanation:\nIt is so."
        _ = heard(told, depth: 1)
        _ = heard("Note", depth: 2)
        #expect(heard(told + "\nMy note:\nremember", depth: 1) == "back to question 1 of 3\nMy note:\nremember\n")
        _ = heard("Note", depth: 2)
        let another = "Question 2 of 3.\nSomething else altogether?\n1. a\n2. b"
        #expect(heard(another, depth: 1) == another + "\n")
    }

    @Test("Coming back from help says where one is, and not the whole question again; going on reads the next one")
    func back() {
        let probe = ScreenProbe(.session("s1"), on: store)
        let heard = heard("? esc", on: probe)
        #expect(heard[0].contains("Keys on a question") || heard[0].contains("Keys"))
        #expect(heard[1] == "back to question 1 of 1", "\(heard)")
        #expect(probe.desk.top?.spoken.hasPrefix("Question 1 of 1, beginner.\n") == true)
    }

    @Test("The map of an exam says how far it is, then the item; moves say the item, and closing it where one is")
    func overview() {
        let heard = heard("v right esc", on: ScreenProbe(.exam(session: "s1"), on: Exams.store()))
        #expect(heard[0].hasPrefix("All items: 0 answered, 2 unanswered, 0 flagged, 1 unseen\nItem 1 of 2, unanswered"))
        #expect(heard[1].hasPrefix("Item 2 of 2, unseen"))
        #expect(heard[2] == "back to item 1 of 2")
    }

    @Test("Keys of help are heard by name, and no signs of them")
    func help() {
        let probe = ScreenProbe(.session("s1"), on: store)
        let heard = heard("?", on: probe)[0]
        #expect(heard.contains("Up, k: ") && heard.contains("Control O: ") || heard.contains("question mark: "))
        for sign in ["↑", "↵", "␣", "•"] { #expect(!heard.contains(sign), "\(sign)") }
    }

    @Test("A command of the list is heard with its keys by name")
    func commands() {
        let heard = heard(": r e d r a w", on: ScreenProbe(.session("s1"), on: store))
        #expect(heard[0].hasSuffix(", Space") && !heard[0].contains("␣"), "\(heard)")
        #expect(heard.last(where: { $0 != "-" }) == "redraw: draw the screen anew, Control L", "\(heard)")
    }

    @Test("A table that is read is heard row by row, its headings before the cells")
    func tables() {
        let probe = ScreenProbe(
            .reader(crumbs: ["Report"], .markdown("| Domain | Right |\n|---|---|\n| Routing | 3 |\n| WAN | 1 |\n")),
            on: store)
        var question = Samples.single
        question.explanation = "| State | Meaning |\n|---|---|\n| LISTEN | waits |\n"
        let whole = ReadQuestion(
            item: Samples.item(question), order: question.options.map(\.id), answer: StandingAnswer(grade: .wrong))
        let heard = ReaderContent.question(whole).heard
        #expect(heard.contains("State: LISTEN") && heard.contains("Meaning: waits"), "\(heard)")
        #expect(probe.desk.top?.spoken == "Report\nDomain: Routing\nRight: 3\nDomain: WAN\nRight: 1")
    }

    @Test("A proposal is heard once, whatever is said meanwhile")
    func proposal() {
        Catalogue.script(store)
        store.reply(to: .home, with: .home(Catalogue.home))
        var probe = ScreenProbe(on: store)
        var narrator = Narrator()
        _ = words(probe, &narrator)
        probe.desk.proposesSlow = true
        #expect(words(probe, &narrator) == "this link is slow: ^Y draws less, ^R leaves it so\n")
        probe.press("u")
        #expect(words(probe, &narrator) == "nothing to undo\n")
        probe.press("down")
        #expect(words(probe, &narrator)?.contains("slow") == false)
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
