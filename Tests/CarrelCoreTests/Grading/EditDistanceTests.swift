import Testing

@testable import CarrelCore

@Suite("How far apart two words are")
struct EditDistanceTests {
    private func distance(_ source: String, _ target: String, atMost limit: Int = .max) -> Int? {
        EditDistance.optimalStringAlignment(Array(source), Array(target), atMost: limit)
    }

    @Test("Every distance is the oracle's, and nothing under it is enough")
    func vectors() throws {
        let rows = try TypedAnswerVectors.load().osa
        #expect(rows.count == 7)
        for row in rows {
            #expect(distance(row.source, row.target) == row.distance, "\(row.source) \(row.target)")
            #expect(distance(row.source, row.target, atMost: row.distance) == row.distance)
            #expect(distance(row.source, row.target, atMost: row.distance - 1) == nil)
        }
    }

    @Test("Inside its limit the distance is that of the whole table, however words and limit fall")
    func bandAgreesWithTable() {
        var generator = SplitMix64(seed: 11)
        func word() -> [UInt8] {
            (0..<Int.random(in: 0...9, using: &generator)).map { _ in UInt8.random(in: 0..<3, using: &generator) }
        }
        for _ in 0..<3_000 {
            let source = word()
            let target = word()
            let whole = wholeTableDistance(source, target)
            for limit in 0...4 {
                let banded = EditDistance.optimalStringAlignment(source, target, atMost: limit)
                #expect(banded == (whole <= limit ? whole : nil))
            }
        }
    }

    /// The definition, cell by cell.
    private func wholeTableDistance(_ source: [UInt8], _ target: [UInt8]) -> Int {
        var table = (0...source.count).map { row in (0...target.count).map { row == 0 ? $0 : row } }
        for row in 1..<source.count + 1 {
            for column in 1..<target.count + 1 {
                var least = min(
                    table[row - 1][column - 1] + (source[row - 1] == target[column - 1] ? 0 : 1),
                    table[row - 1][column] + 1, table[row][column - 1] + 1)
                if row > 1, column > 1, source[row - 1] == target[column - 2], source[row - 2] == target[column - 1] {
                    least = min(least, table[row - 2][column - 2] + 1)
                }
                table[row][column] = least
            }
        }
        return table[source.count][target.count]
    }

    @Test("Words of 100,000 letters are compared as fast as they are read")
    func long() {
        let word = String(repeating: "ab", count: 50_000)
        #expect(distance(word, word + "c", atMost: 2) == 1)
        #expect(distance(word, String(word.reversed()), atMost: 2) == 2)
    }

    @Test("Nothing is within a negative limit")
    func negative() { #expect(distance("a", "a", atMost: -1) == nil) }
}
