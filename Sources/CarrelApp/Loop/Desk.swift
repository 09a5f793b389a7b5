import CarrelCore
import CarrelTerminal

/// The stack of screens and the rules by which events reach them and effects come back.
///
/// Knows no terminal and no storage: `perform` is given to it, so a test can drive it with batches of keys.
struct Desk {
    /// Carries out a command.
    typealias Performer = (Command) -> Result<Reply, Refusal>
    /// What is open, Home first.
    var stack: [OpenScreen] = []
    /// Over the screen on top, and what the keys go to.
    var overlay: Overlay?
    /// Ways back from jumps, the last one last.
    var trail: [Jump] = []
    /// What was chosen in the palette, the last first; nil until it is first opened.
    var recent: [CommandPalette.Choice]?
    /// Something was chosen in this run, which the next one is to know.
    var isRecentNew = false
    var message: String?
    private(set) var saved = SaveState.saved
    /// The theme a screen shows for trial.
    private(set) var previewed: Theme?
    /// The exit status once the learner has left.
    private(set) var exitStatus: Int32?
    /// How screens are laid out.
    var layout = PageLayout() {
        didSet { if layout != oldValue { isLaidOut = false } }
    }
    /// The keys that are in force.
    var keymap = Keymap.usual
    private var isLaidOut = true
    /// What clicks mean on the frame that is shown.
    var targets: [PointerTarget] = []
    private var alerts = false
    private(set) var columns: Int
    private(set) var rows: Int
    let perform: Performer
    let outside: Outside
    /// Whether less is to be drawn on this slow link stands on screen until it is answered.
    var proposesSlow = false

    init(columns: Int, rows: Int, perform: @escaping Performer, outside: Outside) {
        self.columns = columns
        self.rows = rows
        self.perform = perform
        self.outside = outside
    }

    var screens: [any Screen] { stack.map(\.screen) }
    var top: (any Screen)? { stack.last?.screen }
    /// How much lies over Home: screens, and what they show over themselves.
    var depth: Int { 2 * stack.count + (top?.isCovered == true ? 1 : 0) }
    /// Milliseconds until the screen on top wants a tick; nil when nothing on it moves.
    var tick: Int? {
        layout.inForce { keymap.inForce { [top?.tick, coveredTick].compactMap(\.self).min() } }
    }

    mutating func open(_ destination: Destination, at now: Moment) {
        _ = push(destination, at: now)
        _ = settle(at: now)
    }

    /// Starts a session as if a screen had asked for it.
    mutating func start(_ request: StudyRequest, at now: Moment) {
        _ = follow([.perform(.start(request))], at: now)
        _ = settle(at: now)
    }

    /// Sends a batch of input to the screens, in order, up to a barrier: what was typed after it is dropped, because
    /// whoever typed it had not yet seen what it would now decide.
    ///
    /// - Parameter closing: Asked now and then: a flood of keys must not keep a signal waiting that asks to end.
    /// - Returns: Whether a barrier was met, so that input still underway is to be dropped too.
    mutating func handle(
        _ events: [TerminalEvent], at now: Moment, closing: () -> TerminalEvent? = { nil }
    ) -> Bool {
        var metBarrier = false
        for (index, event) in events.enumerated() {
            let isDue = index % Self.keysBetweenSignals == Self.keysBetweenSignals - 1
            switch (isDue ? closing() : nil) ?? event {
            case .closed(let signal):
                close(status: 128 + signal, at: now)
                return false
            case .key where metBarrier, .paste where metBarrier, .mouse where metBarrier: continue
            case .key(let key) where isTooSmall && !Self.isForTheTerminal(key): continue
            case .paste where isTooSmall, .mouse where isTooSmall: continue
            case .key(.control("c")):
                metBarrier = interrupt(at: now) || metBarrier
            case .key(let key):
                message = nil
                metBarrier = followCovered(at: now) || press(key, at: now) || metBarrier
            case .paste(let text): metBarrier = followCovered(at: now) || paste(text, at: now) || metBarrier
            case .mouse(let mouse): metBarrier = followCovered(at: now) || point(at: mouse, at: now) || metBarrier
            case .tick:
                guard followCovered(at: now) || send(.tick, at: now) else { continue }
                // What the palette lists is of a screen that is gone.
                (overlay, metBarrier) = (nil, true)
            case .resumed: metBarrier = send(.resumed, at: now) || metBarrier
            case .resized: continue
            }
            if exitStatus != nil { return metBarrier }
        }
        return settle(at: now) || metBarrier
    }

    private static let keysBetweenSignals = 32

    /// There is no room to show what a key would act on.
    private var isTooSmall: Bool { columns < Frame.minimumColumns || rows < Frame.minimumRows }

    /// Whether a key means the same whatever is on screen.
    private static func isForTheTerminal(_ key: Key) -> Bool {
        [.control("c"), .control("l"), .control("z")].contains(key)
    }

    /// Lets the screen on top ask for what it needs once a batch rather than once a key.
    private mutating func settle(at now: Moment) -> Bool { send(.settled, at: now) }

    mutating func resize(columns: Int, rows: Int, at now: Moment) {
        self.columns = columns
        self.rows = rows
        isLaidOut = true
        resizeOverlay()
        for index in stack.indices { _ = tell(index, .resized(columns: columns, rows: rows), at: now) }
        _ = settle(at: now)
    }

    /// Lets the screens follow a layout that has changed.
    mutating func layOut(at now: Moment) {
        guard !isLaidOut else { return }
        resize(columns: columns, rows: rows, at: now)
    }

    /// Whether since the last call an answer was wrong or something was refused.
    mutating func takeAlert() -> Bool {
        defer { alerts = false }
        return alerts
    }

    mutating func tell(_ index: Int, _ event: Event, at now: Moment) -> [Effect] {
        inForce { $0.stack[index].screen.handle(event, at: now) }
    }

    /// Carries out `body` under this machine's layout and keys.
    mutating func inForce<Result>(_ body: (inout Desk) -> Result) -> Result {
        layout.inForce { keymap.inForce { body(&self) } }
    }

    /// Lets the screen on top fetch anew: packs were loaded, or another program wrote.
    mutating func refresh(at now: Moment) {
        _ = send(.appeared, at: now)
        _ = settle(at: now)
    }

    mutating func noticeChange(at now: Moment) {
        _ = send(.changedElsewhere, at: now)
        _ = settle(at: now)
    }

    mutating func endPreview() { previewed = nil }

    mutating func say(_ words: String) { message = words }

    /// Takes back what was said, if it still stands there.
    mutating func unsay(_ words: String) { if message == words { message = nil } }

    /// Gives every open screen its last chance to keep something, then ends.
    mutating func close(status: Int32, at now: Moment) {
        for index in stack.indices.reversed() {
            for case .perform(let command) in tell(index, .closing, at: now) { _ = perform(command) }
        }
        keepRecent()
        exitStatus = status
    }

    mutating func send(_ event: Event, at now: Moment) -> Bool {
        guard let index = stack.indices.last else { return false }
        return follow(tell(index, event, at: now), at: now)
    }

    mutating func push(_ destination: Destination, at now: Moment) -> Bool {
        stack.append(OpenScreen(destination: destination, screen: destination.screen()))
        _ = send(.resized(columns: columns, rows: rows), at: now)
        return send(.appeared, at: now)
    }

    /// - Returns: Whether one of them was a barrier.
    private mutating func follow(_ effects: [Effect], at now: Moment) -> Bool {
        var metBarrier = false
        // The next one last. What a reply asks for goes before the rest: a long list is fetched page after page by
        // replies, so that calling itself for each would go as deep as there are pages.
        var waiting = Array(effects.reversed())
        while let effect = waiting.popLast() {
            switch effect {
            case .barrier: metBarrier = true
            case .say(let words): message = words
            case .unsay: message = nil
            case .gaveUp: saved = .saved
            case .sayUndoable(let words, let undoing):
                message = undoKey.map { "\(words); \($0) \(undoing)" } ?? words
            case .preview(let theme): previewed = theme
            case .quit: close(status: 0, at: now)
            case .push(let destination):
                _ = push(destination, at: now)
                metBarrier = true
            case .replace(let destination):
                stack.removeLast()
                _ = push(destination, at: now)
                metBarrier = true
            case .pop:
                if stack.count > 1 { stack.removeLast() }
                refresh(at: now)
                metBarrier = true
            case .goHome:
                goHome(at: now)
                metBarrier = true
            case .perform(let command): waiting += carryOut(command, at: now).reversed()
            case .edit(let text):
                _ = send(.edited(outside.edit(text)), at: now)
                metBarrier = true
            case .copy(let text, let name):
                message =
                    switch outside.copy(text) {
                    case .sent: "sent to the terminal's clipboard: \(name)"
                    case .tooLong: "too long for a terminal's clipboard: \(name)"
                    case .noClipboard: "this terminal has no clipboard"
                    }
            case .visit(let address):
                switch keymap.inForce({ outside.visit(address) }) {
                case .success(let words): message = words
                case .failure(let refusal): message = refusal.message
                }
                metBarrier = true
            }
        }
        return metBarrier
    }

    /// Has a command carried out and notes whether what was done last is on disk.
    mutating func noting(_ command: Command) -> Result<Reply, Refusal> {
        let result = perform(command)
        if command.isWrite {
            if case .success = result { saved = .saved } else { saved = .notSaved }
        }
        return result
    }

    /// - Returns: What its result asks for.
    private mutating func carryOut(_ command: Command, at now: Moment) -> [Effect] {
        let result = noting(command)
        if result.isAlerting(for: command) { alerts = true }
        if case .start(let request) = command, case .success(let reply) = result { return started(request, reply) }
        if case .sit = command, case .success(let reply) = result { return sat(reply) }
        guard let index = stack.indices.last else { return [] }
        return tell(index, .done(command, result), at: now)
    }

    /// A session that starts takes the place of the sheet or dialog that asked for it.
    private func started(_ request: StudyRequest, _ reply: Reply) -> [Effect] {
        func shown(_ destination: Destination) -> [Effect] {
            top?.isTransient == true ? [.replace(destination)] : [.push(destination)]
        }
        switch reply {
        case .started(let session): return shown(.session(session))
        case .alreadyActive(let session, let answered, let total):
            // One question on its own is not worth asking about.
            if case .test = request.topic.key { return shown(.session(session)) }
            return shown(.confirm(.resume(session, answered: answered, total: total, request)))
        case .nothingToAsk: return [.say("no question here matches these choices"), .barrier]
        default: return []
        }
    }

    private func sat(_ reply: Reply) -> [Effect] {
        switch reply {
        case .started(let session), .alreadyActive(let session, _, _):
            return [.replace(.exam(session: session))]
        default: return [.say("no pack here has questions that this exam could ask"), .barrier]
        }
    }

    func draw(on canvas: inout Canvas, glyphs: Glyphs, now: Moment, loading: LoadingProgress? = nil) {
        guard canvas.columns >= Frame.minimumColumns, canvas.rows >= Frame.minimumRows else {
            let times = glyphs.isASCII ? "x" : "×"
            let words =
                "Carrel needs \(Frame.minimumColumns)\(times)\(Frame.minimumRows), this is "
                + "\(canvas.columns)\(times)\(canvas.rows)"
            for (y, line) in TextLayout.wrap(words, columns: canvas.columns).prefix(canvas.rows).enumerated() {
                canvas.draw(line, x: 0, y: y)
            }
            return
        }
        var surroundings = Surroundings(glyphs: glyphs, now: now, message: message, saved: saved, loading: loading)
        surroundings.proposal = proposal(columns: canvas.columns)
        surroundings.clock = runningClock(at: now)
        layout.inForce {
            keymap.inForce {
                top?.draw(on: &canvas, in: surroundings)
                canvas.keptRows = 0..<0
                overlay?.draw(on: &canvas, glyphs: glyphs, goTo: goToFacts)
            }
        }
    }
}

extension Command {
    /// Whether it changes what is on disk.
    var isWrite: Bool {
        switch self {
        case .fetch, .suggest, .changeMachine: false
        case .start, .record, .keepPlace, .undo, .bookmark, .sit, .submit: true
        }
    }
}

extension Result where Success == Reply, Failure == Refusal {
    /// Whether the learner is to be alerted: an answer is wrong, or what was asked for is refused.
    fileprivate func isAlerting(for command: Command) -> Bool {
        switch (self, command) {
        case (.failure, _), (.success(.nothingToAsk), _): return true
        case (.success, .record(let events, _)):
            return events.contains { event in
                switch event.event {
                case .answerGiven(let given): given.isCorrect == false
                case .answerGraded(let graded): !graded.isCorrect
                default: false
                }
            }
        default: return false
        }
    }
}
