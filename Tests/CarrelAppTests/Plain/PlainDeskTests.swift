import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("Studying line by line")
struct PlainDeskTests {
    let learner: PlainLearner
    private var store: Store { learner.performer.store }

    init() throws { learner = PlainLearner(try Library.deskPerformer()) }

    private func question(_ kind: QuestionKind) throws -> String {
        let rows = try store.questions(in: .all, limit: 100)
        return try #require(rows.first { $0.kind == kind }).id
    }

    private func answer(_ question: String) throws -> StoredAnswer? {
        try store.answers(to: question).first?.answer
    }

    @Test("A right choice by its number is saved, and said to be right in words")
    func rightChoice() throws {
        let id = try question(.single)
        try learner.types("q", opening: PlainLearner.one(id))
        let session = try #require(try store.activeSessions(limit: 1).first).id
        try learner.types(learner.numbers(ofRight: id, in: session), "", "q", opening: .session(session))
        #expect(learner.reads("Right."))
        #expect(learner.reads("right, your choice"))
        #expect(learner.reads("Done: 1 of 1 right (100 %)."))
        #expect(try answer(id)?.isCorrect == true)
        #expect(try store.session(session)?.row.status == .completed)
    }

    @Test("0 says that one does not know, and the right number is told")
    func unknown() throws {
        let id = try question(.single)
        try learner.types("0", "", "", opening: PlainLearner.one(id))
        #expect(learner.reads("Not known. Right is "))
        #expect(try answer(id)?.isCorrect == false)
    }

    @Test("What is none of the numbers is said, and asked again")
    func nonsense() throws {
        let id = try question(.single)
        try learner.types("99", "banana", "1 2", "?", opening: PlainLearner.one(id))
        #expect(learner.reads("99: not understood"))
        #expect(learner.reads("banana: not understood"))
        #expect(learner.reads("Choose one."))
        #expect(learner.reads("u: take the last thing back"))
        #expect(try answer(id) == nil)
    }

    @Test("Another number of options than asked for takes a second time")
    func wrongNumber() throws {
        let rows = try store.questions(in: .all, limit: 100).filter { $0.kind == .multiple }
        let id = try #require(
            try rows.first { try store.question($0.id)?.question.choose.map { $0 > 1 } ?? false }
        ).id
        try learner.types("1", opening: PlainLearner.one(id))
        #expect(learner.reads("1 chosen,"))
        #expect(try answer(id) == nil)
        try learner.types("1", "1", opening: PlainLearner.one(id))
        try learner.types("", "1", "1", "", "", opening: PlainLearner.one(id))
        #expect(try answer(id) != nil)
    }

    @Test("Options are struck out and restored; one that is struck out is not chosen")
    func strike() throws {
        let id = try question(.single)
        try learner.types("?", "x 2", "2", "x 9", opening: PlainLearner.one(id))
        #expect(learner.reads("x 2: strike out what is numbered 2, or restore it"))
        #expect(learner.reads("2 struck out.\n"))
        #expect(learner.reads("2 is struck out; x 2 restores it."))
        #expect(learner.reads("x 9: not understood; x 2 strikes out"))
        let session = try #require(try store.activeSessions(limit: 1).first).id
        #expect(try store.session(session)?.marks.struck[id]?.count == 1)
        try learner.types("x 2", "2", opening: .session(session))
        #expect(learner.reads("\nStruck out: 2.\n"))
        #expect(learner.reads("2 restored.\n"))
        #expect(try answer(id) != nil)
    }

    @Test("A note that goes with its bookmark is said, and comes back")
    func noteTakenOff() throws {
        let id = try question(.single)
        try learner.types(";", "a note", ".", "*", "u", "", opening: PlainLearner.one(id))
        #expect(learner.reads("Bookmark taken off, and the note with it; u takes that back."))
        #expect(learner.reads("Type a number, or 0 if you don't know."))
        #expect(try store.bookmarks(limit: 9).map(\.note) == ["a note"])
    }

    @Test("Statistics are sentences")
    func statistics() throws {
        let id = try question(.single)
        try learner.types("0", "", "", opening: PlainLearner.one(id))
        let stats = try StudyStats(of: store, at: .noon)
        let sentences = StatsCommand.sentences(stats)
        #expect(sentences.first == "You gave 1 answer on 1 day, 0 % right.")
        #expect(
            sentences.contains { $0.hasSuffix(" questions seen, 0 right.") || $0.hasSuffix(" question seen, 0 right.") }
        )
        #expect(sentences.allSatisfy { $0.hasSuffix(".") && !$0.contains("  ") })
    }

    @Test("What was begun on the screen is said")
    func begunOnScreen() throws {
        let id = try question(.multiple)
        try learner.types("q", opening: PlainLearner.one(id))
        let session = try #require(try store.activeSessions(limit: 1).first).id
        let stored = try #require(try store.session(session))
        let found = try #require(try store.question(id)?.question)
        let order = found.optionOrder(drawn: stored.items[0].options)
        var place = stored.place ?? SessionPlace()
        place[selectionOf: id] = .chosen([order[1]])
        _ = learner.performer.perform(.keepPlace(PlacedSession(session: session, place: place)))
        try learner.types("q", opening: .session(session))
        #expect(learner.reads("\nBegun earlier: 2.\n"))
    }

    @Test("A typed answer of several lines is saved, then graded by the learner")
    func free() throws {
        let id = try question(.free)
        try learner.types("one line", "another", ".", "3", "", "", opening: PlainLearner.one(id))
        #expect(learner.reads("Model answer:"))
        #expect(learner.reads("Saved: good."))
        let kept = try #require(try answer(id))
        #expect(kept.response == "one line\nanother")
        #expect(kept.grade == .good)
    }

    @Test("The end of input in the middle of an answer keeps what was typed, and the answer goes on from there")
    func endOfInput() throws {
        let id = try question(.free)
        try learner.types("half an answer", opening: PlainLearner.one(id))
        let session = try #require(try store.activeSessions(limit: 1).first).id
        #expect(try store.place(ofSession: session)?.drafts[id] == "half an answer")
        #expect(try answer(id) == nil)
        try learner.types("the rest", ".", "1", "", "", opening: .session(session))
        #expect(learner.reads("Begun earlier, and gone on with:"))
        #expect(try answer(id)?.response == "half an answer\nthe rest")
    }

    @Test("An answer that was begun is written anew; each line of it is on disk before the next is typed")
    func anew() throws {
        let id = try question(.free)
        var drafts: [String?] = []
        learner.meanwhile = { [learner, store] in
            guard let session = try? store.activeSessions(limit: 1).first?.id else { return }
            drafts.append((try? store.place(ofSession: session))??.drafts[id])
            _ = learner
        }
        try learner.types("one", "meanwhile", "two", "meanwhile", opening: PlainLearner.one(id))
        #expect(drafts == ["one", "one\ntwo"])
        let session = try #require(try store.activeSessions(limit: 1).first).id
        try learner.types("w", "three", ".", "1", "", "", opening: .session(session))
        #expect(learner.reads("w writes it anew"))
        #expect(try answer(id)?.response == "three")
    }

    @Test("Where a session is under way only what was offered is taken")
    func underWay() throws {
        let id = try question(.single)
        try learner.types("q", opening: PlainLearner.one(id))
        try learner.types("banana", "b", opening: PlainLearner.one(id))
        #expect(learner.reads("banana: not one of these."))
        #expect(!learner.reads("Question 1 of 1"))
    }

    @Test("After the answer r repeats it with the question")
    func repeated() throws {
        let id = try question(.single)
        try learner.types("0", "r", opening: PlainLearner.one(id))
        #expect(learner.read.split(separator: "Explanation:").count == 3)
    }

    @Test("Left between answer and grade, the grade is what is asked for")
    func ungraded() throws {
        let id = try question(.free)
        try learner.types("text", ".", opening: PlainLearner.one(id))
        let session = try #require(try store.activeSessions(limit: 1).first).id
        try learner.types("4", "", "", opening: .session(session))
        #expect(try answer(id)?.grade == .easy)
    }

    @Test("An answer taken back is asked again")
    func undo() throws {
        let id = try question(.single)
        try learner.types("0", "u", opening: PlainLearner.one(id))
        #expect(learner.reads("undone: answer."))
        #expect(try answer(id) == nil)
    }

    @Test("Bookmarks, notes and flags are set at the prompt of a question, and said with it")
    func ownLayer() throws {
        let id = try question(.single)
        try learner.types("*", ";", "a note", "", "of two paragraphs", ".", "m", "r", opening: PlainLearner.one(id))
        #expect(learner.reads("Bookmarked."))
        #expect(learner.reads("Note kept; u takes it back."))
        let level = try #require(try store.question(id)).question.difficulty.rawValue
        #expect(learner.reads("Question 1 of 1, \(level), bookmarked, flagged."))
        #expect(try store.note(of: id) == "a note\n\nof two paragraphs")
        try learner.types("", "*", opening: PlainLearner.one(id))
        #expect(try !store.isBookmarked(id))
    }

    @Test("A number beyond all numbers is none of those to choose from")
    func hugeNumbers() throws {
        let least = "\(Int.min)", most = "\(Int.max)", beyond = "99999999999999999999"
        try learner.types(least, most, beyond, "q")
        #expect(learner.isAllTyped)
        for place in [Destination.settings, .setUp(.channel("networking", title: "Networking"))] {
            try learner.types(least, most, beyond, "q", opening: .place(place))
            #expect(learner.isAllTyped)
        }
        let free = try question(.free)
        try learner.types("text", ".", least, most, "1", "", "q", opening: PlainLearner.one(free))
        #expect(try answer(free)?.grade == .again)
    }

    @Test("The time one takes to say how sure one is is none of the answer's")
    func timeOfWeighing() throws {
        var settings = LearnerSettings()
        settings.asksConfidence = true
        try store.record([NewEvent(.settingChanged(settings.change(of: .confidence)))])
        let id = try question(.single)
        try learner.types("wait 7", "1", "wait 50", "2", "", "q", opening: PlainLearner.one(id))
        #expect(try answer(id)?.elapsedMs == 7_000)
    }

    @Test("Who does not know after all keeps what they wrote")
    func unknownAfterAll() throws {
        let id = try question(.free)
        try learner.types("half an answer", opening: PlainLearner.one(id))
        let session = try #require(try store.activeSessions(limit: 1).first).id
        try learner.types("0", "", "q", opening: .session(session))
        #expect(try answer(id)?.response == "half an answer")
    }

    @Test("A blank line before anything is written leaves the commands what they are")
    func blankFirst() throws {
        let id = try question(.free)
        try learner.types("", "?", "", "text", "", "more", ".", "3", "", "q", opening: PlainLearner.one(id))
        #expect(learner.reads("u: take the last thing back"))
        #expect(try answer(id)?.response == "text\n\nmore")
    }

    @Test("Help at the search prompt asks again, however often")
    func searchHelp() throws {
        try learner.types(all: ["/"] + Array(repeating: "?", count: 20_000) + [""], opening: .home)
        #expect(learner.isAllTyped)
    }

    @Test("How sure one is is asked of those who want to be asked")
    func confidence() throws {
        var settings = LearnerSettings()
        settings.asksConfidence = true
        try store.record([NewEvent(.settingChanged(settings.change(of: .confidence)))])
        let id = try question(.single)
        try learner.types("1", "maybe", "2", "", "", opening: PlainLearner.one(id))
        #expect(learner.reads("1, 2, 3 or Enter, or b."))
        #expect(try answer(id)?.confidence == .unsure)
    }

    @Test("On a narrow terminal menus and prompts are wrapped between words")
    func narrow() throws {
        let narrow = PlainLearner(try Library.deskPerformer(), columns: 24)
        try narrow.types("/zebra", "")
        let lines = narrow.read.split(separator: "\n")
        #expect(lines.count > 5)
        #expect(lines.allSatisfy { $0.count <= 25 }, "\(narrow.read)")
    }

    @Test("From the first page one gets to a topic, practises it and comes back to the end of the session")
    func browsing() throws {
        try learner.types("1", "q")
        #expect(learner.reads("Start "))
        #expect(try store.activeSessions(limit: 1).count == 1)
        try learner.types("q")
        #expect(learner.reads("1. Go on with "))
        #expect(learner.reads("All you answered is saved."))
    }

    @Test("Every list leads on and back again")
    func lists() throws {
        for _ in 0..<2 {
            try learner.types("q")
            let menu = learner.read.split(separator: "\n")
            let numbers = menu.compactMap { $0.split(separator: ".").first.flatMap { Int($0) } }
            for number in numbers where menu.contains(where: { $0.hasPrefix("\(number). ") && !$0.contains("Start ") })
            {
                try learner.types("\(number)", "1", "1", "", "", "", "", "q")
                #expect(!learner.reads("Not done"), "\(number)")
            }
        }
    }

    @Test("A search lists what it finds; a wrong field is named")
    func search() throws {
        let stem = try #require(try store.questions(in: .all, limit: 1).first?.stem)
        let word = try #require(stem.split { !$0.isLetter }.map { String($0) }.first { $0.count > 4 })
        try learner.types("/\(word)", "1", "", "", "q")
        #expect(learner.reads("Found for \(word): "))
        try learner.types("/", "is:nothing", "q")
        #expect(learner.reads("is:nothing"))
        try learner.types("/", "xyzzyquux", "", "q")
        #expect(learner.reads("Nothing found."))
    }

    @Test("A session of the same topic that is under way is gone on with, or a new one begun")
    func again() throws {
        let request = StudyRequest(topic: .wrong)
        try learner.types("q", opening: .start(request))
        #expect(learner.reads("There is nothing to ask here."))
        let id = try question(.single)
        try learner.types("q", opening: PlainLearner.one(id))
        try learner.types("", "q", opening: PlainLearner.one(id))
        #expect(learner.reads("A session on this is under way: 0 of 1 answered."))
        try learner.types("n", "q", opening: PlainLearner.one(id))
        #expect(try store.activeSessions(limit: 10).count == 1)
    }
}
