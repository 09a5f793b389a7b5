import FoundationEssentials

/// The rows of `grade_vectors.json` that need no stemmer.
struct TypedAnswerVectors: Decodable {
    var tokens: [TokensRow]
    var osa: [DistanceRow]

    struct TokensRow: Decodable {
        var text: String
        var tokens: [String]

        init(from decoder: any Decoder) throws {
            var row = try decoder.unkeyedContainer()
            text = try row.decode(String.self)
            tokens = try row.decode([String].self)
        }
    }

    struct DistanceRow: Decodable {
        var source: String
        var target: String
        var distance: Int

        init(from decoder: any Decoder) throws {
            var row = try decoder.unkeyedContainer()
            source = try row.decode(String.self)
            target = try row.decode(String.self)
            distance = try row.decode(Int.self)
        }
    }

    static func load(from file: StaticString = #filePath) throws -> TypedAnswerVectors {
        let fixture = URL(filePath: "\(file)").appending(path: "../../../Fixtures/grade_vectors.json").standardized
        return try JSONDecoder().decode(TypedAnswerVectors.self, from: Data(contentsOf: fixture))
    }
}
