import CarrelStorage

/// Waiting for another Carrel that holds the learner's file: it folds a journal anew, or takes in packs.
struct Patience {
    /// How often it is tried again; each time the file itself waits for its busy timeout of 2 s.
    var retries = 30
    /// Told once, when the first try has failed.
    var say: (String) -> Void

    /// - Throws: What `body` throws; that the file is locked only when it still is at the last try.
    func run<Result>(_ body: () throws -> Result) throws -> Result {
        for retry in 0..<retries {
            do {
                return try body()
            } catch StoreError.locked(let path) {
                if retry == 0 { say("waiting for another program that is writing to \(path); ^C ends") }
            }
        }
        return try body()
    }
}
