import CarrelCore
import FoundationEssentials
import Testing

@Suite("What was chosen, in JSON")
struct AnswerSelectionTests {
    @Test(
        "Sets, orders, pairs and nothing come back as they were",
        arguments: [
            (.none, "{}"), (.chosen(["b", "a"]), #"{"ids":["a","b"]}"#), (.chosen([]), #"{"ids":[]}"#),
            (.ordered(["b", "a"]), #"{"ids":["b","a"],"ordered":true}"#),
            (.paired(["y": "1", "x": "2"]), #"{"pairs":[["x","2"],["y","1"]]}"#),
        ] as [(AnswerGiven.Selection, String)])
    func roundTrip(selection: AnswerGiven.Selection, text: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(selection)
        #expect(String(decoding: data, as: UTF8.self) == text)
        #expect(try JSONDecoder().decode(AnswerGiven.Selection.self, from: data) == selection)
    }

    @Test("A pair of three is refused")
    func odd() {
        let data = Data(#"{"pairs":[["a","b","c"]]}"#.utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(AnswerGiven.Selection.self, from: data) }
    }
}
