import CarrelCore
import FoundationEssentials

/// Histories and single steps computed by an independent implementation; any file of the same format will do.
struct FSRSVectors: Decodable {
    struct Configuration: Decodable {
        var id: String
        var parameters: [Double]
        var desiredRetention: Double
        var learningStepsS: [Int]
        var relearningStepsS: [Int]
        var maximumInterval: Int

        var model: MemoryModel {
            MemoryModel(
                weights: parameters, retention: desiredRetention, learningSteps: learningStepsS,
                relearningSteps: relearningStepsS, maximumInterval: maximumInterval)
        }
    }

    struct History: Decodable {
        struct Step: Decodable {
            var t: Int64
            var rating: Int
            var rBefore: Double
            var state: String
            var step: Int?
            var stability: Double
            var difficulty: Double
            var due: Int64
        }

        struct Recall: Decodable {
            var t: Int64
            var r: Double
            var rFractional: Double
        }

        var id: Int
        var scheduler: String
        var style: String
        var reviews: [Step]
        var retrievability: [Recall]?
    }

    struct Unit: Decodable {
        var s: String
        var f: String
        var rating: Int?
        var stability: Double?
        var difficulty: Double?
        var retrievability: Double?
        var desiredRetention: Double?
        var out: Double?

        enum CodingKeys: String, CodingKey {
            case s, f, rating, desiredRetention, out
            case stability = "S"
            case difficulty = "D"
            case retrievability = "R"
        }
    }

    struct Fuzz: Decodable {
        var ivl: Int
        var lo: Int
        var hi: Int
    }

    var schedulers: [Configuration]
    var cases: [History]
    var unit: [Unit]
    var fuzzRange: [Fuzz]

    static func read() throws -> FSRSVectors {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let data = try Data(contentsOf: tests.appending(path: "Fixtures/fsrs_vectors.json"))
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(FSRSVectors.self, from: data)
    }

    func model(_ id: String) -> MemoryModel? { schedulers.first { $0.id == id }?.model }
}

func isClose(_ left: Double, _ right: Double, relative tolerance: Double = 1e-9) -> Bool {
    abs(left - right) <= tolerance * max(abs(left), abs(right), .leastNormalMagnitude)
}
