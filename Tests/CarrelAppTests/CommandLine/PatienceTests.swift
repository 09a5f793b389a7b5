import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("Waiting for a locked file")
struct PatienceTests {
    private func outcome(lockedFor times: Int, retries: Int) -> (value: Int?, tries: Int, said: [String]) {
        var tries = 0
        var said: [String] = []
        let patience = Patience(retries: retries) { said.append($0) }
        let value = try? patience.run {
            tries += 1
            if tries <= times { throw StoreError.locked(path: "/desk/carrel.db") }
            return 7
        }
        return (value, tries, said)
    }

    @Test("A file that is free is opened at once, and nothing is said")
    func free() {
        let outcome = outcome(lockedFor: 0, retries: 3)
        #expect(outcome.value == 7)
        #expect(outcome.tries == 1)
        #expect(outcome.said.isEmpty)
    }

    @Test("A locked file is said once, named, and opened when it is free")
    func waits() {
        let outcome = outcome(lockedFor: 3, retries: 3)
        #expect(outcome.value == 7)
        #expect(outcome.tries == 4)
        #expect(outcome.said == ["waiting for another program that is writing to /desk/carrel.db; ^C ends"])
    }

    @Test("A file that stays locked is given up with the error of the last try")
    func givesUp() {
        let patience = Patience(retries: 2) { _ in }
        #expect(throws: StoreError.locked(path: "/desk/carrel.db")) {
            try patience.run { throw StoreError.locked(path: "/desk/carrel.db") }
        }
    }

    @Test("Another error is not waited for")
    func others() {
        var tries = 0
        let patience = Patience(retries: 5) { _ in }
        #expect(throws: StoreError.full(path: "/desk/carrel.db")) {
            try patience.run {
                tries += 1
                throw StoreError.full(path: "/desk/carrel.db")
            }
        }
        #expect(tries == 1)
    }
}
