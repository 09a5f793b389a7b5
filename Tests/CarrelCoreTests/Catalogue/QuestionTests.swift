import CarrelCore
import FoundationEssentials
import Testing

@Suite("The catalogue's values in JSON")
struct QuestionTests {
    private static let world = World(
        shell: "ios", devices: [.init(id: "r1", title: "router", state: ["m": .text("x")])],
        state: ["up": .flag(true), "n": .number(3)], shared: ["s": .text("t")],
        commands: [
            ShellCommand(
                modes: ["exec"], match: ["show <x...>"], options: ["-n <n>"], help: "h", available: "up", run: "cat",
                outcomes: [
                    .init(when: "n = 3", set: [.init(key: "n", value: .text("3"))], mode: "exec", print: "ok"),
                    .init(unset: ["n"], error: "no", instead: "exec: show"),
                ])
        ],
        goals: [.init(id: "g", when: ["n = \"3\""], points: 2, title: "t", why: "because")],
        solution: [SimulationEntry(device: "r1", command: "show run")])

    @Test(
        "Every payload comes back as it was",
        arguments: [
            .none, .choice(choose: 2), .choice(choose: nil),
            .hotspot(regions: [
                Region(id: "r", label: "l", line: 1, from: 2, to: 3, isCorrect: true, why: "w")
            ]),
            .ordering(items: [Label(id: "a", text: "A")], distractors: [Label(id: "b", text: "B", why: "w")]),
            .matching(pairs: [MatchingPair(id: "p", left: "l", right: "r")], distractors: []), .simulation(world),
        ] as [QuestionPayload])
    func payloads(payload: QuestionPayload) throws {
        var question = Question(
            id: "q", kind: .single, stem: "S \u{1F393}", answer: "A", explanation: "E", difficulty: .beginner,
            channel: "c", subChannel: "s")
        question.payload = payload
        question.jobTitles = ["sre": 5]
        question.related = [Relation(target: "t", kind: .followUp)]
        let data = try JSONEncoder().encode(question)
        #expect(try JSONDecoder().decode(Question.self, from: data) == question)
    }

    @Test("Only a choice asks for a number of options")
    func choose() {
        var question = Question(
            id: "q", kind: .multiple, stem: "", answer: "", explanation: "", difficulty: .beginner, channel: "",
            subChannel: "")
        #expect(question.choose == nil)
        question.payload = .choice(choose: 2)
        #expect(question.choose == 2)
    }
}
