import CarrelCore
import CarrelStorage
import Glibc

/// How long a root of packs takes to be read and taken in.
struct LoadMeasurement {
    /// Into a new file each time, in milliseconds.
    private(set) var first = Samples()
    /// Again, with nothing changed, in milliseconds.
    private(set) var again = Samples()
    private(set) var questions = 0

    init(of root: String, scratch: String, runs: Int) throws {
        for run in 0..<runs {
            let file = "\(scratch)/load-\(run).db"
            let store = try GeneratedLibrary.open(file)
            defer { for suffix in ["", "-wal", "-shm"] { unlink(file + suffix) } }
            let loading = Loading(root: root)
            first.add(try Stopwatch.milliseconds { _ = try loading.run(into: store) })
            again.add(try Stopwatch.milliseconds { _ = try loading.run(into: store) })
            questions = try store.libraryCounts().questions
        }
    }
}
