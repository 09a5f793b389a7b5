import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("Menus line by line")
struct PlainMenuTests {
    let learner: PlainLearner
    private var store: Store { learner.performer.store }

    init() throws { learner = PlainLearner(try Library.performer()) }

    private static let all = QuestionListing(
        crumbs: ["All"], topic: StudyTopic(scope: .all, key: .test("all"), type: .training, title: "Everything"))

    @Test("A long list is told to its end, page by page, under numbers that go on")
    func pages() throws {
        let total = try store.questions(in: .all, limit: 5_000).count
        #expect(total > 200)
        let more = Array(repeating: "m", count: (total - 1) / PlainMenu.pageSize)
        try learner.types(all: more + ["m", "\(total)", "", "", "q"], opening: .place(.questions(Self.all)))
        #expect(learner.reads("Everything, \(total) in all"))
        #expect(learner.reads("\n\(total). "))
        #expect(learner.reads("m: not one of these"))
        #expect(learner.reads("p practises it"))
    }

    @Test("A stem that is cut ends with a whole word")
    func wholeWords() {
        #expect(PlainDesk.wholeWords("How long is a str...") == "How long is a ...")
        #expect(PlainDesk.wholeWords("How long is a string?") == "How long is a string?")
    }

    @Test("A list is narrowed by words, and shown whole again")
    func narrowed() throws {
        try learner.types("/zone", "/", "q", opening: .place(.questions(Self.all)))
        #expect(learner.reads("Everything, with zone"))
        try learner.types("/linx", "/zzzz", "/", "q", opening: .place(.channels))
        #expect(learner.reads("Channels, with linx, 1 in all\n1. Linux"))
        #expect(learner.reads("Nothing has that."))
    }

    @Test("A list is filtered by the fields of a search, and what is no field is said")
    func filtered() throws {
        let free = try store.questions(in: .all, limit: 5_000).count { $0.kind == .free }
        try learner.types("f kind:free", "f tcp", "f is:nothing", "f", "q", opening: .place(.questions(Self.all)))
        #expect(learner.reads("Everything, free, \(free) in all") || free <= PlainMenu.pageSize)
        #expect(learner.reads("tcp: no field and value; / looks for words."))
        #expect(learner.reads("is:nothing"))
    }

    @Test("The order of a list is changed, and said")
    func sorted() throws {
        try learner.types("s", "s", "q", opening: .place(.questions(Self.all)))
        #expect(learner.reads("Everything, the easiest first"))
        #expect(learner.reads("Everything, longest not answered first"))
    }

    @Test("? says all that can be typed, and only that")
    func help() throws {
        try learner.types("?", "q", opening: .place(.questions(Self.all)))
        #expect(learner.reads("a number: open"))
        for words in ["m: more", "r: all of this again", "p: practise", "f: only some", "u: take"] {
            #expect(learner.reads("\n" + words), "\(words)")
        }
        #expect(!learner.reads("x 2"))
        try learner.types("?", "x 1", "q", opening: .place(.history))
        #expect(learner.reads("Nothing studied yet."))
        #expect(!learner.reads("p: practise"))
        #expect(learner.reads("x 1: not one of these"))
    }

    @Test("A session is ended from a list of them, and brought back")
    func ending() throws {
        try learner.types("0", "", "q", opening: .start(StudyRequest(topic: .channel("linux", title: "Linux"))))
        try learner.types("x 1", "q", opening: .place(.history))
        #expect(learner.reads("1. partly right, ") || learner.reads("1. Linux"))
        #expect(learner.reads("Session ended; u brings it back."))
        #expect(try store.activeSessions(limit: 1).isEmpty)
        try learner.types("u", "q", opening: .place(.history))
        #expect(learner.reads("undone: "))
        #expect(try store.activeSessions(limit: 1).count == 1)
    }

    @Test("Every place that the screen has is opened line by line")
    func places() throws {
        let id = try #require(try store.questions(in: .all, limit: 500).first { $0.kind == .single }).id
        try learner.types("0", "", "q", opening: PlainLearner.one(id))
        guard case .history(let past) = try learner.performer.perform(.fetch(.history(after: nil))).get() else {
            return
        }
        let done = try #require(past.rows.first).id
        let opening = PlainDesk.Opening.start(StudyRequest(topic: .channel("linux", title: "Linux")))
        try learner.types("q", opening: opening)
        let active = try #require(try store.activeSessions(limit: 1).first).id
        let menu = QuestionMenu(question: id, place: .answeredQuestion)
        let places: [Destination] = [
            .home, .channels, .subChannels(channel: "linux", title: "Linux"), .certifications,
            .certification("ccna", title: "CCNA"), .paths, .path("site-reliability", title: "Reliability"), .tags,
            .history, .questions(Self.all), .search, .bookmarks, .setUp(.channel("linux", title: "Linux")),
            .session(active), .sessionItem(session: done, question: id), .summary(session: done),
            .examPage(certification: "ccna", title: "CCNA"), .exam(session: done), .examResult(done),
            .review(session: done, questions: [id]), .settings, .themes, .help(KeyTable.list.help(in: ListFacts())),
            .faults(["a fault"]), .text(crumbs: ["Text"], paragraphs: ["a text"]),
            .reader(crumbs: ["Text"], .markdown("*a text*")), .related(question: id, crumbs: []),
            .confirm(Confirmation(title: "Sure?", message: "", buttons: [.init(label: "Keep it", effects: [.pop])])),
            .writing(Writing(question: id, purpose: .note)), .questionMenu(menu), .corrections(menu),
            .keyCorrection(menu), .reports(question: nil),
        ]
        #expect(Set(places.map(DestinationKind.init)) == Set(DestinationKind.allCases))
        for place in places {
            try learner.types("q", opening: .place(place))
            #expect(learner.read.contains { $0.isLetter }, "\(place)")
        }
    }
}
