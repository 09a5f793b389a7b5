import CarrelContent
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("Bringing the catalogue up to date")
struct PackLoadingTests {
    @Test("The shipped packs load without a fault, and then nothing is left to read")
    func shipped() throws {
        let store = try Store.open(.memory, clock: { .noon }, seed: 1)
        let first = try PackLoading(store: store, roots: [Library.shipped])
        #expect(first.isNeeded)
        let outcome = try first.run(into: store)
        #expect(outcome.faults == [])
        #expect(outcome.report.questions.added.count == 84)
        #expect(try !PackLoading(store: store, roots: [Library.shipped]).isNeeded)
    }

    @Test("A root that is not there is no fault and nothing to read")
    func missingRoot() throws {
        let store = try Store.open(.memory, clock: { .noon }, seed: 1)
        let root = PackRoot(path: Library.root + "/no-such-directory", isBuiltIn: false)
        #expect(try !PackLoading(store: store, roots: [root]).isNeeded)
    }
}
