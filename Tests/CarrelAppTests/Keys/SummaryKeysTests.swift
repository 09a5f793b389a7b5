import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Keys in a summary")
struct SummaryKeysTests {
    @Test("Enter does what the row says, Esc and q leave")
    func keys() {
        let keys: [(Key, SummaryAction?)] = [
            (.enter, .open), (.escape, .back), (.char("q"), .back), (.char("j"), .down), (.char("u"), nil),
        ]
        for (key, expected) in keys { #expect(KeyTable.summary.action(for: key, in: SummaryKeyFacts()) == expected) }
    }
}
