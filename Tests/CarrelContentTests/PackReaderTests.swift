import CarrelCore
import Testing

@testable import CarrelContent

@Suite("A pack of every kind of question")
struct PackReaderTests {
    let pack: Pack
    var questions: [Question] { pack.questions.map(\.question) }

    init() throws {
        let (pack, faults) = PackReader.read(
            bytes: try PackFixture.bytes("all-kinds.yaml"), file: PackFixture.file("all-kinds.yaml"))
        #expect(faults == [])
        self.pack = try #require(pack)
    }

    @Test("The channel is read with its sub-channels")
    func channel() {
        var channel = Channel(
            id: "sample", title: "A sample", category: .engineering,
            subChannels: [.init(id: "basics", title: "Basics"), .init(id: "shell", title: "The shell")])
        channel.description = "One question of each kind."
        channel.icon = "≋"
        channel.roles = ["backend", "sre"]
        #expect(pack.subject == .channel(channel))
        #expect(pack.subjectHash.count == 64)
        #expect(pack.file.hash.count == 64)
    }

    @Test("A free question carries every key a question can have, block text without its last line end")
    func free() {
        var expected = Question(
            id: "sample-free", kind: .free,
            stem: "Walk through the TCP three-way handshake.\nWhy three segments and not two?",
            answer: "SYN, SYN-ACK, ACK.",
            explanation: "Each side has to learn the other's initial sequence number and to know that its own arrived; "
                + "with two\nsegments the server could not know whether its number was received.",
            difficulty: .beginner, channel: "sample", subChannel: "basics")
        expected.tldr = "Both sides exchange sequence numbers."
        expected.eli5 = "Two people check that each hears the other."
        expected.keywords = ["!SYN", "SYN-ACK|syn ack", "initial sequence number"]
        expected.diagram = "sequenceDiagram\n  Client->>Server: SYN"
        expected.tags = ["tcp", "transport"]
        expected.companies = ["Cloudflare"]
        expected.jobTitles = ["network-engineer": 95, "backend-engineer": 70]
        expected.levels = ["entry", "mid"]
        expected.sources = ["https://www.rfc-editor.org/rfc/rfc9293"]
        expected.related = [
            Relation(target: "sample-single", kind: .followUp, strength: 70),
            Relation(target: "sample-ordering", kind: .related, strength: 50),
        ]
        #expect(questions[0] == expected)
    }

    @Test("A choice has its options in order, and its answer in words")
    func choice() {
        #expect(
            questions[1].options == [
                AnswerOption(
                    id: "transport", text: "Transport", isCorrect: true,
                    why: "TCP and UDP live here, see {{network}} for IP."),
                AnswerOption(id: "network", text: "Network", isCorrect: false, why: "IP lives here."),
                AnswerOption(
                    id: "o-785f3ec7", text: "22", isCorrect: false, why: "There are seven.", isFixed: true),
            ])
        #expect(questions[1].answer == "Transport")
        #expect(questions[1].payload == .none)
        #expect(questions[2].answer == "DNS; NTP")
        #expect(questions[2].payload == .choice(choose: 2))
    }

    @Test("Items are in the right order, pairs side by side")
    func ordering() {
        #expect(
            questions[3].payload
                == .ordering(
                    items: [
                        Label(id: "syn", text: "SYN"), Label(id: "synack", text: "SYN-ACK"),
                        Label(id: "ack", text: "ACK", why: "Last."),
                    ], distractors: [Label(id: "rst", text: "RST", why: "It tears a connection down.")]))
        #expect(questions[3].answer == "SYN → SYN-ACK → ACK")
        #expect(
            questions[4].payload
                == .matching(
                    pairs: [
                        MatchingPair(id: "ssh", left: "SSH", right: "22", why: "Assigned by IANA."),
                        MatchingPair(id: "smtp", left: "SMTP", right: "25", why: "Assigned by IANA."),
                    ], distractors: [Label(id: "p23", text: "23", why: "This is Telnet.")]))
        #expect(questions[4].answer == "SSH = 22; SMTP = 25")
    }

    @Test("Regions lie in their exhibit")
    func hotspot() {
        #expect(questions[5].exhibit == "$ ls -l\n-rw-r--r-- 1 ann staff 12 é.txt")
        #expect(
            questions[5].payload
                == .hotspot(regions: [
                    Region(
                        id: "bits", label: "a", line: 2, from: 1, to: 10, isCorrect: true,
                        why: "Type and permission bits."),
                    Region(
                        id: "name", label: "b", line: 2, from: 27, to: 31, isCorrect: false, why: "This is the name."),
                ]))
        #expect(questions[5].answer == "a: Type and permission bits.")
    }

    @Test("In a world, plain values mean what they look like and quoted ones are text")
    func simulation() {
        #expect(
            questions[6].payload
                == .simulation(
                    World(
                        shell: "sample",
                        devices: [.init(id: "R1", title: "router", state: ["hostname": .text("R1")])],
                        state: [
                            "if.Serial0.up": .flag(false), "if.Serial0.router": .flag(true), "mtu": .number(1500),
                            "vlan.10.name": .text("10"),
                        ],
                        commands: [
                            ShellCommand(
                                modes: ["priv"], match: ["wake"],
                                outcomes: [
                                    .init(
                                        set: [.init(key: "if.Serial0.up", value: .flag(true))], print: "%LINK-3-UPDOWN")
                                ])
                        ],
                        goals: [
                            .init(
                                id: "up", when: ["if.Serial0.up = \"true\""], points: 2,
                                why: "The interface was shut down.")
                        ],
                        solution: [
                            SimulationEntry(device: "R1", command: "enable"),
                            SimulationEntry(device: "R1", command: "wake"),
                        ])))
        #expect(questions[6].answer == "enable\nwake")
    }

    @Test("Text is the same however it was written, and so is its hash")
    func styles() throws {
        let block = PackFixture.channel(PackFixture.free("a")).replacing("answer: A.", with: "answer: \"A.  \\n\"")
        let first = PackReader.read(bytes: Array(block.utf8), file: PackFixture.file()).pack
        let second = PackReader.read(
            bytes: Array(PackFixture.channel(PackFixture.free("a")).utf8), file: PackFixture.file()
        ).pack
        #expect(try #require(first).questions == (try #require(second)).questions)
    }

    @Test("A byte changed anywhere gives a pack or faults, and never a trap")
    func mutated() throws {
        let original = try PackFixture.bytes("all-kinds.yaml")
        var random = SplitMix64(state: 7)
        for _ in 0..<400 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                case 1: bytes.remove(at: index)
                case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
                default: bytes.swapAt(index, Int.random(in: 0..<bytes.count, using: &random))
                }
            }
            let (pack, faults) = PackReader.read(bytes: bytes, file: PackFixture.file())
            #expect((pack == nil) == faults.contains { $0.severity == .error })
        }
    }

    @Test("A pack cut off anywhere gives a pack or faults", arguments: [1, 7, 40, 300, 1_000, 3_000, 5_000])
    func cut(length: Int) throws {
        let bytes = Array(try PackFixture.bytes("all-kinds.yaml").prefix(length))
        let (pack, faults) = PackReader.read(bytes: bytes, file: PackFixture.file())
        #expect((pack == nil) == !faults.isEmpty)
    }
}
