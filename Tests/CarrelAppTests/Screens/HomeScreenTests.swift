import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Home")
struct HomeScreenTests {
    let store = Samples.store(Samples.single)

    private func probe(_ facts: HomeFacts) -> ScreenProbe {
        store.reply(to: .home, with: .home(facts))
        return ScreenProbe(on: store)
    }

    @Test("What to go on with stands first, then what there is")
    func shown() {
        #expect(
            probe(Catalogue.home).text == """
                 Carrel                                                    12-day streak  saved
                ────────────────────────────────────────────────────────────────────────────────
                 Continue
                 ▸ Networking ▸ TCP/IP · practice                            2 hours ago  3/10
                   Linux · practice                                           yesterday  12/20

                 Library
                   Channels                                                                  2
                   Certifications                                                            1
                   Bookmarks                                                                 3
                   Search                                                                    /
                   Settings










                ────────────────────────────────────────────────────────────────────────────────
                 ↵ open   x end it   / search   : commands   ? help   q quit
                """)
    }

    @Test("Enter goes on with the session on top")
    func goOn() throws {
        Catalogue.script(store)
        var probe = ScreenProbe(on: store)
        probe.press("enter")
        #expect(try probe.top(as: PracticeScreen.self).sessionId == "s1")
    }

    @Test("The first start offers something to press at once")
    func firstStart() {
        var probe = probe(Catalogue.firstStart)
        #expect(
            probe.text == """
                 Carrel                                                                   saved
                ────────────────────────────────────────────────────────────────────────────────
                   Start with one of these; q leaves.
                   Everything is saved as you go.

                 ▸ 10 questions on Networking                                      about 8 min
                   Browse all channels
                   Browse certifications














                ────────────────────────────────────────────────────────────────────────────────
                 ↵ open   / search   : commands   ? help   q quit
                """)
        store.started = .started(session: "s1")
        probe.press("enter")
        #expect(probe.desk.top is PracticeScreen)
    }

    @Test("Without packs Home says where it looked and what to do")
    func noPacks() {
        let probe = probe(HomeFacts(searchedPaths: ["/opt/carrel/share/carrel/data"]))
        #expect(
            probe.lines.filter { !$0.isEmpty }[2...4] == [
                " No packs found", "   looked in /opt/carrel/share/carrel/data", "   Load some with: carrel load PATH",
            ])
        #expect(probe.hints == " ↵ open   : commands   ? help   q quit")
    }

    @Test("While packs are being read a bar says so, and nothing says there are none")
    func loading() {
        let lines = probe(HomeFacts(isLoading: true)).canvas(loading: .init(done: 1, total: 4)).lines
        #expect(
            lines[21] == " Reading packs 1/4 " + String(repeating: "█", count: 8) + String(repeating: "░", count: 22))
        #expect(!lines.contains { $0.contains("No packs") })
    }

    @Test(
        "Behind the bar stands the time left; in half a terminal it takes the bar's place",
        arguments: [
            (80, 4, "███████████████░░░░░░░░░░░░░░░ 0:04 left"), (48, 4, "██░░ 0:04 left"), (44, 4, "0:04 left"),
            (40, 4, "0:04 left"), (40, nil, "█████░░░░"),
        ])
    func loadingTime(columns: Int, seconds: Int?, end: String) {
        var probe = probe(HomeFacts(isLoading: true))
        probe.resize(columns: columns, rows: 24)
        let progress = LoadingProgress(stage: .takingIn, done: 5000, total: 10000, secondsLeft: seconds)
        #expect(probe.canvas(loading: progress).lines[21] == " Loading questions 5000/10000 " + end)
    }

    @Test("Packs with faults are counted, and Enter lists them", arguments: [(1, "1 pack has"), (3, "3 packs have")])
    func faults(count: Int, words: String) {
        var probe = probe(HomeFacts(channels: 2, faults: ["net.yaml:3:1: error: x"], faultyPacks: count))
        #expect(probe.lines.contains("   ✗ \(words) faults · Enter lists them"))
        probe.press("end enter")
        #expect(probe.title.hasPrefix(" Faults in packs"))
        #expect(probe.lines[2] == "  net.yaml:3:1: error: x")
    }

    @Test("Faults of the settings' file stay on Home and can be read whole", arguments: [1, 2])
    func settingFaults(count: Int) {
        let faults = Array(["config.yaml:3: no setting is called \"colr\"", "config.yaml:5: x"].prefix(count))
        var probe = probe(HomeFacts(channels: 2, settingFaults: faults))
        let words = count == 1 ? "1 fault" : "2 faults"
        #expect(probe.lines.contains("   ✗ \(words) in config.yaml · Enter lists them"))
        probe.press("end enter")
        #expect(probe.title.hasPrefix(" Faults in the settings"))
        for fault in faults { #expect(probe.lines.contains("  " + fault)) }
    }

    @Test("Twelve weeks of study are a cell a day, today the last")
    func activity() {
        let today = StudyDay(Moment.noon.at, zone: 0, start: StudyDay.usualStart)
        let lines = probe(HomeFacts(channels: 1, activity: [today: 40, StudyDay(today.number - 7): 1])).lines
        let monday = lines.first { $0.hasPrefix("   Mon") }
        #expect(monday == "   Mon  · · · · · · · · · · ▒ █" || monday == "   Mon  · · · · · · · · · · ░ █")
        #expect(lines.first { $0.hasPrefix("   Sun") } == "   Sun  · · · · · · · · · · ·")
    }

    @Test("Certifications alone are offered without a row of channels that are not there")
    func certificationsAlone() {
        let starter = Starter(
            label: "20 mixed questions for Security+", minutes: 17,
            request: StudyRequest(topic: .certification("security-plus", name: "Security+")))
        let probe = probe(HomeFacts(certifications: 1, starters: [starter]))
        #expect(!probe.text.contains("Browse all channels"))
        #expect(probe.text.contains("Browse certifications"))
    }

    @Test("x ends the session of its row, and u brings it back")
    func endSession() {
        var probe = probe(Catalogue.home)
        probe.press("x")
        #expect(store.events == [.sessionAbandoned(SessionAbandoned())])
        #expect(probe.hints == " session ended; u brings it back")
        probe.press("end x")
        #expect(store.events.count == 1)
    }

    @Test("x on an exam whose time is up opens it, which hands it in")
    func endOverdueExam() {
        var home = Catalogue.home
        home.active[0].mode = .exam
        home.active[0].timeLimit = 60
        home.active[0].startedAt = Moment.noon.at.adding(seconds: -61)
        var probe = probe(home)
        probe.press("x")
        #expect(!probe.text.contains("not graded"))
        #expect(probe.desk.stack.last?.destination == .session(home.active[0].id))
        #expect(store.events.isEmpty)
    }

    @Test("x asks before it ends an exam, whose answers would never be graded")
    func endExam() {
        var home = Catalogue.home
        home.active[0].mode = .exam
        var probe = probe(home)
        probe.press("x")
        #expect(store.events.isEmpty)
        #expect(probe.text.contains("not graded"))
        probe.press("enter x down enter")
        #expect(store.events == [.sessionAbandoned(SessionAbandoned())])
    }

    @Test("A streak is told from its second day on", arguments: [(0, false), (1, false), (2, true)])
    func streak(days: Int, isTold: Bool) {
        #expect(probe(HomeFacts(channels: 1, streak: days)).title.contains("-day streak") == isTold)
    }

    @Test("u takes back what was done last and says what")
    func undo() {
        store.undone = UndoneThing(name: "bookmark")
        var probe = probe(Catalogue.home)
        probe.press("u")
        #expect(probe.hints == " undone: bookmark")
    }
}
