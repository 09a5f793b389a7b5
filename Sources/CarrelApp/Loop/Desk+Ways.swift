import CarrelCore
import CarrelStorage
import CarrelTerminal

/// A screen that is open, and what it was opened as.
struct OpenScreen: Sendable {
    var destination: Destination
    var screen: any Screen
}

/// The screens that were open before a jump.
struct Jump: Sendable {
    /// So many are kept.
    static let most = 20

    var stack: [OpenScreen]
    /// How many screens were open after it: with more of them open, the way back is to close those first.
    var landing: Int
}

/// What stands over the screen on top.
enum Overlay: Sendable {
    case palette(CommandPalette)
    /// The key for going somewhere was pressed; the next one says where.
    case goTo(Key)

    func draw(on canvas: inout Canvas, glyphs: Glyphs, goTo facts: GoToFacts) {
        switch self {
        case .palette(let palette): palette.draw(on: &canvas, glyphs: glyphs)
        case .goTo(let key):
            let bound = KeyTable.goTo.bound.filter { $0.isPossible(facts) }
            let hints = bound.filter { $0.action != .cancel }.compactMap { binding in
                binding.keys.first.map { Hint(key: $0, label: binding.label) }
            }
            WhichKeyBox(prefix: key, title: "go to", hints: hints, leaving: KeyTable.goTo.hints(in: facts))
                .draw(on: &canvas, glyphs: glyphs)
        }
    }
}

// Finding one's way: the palette, going somewhere at once, and the way back.

extension Desk {
    /// What the screen on top offers now.
    func offer() -> KeyOffer? { layout.inForce { keymap.inForce { top?.offer } } }

    private var here: Place? {
        guard stack.count > 1 else { return .home }
        guard stack.count == 2 else { return nil }
        return Place.allCases.first { $0.destination == stack[1].destination }
    }

    var goToFacts: GoToFacts { GoToFacts(here: here, canJumpBack: canJumpBack) }

    private var canJumpBack: Bool { stack.count > 1 || !trail.isEmpty }

    private func deskFacts(_ offer: KeyOffer?) -> DeskFacts {
        DeskFacts(
            context: offer?.context, isText: offer?.isText ?? false, canJumpBack: canJumpBack, isHeld: isHeld,
            isSlow: proposesSlow,
            canSuspendAtPrompt: offer.map { offer in
                !offer.commands.contains { $0.name == QuestionAction.endModes.name }
            } ?? true)
    }

    private var isHeld: Bool { stack.contains { $0.screen.isHeld } }

    /// Whether the desk itself does something of a key.
    func isDesks(_ key: Key) -> Bool {
        let facts = deskFacts(offer())
        return keymap.inForce { KeyTable.desk.action(for: key, in: facts) } != nil
    }

    // MARK: Events

    mutating func press(_ key: Key, at now: Moment) -> Bool {
        let offer = offer()
        let facts = deskFacts(offer)
        let action = keymap.inForce { KeyTable.desk.action(for: key, in: facts) }
        if let action, action.isTerminals { return carryOut(action, pressed: key, at: now) }
        switch overlay {
        case .palette(var palette):
            let outcome = keymap.inForce { palette.press(key) }
            overlay = .palette(palette)
            return follow(outcome, at: now)
        case .goTo: return go(by: key, at: now)
        case nil: break
        }
        guard let action else { return send(.key(key), at: now) }
        return carryOut(action, pressed: key, at: now)
    }

    mutating func paste(_ text: String, at now: Moment) -> Bool {
        guard case .palette(var palette) = overlay else { return overlay == nil && send(.paste(text), at: now) }
        palette.paste(text)
        overlay = .palette(palette)
        return false
    }

    mutating func point(at mouse: Mouse, at now: Moment) -> Bool {
        let meaning = mouse.kind == .press ? targets.meaning(ofClickAt: mouse.column, row: mouse.row) : nil
        if meaning != nil { message = nil }
        // A click is what the frame says it is where it fell; the screen itself knows what else the mouse does.
        switch (overlay, meaning) {
        case (_, .key(let key)): return press(key, at: now)
        case (.palette(var palette), .item(let row)):
            let outcome = palette.point(at: row)
            overlay = .palette(palette)
            return follow(outcome, at: now)
        case (.palette(var palette), nil):
            palette.follow(mouse)
            overlay = .palette(palette)
            return false
        case (.goTo, _):
            // A click beside the box closes it.
            if mouse.kind == .press { overlay = nil }
            return false
        case (nil, .item(let item)): return send(.pointed(item), at: now)
        case (nil, nil): return send(.mouse(mouse), at: now)
        }
    }

    mutating func resizeOverlay() {
        guard case .palette(var palette) = overlay else { return }
        palette.resize(rows: rows)
        overlay = .palette(palette)
    }

    private mutating func carryOut(_ action: DeskAction, pressed key: Key, at now: Moment) -> Bool {
        switch action {
        case .palette:
            guard let offer = offer() else { return false }
            let (facts, here, recent, rows) = (deskFacts(offer), here, recentChoices(), rows)
            let canUndo = canUndo()
            overlay = keymap.inForce {
                let entries = CommandPalette.entries(of: offer, desk: facts, here: here, canUndo: canUndo)
                return .palette(CommandPalette(entries, recent: recent, rows: rows))
            }
            return false
        case .goTo:
            overlay = .goTo(key)
            return false
        case .jumpBack: return jumpBack(at: now)
        case .redraw: outside.redraw()
        case .suspend: outside.suspend()
        case .mouse: message = outside.switchMouse()
        case .drawLess: return answerProposal("on", at: now)
        case .drawAll: return answerProposal("off", at: now)
        }
        return false
    }

    // MARK: The palette

    private mutating func follow(_ outcome: CommandPalette.Outcome, at now: Moment) -> Bool {
        switch outcome {
        case .stay: return false
        case .close:
            overlay = nil
            return true
        case .run(let choice):
            overlay = nil
            recent = RecentChoices.adding(choice, to: recent ?? [])
            isRecentNew = true
            switch choice {
            case .command(let name): _ = run(name, at: now)
            case .desk(let action):
                let facts = deskFacts(offer())
                guard let key = keymap.inForce({ KeyTable.desk.key(of: action, in: facts) }) else { break }
                _ = carryOut(action, pressed: key, at: now)
            case .place(let place): _ = go(to: place, at: now)
            }
            return true
        }
    }

    /// What was chosen before, also in runs before this one.
    private mutating func recentChoices() -> [CommandPalette.Choice] {
        if let recent { return recent }
        switch perform(.fetch(.recentChoices)) {
        case .success(.recentChoices(let choices)): recent = choices
        case .success: break
        case .failure(let refusal): message = refusal.message
        }
        return recent ?? []
    }

    /// True where the file does not say: then undo says why.
    private mutating func canUndo() -> Bool {
        guard case .success(.canUndo(let canUndo)) = perform(.fetch(.canUndo)) else { return true }
        return canUndo
    }

    /// Keeps what was chosen for the next run.
    mutating func keepRecent() {
        guard isRecentNew, let recent else { return }
        isRecentNew = false
        _ = perform(.record([NewEvent(.settingChanged(RecentChoices.change(to: recent)))]))
    }

    /// The key that takes the last thing back on the screen on top; nil where none does.
    var undoKey: String? { offer()?.commands.first { $0.name == ListAction.undo.name }?.trigger.label(ascii: true) }

    /// Lets the screen on top do what it offers under `name`; where it offers nothing of that name, what `key` does.
    private mutating func run(_ name: String, orBy key: Key? = nil, at now: Moment) -> Bool {
        let commands = offer()?.commands ?? []
        let named = commands.first { $0.name == name }
        guard let command = named ?? commands.first(where: { command in key.map(command.keys.contains) == true }) else {
            message = "that is not possible any more"
            return true
        }
        return send(.key(command.trigger), at: now)
    }

    // MARK: Going somewhere

    private mutating func go(by key: Key, at now: Moment) -> Bool {
        overlay = nil
        let facts = goToFacts
        guard let action = keymap.inForce({ KeyTable.goTo.action(for: key, in: facts) }) else {
            message = "\(key.label): nothing to go to"
            return true
        }
        switch action {
        case .cancel: return true
        case .help: return run("help", at: now)
        case .jumpBack: return jumpBack(at: now)
        default: return action.place.map { go(to: $0, at: now) } ?? true
        }
    }

    /// Opens a place over Home; what was open is left as it is, to be come back to.
    private mutating func go(to place: Place, at now: Moment) -> Bool {
        guard place != here else { return true }
        guard leaveTrail(landing: place == .home ? 1 : 2, at: now) else { return true }
        stack.removeSubrange(1...)
        if let destination = place.destination { _ = push(destination, at: now) } else { refresh(at: now) }
        return true
    }

    mutating func goHome(at now: Moment) {
        guard leaveTrail(landing: 1, at: now) else { return }
        stack.removeSubrange(1...)
        refresh(at: now)
    }

    /// Keeps the way back. What is typed on a screen and not kept is kept first; where that is refused nothing is left.
    private mutating func leaveTrail(landing: Int, at now: Moment) -> Bool {
        guard let last = stack.indices.last else { return false }
        // From Home the way back is to close what is opened.
        guard last > 0 else { return true }
        for index in stack.indices {
            for case .perform(let command) in tell(index, .closing, at: now) {
                let result = noting(command)
                if case .failure(let refusal) = result {
                    _ = tell(index, .done(command, result), at: now)
                    message = refusal.message
                    return false
                }
            }
        }
        endPreview()
        var left = stack
        // A sheet or a dialog asks about what was on screen then.
        while left.count > 1, left.last?.screen.isTransient == true { left.removeLast() }
        guard left.count > 1 else { return true }
        trail.append(Jump(stack: left, landing: landing))
        if trail.count > Jump.most { trail.removeFirst() }
        return true
    }

    /// Back to the screen before: to what was open before a jump, else one screen back.
    private mutating func jumpBack(at now: Moment) -> Bool {
        if !isHeld, let jump = trail.last, stack.count <= jump.landing {
            trail.removeLast()
            stack = jump.stack
            for index in stack.indices {
                if let destination = stack[index].screen.reopening {
                    stack[index] = OpenScreen(destination: destination, screen: destination.screen())
                }
                _ = tell(index, .resized(columns: columns, rows: rows), at: now)
            }
            if top?.reopening == nil { noticeChange(at: now) } else { refresh(at: now) }
            return true
        }
        // Where a dialog is, the way back is to call it off.
        return run("back", orBy: .escape, at: now)
    }
}
