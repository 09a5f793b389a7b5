import CarrelCore
import CarrelTerminal

// What the mouse does on a question beside clicking what is marked: the wheel scrolls its text.
extension PracticeScreen {
    mutating func turn(_ mouse: Mouse) {
        let all = lines(.unicode)
        if simulation != nil, mouse.row >= rows - 2 - promptRows {
            simulation?.scroll(mouse.kind == .wheelUp ? -1 : mouse.kind == .wheelDown ? 1 : 0)
            return
        }
        switch mouse.kind {
        case .wheelUp: scroll.move(-1, lines: all.count, visible: textRows)
        case .wheelDown: scroll.move(1, lines: all.count, visible: textRows)
        case .press, .release: break
        }
    }
}
