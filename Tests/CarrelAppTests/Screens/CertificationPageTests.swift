import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp
@testable import CarrelStorage

@Suite("A certification's page")
struct CertificationPageTests {
    let store = Samples.store(Samples.single)

    init() { Catalogue.script(store) }

    private var page: ScreenProbe {
        ScreenProbe(.certification("security-plus", title: "CompTIA Security+"), on: store)
    }

    @Test("It says what the exam is like, and how much of each domain I master")
    func shown() {
        #expect(
            page.text == """
                 Certifications ▸ CompTIA Security+                                       saved
                ────────────────────────────────────────────────────────────────────────────────
                   SY0-701 · CompTIA · intermediate
                   90 items, 5 of them unscored, in 90 minutes
                   Passes with 750 on a scale of 100 to 900 · items in any order
                   Mastery █░░░░░░░░░ 8 %: 3 of 36 answered right

                   Sit the exam                                                         90 min
                 ▸ Practise 10                                                    unseen first
                   All questions                                                            36

                 Domains
                   General Security Concepts           4/5 seen  weight 12 %  ██████░░░░  60 %
                   Security Operations                0/31 seen  weight 88 %  ░░░░░░░░░░   0 %

                 About the exam
                   The first certification for work in security.





                ────────────────────────────────────────────────────────────────────────────────
                 ↵ open   p practise   / find   ? help   esc back
                """)
    }

    @Test("Whatever size it comes to, the row that was selected stays selected")
    func resized() {
        var probe = page
        probe.press("down")
        #expect(probe.lines.contains { $0.hasPrefix(" ▸ All questions") })
        for (columns, rows) in [(40, 10), (20, 5), (200, 60), (1, 1), (80, 24)] {
            probe.resize(columns: columns, rows: rows)
        }
        #expect(probe.lines.contains { $0.hasPrefix(" ▸ All questions") })
    }

    @Test("Its rows practise all, list all and lead to a domain's questions")
    mutating func rows() throws {
        store.reply(to: .setUp(.certification("security-plus")), with: .setUp(SetUpFacts(total: 5)))
        for domain in [nil, "operations"] {
            store.reply(
                to: .questions(.certification("security-plus", domain: domain), after: nil),
                with: .questions([], total: 0))
        }
        var probe = page
        probe.press("enter")
        #expect(
            try probe.top(as: SetUpScreen.self).topic == .certification("security-plus", name: "CompTIA Security+"))
        probe.press("esc down enter")
        #expect(probe.title.hasPrefix(" Certifications ▸ CompTIA Security+ ▸ All "))
        probe.press("esc end enter")
        #expect(probe.title.hasPrefix(" Certifications ▸ CompTIA Security+ ▸ Security Operations "))
    }

    @Test("In ASCII and in half a terminal every domain still states its mastery")
    func narrow() {
        var probe = page
        probe.glyphs = .ascii
        #expect(probe.text.contains("######....  60 %"))
        probe.resize(columns: 40, rows: 24)
        #expect(probe.lines.contains { $0.hasPrefix("   General Security") && $0.hasSuffix("60 %") })
    }

    @Test("Help says what mastery means now")
    mutating func help() {
        var probe = page
        probe.press("? end")
        #expect(probe.text.contains("mastery"))
        #expect(probe.text.contains("the share of questions whose last answer was right"))
    }

    @Test("What the rules say is said in words")
    func words() {
        var certification = Pages.certification.certification
        certification.rules = ExamRules(questions: 1, minutes: 60, pass: 70)
        certification.rules.navigation = .forwardOnly
        certification.examCode = nil
        let words = ExamWords(certification, glyphs: .unicode)
        #expect(words.name == "CompTIA · intermediate")
        #expect(words.length == "1 item in 60 minutes")
        #expect(words.cut == "Passes with 70 % · no way back to an item")
    }

    @Test("Without questions there is nothing to practise")
    func empty() {
        var facts = Pages.certification
        facts.tally = Tally()
        facts.domains = facts.domains.map {
            DomainRow(id: $0.id, name: $0.name, weight: $0.weight, total: 0, seen: 0, correct: 0)
        }
        store.reply(to: .certification("x"), with: .certification(facts))
        let probe = ScreenProbe(.certification("x", title: "X"), on: store)
        #expect(probe.text.contains("This certification has no questions yet."))
        #expect(!probe.text.contains("Practise"))
        #expect(!probe.hints.contains("p practise"))
    }
}
