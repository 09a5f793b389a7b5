import Glibc
import Testing

@testable import CarrelContent

@Suite("Work spread over processors")
struct ParallelTests {
    @Test("What comes of the elements stands in their order", arguments: [1, 2, 3, 4, 9])
    func order(threads: Int) {
        for count in [0, 1, 2, 3, 7, 100] {
            let elements = (0..<count).map { ($0 * 37) % 101 }
            let outputs = Parallel.map(elements, threads: threads, weight: { Int64($0) }) { "\($0)" }
            #expect(outputs == elements.map { "\($0)" })
        }
    }

    @Test("Each share has a thread of its own, and the caller does the first")
    func threads() {
        let caller = UInt(pthread_self())
        let threads = Parallel.map([3, 2, 1], threads: 3, weight: { Int64($0) }) { _ in UInt(pthread_self()) }
        #expect(threads[0] == caller)
        #expect(Set(threads).count == 3)
    }

    @Test("The heaviest first, each to whom has least to do")
    func shares() {
        #expect(Parallel.shares(of: [1, 5, 3, 3], among: 2) == [[1, 0], [2, 3]])
        #expect(Parallel.shares(of: [0, 0, 0], among: 2).joined().sorted() == [0, 1, 2])
        #expect(Parallel.shares(of: [], among: 0) == [[]])
    }

    @Test("No processor more than there is, and none too many")
    func processors() { #expect((1...Parallel.mostThreads).contains(Parallel.processors)) }
}
