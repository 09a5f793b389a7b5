import CarrelCore
import CarrelStorage
import CarrelTerminal

/// What the loop knows of packs being read.
struct DeskLoading {
    /// Milliseconds that taking in waits for another program: no longer than a key may.
    static let patience = 100
    /// Milliseconds between two attempts while another program writes.
    static let pause: Int64 = 1000
    static let waitingWords = "another program is writing to your file; packs wait until it is done"

    var job: PackLoading
    var bar: LoadingBar
    /// `Store.dataVersion` when the files were compared with the catalogue.
    var version: Int64
    /// When to try again what another program's writing prevented.
    var retry: Timestamp?
    /// Input that came while nothing could be done with it.
    var held: [TerminalEvent] = []

    init(_ job: PackLoading, version: Int64, at now: Timestamp) {
        self.job = job
        self.version = version
        bar = LoadingBar(job.progress, at: now)
    }
}

/// The learner leaves while packs are being taken in: all of it is undone, and done again at the next start.
private struct LoadAbandoned: Error {}

// Packs are read between two looks at the keyboard, so that the learner can use what is there already.
extension DeskRunner {
    /// Attends to the keyboard, then does the next step of the load.
    mutating func stepLoading() {
        guard let retry = loading?.retry else {
            attend(to: terminal.events(timeout: 0))
            takeStep()
            return
        }
        let left = max(0, min(retry.milliseconds - clock().at.milliseconds, DeskLoading.pause))
        attend(to: terminal.events(timeout: min(Int(left), desk.tick ?? .max)))
        if clock().at >= retry || left == 0 { takeStep() }
    }

    /// Lets the desk handle what came, unless it has to wait for the packs.
    mutating func attend(to events: [TerminalEvent]) {
        if start != nil {
            hold(events)
            if let leaving { step([leaving]) }
            return
        }
        // A tick here says only that no key was pressed: the screen on top is told when its own time is up.
        if events == [.tick] {
            guard let tick = desk.tick, clock().at.milliseconds - lastInput.milliseconds >= tick else { return }
        }
        lastInput = clock().at
        step(events)
    }

    /// What was held and ends the program.
    private var leaving: TerminalEvent? {
        let held = loading?.held ?? []
        guard start != nil else { return desk.leaving(among: held) }
        // Before a session that is still to start, nothing of what is held will be carried out: each is for itself.
        return held.lazy.compactMap { desk.leaving(among: [$0]) }.first
    }

    private mutating func takeStep() {
        guard desk.exitStatus == nil, var current = loading else { return }
        do {
            if current.retry != nil, try isOutdated(current) {
                let job = try PackLoading(store: store, roots: roots)
                guard job.isNeeded else { return finish(nil) }
                current = DeskLoading(job, version: try store.dataVersion(), at: clock().at)
                desk.unsay(DeskLoading.waitingWords)
                loading = current
            }
            let outcome = try current.job.step(into: store, patience: DeskLoading.patience) { try report($0) }
            // What was held in the meantime is in the loop's own copy.
            loading?.job = current.job
            loading?.retry = nil
            if let outcome { return finish(outcome) }
            if follow(current.job.progress) { show() }
        } catch is LoadAbandoned {
            if let leaving { step([leaving]) }
        } catch StoreError.locked {
            loading?.retry = clock().at.adding(seconds: 1)
            desk.say(DeskLoading.waitingWords)
            show()
        } catch {
            finish(nil)
            desk.say("packs were not loaded: \(error)")
            show()
        }
    }

    /// Whether another program wrote since the files were compared with the catalogue: it may have taken them in.
    private func isOutdated(_ loading: DeskLoading) throws -> Bool { try store.dataVersion() != loading.version }

    /// Called between two batches of the transaction: shows how far it is, and looks whether the learner leaves.
    private mutating func report(_ progress: LoadingProgress) throws {
        desk.unsay(DeskLoading.waitingWords)
        let events = terminal.events(timeout: 0)
        hold(events)
        if leaving != nil { throw LoadAbandoned() }
        if follow(progress) || events.contains(.resized) || events.contains(.resumed) { show() }
    }

    /// Keeps input for later. Only the size of the screen counts at once.
    private mutating func hold(_ events: [TerminalEvent]) {
        if events.contains(.resized) || events.contains(.resumed) { resize() }
        loading?.held += events.filter { $0 != .tick && $0 != .resized }
    }

    private mutating func follow(_ progress: LoadingProgress) -> Bool {
        loading?.bar.follow(progress, at: clock().at, isCalm: desk.layout.isCalm || desk.layout.isSlow) ?? false
    }

    /// The packs are there, or will not be: what is wrong with them is kept for Home to list.
    private mutating func finish(_ outcome: PackLoading.Outcome?) {
        let held = loading?.held ?? []
        loading = nil
        desk.unsay(DeskLoading.waitingWords)
        performer.isLoading = false
        performer.faults = outcome?.faults.map(\.description) ?? []
        performer.faultyPacks = outcome?.faultyFiles ?? 0
        // Keys mean what was on screen when they were pressed; before a session that is still to start, nothing was.
        if start == nil, !held.isEmpty { step(held) }
        guard desk.exitStatus == nil else { return }
        let before = shownLines()
        desk.refresh(at: clock())
        show()
        // Typed at a screen that is no longer there.
        if shownLines() != before { terminal.discardInput() }
    }
}
