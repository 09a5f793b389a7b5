import CarrelCore
import Testing

@Suite("Identifiers")
struct ULIDTests {
    /// Gives out what it is told to.
    private struct Fixed: RandomNumberGenerator {
        var values: [UInt64]
        mutating func next() -> UInt64 { values.isEmpty ? 0 : values.removeFirst() }
    }

    @Test("Time and randomness stand where the specification has them")
    func form() {
        var ones = Fixed(values: [.max, .max])
        let moment = Timestamp(milliseconds: 1_469_918_176_385)
        #expect(ULID(at: moment, using: &ones).description == "01ARYZ6S41ZZZZZZZZZZZZZZZZ")
        var zeros = Fixed(values: [])
        #expect(ULID(at: moment, using: &zeros).description == "01ARYZ6S410000000000000000")
        var low = Fixed(values: [0b11111, 0])
        #expect(ULID(at: Timestamp(milliseconds: 0), using: &low).description == "0000000000000000000000000Z")
        var bridge = Fixed(values: [1 << 63, 1])
        #expect(ULID(at: Timestamp(milliseconds: 0), using: &bridge).description == "0000000000000R000000000000")
    }

    @Test("Text order is the order of creation, and no two are alike")
    func order() {
        var generator = SplitMix64(seed: 9)
        let ids = (0..<500).map { ULID(at: Timestamp(milliseconds: Int64($0) * 7), using: &generator) }
        #expect(ids == ids.sorted())
        let sameMoment = (0..<500).map { _ in ULID(at: Timestamp(milliseconds: 5), using: &generator) }
        #expect(Set(sameMoment).count == 500)
    }

    @Test(
        "What is no ULID is told from one",
        arguments: [
            ("7ZZZZZZZZZZZZZZZZZZZZZZZZZ", true), ("00000000000000000000000000", true),
            ("8ZZZZZZZZZZZZZZZZZZZZZZZZZ", false), ("7ZZZZZZZZZZZZZZZZZZZZZZZZ", false),
            ("7zzzzzzzzzzzzzzzzzzzzzzzzz", false), ("7ZZZZZZZZZZZZZZZZZZZZZZZZU", false), ("", false),
        ])
    func form(text: String, isULID: Bool) { #expect(ULID.isForm(text) == isULID) }
}
