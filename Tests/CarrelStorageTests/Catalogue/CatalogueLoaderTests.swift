import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Loading packs")
struct CatalogueLoaderTests {
    let store: Store

    init() throws { store = try .temporary() }

    private typealias Sample = SampleCatalogue

    @Test("A question comes back whole, whatever it has")
    func roundTrip() throws {
        let question = Sample.fullQuestion("q1")
        let report = try store.load(Sample.channel([question]))
        #expect(report.questions.added == ["q1"])
        let stored = try #require(try store.question("q1"))
        #expect(stored.question == question)
        #expect(stored.contentHash == Sample.hashed(question).contentHash && !stored.isRetired)
    }

    @Test(
        "Every kind's payload comes back",
        arguments: [
            QuestionPayload.none,
            .choice(choose: nil),
            .ordering(items: [Label(id: "a", text: "A")], distractors: [Label(id: "b", text: "B", why: "no")]),
            .matching(pairs: [MatchingPair(id: "p", left: "SSH", right: "22")], distractors: []),
            .hotspot(regions: [Region(id: "r", label: "a", line: 1, from: 2, to: 3, isCorrect: true)]),
            .simulation(
                World(
                    shell: "ios", devices: [.init(id: "R1")], state: ["up": .flag(false), "n": .text("22")],
                    commands: [
                        ShellCommand(
                            match: ["go"], outcomes: [.init(set: [.init(key: "up", value: .flag(true))])])
                    ],
                    goals: [.init(id: "g", when: ["up = \"true\""])],
                    solution: [SimulationEntry(device: "R1", command: "go")])),
        ])
    func payloads(payload: QuestionPayload) throws {
        var question = Sample.question("q1")
        question.payload = payload
        try store.load(Sample.channel([question]))
        #expect(try store.question("q1")?.question == question)
    }

    @Test("Loading the same again changes nothing, not even the history")
    func idempotent() throws {
        let packs = [Sample.channel([Sample.question("q1")]), Sample.certification()]
        try store.load(packs, roots: [Sample.root])
        let before = try store.texts("SELECT * FROM questions UNION ALL SELECT * FROM questions ORDER BY 1")
        let again = try store.load(packs, roots: [Sample.root])
        #expect(again.isEmpty && again.questions.unchanged == 5 && again.certifications.unchanged == 1)
        #expect(try store.texts("SELECT * FROM questions UNION ALL SELECT * FROM questions ORDER BY 1") == before)
        #expect(try store.texts("SELECT COUNT(*) FROM questionHistory") == ["5"])
    }

    @Test("A changed question keeps its birth, and history tells which fields and both versions")
    func changed() throws {
        var question = Sample.question("q1")
        try store.load(Sample.channel([question]))
        let born = try store.texts("SELECT createdAt FROM questions")
        question.stem = "Better?"
        question.tags = ["new"]
        let report = try store.load(Sample.channel([question]))
        #expect(report.questions.changed == ["q1"])
        #expect(try store.texts("SELECT createdAt FROM questions") == born)
        #expect(
            try store.texts(
                """
                SELECT eventType, changedFields, json_extract(beforeSnapshot, '$.stem'),
                       json_extract(afterSnapshot, '$.stem') FROM questionHistory ORDER BY id
                """) == ["created|∅|∅|∅", #"updated|["question","tags"]|Which of these is q1?|Better?"#])
        #expect(try store.texts("SELECT tag FROM questionTags") == ["new"])
    }

    @Test("A question its pack no longer has retires, and comes back with all it had")
    func retiring() throws {
        let questions = ["q1", "q2"].map { Sample.question($0) }
        try store.load(Sample.channel(questions))
        try store.setFacts("q2", lastCorrect: true)
        let report = try store.load(Sample.channel([questions[0]]))
        #expect(report.questions.retired == ["q2"])
        #expect(try store.question("q2")?.isRetired == true)
        for table in ["channelMappings", "questionDocs"] {
            #expect(try store.texts("SELECT questionId FROM \(table)") == ["q1"])
        }
        #expect(try store.texts("SELECT tag FROM questionTags") == ["t"])
        #expect(try store.texts("SELECT questionId FROM itemFacts") == ["q2"], "the learner's work stays")
        #expect(try store.channels().map(\.total) == [1])

        #expect(try store.load(Sample.channel(questions)).questions.restored == ["q2"])
        #expect(try store.question("q2")?.question == questions[1])
        #expect(try store.channels().map { [$0.total, $0.seen, $0.correct] } == [[2, 1, 1]])
        #expect(
            try store.texts("SELECT eventType FROM questionHistory WHERE questionId = 'q2' ORDER BY id")
                == ["created", "deleted", "restored"])
    }

    @Test("A file gone from a root in use takes what it held with it")
    func goneFile() throws {
        try store.load(Sample.channel([Sample.question("q1")]), Sample.certification())
        let report = try store.load(gone: [Sample.file("net"), Sample.file("saa")])
        #expect(report.questions.retired == ["q1", "saa-q0", "saa-q1", "saa-q2", "saa-q3"])
        #expect(try store.channels() == [] && store.certifications() == [])
        #expect(try store.certification("saa")?.status == .archived, "its name is still told where it was sat")
        #expect(try store.recordedPackFiles() == [])
        let again = try store.load(Sample.certification())
        #expect(again.certifications.restored == ["saa"])
        #expect(try store.certifications().map(\.total) == [4])
    }

    @Test("A file gone from a root that was not loaded last retires nothing")
    func otherRoot() throws {
        try store.load(Sample.channel([Sample.question("q1")]))
        try store.load([], roots: ["/elsewhere"])
        let file = Sample.file("net")
        #expect(try store.load([], gone: [file], roots: [Sample.root]).isEmpty)
        #expect(try store.load([], gone: [file], roots: ["/elsewhere"]).isEmpty)
    }

    @Test("A question stays as long as one file has it, and moves with it from file to file")
    func moving() throws {
        let question = Sample.question("q1")
        try store.load(Sample.channel([question], id: "net"))
        // Moved in one load, whichever file is read first.
        let report = try store.load(
            Sample.channel([], id: "net"), Sample.channel([question], id: "other"))
        #expect(report.questions.retired == [] && report.questions.unchanged == 1)
        // Two files have it, one drops it.
        try store.load(Sample.channel([question], id: "net"))
        #expect(try store.load(Sample.channel([], id: "other")).questions.retired == [])
        #expect(try store.load(Sample.channel([], id: "net")).questions.retired == ["q1"])
    }

    @Test("A root overruled by another is read anew when it is used again")
    func overruled() throws {
        var question = Sample.question("q1")
        try store.load(Sample.channel([question]))
        question.stem = "Another checkout's wording?"
        let other = Sample.channel([question], root: "/checkout")
        try store.load([other], roots: ["/checkout"])
        let recorded = try store.recordedPackFiles()
        #expect(recorded.map(\.path) == ["/checkout/net.yaml", "/packs/net.yaml"])
        #expect(recorded[0].looksUnchanged(since: other.file))
        #expect(!recorded[1].looksUnchanged(since: Sample.file("net")) && recorded[1].hash != "h")
        // The other checkout may be gone for good: what it held retires nothing here, and holds nothing here.
        #expect(try store.load(Sample.channel([])).questions.retired == ["q1"])
    }

    @Test("A load that fails leaves everything as it was")
    func atomic() throws {
        try store.load(Sample.channel([Sample.question("q1")]))
        let before = try store.texts("SELECT * FROM questions")
        var broken = Sample.question("q2")
        broken.difficulty = .expert
        #expect(throws: StoreError.self) {
            try store.load(Sample.channel([Sample.question("q1", tags: ["other"]), broken]))
        }
        broken.difficulty = .advanced
        broken.related = [Relation(target: "q1", kind: .related, strength: 101)]
        #expect(throws: StoreError.self) {
            try store.load(Sample.channel([Sample.question("q1", tags: ["other"]), broken]))
        }
        #expect(try store.texts("SELECT * FROM questions") == before)
        #expect(try store.integrity() == [])
    }

    @Test("Counts, index and keys are sound after any mix of loads and answers")
    func soundness() throws {
        var generator = SplitMix64(seed: 42)
        for round in 0..<60 {
            let packs = ["net", "other"].map { channel in
                Sample.channel(
                    (0..<12).filter { _ in Bool.random(using: &generator) }.map {
                        Sample.question(
                            "\(channel)-\($0)", channel: channel,
                            subChannel: ["tcp", "dns"].randomElement(using: &generator) ?? "tcp",
                            tags: ["t", "u", "v"].filter { _ in Bool.random(using: &generator) })
                    }, id: channel)
            }
            try store.load(packs, roots: [Sample.root])
            for _ in 0..<5 {
                let channel = Bool.random(using: &generator) ? "net" : "other"
                let correct = [true, false, nil].randomElement(using: &generator) ?? nil
                try store.setFacts("\(channel)-\(Int.random(in: 0..<14, using: &generator))", lastCorrect: correct)
            }
            #expect(try store.integrity() == [], "round \(round)")
        }
    }

    @Test("A certification's published columns follow from its rules, and it comes back whole")
    func certification() throws {
        let pack = Sample.certification()
        try store.load(pack)
        #expect(
            try store.texts("SELECT passingScore, examDuration, questionCount FROM certifications") == ["69|130|4"])
        guard case .certification(let certification) = pack.subject else { return }
        #expect(try store.certification("saa") == certification)
        #expect(try store.domains(of: "saa").map { "\($0.id) \($0.weight) \($0.total)" } == ["d1 60 2", "d2 40 2"])
    }

    @Test("A path's selections resolve to ids in order, and follow the catalogue")
    func pathSelection() throws {
        var selection = LearningPath.Selection()
        selection.channel = "net"
        selection.difficulty = [.beginner]
        selection.tag = "t"
        selection.limit = 2
        let path = LearningPath(
            id: "p", title: "Path", description: "", kind: .skill, difficulty: .beginner,
            milestones: [
                .init(id: "m1", title: "One", estimatedHours: 1, questions: ["q9"]),
                .init(id: "m2", title: "Two", estimatedHours: 2, questions: ["q2"], selection: selection),
            ])
        let pack = Pack(file: Sample.file("p"), subject: .path(path), subjectHash: "1", questions: [])
        // The path is read before the questions it selects.
        try store.load(pack, Sample.channel(["q3", "q2", "q1"].map { Sample.question($0) }))
        #expect(try store.learningPath("p")?.milestones.map(\.questions) == [["q9"], ["q2", "q1"]])
        try store.load(Sample.channel(["q3", "q2"].map { Sample.question($0) }))
        #expect(try store.learningPath("p")?.milestones.map(\.questions) == [["q9"], ["q2", "q3"]])
        #expect(try store.learningPaths().map(\.tally.total) == [2])
    }

    @Test("An interview comes back as its pack states it")
    func interview() throws {
        let interview = Interview(id: "i", topic: "Caching", channel: "net", difficulty: .expert, questions: ["q1"])
        let pack = Pack(file: Sample.file("i"), subject: .interview(interview), subjectHash: "1", questions: [])
        #expect(try store.load(pack).interviews.added == ["i"])
        #expect(try store.interviews() == [interview])
    }

    @Test("Files are remembered as they were read, and again when only their time changed")
    func files() throws {
        try store.load(Sample.channel([]))
        #expect(try store.recordedPackFiles() == [Sample.file("net")])
        var touched = Sample.file("net")
        touched.modified = 99
        try store.load([], touched: [touched], roots: [Sample.root])
        #expect(try store.recordedPackFiles() == [touched])
    }
}
