import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("Opening the learner's file")
struct LearnerFileTests {
    @Test("Without a place for it, the learner is told how to name one")
    func noPlace() {
        let places = Places(Invocation(command: ""), environment: [:], executable: nil) { _ in false }
        #expect(throws: UsageError("no place for the learner's file: set HOME, or name a file with --db")) {
            try LearnerFile(places).open()
        }
    }

    @Test("A name that cannot be a learner's file is wrong use, not trouble")
    func wrongPlace() {
        let places = Places(
            Invocation(command: "", options: ["--db": Library.root]), environment: [:], executable: nil
        ) { _ in false }
        let error = #expect(throws: StoreError.self) { try LearnerFile(places).open() }
        #expect(error?.exitStatus == 2)
    }

    @Test("The version is one")
    func version() { #expect(CommandLineEntry.version.split(separator: ".").count == 3) }
}
