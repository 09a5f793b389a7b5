import CarrelCore
import Testing

@testable import CarrelApp
@testable import CarrelStorage

/// The practice screen on a real file that takes nothing more.
@Suite("A file that cannot be written to")
struct RefusedWriteTests {
    let store: Store
    let performer: StorePerformer

    init() throws {
        store = try Store.open(.memory, clock: { .noon }, seed: 1)
        let questions = (0..<60).map { number in
            var question = Samples.single
            question.id = "q\(number)"
            return HashedQuestion(question: question, contentHash: "h\(number)")
        }
        let channel = Channel(
            id: "networking", title: "Networking", category: .engineering,
            subChannels: [.init(id: "tcp-ip", title: "TCP/IP")])
        let file = PackFile(path: "/packs/n.yaml", root: "/packs", size: 1, modified: 1, inode: 1, hash: "h")
        let pack = Pack(file: file, subject: .channel(channel), subjectHash: "h", questions: questions)
        _ = try store.load([pack], touched: [], gone: [], roots: ["/packs"])
        performer = StorePerformer(store: store, clock: { .noon }, seed: 1)
    }

    private func saved() throws -> Int { Int(try store.database.integer("SELECT COUNT(*) FROM userAnswers")) }

    @Test(
        "What cannot be saved stays on screen, is said to be unsaved, and is saved when it is tried again",
        arguments: [
            ("PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1000000", "the disk is full"),
            ("PRAGMA query_only = 1", "PRAGMA query_only = 0", "the file is read-only"),
        ])
    func refused(hindrance: String, relief: String, reason: String) throws {
        let topic = StudyTopic.channel("networking", title: "Networking")
        let request = StudyRequest(topic: topic, choices: StudyChoices(count: nil))
        guard case .started(let session) = try performer.perform(.start(request)).get() else {
            Issue.record("nothing was started")
            return
        }
        var probe = ScreenProbe(.session(session)) { performer.perform($0) }
        // No fewer pages than there are: what is free in them still takes an answer or two.
        try store.database.execute(hindrance)
        var answered = 0
        while answered < 60 {
            probe.press("a enter")
            if probe.text.contains("NOT SAVED") { break }
            answered += 1
            #expect(try saved() == answered)
            probe.press("enter")
        }
        #expect(answered < 60)
        #expect(probe.hints.contains("not saved: \(reason)"), "\(probe.text)")
        #expect(probe.text.contains("a (•)"))
        #expect(try saved() == answered, "and nothing is half-written")
        probe.press("enter")
        #expect(probe.text.contains("NOT SAVED"), "still")
        try store.database.execute(relief)
        probe.press("enter")
        // Where the choice was refused already, it is what Enter saved, and the answer is still to be given.
        if try saved() == answered { probe.press("enter") }
        #expect(!probe.text.contains("NOT SAVED"), "\(probe.text)")
        #expect(try saved() == answered + 1)
        #expect(try store.drift() == [] && store.integrity() == [])
    }
}
