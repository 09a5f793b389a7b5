import CarrelCore
import CarrelTerminal

// What ends the program.

extension Desk {
    /// ^C acts as Esc, but where it drops a line that is typed; on Home, where nothing is open, it leaves.
    mutating func interrupt(at now: Moment) -> Bool {
        message = nil
        guard overlay == nil else {
            overlay = nil
            return true
        }
        guard isLeft(by: .control("c")) else {
            let own = command(of: .control("c")) == nil ? Key.escape : .control("c")
            return send(.key(own), at: now)
        }
        close(status: 0, at: now)
        return true
    }

    /// Whether `key` ends the program on what is on screen now.
    private func isLeft(by key: Key) -> Bool {
        guard overlay == nil, stack.count == 1 else { return false }
        // Where Esc still does something, a list is narrowed.
        if key == .control("c") { return command(of: .escape) == nil }
        return keymap.inForce { top?.isLeft(by: key) == true }
    }

    /// What the screen on top does of a key.
    private func command(of key: Key) -> KeyCommand? { offer()?.commands.first { $0.keys.contains(key) } }

    /// The first of `events` that ends the program, looked for no further than something that may change what is on
    /// screen: what follows that means what it means there.
    func leaving(among events: [TerminalEvent]) -> TerminalEvent? {
        var isAsSeen = true
        for event in events {
            switch event {
            case .closed: return event
            case .key(let key) where isAsSeen:
                if isLeft(by: key) { return event }
                isAsSeen = overlay == nil && isMove(key)
            case .mouse(let mouse): if mouse.kind == .press { isAsSeen = false }
            default: break
            }
        }
        return nil
    }

    /// Whether a key moves the selection at the most.
    private func isMove(_ key: Key) -> Bool {
        guard !isDesks(key) else { return false }
        guard let command = command(of: key) else { return offer()?.isText != true }
        return CommandPalette.moves.contains(.command(command.name))
    }
}
