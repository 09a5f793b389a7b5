import CarrelCore
import Testing

@Suite("What a related question is to the one at hand")
struct BondTests {
    @Test(
        "A relation read from its other end has the other word",
        arguments: [
            (Relation.Kind.prerequisite, Bond.prerequisite, Bond.followUp),
            (.followUp, .followUp, .prerequisite), (.deeperDive, .deeper, .broader), (.related, .related, .related),
        ])
    func ends(kind: Relation.Kind, stated: Bond, read: Bond) {
        #expect(Bond(kind, isStated: true) == stated)
        #expect(Bond(kind, isStated: false) == read)
    }

    @Test("What is to be understood first comes first, the loosest bond last")
    func order() {
        #expect(Bond.allCases.shuffled().sorted() == [.prerequisite, .followUp, .deeper, .broader, .related])
    }
}
