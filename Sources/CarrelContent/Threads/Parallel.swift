import Glibc

/// Pure work spread over the processors, for what would hold up a start: packs are read and checked one by one, and
/// none needs another.
///
/// Nothing is shared while it is done: each thread has elements of its own, and what it makes of them is looked at
/// after its end. No lock is needed, and no thread outlives the call.
enum Parallel {
    /// Processors to be used at most: beyond, reading waits for memory, and others want to work too.
    static let mostThreads = 4

    static var processors: Int { min(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), mostThreads) }

    /// What `transform` makes of each element, in the order of the elements.
    ///
    /// - Parameters:
    ///   - threads: At most so many at once, the caller's among them.
    ///   - weight: How long an element takes compared with the others; not negative.
    static func map<Element: Sendable, Output: Sendable>(
        _ elements: [Element], threads: Int = processors, weight: (Element) -> Int64,
        _ transform: @escaping @Sendable (Element) -> Output
    ) -> [Output] {
        let shares = shares(of: elements.map(weight), among: min(threads, elements.count))
        let outputs = outputs(of: shares[...]) { index in (index, transform(elements[index])) }
        return outputs.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Gives the last share to a thread of its own, and the others on; the first is the caller's.
    private static func outputs<Output: Sendable>(
        of shares: ArraySlice<[Int]>, _ work: @escaping @Sendable (Int) -> Output
    ) -> [Output] {
        guard let last = shares.last else { return [] }
        guard shares.count > 1, let thread = WorkerThread({ last.map(work) }) else {
            return outputs(of: shares.dropLast(), work) + last.map(work)
        }
        return outputs(of: shares.dropLast(), work) + thread.output()
    }

    /// Which elements each thread takes: the heaviest first, each by the one that has least to do.
    static func shares(of weights: [Int64], among threads: Int) -> [[Int]] {
        var shares = [[Int]](repeating: [], count: max(1, threads))
        var burdens = [Int64](repeating: 0, count: shares.count)
        for index in weights.indices.sorted(by: { (-weights[$0], $0) < (-weights[$1], $1) }) {
            let idle = burdens.indices.min { burdens[$0] < burdens[$1] } ?? 0
            shares[idle].append(index)
            burdens[idle] += weights[index]
        }
        return shares
    }
}
