import CNcurses
import CTerminalGuard
import Glibc

extension Terminal {
    /// Shows `canvas` and its cursor; only what changed since the last frame is sent.
    ///
    /// Does nothing once the terminal is gone or a signal asks to leave: `events(timeout:)` says so next.
    public func show(_ canvas: Canvas) {
        guard !isClosed, !isAskedToLeave else { return }
        if needsFullFrame || shownColumns != columns || shown.count != columns * rows {
            shownColumns = columns
            shown = Array(repeating: .blank, count: columns * rows)
            werase(window)
            // After a stop, a child or a resize nothing is known about what the terminal shows.
            clearok(window, true)
            for index in shown.indices { shown[index].text = .replacement }
        }
        needsFullFrame = false
        guard_full_screen(1)
        for row in 0..<rows { send(row, of: canvas) }
        placeCursor(of: canvas)
        wnoutrefresh(window)
        write { doupdate() }
        if !isInputMode { enterInputMode() }
    }

    /// Draws the next frame in full, as `^L` asks.
    public func redraw() { needsFullFrame = true }

    /// Lets `body` write to the terminal while TERM, HUP and INT may end the process: a terminal that takes no
    /// output must not keep it alive.
    func write(_ body: () -> Void) {
        sigprocmask(SIG_SETMASK, &writingMask, nil)
        // A terminal with a little room left takes the beginning of a frame at once, and the rest when it can.
        let start = Self.milliseconds
        body()
        if Self.milliseconds - start >= Self.stall { stalls += 1 }
        sigprocmask(SIG_SETMASK, &blockedMask, nil)
    }

    /// Milliseconds that writing a frame takes on a link that is slow.
    private static let stall = 100

    private static var milliseconds: Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
    }

    /// Whether a signal waits that `write` would die of: the program is to leave in order instead.
    private var isAskedToLeave: Bool {
        var pending = sigset_t()
        guard sigpending(&pending) == 0 else { return false }
        return [SIGTERM, SIGHUP, SIGINT].contains { sigismember(&pending, $0) == 1 }
    }

    /// Gives ncurses the part of a row that differs from what it has.
    private func send(_ row: Int, of canvas: Canvas) {
        let base = row * columns
        func wanted(_ column: Int) -> Cell {
            guard row < canvas.rows, column < canvas.columns else { return .blank }
            let cell = canvas.cells[row * canvas.columns + column]
            // The right half of a glyph would stand outside.
            return cell.text.columns == 2 && column + 1 >= columns ? Cell(text: .space, style: cell.style) : cell
        }
        guard var first = (0..<columns).first(where: { wanted($0) != shown[base + $0] }),
            var last = (0..<columns).last(where: { wanted($0) != shown[base + $0] })
        else { return }
        // Wide glyphs, old and new, are replaced whole.
        while first > 0, wanted(first).isContinuation || shown[base + first].isContinuation { first -= 1 }
        while last + 1 < columns, wanted(last + 1).isContinuation || shown[base + last + 1].isContinuation { last += 1 }
        var cells: [cchar_t] = []
        cells.reserveCapacity(last - first + 1)
        for column in first...last {
            let cell = wanted(column)
            shown[base + column] = cell
            if !cell.isContinuation { cells.append(character(cell)) }
        }
        mvwadd_wchnstr(window, Int32(row), Int32(first), cells, Int32(cells.count))
    }

    private func character(_ cell: Cell) -> cchar_t {
        var result = cchar_t()
        withUnsafeTemporaryAllocation(of: wchar_t.self, capacity: CellText.capacity + 1) { text in
            let count = Int(cell.text.count)
            for index in 0..<count {
                let value = cell.text[index]
                text[index] = wchar_t(bitPattern: !Columns.localeIsUTF8 && value > 0x7E ? 0x3F : value)
            }
            text[count] = 0
            nc_setcchar(&result, text.baseAddress, colours.attributes(of: cell.style), colours.pair(of: cell.style))
        }
        return result
    }

    private func placeCursor(of canvas: Canvas) {
        let position = canvas.cursor ?? canvas.anchor
        let isVisible = canvas.cursor != nil
        // Without a place for it the hidden cursor stays where writing ended, which costs no bytes.
        leaveok(window, position == nil)
        if let position {
            wmove(window, Int32(min(max(0, position.y), rows - 1)), Int32(min(max(0, position.x), columns - 1)))
        }
        guard isVisible != isCursorVisible else { return }
        curs_set(isVisible ? 1 : 0)
        isCursorVisible = isVisible
    }
}
