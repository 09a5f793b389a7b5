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
        return try open(location)
    }

    private func open(_ location: StoreLocation) throws -> Store {
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
        if isMissing, case .file(let path)? = places.database {
            throw UsageError("\(path): no such file; carrel makes it when it is first started")
        }
        return try open()
    }

    /// Opens the file with the packs as they are on disk: what is wrong with one is told.
    ///
    /// A look at a file never makes it: where the usual one is not there yet, the packs are read into memory.
    func openLibrary() throws -> Store {
        let store = isMissing && !places.isDatabaseNamed ? try open(.memory) : try openExisting()
        let loading = try PackLoading(store: store, roots: places.packRoots)
        guard loading.isNeeded else { return store }
        let outcome = try Patience(say: Console.complain).run { try loading.run(into: store) }
        for fault in outcome.faults { Console.complain("\(fault)") }
        return store
    }

    private var isMissing: Bool {
        guard case .file(let path)? = places.database else { return false }
        return PathProbe.isMissing(path)
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
