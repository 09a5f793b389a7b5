import CarrelCore
import CarrelJSON
import Testing

@Suite("A place in a session")
struct SessionPlaceTests {
    @Test(
        "What is arranged comes back as it was",
        arguments: [
            .none, .chosen(["b", "a"]), .ordered(["b", "a"]), .ordered([]), .paired(["l": "r"]),
        ] as [AnswerGiven.Selection])
    func selections(selection: AnswerGiven.Selection) throws {
        var place = SessionPlace(cursor: 2)
        place[selectionOf: "q"] = selection
        let text = try JSONText.encode(place)
        let read = try JSONText.decode(SessionPlace.self, from: text)
        #expect(read == place)
        #expect(read[selectionOf: "q"] == selection)
        #expect(read.isEmpty == (selection == .none))
        place.clear("q")
        #expect(place.isEmpty)
    }

    @Test("A place that was kept before there were orders and pairs is read")
    func old() throws {
        let place = try JSONText.decode(
            SessionPlace.self, from: #"{"chosen":{"q":["a"]},"cursor":3,"drafts":{"f":"text"}}"#)
        #expect(place.cursor == 3 && place.drafts == ["f": "text"])
        #expect(place[selectionOf: "q"] == .chosen(["a"]))
    }

    @Test("One arrangement takes the place of another")
    func replaced() {
        var place = SessionPlace()
        place[selectionOf: "q"] = .chosen(["a"])
        place[selectionOf: "q"] = .paired(["l": "r"])
        #expect(place.chosen.isEmpty && place.paired == ["q": ["l": "r"]])
    }
}
