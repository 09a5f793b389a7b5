import CarrelCore
import CarrelTerminal

// What the mouse does on a question: the wheel scrolls its text, and a click on an option is its label.
extension PracticeScreen {
    mutating func point(at mouse: Mouse, at now: Moment) -> [Effect] {
        let all = lines(.unicode)
        switch mouse.kind {
        case .wheelUp: scroll.move(-1, lines: all.count, visible: textRows)
        case .wheelDown: scroll.move(1, lines: all.count, visible: textRows)
        case .press:
            let row = mouse.row - textTop
            guard phase == .choosing, trouble == nil, (0..<textRows).contains(row),
                all.indices.contains(scroll.top + row), let option = all[scroll.top + row].option
            else { return [] }
            cursor = option
            return choose(order[option], at: now)
        case .release: break
        }
        return []
    }
}
