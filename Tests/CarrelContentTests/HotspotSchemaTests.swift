import Testing

@testable import CarrelContent

@Suite("Hotspots")
struct HotspotSchemaTests {
    @Test(
        "A hotspot that is refused says why and where",
        arguments: [
            (
                PackFixture.question("hotspot", "    regions: [{label: a, line: 1, from: 1, to: 2}]"),
                [
                    "7:5: questions[0].exhibit: this key is missing",
                    "13:14: questions[0].regions: has 1 of the at least 2 entries it needs",
                ]
            ),
            (
                PackFixture.question(
                    "hotspot",
                    """
                        exhibit: |
                          abc
                          dé
                        regions:
                          - {label: a, line: 3, from: 1, to: 2}
                          - {label: b, line: 2, from: 2, to: 3}
                          - {label: c, line: 1, from: 2, to: 1}
                          - {label: d, line: 1, from: 1, to: 2}
                          - {label: e, line: 1, from: 2, to: 3}
                    """),
                [
                    "17:26: questions[0].regions[0].line: a whole number from 1 to 2 is expected, found \"3\"",
                    "18:42: questions[0].regions[1].to: a whole number from 1 to 2 is expected, found \"3\"",
                    "19:42: questions[0].regions[2].to: the region ends in column 1, before it begins in 2",
                    "20:9: questions[0].regions[3]: the region overlaps questions[0].regions[2]",
                    "21:9: questions[0].regions[4]: the region overlaps questions[0].regions[3]",
                ]
            ),
            (
                PackFixture.question(
                    "hotspot",
                    """
                        exhibit: abc
                        regions: [{label: a, line: 1, from: 1, to: 1}, {label: a, line: 1, from: 2, to: 2}]
                    """),
                [
                    "14:60: questions[0].regions[1].label: the same text as questions[0].regions[0].label: \"a\""
                ]
            ),
            (
                PackFixture.question(
                    "hotspot",
                    """
                        exhibit: abc
                        regions: [{label: a, line: 1, from: 1, to: 1}, {label: b, line: 1, from: 2, to: 2}]
                    """),
                [
                    "14:14: questions[0].regions: no region is correct; at least one must be, and one must not"
                ]
            ),
        ])
    func refused(pack: String, faults: [String]) { #expect(PackFixture.faults(of: pack) == faults) }
}
