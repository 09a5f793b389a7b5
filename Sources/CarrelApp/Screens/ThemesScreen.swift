import CarrelCore
import CarrelTerminal

/// Every theme there is: the selected one is shown on the whole screen, and kept or left.
struct ThemesScreen: Screen, NarrowableList {
    private var facts: ThemesFacts?
    var list = ListView()
    /// The selected one, by name: rows move when the density changes.
    private var current: String?
    /// What everything is shown in on a slow link, by name; the one in use until another is asked for.
    private var tried: String?
    private var size = (columns: 80, rows: 24)

    /// What it shows for trial ends with it.
    let isTransient = true

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        if isTyped(event) { return show() }
        switch event {
        case .appeared: return [.perform(.fetch(.themes))]
        case .resized(let columns, let rows):
            size = (columns, rows)
            settle()
        case .done(.fetch(.themes), .success(.themes(let found))):
            facts = found
            // What is selected stays so when help comes off it.
            current = current ?? found.inForce
            settle()
            if current != found.inForce { return show() }
        case .done(.changeMachine, .success): return [.preview(nil), .pop]
        case .done(_, .failure(let refusal)): return [.say(refusal.message)]
        case .key(let key):
            guard let action = KeyTable.themes.action(for: key, in: rowFacts) else { return [] }
            return carryOut(action)
        case .mouse(let mouse):
            let before = list.selection
            list.follow(mouse, rows: rows)
            return list.selection == before ? [] : show()
        case .pointed(let row):
            let before = list.selection
            if list.isOpened(at: row, rows: rows) { return rowFacts.isUsable ? carryOut(.keep) : [] }
            return list.selection == before ? [] : show()
        default: break
        }
        return []
    }

    private mutating func carryOut(_ action: ThemesAction) -> [Effect] {
        if let move = action.move {
            _ = list.move(move, rows: rows)
            return show()
        }
        switch action {
        case .keep:
            guard let entry, let facts else { return [] }
            // The one in force is kept by leaving.
            if entry.name == facts.inForce { return [.preview(nil), .pop] }
            return [.perform(.changeMachine(.theme, to: entry.name)), .barrier]
        case .show:
            tried = entry?.name
            return [.preview(entry?.theme)]
        case .find: list.narrow(rows: rows)
        case .clearFilter:
            list.widen(rows: rows)
            return show()
        case .help: return [.push(.help(KeyTable.themes.help(in: rowFacts)))]
        case .back: return [.preview(nil), .pop]
        case .down, .up, .pageDown, .pageUp, .first, .last: break
        }
        return []
    }

    var offer: KeyOffer? { offer(of: .themes, in: rowFacts) }

    /// Shows everything in the selected theme; one that cannot be used is told of in the one in use.
    private mutating func show() -> [Effect] {
        // With nothing found the one before stays.
        guard !list.showsNothing else { return [] }
        current = entry?.name
        return PageLayout.current.isSlow ? [] : [.preview(entry?.theme)]
    }

    private var rowFacts: ThemeRowFacts {
        ThemeRowFacts(
            isUsable: entry?.theme != nil, isFiltered: list.isNarrowed, isShownOnRequest: PageLayout.current.isSlow)
    }

    /// On a slow link they fit every row, so that a move need not send others.
    private var hints: [Hint] {
        var facts = rowFacts
        if PageLayout.current.isSlow { facts.isUsable = true }
        return hints(of: .themes, in: facts)
    }

    // MARK: Rows

    private var content: [(row: ListRow, entry: ThemeEntry?)] {
        guard let facts else { return [] }
        let parts: [(String, ThemeEntry.Origin)] = [
            ("In your terminal's colours", .builtIn), ("Yours", .learner), ("Carrel's", .shipped),
        ]
        var content: [(row: ListRow, entry: ThemeEntry?)] = []
        for (title, origin) in parts {
            let entries = facts.entries.filter { $0.origin == origin }
            guard !entries.isEmpty else { continue }
            if !content.isEmpty { content += [ListRow].gap.map { ($0, nil) } }
            content.append((.heading(title), nil))
            content += entries.map { (Self.row($0, isInForce: $0.name == facts.inForce), $0) }
        }
        return content
    }

    private static func row(_ entry: ThemeEntry, isInForce: Bool) -> ListRow {
        // Who made those that nobody chose to add needs no saying.
        let author = entry.origin == .learner ? Columns.clip(entry.author, to: 30, ellipsis: "...") : ""
        let words = entry.variant?.words ?? "cannot be used"
        var row = ListRow(
            label: entry.name, details: [author, isInForce ? "in use" : "", words].filter { !$0.isEmpty })
        if entry.theme == nil { row.glyphStyle = .wrong }
        return row
    }

    var listed: [ListRow] { rows }

    private var rows: [ListRow] { content.map(\.row) }

    private var entry: ThemeEntry? {
        let content = content
        return content.indices.contains(list.selection) ? content[list.selection].entry : nil
    }

    private mutating func settle() {
        if let row = content.firstIndex(where: { $0.entry != nil && $0.entry?.name == current }) {
            list.select(row, rows: rows)
        }
        list.resize(height: layout.list, rows: rows)
    }

    // MARK: Drawing

    /// Rows of the list, and of the sample below it where there is no room beside it.
    private var layout: (list: Int, sample: Int, hasRule: Bool) {
        let room = max(0, size.rows - 4)
        guard !SplitView.hasPane(columns: size.columns) else { return (room, 0, false) }
        let sample = min(ThemeSample.lines(glyphs: .unicode).count, room / 2)
        let hasRule = room >= 12
        return (max(0, room - sample - (hasRule ? 1 : 0)), sample, hasRule)
    }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        let frame = Frame(
            crumbs: ["Settings", "Themes"], status: surroundings.saved.words,
            hints: hints)
        let area = frame.draw(on: &canvas, in: surroundings)
        guard facts != nil else { return }
        let layout = layout
        var (top, pane) = SplitView.divide(area, on: &canvas)
        if pane == nil {
            top.rows = min(area.rows, layout.list)
            if layout.hasRule { canvas.rule(y: top.bottom, style: .border) }
            let below = top.bottom + (layout.hasRule ? 1 : 0)
            pane = Area(x: 2, y: below, columns: max(0, area.columns - 3), rows: max(0, area.bottom - below))
        }
        list.draw(
            rows, on: &canvas, in: top, glyphs: surroundings.glyphs,
            markedOn: layout.hasRule ? top.bottom : area.bottom)
        if let pane { drawSample(on: &canvas, in: pane, glyphs: surroundings.glyphs) }
    }

    /// What the selected theme looks like, or what is wrong with its file.
    private func drawSample(on canvas: inout Canvas, in pane: Area, glyphs: Glyphs) {
        var lines = ThemeSample.lines(glyphs: glyphs)
        let entry = PageLayout.current.isSlow ? facts?.entries.first { $0.name == tried ?? facts?.inForce } : entry
        if let fault = entry?.fault {
            lines = fault.lines.flatMap { TextLayout.wrap($0, columns: max(10, pane.columns)) }
                .map { StyledLine($0.text, style: .wrong) }
            if lines.count > pane.rows, pane.rows > 0 {
                let last = lines[pane.rows - 1].text
                let room = max(1, pane.columns - Columns.width(of: glyphs.ellipsis) - 1)
                lines[pane.rows - 1] = StyledLine(
                    "\(Columns.clip(last, to: room, ellipsis: "")) \(glyphs.ellipsis)", style: .wrong)
            }
        } else if let entry, pane.rows > lines.count + 2 {
            let author = entry.author.isEmpty ? "" : ", by \(entry.author)"
            lines = [StyledLine(entry.title + author, style: .title)] + [StyledLine].gap + lines
        }
        canvas.draw(lines, x: pane.x, y: pane.y, limit: pane.columns, rows: pane.rows)
    }
}
