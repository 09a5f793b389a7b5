import FoundationEssentials
import Testing

/// The rows of `grade_vectors.json` that need Snowball's stems.
struct TypedAnswerVectors: Decodable {
    var stems: [[String]]
    var cases: [Case]

    struct Case: Decodable, CustomTestStringConvertible {
        var answer: String
        var keywords: [String]
        var reference: String
        var expect: Expectation

        var testDescription: String { "\(keywords) in \"\(answer)\"" }
    }

    struct Expectation: Decodable {
        var coverage: Double
        var items: [Item]
        var stuffed: Bool
        var suggestion: String
    }

    struct Item: Decodable {
        var keyword: String
        var required: Bool
        var matched: Bool
        var contradiction: Bool
    }

    static func load(from file: StaticString = #filePath) throws -> TypedAnswerVectors {
        let fixture = URL(filePath: "\(file)").appending(path: "../../../Fixtures/grade_vectors.json").standardized
        return try JSONDecoder().decode(TypedAnswerVectors.self, from: Data(contentsOf: fixture))
    }
}
