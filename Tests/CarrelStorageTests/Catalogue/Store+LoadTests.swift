import CarrelCore
import TestDirectory
import Testing

@testable import CarrelStorage

private typealias Sample = SampleCatalogue

@Suite("A load that is watched")
struct StoreLoadTests {
    private struct Left: Error, Equatable {}

    private static func pack(_ count: Int) -> Pack {
        Sample.channel((0..<count).map { Sample.question("q\($0)") })
    }

    @Test("Progress is told before the first question, after every batch and at the end", arguments: [0, 1, 50, 120])
    func progress(count: Int) throws {
        var told: [LoadProgress] = []
        try Store.temporary().load([Self.pack(count)], roots: [Sample.root]) { told.append($0) }
        let batches = Array(stride(from: LoadProgress.batch, to: count, by: LoadProgress.batch))
        #expect(told.map(\.done) == [0] + batches + [count])
        #expect(told.allSatisfy { $0.total == count })
    }

    @Test("What leaves the catalogue counts too")
    func dropped() throws {
        let store = try Store.temporary()
        try store.load([Self.pack(60)], roots: [Sample.root])
        var told: [LoadProgress] = []
        try store.load([Self.pack(0)], roots: [Sample.root]) { told.append($0) }
        #expect(told.map(\.done) == [0, 50, 60])
        #expect(told.map(\.total) == [0, 60, 60])
    }

    @Test("An error of the watcher, at whatever point, leaves the file as it was", arguments: 0...3)
    func abandoned(at report: Int) throws {
        let store = try Store.temporary()
        let first = Sample.channel([Sample.question("q1"), Sample.question("old")])
        try store.load([first], roots: [Sample.root])
        let tables = ["questions", "channels", "packFiles", "packContents", "facetCounts", "questionHistory", "meta"]
        func contents() throws -> [[String]] { try tables.map { try store.texts("SELECT * FROM \($0)") } }
        let before = try contents()
        var reports = 0
        #expect(throws: Left.self) {
            try store.load([Self.pack(120)], roots: [Sample.root]) { _ in
                if reports == report { throw Left() }
                reports += 1
            }
        }
        #expect(try contents() == before)
        #expect(try store.integrity() == [])
        let again = try store.load([Self.pack(120)], roots: [Sample.root])
        #expect(again.questions.added.count == 119 && again.questions.retired == ["old"])
    }

    @Test("Another program that writes is met with `locked`, and the load succeeds once it is done")
    func locked() throws {
        let directory = try TemporaryDirectory()
        func open() throws -> Store {
            try Store.open(
                .file(directory.file("carrel.db")), clock: { Moment(at: Timestamp(milliseconds: 0), zone: 0) },
                seed: 1)
        }
        let (other, store) = (try open(), try open())
        try other.together {
            do {
                try store.load([Self.pack(1)], roots: [Sample.root], patience: 0)
                Issue.record("two programs wrote at once")
            } catch StoreError.locked {}
        }
        #expect(try store.load([Self.pack(1)], roots: [Sample.root], patience: 0).questions.added == ["q0"])
        // Every other write waits as long as it did before.
        #expect(try store.texts("PRAGMA busy_timeout") == ["\(Store.usualPatience)"])
    }
}
