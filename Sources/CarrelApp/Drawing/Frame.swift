import CarrelTerminal

/// A part of the canvas.
struct Area: Equatable, Sendable {
    var x: Int
    var y: Int
    var columns: Int
    var rows: Int

    var bottom: Int { y + rows }
}

/// What every screen has around its content: where I am, the state that matters, and the keys that matter here.
struct Frame: Sendable {
    static let minimumColumns = 40
    static let minimumRows = 10
    /// Text columns stop growing here.
    static var readableColumns: Int { PageLayout.current.readableColumns }

    var crumbs: [String]
    var status: String = ""
    var hints: [Hint]

    /// Draws the frame and returns the area left for content.
    func draw(on canvas: inout Canvas, in surroundings: Surroundings) -> Area {
        let glyphs = surroundings.glyphs
        canvas.place = crumbs
        header(on: &canvas, in: surroundings)
        canvas.rule(y: 1, style: .border)
        canvas.rule(y: canvas.rows - 2, style: .border)
        if let proposal = surroundings.proposal {
            canvas.draw(" \(proposal) ", x: 1, y: canvas.rows - 2, style: .title, limit: canvas.columns - 2)
        }
        if let message = surroundings.message {
            draw(message, on: &canvas, style: surroundings.saved == .saved ? .title : .alert, glyphs: glyphs)
        } else {
            HintBar(hints).draw(on: &canvas, glyphs: glyphs)
        }
        return Area(x: 0, y: 2, columns: canvas.columns, rows: max(0, canvas.rows - 4))
    }

    /// A message too long for its row takes the rule above it too, so that nothing moves for it.
    private func draw(_ message: String, on canvas: inout Canvas, style: Style, glyphs: Glyphs) {
        let room = canvas.columns - 2
        var lines = [message]
        if Columns.width(of: message) > room, canvas.rows >= Self.minimumRows {
            let wrapped = TextLayout.wrap(message, columns: max(1, room)).map(\.text)
            lines = [wrapped.first ?? "", wrapped.dropFirst().joined(separator: " ")]
        }
        for (row, line) in lines.enumerated() {
            let y = canvas.rows - lines.count + row
            canvas.fill(x: 0, y: y, columns: canvas.columns, rows: 1)
            canvas.draw(Columns.clip(line, to: room, ellipsis: glyphs.ellipsis), x: 1, y: y, style: style)
        }
        // On the rule screens say how much more of them there is.
        if lines.count > 1 { canvas.keptRows = canvas.rows - lines.count..<canvas.rows }
    }

    private func header(on canvas: inout Canvas, in surroundings: Surroundings) {
        let glyphs = surroundings.glyphs
        let loading = surroundings.loading.map { "loading \(Int($0.fraction * 100)) %" }
        let words = [loading, surroundings.clock, self.status].compactMap(\.self).filter { !$0.isEmpty }
            .joined(separator: "  ")
        let status = Columns.clip(words, to: max(0, canvas.columns - 12), ellipsis: glyphs.ellipsis)
        let statusStart = canvas.columns - 1 - Columns.width(of: status)
        canvas.draw(trail(in: max(0, statusStart - 3), glyphs: glyphs), x: 1, y: 0, style: .title)
        canvas.draw(status, x: statusStart, y: 0, style: .muted)
    }

    /// The crumbs in so many columns: where they have no room the first of them is cut, then left out.
    private func trail(in room: Int, glyphs: Glyphs) -> String {
        let separator = " \(glyphs.crumb) "
        for start in crumbs.indices.dropLast() {
            let left = start > 0 ? [glyphs.ellipsis] : []
            func joined(_ first: String) -> String {
                (left + [first] + crumbs[(start + 1)...]).joined(separator: separator)
            }
            let free = room - Columns.width(of: joined(""))
            let first = crumbs[start]
            if Columns.width(of: first) <= free { return joined(first) }
            if free >= Self.shortestCrumb { return joined(Columns.clip(first, to: free, ellipsis: glyphs.ellipsis)) }
        }
        let last = crumbs.last ?? ""
        let alone = crumbs.count > 1 ? glyphs.ellipsis + separator + last : last
        return Columns.width(of: alone) <= room ? alone : Columns.clip(last, to: room, ellipsis: glyphs.ellipsis)
    }

    /// Columns in which the beginning of a crumb still says something.
    private static let shortestCrumb = 10
}
