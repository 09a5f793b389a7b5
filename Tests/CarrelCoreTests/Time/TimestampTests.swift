import CarrelCore
import FoundationEssentials
import Testing

@Suite("Moments")
struct TimestampTests {
    @Test(
        "Text is SQLite's own form, and reads back to the same moment",
        arguments: [
            (0, "1970-01-01 00:00:00.000"), (-1, "1969-12-31 23:59:59.999"),
            (1_709_164_800_007, "2024-02-29 00:00:00.007"),
            (253_402_300_799_999, "9999-12-31 23:59:59.999"), (-62_167_219_200_000, "0000-01-01 00:00:00.000"),
        ] as [(Int64, String)])
    func text(milliseconds: Int64, text: String) {
        #expect(Timestamp(milliseconds: milliseconds).text == text)
        #expect(Timestamp(text: text)?.milliseconds == milliseconds)
    }

    @Test("Beyond the calendar the nearer end is held")
    func ends() {
        #expect(Timestamp(milliseconds: .max).text == "9999-12-31 23:59:59.999")
        #expect(Timestamp(milliseconds: .min).text == "0000-01-01 00:00:00.000")
    }

    @Test(
        "Other ways of writing UTC are taken",
        arguments: [
            "2026-03-04T05:06:07.089Z", "2026-03-04 05:06:07.089", "2026-03-04T05:06:07.089",
        ])
    func forms(text: String) { #expect(Timestamp(text: text)?.text == "2026-03-04 05:06:07.089") }

    @Test("A date alone, and a time without milliseconds, are complete")
    func short() {
        #expect(Timestamp(text: "2026-03-04")?.text == "2026-03-04 00:00:00.000")
        #expect(Timestamp(text: "2026-03-04 05:06:07")?.text == "2026-03-04 05:06:07.000")
    }

    @Test(
        "Anything else is no moment",
        arguments: [
            "", "now", "2026-13-01", "2026-00-01", "2026-01-32", "2026-01-01 24:00:00", "2026-01-01 00:60:00",
            "2026-01-01 00:00:60", "2026-01-01 00:00:00,5", "2026-01-01 00:00:00.5", "2026/01/01",
            "2026-01-01x00:00:00",
            "2026-01-01 00:00:00+02:00", "-026-01-01", "2026-01-0\u{665}",
        ])
    func refused(text: String) { #expect(Timestamp(text: text) == nil) }

    @Test("Text order is time order")
    func order() {
        var generator = SplitMix64(seed: 3)
        let moments = (0..<2000).map { _ in
            Timestamp(milliseconds: Int64.random(in: -62_167_219_200_000...253_402_300_799_999, using: &generator))
        }
        #expect(moments.sorted().map(\.text) == moments.map(\.text).sorted())
        for moment in moments { #expect(Timestamp(text: moment.text) == moment) }
    }

    @Test("Seconds are rounded down, before 1970 too")
    func seconds() {
        #expect(Timestamp(milliseconds: -1).seconds == -1)
        #expect(Timestamp(milliseconds: 1999).seconds == 1)
        #expect(Timestamp(milliseconds: 5).adding(seconds: -2).milliseconds == -1995)
    }

    @Test("In JSON it is its text, and text that is no moment is refused")
    func json() throws {
        let data = try JSONEncoder().encode([Timestamp(milliseconds: 0)])
        #expect(String(decoding: data, as: UTF8.self) == "[\"1970-01-01 00:00:00.000\"]")
        #expect(try JSONDecoder().decode([Timestamp].self, from: data) == [Timestamp(milliseconds: 0)])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Timestamp].self, from: Data("[\"soon\"]".utf8))
        }
    }
}
