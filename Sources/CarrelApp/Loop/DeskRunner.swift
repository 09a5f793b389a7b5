import CarrelContent
import CarrelCore
import CarrelStorage
import CarrelTerminal

/// The program's loop: waits for input, lets the desk handle it, shows what the desk draws.
///
/// The only place where the terminal, the learner's file and the clock meet.
struct DeskRunner {
    private let store: Store
    private let terminal: Terminal
    private let performer: StorePerformer
    private let clock: () -> Moment
    private let roots: [PackRoot]
    private var desk: Desk
    private var canvas: Canvas
    private var seenVersion: Int64 = 0
    private var loading: PackLoading?

    init(
        store: Store, terminal: Terminal, roots: [PackRoot], searched: [String], clock: @escaping () -> Moment,
        seed: UInt64, environment: [String: String]
    ) {
        self.store = store
        self.terminal = terminal
        self.roots = roots
        self.clock = clock
        let performer = StorePerformer(store: store, clock: clock, seed: seed)
        performer.searchedPaths = searched
        self.performer = performer
        let editor = ExternalEditor(environment: environment) { terminal.run($0) }
        desk = Desk(
            columns: terminal.columns, rows: terminal.rows, perform: { performer.perform($0) },
            edit: { editor.edit($0) })
        canvas = Canvas(columns: terminal.columns, rows: terminal.rows, glyphs: terminal.glyphs)
    }

    /// Runs until the learner leaves, or the terminal goes away.
    ///
    /// - Parameters:
    ///   - first: What is opened on top of Home.
    ///   - words: Shown once, in the place of the hint bar.
    /// - Returns: The exit status.
    /// - Throws: `StoreError`.
    mutating func run(opening first: [Destination] = [], starting request: StudyRequest? = nil, saying words: String?)
        throws
        -> Int32
    {
        let found = try PackLoading(store: store, roots: roots)
        loading = found.isNeeded ? found : nil
        performer.isLoading = loading != nil
        seenVersion = try store.dataVersion()
        terminal.setTitle("Carrel")
        desk.open(.home, at: clock())
        // What was asked for on the command line may be in a pack that is still to be read.
        if request != nil, loading != nil { load() }
        for destination in first { desk.open(destination, at: clock()) }
        if let request { desk.start(request, at: clock()) }
        if let words { desk.say(words) }
        show()
        if loading != nil {
            load()
            show()
            // Typed at a screen that was still empty.
            terminal.discardInput()
        }
        while desk.exitStatus == nil {
            let events = terminal.events(timeout: desk.top?.tick)
            step(events)
        }
        return desk.exitStatus ?? 0
    }

    private mutating func step(_ events: [TerminalEvent]) {
        var rest = events
        if events.contains(.resized) || events.contains(.resumed) { resize() }
        if rest.contains(.key(.control("z"))) {
            rest.removeAll { $0 == .key(.control("z")) }
            terminal.suspend()
        }
        if rest.contains(.key(.control("l"))) {
            rest.removeAll { $0 == .key(.control("l")) }
            terminal.redraw()
        }
        // Keys mean what was on screen when they were pressed: only then is it fetched anew.
        let metBarrier = desk.handle(rest, at: clock())
        let isChanged = desk.exitStatus == nil && noticeOthers()
        guard desk.exitStatus == nil else { return }
        // The terminal may have changed its size while an editor had it.
        if canvas.columns != terminal.columns || canvas.rows != terminal.rows { resize() }
        if isChanged, desk.message == nil { desk.say("another Carrel wrote to your file; this is how it stands now") }
        show()
        if metBarrier { terminal.discardInput() }
    }

    /// Fetches anew what another program has changed. Our own writes do not count: SQLite's number leaves them out.
    private mutating func noticeOthers() -> Bool {
        do {
            let version = try store.dataVersion()
            guard version != seenVersion else { return false }
            seenVersion = version
            desk.noticeChange(at: clock())
            return true
        } catch {
            desk.say("\(error)")
            return false
        }
    }

    private mutating func resize() {
        canvas.reset(columns: terminal.columns, rows: terminal.rows)
        desk.resize(columns: terminal.columns, rows: terminal.rows, at: clock())
    }

    private mutating func show() {
        canvas.reset(columns: terminal.columns, rows: terminal.rows)
        let progress = loading.map { Surroundings.Progress(done: 0, total: $0.survey.toRead.count) }
        desk.draw(on: &canvas, glyphs: terminal.glyphs, now: clock(), loading: progress)
        terminal.show(canvas)
    }

    /// Reads the packs that changed. What is wrong with them is kept for Home to list; the rest is loaded.
    private mutating func load() {
        guard let loading else { return }
        self.loading = nil
        performer.isLoading = false
        do {
            let outcome = try loading.run(into: store)
            performer.faults = outcome.faults.map(\.description)
            performer.faultyPacks = outcome.faultyFiles
        } catch {
            desk.say("packs were not loaded: \(error)")
        }
        desk.refresh(at: clock())
    }
}
