import Testing

@testable import CarrelContent

@Suite("The nearest name")
struct NearestNameTests {
    @Test(
        "Edits count letters added, left out, changed or swapped",
        arguments: [("", "", 0), ("a", "", 1), ("kind", "knid", 1), ("kitten", "sitting", 3), ("abc", "abc", 0)])
    func distance(left: String, right: String, expected: Int) {
        #expect(NearestName.distance(left, right) == expected)
        #expect(NearestName.distance(right, left) == expected)
    }

    @Test(
        "A slip is recognised, something else is not",
        arguments: [("questoin", "question"), ("EXPLANATION", "explanation"), ("colour", nil), ("q", nil)]
            as [(String, String?)])
    func guess(name: String, nearest: String?) {
        #expect(NearestName.to(name, among: ["question", "explanation", "id"]) == nearest)
    }
}
