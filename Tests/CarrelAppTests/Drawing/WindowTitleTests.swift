import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("The window's title")
struct WindowTitleTests {
    private func title(_ screen: AnyScreen, _ keys: String = "", glyphs: Glyphs = .unicode) -> String {
        var probe = screen.probe(columns: 80, rows: 24)
        probe.press(keys)
        return WindowTitle.words(for: probe.canvas.place, glyphs: glyphs)
    }

    @Test("It says where one is, and stays the same while one moves there")
    func places() {
        #expect(title(.home) == "Carrel")
        #expect(title(.channels) == "Carrel · Channels")
        #expect(title(.channels, "enter").hasPrefix("Carrel · Channels ▸ "))
        #expect(title(.channels, "down") == title(.channels))
        #expect(title(.channels, ":") == title(.channels))
        #expect(title(.channels, glyphs: .ascii) == "Carrel - Channels")
        #expect(WindowTitle.words(for: [], glyphs: .unicode) == "Carrel")
    }
}
