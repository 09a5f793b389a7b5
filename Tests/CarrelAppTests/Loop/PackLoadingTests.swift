import CarrelContent
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("Bringing the catalogue up to date")
struct PackLoadingTests {
    private struct Left: Error {}

    let store: Store
    private let shipped = Library.packs.packs.reduce(0) { $0 + $1.questions.count }

    init() throws { store = try Store.open(.memory, clock: { .noon }, seed: 1) }

    @Test("The shipped packs load without a fault, and then nothing is left to read")
    func shippedPacks() throws {
        let first = try PackLoading(store: store, roots: [Library.shipped])
        #expect(first.isNeeded)
        let outcome = try first.run(into: store)
        #expect(outcome.faults == [])
        #expect(outcome.report.questions.added.count == shipped)
        #expect(try !PackLoading(store: store, roots: [Library.shipped]).isNeeded)
    }

    @Test("A root that is not there is no fault and nothing to read")
    func missingRoot() throws {
        let root = PackRoot(path: Library.root + "/no-such-directory", isBuiltIn: false)
        #expect(try !PackLoading(store: store, roots: [root]).isNeeded)
    }

    @Test("The steps: some files at once, the comparison, each pack, and all questions in one")
    func steps() throws {
        var loading = try PackLoading(store: store, roots: [Library.shipped])
        let files = loading.survey.toRead.count
        func progress(_ stage: LoadingProgress.Stage, _ done: Int) -> LoadingProgress {
            LoadingProgress(stage: stage, done: done, total: files)
        }
        var read: [Int] = []
        while loading.progress.stage == .reading {
            #expect(loading.progress == progress(.reading, loading.progress.done))
            read.append(loading.progress.done)
            #expect(try loading.step(into: store) == nil)
        }
        #expect(read.first == 0 && zip(read, read.dropFirst()).allSatisfy(<) && read.allSatisfy { $0 < files })
        for progress in [progress(.checking, 0)] + (0...files).map({ progress(.checking, $0) }) {
            #expect(loading.progress == progress)
            #expect(try loading.step(into: store) == nil)
        }
        #expect(loading.progress == LoadingProgress(stage: .takingIn, done: 0, total: shipped))
        #expect(try store.libraryCounts().questions == 0)

        var told: [LoadingProgress] = []
        let outcome = try loading.step(into: store) { told.append($0) }
        #expect(outcome?.report.questions.added.count == shipped)
        #expect(
            told
                == (Array(stride(from: 0, to: shipped, by: 50)) + [shipped]).map {
                    LoadingProgress(stage: .takingIn, done: $0, total: shipped)
                })
        #expect(try store.libraryCounts().questions == shipped)
    }

    @Test("Left in the middle of taking in, nothing is there; the same step, or the next start, brings all")
    func left() throws {
        var loading = try PackLoading(store: store, roots: [Library.shipped])
        while loading.progress.stage != .takingIn { #expect(try loading.step(into: store) == nil) }
        #expect(throws: Left.self) {
            try loading.step(into: store) { progress in if progress.done == 50 { throw Left() } }
        }
        #expect(try store.libraryCounts().questions == 0)
        let next = try PackLoading(store: store, roots: [Library.shipped])
        #expect(next.isNeeded && next.survey == loading.survey)
        #expect(try loading.step(into: store)?.report.questions.added.count == shipped)
    }
}

extension PackLoading.Outcome: Equatable {
    public static func == (left: Self, right: Self) -> Bool {
        left.report == right.report && left.faults == right.faults && left.faultyFiles == right.faultyFiles
    }
}
