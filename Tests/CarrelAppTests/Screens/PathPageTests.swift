import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp
@testable import CarrelStorage

@Suite("Learning paths")
struct PathPageTests {
    let store = Samples.store(Samples.single)

    init() { Catalogue.script(store) }

    private var page: ScreenProbe { ScreenProbe(.path("backend", title: "Backend interview"), on: store) }

    @Test("Paths are listed with what they lead to, what is left and how much is right")
    func list() {
        #expect(
            Array(ScreenProbe(.paths, on: store).lines.prefix(5)) == [
                " Learning paths                                                           saved",
                String(repeating: "─", count: 80),
                " ▸ Backend interview                          job  12 h left  ████░░░░░░  35 %",
                "   Acme in a week                         company       done  ██████████ 100 %", "",
            ])
    }

    @Test("A path says where to go on, and how far every milestone and what comes before it are")
    func shown() {
        #expect(
            page.text == """
                 Learning paths ▸ Backend interview                                       saved
                ────────────────────────────────────────────────────────────────────────────────
                   Job: backend engineer · intermediate
                   ████░░░░░░ 35 % · 7 of 20 right · about 12 h of 20 h left

                 Comes before
                   Basics                                      learning path  █████░░░░░  50 %
                   CompTIA Security+                           certification  ░░░░░░░░░░   0 %
                   lost: not in any pack here

                 ▸ Continue here: Networks                                           about 4 h
                   Practise 10                                                    unseen first
                   All questions                                                            20

                 Milestones
                   ✓ 1. Databases                                  done  6/6  ██████████ 100 %
                   ◐ 2. Networks                               4 h left  1/8  █░░░░░░░░░  12 %
                   · 3. System design                          8 h left  0/6  ░░░░░░░░░░   0 %
                   · 4. Elsewhere                             none here  0/0  ░░░░░░░░░░   0 %

                   What it teaches

                ────────────────────────────────────────────────────────────────────────────────
                 ↵ open   p practise   / find   ? help   esc back
                """)
    }

    @Test("Enter goes on at the first milestone that is not finished")
    mutating func goOn() throws {
        store.reply(to: .questions(.path("backend", milestone: "net"), after: nil), with: .questions([], total: 0))
        var probe = page
        probe.press("enter")
        #expect(probe.title.hasPrefix(" Learning paths ▸ Backend interview ▸ Networks "))
        #expect(try probe.top(as: QuestionListScreen.self).listing.topic.key == .path("backend", milestone: "net"))
    }

    @Test("p practises the milestone under the pointer, the rows above them the whole path")
    mutating func practise() throws {
        for scope in [QuestionScope.path("backend"), .path("backend", milestone: "design")] {
            store.reply(to: .setUp(scope), with: .setUp(SetUpFacts(total: 5)))
        }
        var probe = page
        probe.press("down enter")
        #expect(try probe.top(as: SetUpScreen.self).topic == .path("backend", title: "Backend interview"))
        probe.press("esc down down down down p")
        let design = StudyTopic.milestone(
            "design", title: "System design", of: "backend", pathTitle: "Backend interview")
        #expect(try probe.top(as: SetUpScreen.self).topic == design)
        #expect(probe.text.contains("in the path's order"))
    }

    @Test("What comes before leads to its own page")
    mutating func prerequisites() {
        store.reply(to: .path("basics"), with: .path(PathFacts(row: Pages.finished, estimatedHours: 2)))
        var probe = page
        probe.press("g enter")
        #expect(probe.title.hasPrefix(" Learning paths ▸ Basics "))
        probe.press("esc down enter")
        #expect(probe.title.hasPrefix(" Certifications ▸ CompTIA Security+ "))
    }

    @Test("Coming back, the pointer stays and the numbers are new")
    mutating func comingBack() {
        store.reply(to: .setUp(.path("backend")), with: .setUp(SetUpFacts(total: 5)))
        var probe = page
        probe.press("end up p")
        var facts = Pages.path
        facts.row.milestones[1].tally.correct = 8
        store.reply(to: .path("backend"), with: .path(facts))
        probe.press("esc")
        #expect(probe.lines.contains { $0.hasPrefix(" ▸ · 4. Elsewhere") })
        #expect(probe.lines.contains { $0.hasPrefix("   Continue here: System design ") })
    }

    @Test("A finished path says so and has nowhere to go on")
    func finished() {
        store.reply(to: .path("acme"), with: .path(PathFacts(row: Pages.finished, estimatedHours: 2)))
        let probe = ScreenProbe(.path("acme", title: "Acme in a week"), on: store)
        #expect(probe.lines[2] == "   Company: Acme · beginner")
        #expect(probe.lines[3] == "   ██████████ 100 % · 2 of 2 right · all milestones done")
        #expect(!probe.text.contains("Continue here"))
        #expect(probe.text.contains("✓ 1. All"))
    }

    @Test("What it teaches stands behind a row where it has no room")
    mutating func about() {
        var probe = page
        probe.resize(columns: 60, rows: 16)
        probe.press("end enter")
        #expect(probe.title == " Learning paths ▸ Backend interview")
        #expect(probe.text.contains("Predict what joins do to a query"))
        probe.press("esc")
        #expect(probe.desk.top is PageScreen<PathPage>)
    }

    @Test("Help says what the numbers mean")
    mutating func help() {
        var probe = page
        probe.press("? end")
        #expect(probe.text.contains("the share of its questions whose last answer was right"))
    }

    @Test("A path none of whose questions is here says so, and one that is gone is left")
    func nothing() {
        var facts = Pages.path
        facts.row.tally = Tally()
        facts.row.milestones = facts.row.milestones.map {
            .init(id: $0.id, title: $0.title, estimatedHours: 1, tally: Tally())
        }
        store.reply(to: .path("empty"), with: .path(facts))
        let probe = ScreenProbe(.path("empty", title: "Empty"), on: store)
        #expect(probe.lines[3] == "   None of its questions is in a pack here.")
        #expect(!probe.text.contains("Practise"))
        store.reply(to: .path("gone"), with: .path(nil))
        let gone = ScreenProbe(.path("gone", title: "Gone"), on: store)
        #expect(gone.desk.top is HomeScreen)
        #expect(gone.hints == " this is not here any more")
    }

    @Test("Without any path the list says how to get some")
    func empty() {
        store.reply(to: .paths, with: .paths([]))
        #expect(ScreenProbe(.paths, on: store).lines[3].hasPrefix("   No learning paths here. Load packs with"))
    }
}
