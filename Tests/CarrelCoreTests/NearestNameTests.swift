import Testing

@testable import CarrelCore

@Suite("The nearest name")
struct NearestNameTests {
    @Test(
        "A slip is recognised, something else is not",
        arguments: [("questoin", "question"), ("EXPLANATION", "explanation"), ("colour", nil), ("q", nil)]
            as [(String, String?)])
    func guess(name: String, nearest: String?) {
        #expect(NearestName.to(name, among: ["question", "explanation", "id"]) == nearest)
    }
}
