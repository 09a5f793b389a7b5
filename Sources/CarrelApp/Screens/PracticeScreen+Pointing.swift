import CarrelCore
import CarrelTerminal

// What the mouse does on a question beside clicking what is marked: the wheel scrolls its text.
extension PracticeScreen {
    mutating func turn(_ mouse: Mouse) {
        let all = lines(.unicode)
        switch mouse.kind {
        case .wheelUp: scroll.move(-1, lines: all.count, visible: textRows)
        case .wheelDown: scroll.move(1, lines: all.count, visible: textRows)
        case .press, .release: break
        }
    }
}
