import CarrelContent
import CarrelCore
import CarrelStorage
import CarrelTerminal

/// The program's loop: waits for input, lets the desk handle it, shows what the desk draws.
///
/// The only place where the terminal, the learner's file and the clock meet.
struct DeskRunner {
    let store: Store
    let terminal: Terminal
    let performer: StorePerformer
    let clock: () -> Moment
    let roots: [PackRoot]
    var desk: Desk
    private var canvas: Canvas
    /// This machine's settings that are in force.
    private var applied: MachineSettings
    /// What `--slow` says.
    private let isSlow: Bool
    private var hasProposedSlow = false
    private var narrator = Narrator()
    private var speaker: Speaker?
    private var seenVersion: Int64 = 0
    /// Packs being read; nil when the catalogue is up to date.
    var loading: DeskLoading?
    var backup = DeskBackup()
    /// What was asked for on the command line and has to wait for the packs.
    private(set) var start: SessionStart?
    /// When something was last typed, or the screen on top had its tick.
    var lastInput = Timestamp(milliseconds: 0)

    /// Finds out what to study, or throws what to say of it once the screen is given back.
    typealias SessionStart = (Store) throws -> StudyRequest

    init(
        store: Store, terminal: Terminal, roots: [PackRoot], searched: [String], clock: @escaping () -> Moment,
        seed: UInt64, environment: [String: String], machine: MachineConfiguration = MachineConfiguration(),
        isSlow: Bool = false
    ) {
        self.store = store
        self.terminal = terminal
        self.roots = roots
        self.clock = clock
        let performer = StorePerformer(store: store, clock: clock, seed: seed)
        performer.searchedPaths = searched
        performer.machine = machine
        self.performer = performer
        let editor = ExternalEditor(environment: environment) { terminal.run($0) }
        let browser = Browser(environment: environment) { terminal.run($0) }
        desk = Desk(
            columns: terminal.columns, rows: terminal.rows, perform: { performer.perform($0) },
            outside: Outside(
                edit: { editor.edit($0) }, copy: { terminal.copy($0) }, visit: { browser.visit($0) },
                redraw: { terminal.redraw() }, suspend: { terminal.suspend() },
                switchMouse: {
                    terminal.reportsMouse.toggle()
                    return terminal.reportsMouse ? "mouse on; Shift selects text" : "mouse off: it selects text again"
                }))
        canvas = Canvas(columns: terminal.columns, rows: terminal.rows, glyphs: terminal.glyphs)
        desk.keymap = performer.machine.keymap
        applied = MachineSettings()
        self.isSlow = isSlow
        applyMachine(isFirst: true)
    }

    /// Makes the terminal and the desk what this machine's settings say. What the command line said stands.
    private mutating func applyMachine(isFirst: Bool = false) {
        let wanted = performer.machine.settings
        let isSlow = isSlow || wanted.isSlow
        let look = desk.previewed ?? wanted.theme
        let theme = isSlow ? look.withoutHighlights : look
        if terminal.theme != theme { terminal.theme = theme }
        guard isFirst || wanted != applied else { return }
        terminal.colour = wanted.colour
        if isFirst || wanted[.mouse] != applied[.mouse] {
            terminal.reportsMouse = wanted.usesMouse(isRemote: terminal.isRemote)
        }
        if speaker?.command != wanted.speech { speaker = wanted.speech.map { Speaker(command: $0) } }
        var layout = wanted.layout
        layout.isSlow = isSlow
        desk.layout = layout
        desk.layOut(at: clock())
        applied = wanted
        canvas.glyphs = glyphs
    }

    private var glyphs: Glyphs { applied.forcesASCII ? .ascii : terminal.glyphs }

    /// Runs until the learner leaves, or the terminal goes away.
    ///
    /// - Parameters:
    ///   - first: What is opened on top of Home.
    ///   - start: Names the session to begin; asked when the packs are loaded, because it may be in one of them.
    ///   - words: Shown once, in the place of the hint bar.
    /// - Returns: The exit status.
    /// - Throws: `StoreError`, and what `start` throws.
    mutating func run(opening first: [Destination] = [], starting start: SessionStart? = nil, saying words: String?)
        throws -> Int32
    {
        seenVersion = try store.dataVersion()
        self.start = start
        // What is known is shown first, and the packs are looked at while it is read: unless nothing is known yet, or a
        // session waits that may be in one of them.
        let isKnown = try start == nil && store.hasCatalogue()
        if !isKnown { try survey() }
        desk.open(.home, at: clock())
        for destination in first { desk.open(destination, at: clock()) }
        try begin()
        if let words { desk.say(words) }
        show()
        if isKnown {
            try survey()
            if loading != nil { show() }
        }
        // A copy that is under way when the learner leaves is given up at once.
        defer { backup.end() }
        while desk.exitStatus == nil {
            backup.consider(store, at: clock())
            if loading != nil {
                stepLoading()
                guard loading == nil, self.start != nil else { continue }
                try begin()
                show()
                // Typed at a screen that had nothing of it.
                terminal.discardInput()
            } else if backup.isPending {
                stepBackup()
            } else {
                step(terminal.events(timeout: desk.tick))
            }
        }
        return desk.exitStatus ?? 0
    }

    /// Finds out whether packs changed since they were taken in.
    private mutating func survey() throws {
        let found = try PackLoading(store: store, roots: roots)
        if found.isNeeded { loading = DeskLoading(found, version: seenVersion, at: clock().at) }
        performer.isLoading = loading != nil
    }

    /// Begins the session that was asked for, if it waits no more for its packs.
    private mutating func begin() throws {
        guard loading == nil, desk.exitStatus == nil, let start else { return }
        self.start = nil
        desk.start(try start(store), at: clock())
    }

    mutating func step(_ events: [TerminalEvent]) {
        if events.contains(.resized) || events.contains(.resumed) { resize() }
        // Keys mean what was on screen when they were pressed: only then is it fetched anew.
        let metBarrier = desk.handle(events, at: clock(), closing: { [terminal] in terminal.closing() })
        if desk.takeAlert(), performer.machine.settings.ringsBell { terminal.ring() }
        let isChanged = desk.exitStatus == nil && noticeOthers()
        guard desk.exitStatus == nil else { return }
        // The terminal may have changed its size while an editor had it.
        if canvas.columns != terminal.columns || canvas.rows != terminal.rows { resize() }
        if isChanged, desk.message == nil { desk.say("another Carrel wrote to your file; this is how it stands now") }
        show()
        if metBarrier { terminal.discardInput() }
        // While the learner reads.
        store.clearUp()
    }

    /// Fetches anew what another program has changed. Our own writes do not count: SQLite's number leaves them out.
    private mutating func noticeOthers() -> Bool {
        do {
            let version = try store.dataVersion()
            guard version != seenVersion else { return false }
            seenVersion = version
            // A merge elsewhere may have made this file another learner's.
            try store.followLearner()
            desk.noticeChange(at: clock())
            return true
        } catch {
            desk.say("\(error)")
            return false
        }
    }

    mutating func resize() {
        canvas.reset(columns: terminal.columns, rows: terminal.rows)
        desk.resize(columns: terminal.columns, rows: terminal.rows, at: clock())
    }

    mutating func show() {
        applyMachine()
        proposeSlow()
        drawDesk()
        if !speak() { drawDesk() }
    }

    private mutating func drawDesk() {
        canvas.reset(columns: terminal.columns, rows: terminal.rows)
        desk.draw(on: &canvas, glyphs: glyphs, now: clock(), loading: loading?.bar.shown)
        desk.targets = canvas.targets
        terminal.setTitle(WindowTitle.words(for: canvas.place, glyphs: glyphs))
        terminal.show(canvas)
    }

    /// - Returns: False where it could not be, which the desk has to say.
    private mutating func speak() -> Bool {
        // What stands there while packs are loaded is not what the learner came for, and changes at once.
        guard let speaker, loading == nil else { return true }
        // Marks of ASCII cannot be told from letters: what is heard is drawn with the others.
        var heard = canvas
        if glyphs.isASCII {
            heard = Canvas(columns: terminal.columns, rows: terminal.rows)
            desk.draw(on: &heard, glyphs: .unicode, now: clock(), loading: loading?.bar.shown)
        }
        guard
            let words = narrator.words(
                for: heard, screen: desk.top?.spoken ?? "", whereabouts: desk.top?.whereabouts ?? "",
                depth: desk.depth, message: desk.message, proposal: desk.proposal(columns: terminal.columns),
                speaksRow: desk.top?.speaksRow ?? true)
        else { return true }
        guard !speaker.say(words) else { return true }
        self.speaker = nil
        desk.say("\(speaker.command) could not be started: nothing is spoken (setting speak)")
        return false
    }

    /// Asks once whether to draw less, where the terminal was seen to take no output for a while.
    private mutating func proposeSlow() {
        if desk.layout.isSlow || !applied.mayProposeSlow { desk.proposesSlow = false }
        guard terminal.stalls >= 3, !hasProposedSlow, !desk.layout.isSlow, applied.mayProposeSlow else { return }
        hasProposedSlow = true
        desk.proposesSlow = true
    }

    /// What the next frame shows.
    func shownLines() -> [String] {
        var canvas = Canvas(columns: terminal.columns, rows: terminal.rows, glyphs: glyphs)
        desk.draw(on: &canvas, glyphs: glyphs, now: clock(), loading: loading?.bar.shown)
        return canvas.lines
    }
}
