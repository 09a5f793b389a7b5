import CarrelTerminal

/// A screen that shows what is on disk: it is asked for again whenever that may have changed.
protocol FetchingScreen: Screen {
    /// Asks for all that is shown.
    mutating func refetch() -> [Effect]
}

extension FetchingScreen {
    /// What every such screen does when it appears, when something was taken back or when something was refused; nil
    /// for other events.
    mutating func follow(_ event: Event) -> [Effect]? {
        switch event {
        case .appeared, .changedElsewhere: refetch()
        case .done(.undo, .success(.undone(let thing))): [.say(UndoneThing.words(thing))] + refetch()
        case .done(_, .failure(let refusal)): [.say(refusal.message)]
        default: nil
        }
    }
}

/// A screen that is one list, moved through, opened and left as every list is.
protocol ListScreen: FetchingScreen {
    associatedtype Rows: ListRows

    var list: ListView { get set }
    /// The rows that keys and the mouse go over.
    var listed: Rows { get }
    /// What decides which keys are possible.
    var listFacts: ListFacts { get }
    var help: HelpTopic { get }
    /// What going back comes to.
    var leaving: Effect { get }

    /// Carries out what this list alone does.
    mutating func carryOut(_ action: ListAction) -> [Effect]

    /// Asks for more where a move came near the end of what is here.
    mutating func moved() -> [Effect]
}

extension ListScreen {
    var help: HelpTopic { KeyTable.list.help(in: listFacts) }
    var leaving: Effect { .pop }

    mutating func moved() -> [Effect] { [] }

    /// What every list does of an event.
    mutating func followInList(_ event: Event) -> [Effect] {
        switch event {
        case .mouse(let mouse): roll(mouse)
        case .pointed(let row): list.isOpened(at: row, rows: listed) ? carryOut(.open) : moved()
        case .key(let key): KeyTable.list.action(for: key, in: listFacts).map { press($0) } ?? []
        default: follow(event) ?? []
        }
    }

    private mutating func roll(_ mouse: Mouse) -> [Effect] {
        list.follow(mouse, rows: listed)
        return moved()
    }

    private mutating func press(_ action: ListAction) -> [Effect] {
        if list.move(action, rows: listed) { return moved() }
        return switch action {
        case .undo: [.perform(.undo)]
        case .help: [.push(.help(help))]
        case .back: [leaving]
        default: carryOut(action)
        }
    }
}
