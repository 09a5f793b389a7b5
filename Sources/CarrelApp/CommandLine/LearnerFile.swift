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
        let bar = ProgressLine("folding the journal for this version")
        defer { bar.end() }
        return try Patience(say: Console.complain).run {
            try Store.open(location, clock: SystemClock.now, seed: random.next()) { bar.show($0, of: $1) }
        }
    }

    /// Opens the file where there is one: a look at a file never makes it.
    func openExisting() throws -> Store {
        if isMissing, case .file(let path)? = places.database {
            throw UsageError("\(path): no such file; carrel makes it when it is first started")
        }
        return try open()
    }

    /// Opens the file, or makes it, with the packs as they are on disk: for what is to be kept.
    func openLibrary() throws -> Store { try withPacks(open()) }

    /// Opens the file with the packs as they are on disk, only to look at them.
    ///
    /// A look at a file never makes it: where the usual one is not there yet, the packs are read into memory.
    func lookAtLibrary() throws -> Store {
        try withPacks(isMissing && !places.isDatabaseNamed ? open(.memory) : openExisting())
    }

    /// Brings `store` up to date with the packs; what is wrong with one is told.
    private func withPacks(_ store: Store) throws -> Store {
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
    /// What the program ends with: 2 where the learner named a file that cannot be one, 3 where their file is not fit
    /// for use, else 1.
    var exitStatus: Int32 {
        switch self {
        case .notADatabase, .isDirectory, .inaccessible, .unwritable, .newerFile, .exists, .empty: 2
        case .damaged, .altered: 3
        default: 1
        }
    }
}
