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

    /// The last row that is here was gone to: asks for those that are still to come, if there are any.
    mutating func wentToEnd() -> [Effect]

    /// Asks for what is missing where something else is typed than before.
    mutating func typed() -> [Effect]
}

extension ListScreen {
    var help: HelpTopic { KeyTable.list.help(in: keyFacts) }
    var leaving: Effect { .pop }
    var offer: KeyOffer? { listOffer }

    var listOffer: KeyOffer {
        list.isTyping ? KeyTable.listFind.offer(in: ()) : KeyTable.list.offer(in: keyFacts)
    }

    var hints: [Hint] { list.isTyping ? KeyTable.listFind.hints(in: ()) : KeyTable.list.hints(in: keyFacts) }

    /// With what the typed filter makes of them.
    var keyFacts: ListFacts {
        var facts = listFacts
        facts.canFind = facts.hasRows || list.isNarrowed
        if list.isNarrowed { facts.isFiltered = true }
        if list.showsNothing { (facts.hasRows, facts.isOnQuestion, facts.isOnSession) = (false, false, false) }
        return facts
    }

    mutating func moved() -> [Effect] { [] }
    mutating func wentToEnd() -> [Effect] { moved() }
    mutating func typed() -> [Effect] { moved() }

    /// What every list does of an event.
    mutating func followInList(_ event: Event) -> [Effect] {
        switch event {
        case .mouse(let mouse): roll(mouse)
        case .pointed(let row): list.isOpened(at: row, rows: listed) ? carryOut(.open) : moved()
        case .key(let key) where list.isTyping: type { $0.type(key, rows: $1) }
        case .paste(let text) where list.isTyping: type { $0.paste(text, rows: $1) }
        case .key(let key): KeyTable.list.action(for: key, in: keyFacts).map { press($0) } ?? []
        default: follow(event) ?? []
        }
    }

    private mutating func roll(_ mouse: Mouse) -> [Effect] {
        list.follow(mouse, rows: listed)
        return moved()
    }

    /// Changes what is typed; more rows may have to be fetched to pick among all of them.
    private mutating func type(_ change: (inout ListView, Rows) -> Void) -> [Effect] {
        let before = list.typed
        change(&list, listed)
        return list.typed == before ? moved() : typed()
    }

    private mutating func press(_ action: ListAction) -> [Effect] {
        if list.move(action, rows: listed) { return action == .last ? wentToEnd() : moved() }
        return switch action {
        case .undo: [.perform(.undo)]
        case .help: [.push(.help(help))]
        case .back, .quit: [leaving]
        case .find: type { $0.narrow(rows: $1) }
        case .clearFilter where list.isNarrowed: type { $0.widen(rows: $1) }
        case .settings, .search: carryOut(action)
        default: list.isSelectionInSight ? carryOut(action) : showSelection()
        }
    }

    /// Nothing is done to a row that nobody sees.
    private mutating func showSelection() -> [Effect] {
        list.settle(rows: listed)
        return []
    }
}
