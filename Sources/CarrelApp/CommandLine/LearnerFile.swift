import CarrelStorage

/// The learner's file, opened in the way a command needs it.
struct LearnerFile {
    private let places: Places

    init(_ places: Places) { self.places = places }

    /// Opens the file, or makes it; waits for a minute where another program holds it.
    ///
    /// - Throws: `StoreError`, or `UsageError` where no place for it is known.
    func open() throws -> Store {
        guard let location = places.database else {
            throw UsageError("no place for the learner's file: set HOME, or name a file with --db")
        }
        var random = SystemRandomNumberGenerator()
        do {
            return try Patience(say: Console.complain).run {
                try Store.open(location, clock: SystemClock.now, seed: random.next())
            }
        } catch let error as StoreError {
            throw error.isWrongPlace ? UsageError(error.description) : error
        }
    }

    /// Opens the file where there is one: a look at a file never makes it.
    func openExisting() throws -> Store {
        if case .file(let path)? = places.database, !PathProbe.exists(path) {
            throw UsageError("\(path): no such file; carrel makes it when it is first started")
        }
        return try open()
    }

    /// Opens the file, or makes it, with the packs as they are on disk: what is wrong with one is told.
    func openLibrary() throws -> Store {
        let store = try open()
        let loading = try PackLoading(store: store, roots: places.packRoots)
        guard loading.isNeeded else { return store }
        let outcome = try Patience(say: Console.complain).run { try loading.run(into: store) }
        for fault in outcome.faults { Console.complain("\(fault)") }
        return store
    }

    /// Ends the work with the file. All is saved by then: what fails here is told, and changes no exit status.
    static func close(_ store: Store) {
        do {
            try store.close()
        } catch {
            Console.complain("\(error)")
        }
    }
}

extension StoreError {
    /// The learner named a file that cannot be one: wrong use rather than trouble.
    fileprivate var isWrongPlace: Bool {
        switch self {
        case .notADatabase, .isDirectory, .inaccessible, .newerFile, .exists, .empty: true
        default: false
        }
    }

    /// The file is the learner's, and not fit for use.
    var isAboutTheFile: Bool {
        switch self {
        case .damaged, .altered: true
        default: false
        }
    }
}
