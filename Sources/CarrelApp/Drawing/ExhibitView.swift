import CarrelCore
import CarrelTerminal

/// An exhibit laid out: every line verbatim in the columns in sight, and a row of labels under those with regions.
struct ExhibitView {
    let pad: HotspotPad
    /// What is chosen now, or was chosen in the answer.
    let chosen: Set<String>
    /// Columns in sight.
    let columns: Int
    let isOpen: Bool
    let isAnswered: Bool
    let glyphs: Glyphs

    func lines(of question: Question) -> [QuestionPage.Line] {
        let texts = question.exhibitLines
        return texts.indices.flatMap { index -> [QuestionPage.Line] in
            let own = pad.regions.indices.filter { pad.regions[$0].line == index + 1 }
            let spots = own.compactMap(spot)
            var lines = [QuestionPage.Line(text: verbatim(texts[index], own), spots: spots, isOutdented: true)]
            guard !own.isEmpty else { return lines }
            let below = texts.indices.contains(index + 1) ? texts[index + 1] : ""
            let pointed = isOpen ? spots.first { $0.part == pad.pointer } : nil
            lines.append(
                QuestionPage.Line(
                    text: labels(own, between: texts[index], and: below), spots: spots,
                    anchor: pointed?.columns.lowerBound, isOutdented: true))
            return lines
        }
    }

    /// Its edge and the space behind it.
    private static let edge = 2

    /// Where a region is in sight; nil where it is not.
    private func spot(_ index: Int) -> QuestionPage.Spot? {
        let span = pad.spans[index]
        let start = max(0, span.lowerBound - pad.shift), end = min(columns, span.upperBound - pad.shift)
        guard start < end else { return nil }
        return QuestionPage.Spot(part: index, columns: start + Self.edge..<end + Self.edge)
    }

    // MARK: The line itself

    private func verbatim(_ text: String, _ own: [Int]) -> StyledLine {
        let cells = Self.cells(of: text)
        let isCutLeft = pad.shift > 0 && !cells.isEmpty
        let isCutRight = cells.count > pad.shift + columns
        var line = StyledLine(isCutLeft ? glyphs.arrowLeft : glyphs.vertical, style: .border)
        line.append(" ")
        let end = min(cells.count, pad.shift + columns - (isCutRight ? 1 : 0))
        var column = min(pad.shift, end)
        while column < end {
            let style = style(at: column, own)
            var run = ""
            while column < end, self.style(at: column, own) == style {
                // Half of a wide character is a space.
                let isCut = cells[column].isEmpty && (run.isEmpty && column == pad.shift)
                let isWide = cells.indices.contains(column + 1) && cells[column + 1].isEmpty
                run += isCut || isWide && column + 1 >= end ? " " : cells[column]
                column += 1
            }
            line.append(run, style: style)
        }
        if isCutRight { line.append(glyphs.arrowRight, style: .border) }
        return line
    }

    private func style(at column: Int, _ own: [Int]) -> Style {
        guard let index = own.first(where: { pad.spans[$0].contains(column) }) else { return .text }
        return .pointed(isOpen && index == pad.pointer, else: style(of: index))
    }

    private func style(of index: Int) -> Style {
        let region = pad.regions[index]
        let isChosen = chosen.contains(region.id)
        if isAnswered { return region.isCorrect ? .right : isChosen ? .wrong : .key }
        return isChosen ? Style.key.with(.bold) : .key
    }

    /// A text column by column: a wide character stands in its first one, and nothing in its second.
    private static func cells(of text: String) -> [String] {
        var cells: [String] = []
        for character in text {
            let width = Columns.width(of: String(character))
            if width > 0 { cells.append(String(character)) }
            if width > 1 { cells += Array(repeating: "", count: width - 1) }
        }
        return cells
    }

    // MARK: The labels under it

    /// A label with its state under the start of each region, and a rule to the region's end. Upright lines of a
    /// drawing go through.
    private func labels(_ own: [Int], between above: String, and below: String) -> StyledLine {
        var cells: [(text: String, style: Style)] = through(Self.cells(of: above), Self.cells(of: below))
        for (place, index) in own.enumerated() {
            let start = max(0, pad.spans[index].lowerBound - pad.shift)
            let end = min(columns, pad.spans[index].upperBound - pad.shift)
            guard start < end else { continue }
            let next = own.indices.contains(place + 1) ? pad.spans[own[place + 1]].lowerBound - pad.shift : columns
            let room = min(columns, next) - start
            let isPointed = isOpen && index == pad.pointer
            // The end of the rule of the region before leaves room for it as well.
            let before = start > 0 && cells.indices.contains(start - 1) ? cells[start - 1].text : ""
            let hasRoom = [" ", glyphs.rule, glyphs.doubleRule].contains(before)
            // Where the marker finds no room the look tells it, on a slow link too.
            let isMarked = hasRoom || start == 0
            let label: Style = isPointed && !isMarked ? .selection : .pointed(isPointed, else: style(of: index))
            let text = Array(name(of: index, room: room))
            let rule = chosen.contains(pad.regions[index].id) ? glyphs.doubleRule : glyphs.rule
            for column in 0..<max(text.count, end - start) where cells.indices.contains(start + column) {
                let isText = column < text.count
                cells[start + column] = (isText ? String(text[column]) : rule, isText ? label : style(of: index))
            }
            if isPointed, hasRoom {
                cells[start - 1] = (glyphs.pointer, .selection)
            }
        }
        let isPointerAtEdge = isOpen && own.contains { $0 == pad.pointer && pad.spans[$0].contains(pad.shift) }
        var line = StyledLine(glyphs.vertical, style: .border)
        line.append(isPointerAtEdge ? glyphs.pointer : " ", style: isPointerAtEdge ? .selection : .text)
        while cells.last?.text == " " { cells.removeLast() }
        for cell in cells { line.append(cell.text, style: cell.style) }
        return line
    }

    /// The label, its box and its verdict: as much of that as there is room for.
    private func name(of index: Int, room: Int) -> String {
        let region = pad.regions[index]
        let isChosen = chosen.contains(region.id)
        let label = OptionLabels.label(at: index)
        let box =
            pad.isSingle
            ? (isChosen ? glyphs.radioOn : glyphs.radioOff) : (isChosen ? glyphs.checkedBox : glyphs.emptyBox)
        let verdict = !isAnswered ? "" : region.isCorrect ? glyphs.right : isChosen ? glyphs.wrong : ""
        let short = isAnswered ? verdict : isChosen ? (pad.isSingle ? glyphs.bullet : "x") : ""
        return [label + box + verdict, label + short].first { $0.count <= room } ?? label
    }

    private func through(_ above: [String], _ below: [String]) -> [(text: String, style: Style)] {
        (pad.shift..<pad.shift + columns).map { column in
            guard above.indices.contains(column), below.indices.contains(column),
                Self.downward.contains(above[column]), Self.upward.contains(below[column])
            else { return (" ", .text) }
            if above[column] == "+", below[column] == "+" { return (" ", .text) }
            return (below[column] == "|" || above[column] == "|" ? "|" : glyphs.vertical, .text)
        }
    }

    private static let downward = Set("│┃║|┬┼├┤┐┌╦╗╔+".map { String($0) })
    private static let upward = Set("│┃║|┴┼├┤┘└╩╝╚▼v+".map { String($0) })
}
