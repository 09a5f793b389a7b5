import CarrelCore
import FoundationEssentials
import Testing

@testable import CarrelStorage

@Suite("Events in the journal's JSON")
struct EventCodecTests {
    private let codec = EventCodec()

    @Test("Every kind of event comes back as it went in, and goes in again to the same bytes")
    func roundTrip() throws {
        var generator = JournalGenerator(seed: 7)
        var kinds: Set<JournalKind> = []
        for entry in generator.arrivals(2000) {
            let stored = try codec.stored(entry.event)
            #expect(codec.event(stored) == entry.event)
            #expect(try codec.stored(codec.event(stored)) == stored)
            if let kind = entry.event.kind { kinds.insert(kind) }
        }
        #expect(kinds == Set(JournalKind.allCases))
    }

    @Test("Equal values have equal text, whatever order their parts were put together in")
    func canonical() throws {
        let ids = (0..<50).map { "option-\($0)" }
        var pairs: [String: String] = [:]
        for id in ids.reversed() { pairs[id] = "x/y" }
        func body(_ selection: AnswerGiven.Selection) throws -> String {
            try codec.stored(.answerGiven(AnswerGiven(selection: selection, elapsedMs: 1))).body
        }
        #expect(try body(.chosen(Set(ids))) == body(.chosen(Set(ids.reversed()))))
        #expect(try body(.paired(pairs)).contains("[\"option-0\",\"x/y\"],[\"option-1\""))
        #expect(try body(.chosen(["b", "a"])) == #"{"elapsedMs":1,"selection":{"ids":["a","b"]}}"#)
    }

    @Test("Every kind of event has the text that Foundation gives it: journals written with it stay as they are")
    func foundation() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var generator = JournalGenerator(seed: 11)
        for entry in generator.arrivals(1000) {
            guard entry.event.kind != nil,
                let value = Mirror(reflecting: entry.event).children.first?.value as? any Encodable
            else { continue }
            #expect(try codec.stored(entry.event).body == String(decoding: encoder.encode(value), as: UTF8.self))
        }
    }

    @Test(
        "What this program cannot read stays as it came",
        arguments: [
            EventCodec.Stored(kind: "somethingNew", version: 1, body: "{ \"b\": 1,  \"a\" : 2 }"),
            EventCodec.Stored(kind: "answerGiven", version: 2, body: "{\"selection\":{}}"),
            EventCodec.Stored(kind: "answerGiven", version: 1, body: "{\"elapsedMs\":\"long\"}"),
        ])
    func unknown(stored: EventCodec.Stored) throws {
        let event = codec.event(stored)
        #expect(event == .unknown(kind: stored.kind, version: stored.version, body: stored.body))
        #expect(try codec.stored(event) == stored)
    }

    @Test("A number that JSON has no form for is refused")
    func infinite() {
        let event = JournalEvent.prediction(Prediction(pPass: .nan, low: 0, high: 1, isReady: false))
        #expect(throws: JournalError.unencodable("prediction")) { try codec.stored(event) }
    }
}
