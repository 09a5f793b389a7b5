import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp
@testable import CarrelStorage

/// One of everything that can stand on the screen.
enum AnyScreen: String, CaseIterable, Sendable {
    case firstStart, home, noPacks, faulty
    case channels, subChannels, certifications, certification, paths, path, tags, history, questions, bookmarks, setUp
    case choosing, writing, commanding, grading, answered, changed, missing, trouble
    case weighing, weighingText, twoGrades
    case summary, help, faults, confirm, settings, settingField, themes, faultyTheme
    case short, found, sources, answers, whole, related
    case note, report, correction, refusedNote, questionMenu, questionMenuAside, corrections, openCorrections
    case keyCorrection, keyReason, corrected, reports, questionReports, noReports, questionMenuReported
    case sessionItem, text
    case examPage, exam, examFlagged, examOverview, examList, examTimeUp, examLeaving, examFinishing, examResult, review
    case examDomains, examOrdering, examMatching, examHotspot, examSimulation
    case ordering, lifted, ordered, matching, sought, matched, hotspot, hotspotAnswered
    case simulation, simulationCommands, simulationAnswered
    case emptySearch, search, foundNothing, foundList, filterSheet, filterField, filtered, filteredOut

    /// Whether its hint bar has help: not where every letter is text, nor in help itself.
    var hasHelp: Bool {
        ![
            .writing, .weighing, .weighingText, .settingField, .help, .faults, .confirm, .trouble, .note, .report,
            .correction, .refusedNote, .emptySearch, .keyReason,
            .search, .foundNothing, .filterField, .examTimeUp, .examLeaving, .examFinishing, .simulation,
            .examSimulation,
        ].contains(self)
    }

    func probe(columns: Int, rows: Int, content: SampleContent = .plain) -> ScreenProbe {
        let store = Samples.store(Samples.single, Samples.multiple, Samples.free)
        store.content = content
        Catalogue.script(store)
        store.reply(to: .home, with: .home(home))
        if [.changed, .answered, .trouble, .sessionItem].contains(self) {
            store.session?.answers["time-wait"] = StandingAnswer(
                selected: ["passive"], grade: .wrong, contentHash: self == .changed ? "older" : "hash-1")
            store.session?.place.cursor = 0
        }
        if let question = arranged {
            (store.session, store.items) = (Samples.session([question]), [Samples.item(question)])
        }
        if [.simulation, .simulationCommands, .simulationAnswered].contains(self) {
            store.session?.place.drafts[Samples.simulation.id] = Samples.simulationResponse
        }
        if [.weighing, .weighingText].contains(self) { store.session?.settings.asksConfidence = true }
        if self == .twoGrades { store.session?.settings.grades = .two }
        if [.answers, .whole].contains(self) {
            (store.session, store.items) = (Depths.session, [Depths.item])
        }
        if [.writing, .commanding, .grading, .weighingText, .twoGrades].contains(self) {
            store.session?.place.cursor = 2
        }
        store.reply(to: .themes, with: .themes(ThemesScreenTests.facts))
        if self == .missing { store.items = [] }
        if Self.exams.contains(self) { Exams.script(store, first: arranged) }
        if self == .examTimeUp { store.session?.startedAt = Moment.noon.at.adding(seconds: -5390) }
        if Self.ownLayer.contains(self) { store.items[0] = Samples.correctedItem }
        if self == .corrected {
            store.session?.answers["time-wait"] = StandingAnswer(selected: ["both"], grade: .wrong)
        }
        if self == .questionMenuReported { store.items[0].reports = 3 }
        if self == .noReports { store.reply(to: .reports(of: nil, after: nil), with: .reports(Reports())) }
        if self == .questionMenuAside { store.items[0].isBuried = true }
        var probe = ScreenProbe(columns: columns, rows: rows, on: store)
        if let destination { probe.desk.open(content.of(destination), at: probe.now) }
        switch self {
        case .commanding: probe.press("esc")
        case .ordering: probe.press("- up 2")
        case .lifted: probe.press("space down")
        case .ordered: probe.press("a 3 enter")
        case .matching: probe.press("2 1")
        case .sought: probe.press("2 space down")
        case .matched: probe.press("a 1 b 3 enter enter")
        case .hotspot: probe.press("right space")
        case .hotspotAnswered: probe.press("c enter")
        case .grading, .twoGrades, .weighingText: probe.press("space")
        case .weighing: probe.press("a enter")
        case .settingField: probe.press("enter")
        case .faultyTheme: probe.press("down down down")
        case .trouble:
            store.refusal = .locked
            probe.press("m")
        case .found: probe.press("/ f i n enter")
        case .examFlagged: probe.press("a x m n m down")
        case .examOverview: probe.press("v")
        case .examList: probe.press("v tab")
        case .examDomains: probe.press("v d")
        case .examOrdering: probe.press("space down")
        case .examMatching: probe.press("2 space down")
        case .examHotspot: probe.press("right space")
        case .examSimulation:
            probe.type("enable")
            probe.press("enter")
        case .simulationCommands: probe.press("esc")
        case .simulationAnswered: probe.press("esc enter")
        case .examTimeUp:
            probe.now.at = probe.now.at.adding(seconds: 20)
            _ = probe.desk.handle([.tick], at: probe.now)
        case .examLeaving: probe.press("q")
        case .examFinishing: probe.press("v F")
        case .answers: probe.press("H")
        case .whole: probe.press("z")
        case .refusedNote:
            store.refusal = .locked
            probe.press("x esc")
        case .keyReason:
            probe.press("tab")
            probe.type(" and more")
        case .search: probe.type("ack")
        case .foundNothing: probe.type("foo:bar zz")
        case .foundList:
            probe.type("ack")
            probe.press("tab down")
        case .filterSheet: probe.press("f down right")
        case .filterField:
            probe.press("f down down down")
            probe.type("t")
        case .filtered: probe.press("f down right enter down")
        case .filteredOut: probe.press("f down right right enter")
        default: break
        }
        return probe
    }

    private static let exams: Set<AnyScreen> = [
        .examPage, .exam, .examFlagged, .examOverview, .examList, .examTimeUp, .examLeaving, .examFinishing,
        .examResult, .review, .examDomains, .examOrdering, .examMatching, .examHotspot, .examSimulation,
    ]

    private static let ownLayer: Set<AnyScreen> = [
        .note, .report, .correction, .refusedNote, .questionMenu, .questionMenuAside, .corrections, .openCorrections,
        .keyCorrection, .keyReason, .corrected, .questionMenuReported,
    ]

    private var home: HomeFacts {
        switch self {
        case .firstStart: Catalogue.firstStart
        case .noPacks: HomeFacts(searchedPaths: ["/usr/local/share/carrel/data"])
        case .faulty: HomeFacts(channels: 2, faults: ["net.yaml:3:1: error: x"], faultyPacks: 1)
        default: Catalogue.home
        }
    }

    /// The question that is arranged; nil where none is.
    private var arranged: Question? {
        switch self {
        case .ordering, .lifted, .ordered, .examOrdering: Samples.ordering
        case .matching, .sought, .matched, .examMatching: Samples.matching
        case .hotspot, .hotspotAnswered, .examHotspot: Samples.hotspot
        case .simulation, .simulationCommands, .simulationAnswered, .examSimulation: Samples.simulation
        default: nil
        }
    }

    /// Nil for Home itself.
    var destination: Destination? {
        switch self {
        case .firstStart, .home, .noPacks, .faulty: nil
        case .channels: .channels
        case .subChannels: .subChannels(channel: "networking", title: "Networking")
        case .certifications: .certifications
        case .certification: .certification("security-plus", title: "CompTIA Security+")
        case .paths: .paths
        case .path: .path("backend", title: "Backend interview")
        case .tags: .tags
        case .history: .history
        case .questions:
            .questions(QuestionListing(crumbs: ["Channels", "Networking", "TCP/IP"], topic: Samples.topic))
        case .filterSheet, .filterField, .filtered, .filteredOut:
            .questions(QuestionListing(crumbs: ["Channels", "Networking", "TCP/IP"], topic: Samples.topic))
        case .emptySearch, .search, .foundNothing, .foundList: .search
        case .bookmarks: .bookmarks
        case .setUp: .setUp(Samples.topic)
        case .settings, .settingField: .settings
        case .themes, .faultyTheme: .themes
        case .examPage: .examPage(certification: "security-plus", title: "CompTIA Security+")
        case .exam, .examFlagged, .examOverview, .examList, .examTimeUp, .examLeaving, .examFinishing, .examDomains,
            .examOrdering, .examMatching, .examHotspot, .examSimulation:
            .exam(session: "s1")
        case .examResult: .examResult("s1")
        case .review: .review(session: "s1", questions: ["time-wait", "half-open"])
        case .choosing, .writing, .commanding, .grading, .answered, .changed, .missing, .trouble, .weighing,
            .weighingText, .twoGrades, .corrected, .ordering, .lifted, .ordered, .matching, .sought, .matched, .hotspot,
            .hotspotAnswered, .simulation, .simulationCommands, .simulationAnswered:
            .session("s1")
        case .note, .refusedNote: .writing(Writing(question: "time-wait", purpose: .note))
        case .report: .writing(Writing(question: "time-wait", purpose: .report))
        case .correction: .writing(Writing(question: "time-wait", purpose: .correction(.explanation)))
        case .questionMenu, .questionMenuAside, .questionMenuReported:
            .questionMenu(QuestionMenu(question: "time-wait", place: .list))
        case .corrections: .corrections(QuestionMenu(question: "time-wait", place: .answeredQuestion))
        case .openCorrections: .corrections(QuestionMenu(question: "time-wait", place: .openQuestion))
        case .reports, .noReports: .reports(question: nil)
        case .questionReports: .reports(question: "time-wait")
        case .keyCorrection, .keyReason: .keyCorrection(QuestionMenu(question: "time-wait", place: .answeredQuestion))
        case .short: .reader(crumbs: ["Networking", "In short"], .markdown(Depths.question.tldr ?? ""))
        case .found: .reader(crumbs: ["Networking", "Diagram"], .diagram(Depths.question.diagram ?? ""))
        case .sources: .reader(crumbs: ["Networking", "Sources"], .sources(Depths.question.sources))
        case .related: .related(question: "time-wait", crumbs: ["Networking", "Related questions"])
        case .answers, .whole: .session("s1")
        case .sessionItem: .sessionItem(session: "s1", question: "time-wait")
        case .text:
            .text(crumbs: ["Reports", "The key is wrong"], paragraphs: ["The key is wrong.", "Both ends wait."])
        case .summary: .summary(session: "s1")
        case .help: .help(KeyTable.choice.help(in: QuestionFacts(hasNext: true, hasPrevious: true)))
        case .faults: .faults(["data/channels/net.yaml:3:1: error: questions[0].kind: expected one of free, single"])
        case .confirm: .confirm(.resume("s1", answered: 3, total: 10, StudyRequest(topic: Samples.topic)))
        }
    }
}

@Suite("Every screen at every size")
struct ScreenSizesTests {
    @Test(
        "It keeps to its frame: a title, two rules, and a hint bar with help and the way out",
        arguments: AnyScreen.allCases, [(80, 24), (40, 10), (200, 60), (41, 11), (120, 10), (40, 60)])
    func frame(screen: AnyScreen, size: (columns: Int, rows: Int)) throws {
        let probe = screen.probe(columns: size.columns, rows: size.rows)
        let lines = probe.lines
        #expect(lines.count == size.rows)
        #expect(lines.allSatisfy { Columns.width(of: $0) <= size.columns })
        #expect(lines[0].hasPrefix(" ") && lines[0].count > 3)
        let rule = String(repeating: "─", count: size.columns)
        #expect(lines[1] == rule)
        // How far a text is scrolled stands in the lower rule.
        let lower = lines[size.rows - 2]
        let marks = [" PgDn ─", " end PgUp ─", " more ─"]
        #expect(lower == rule || lower.hasPrefix("────") && marks.contains { lower.contains($0) })
        if screen.hasHelp { #expect(probe.hints.contains("? help   ")) }
        let ways = [
            "esc back", "q quit", "esc cancel", "esc commands", "esc save", "tries again", "^D drops it", "esc clear",
            "q back", "esc leave", "↵ hand in",
        ]
        #expect(ways.contains { probe.hints.hasSuffix($0) })
    }

    @Test("A screen that is too small for it says what is needed, and none is a trap", arguments: AnyScreen.allCases)
    func tooSmall(screen: AnyScreen) {
        var probe = screen.probe(columns: 1, rows: 1)
        #expect(probe.lines == ["C"])
        for size in [(0, 0), (1, 1), (2, 3), (7, 4), (39, 9)] {
            probe.resize(columns: size.0, rows: size.1)
            probe.press("down up pgdn end home pgup")
            var canvas = Canvas(columns: size.0, rows: size.1)
            probe.desk.top?.draw(on: &canvas, in: Surroundings(glyphs: .unicode, now: .noon))
            #expect(canvas.lines.count == size.1)
        }
        #expect(probe.lines[0] == "Carrel needs 40×10, this is 39×9")
        probe.glyphs = .ascii
        #expect(probe.lines[0] == "Carrel needs 40x10, this is 39x9")
    }

    @Test("Where the terminal has only ASCII, no screen draws anything else of its own", arguments: AnyScreen.allCases)
    func ascii(screen: AnyScreen) {
        for size in [(80, 24), (40, 10)] {
            var probe = screen.probe(columns: size.0, rows: size.1)
            probe.glyphs = .ascii
            for line in probe.lines { #expect(line.allSatisfy { $0.isASCII }, "\(line)") }
        }
    }

    @Test("Keys of every kind leave every screen standing", arguments: AnyScreen.allCases)
    func anyKeys(screen: AnyScreen) {
        var generator = SplitMix64(seed: 11)
        let keys =
            "enter esc space tab backtab up down left right home end pgup pgdn backspace delete ^C ^J ^D ^U ^W ^K ^G a b c d e x r s ; ! 0 1 3 9 n p m * u ? q g G h l j k / - < > 2 f"
            .split(separator: " ").map(String.init)
        for round in 0..<6 {
            var probe = screen.probe(columns: round % 2 == 0 ? 80 : 40, rows: round % 2 == 0 ? 24 : 10)
            for _ in 0..<40 where probe.desk.exitStatus == nil {
                probe.press(keys[Int(generator.next() % UInt64(keys.count))])
                #expect(probe.lines.count == probe.rows)
            }
        }
    }
}
