import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Opening a store")
struct StoreTests {
    @Test("A new store has every table, and one learner with a UUID")
    func firstOpening() throws {
        let store = try Store.temporary()
        #expect(store.openReport.wasCreated)
        #expect(store.openReport.journalMode == "memory")
        #expect(store.learner.count == 36)
        #expect(try store.database.integer("SELECT count(*) FROM users") == 1)
    }
}
