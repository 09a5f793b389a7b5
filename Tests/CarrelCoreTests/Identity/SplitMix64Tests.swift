import CarrelCore
import Testing

@Suite("Seeded randomness and stable hashes")
struct SplitMix64Tests {
    @Test("The sequence is the published one")
    func sequence() {
        var generator = SplitMix64(seed: 1_234_567)
        let values = (0..<5).map { _ in generator.next() }
        #expect(
            values == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test(
        "FNV-1a gives the published hashes",
        arguments: [
            ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8),
        ] as [(String, UInt64)])
    func hashes(text: String, hash: UInt64) { #expect(fnv1a64(text) == hash) }
}
