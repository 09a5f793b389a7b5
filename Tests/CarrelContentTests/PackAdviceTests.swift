import Testing

@testable import CarrelContent

@Suite("Advice on packs")
struct PackAdviceTests {
    @Test(
        "Columns are those of a terminal",
        arguments: [("≋", 1), ("A", 1), ("漢", 2), ("🎓", 2), ("e\u{301}", 1), ("ab", 2)])
    func columns(text: String, columns: Int) { #expect(PackAdvice.columns(of: text) == columns) }

    @Test("An icon wider than a column and a file named otherwise are told")
    func icon() {
        let reading = PackFixture.reading(
            "icon: 🎓\n" + PackFixture.channel(PackFixture.free("a")), path: "/data/channels/other.yaml")
        PackAdvice(reading: reading).advise()
        #expect(
            reading.faults.faults.map(\.description) == [
                "/data/channels/other.yaml:1:7: warning: icon: \"🎓\" takes 2 columns; an icon has one",
                "/data/channels/other.yaml:2:10: warning: channel: the file is to be named net.yaml",
            ])
    }
}
