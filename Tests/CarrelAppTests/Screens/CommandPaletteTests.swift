import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("The list of commands")
struct PaletteTests {
    private static let screenSizes = [(80, 24), (40, 10), (200, 60), (41, 11)]

    private func opened(on probe: ScreenProbe) -> CommandPalette? {
        if case .palette(let palette) = probe.desk.overlay { palette } else { nil }
    }

    @Test("It opens wherever no field has the keys, and offers what is possible there", arguments: AnyScreen.allCases)
    func opens(screen: AnyScreen) throws {
        var probe = screen.probe(columns: 80, rows: 24)
        let offer = try #require(probe.desk.top?.offer)
        let above = probe.lines[0]
        probe.send(.key(.char(":")))
        guard !offer.isText, offer.context != .confidence else {
            #expect(probe.desk.overlay == nil)
            return
        }
        let palette = try #require(opened(on: probe))
        let commands = palette.entries.compactMap { if case .command(let name) = $0.choice { name } else { nil } }
        #expect(Set(commands) == Set(offer.commands.map(\.name)))
        #expect(Set(commands).count == commands.count)
        #expect(probe.lines[0] == above)
        #expect(probe.hints.hasSuffix("esc close"))
        probe.press("esc")
        #expect(probe.desk.overlay == nil)
    }

    @Test("Where nothing can be taken back no undo is offered")
    func possible() throws {
        let store = Samples.store(Samples.single)
        Catalogue.script(store)
        store.reply(to: .home, with: .home(Catalogue.home))
        func offered() throws -> [CommandPalette.Choice] {
            var probe = ScreenProbe(on: store)
            probe.send(.key(.char(":")))
            return try #require(opened(on: probe)).entries.map(\.choice)
        }
        for canUndo in [true, false] {
            store.reply(to: .canUndo, with: .canUndo(canUndo))
            #expect(try offered().contains(.command("undo")) == canUndo)
        }
    }

    @Test("The settings are found by what one looks for in them")
    func settings() throws {
        let store = Samples.store(Samples.single)
        store.reply(to: .home, with: .home(Catalogue.home))
        var probe = ScreenProbe(on: store)
        probe.send(.key(.char(":")))
        probe.type("theme")
        #expect(probe.lines.contains { $0.contains("go to Settings: theme") })
    }

    @Test("It keeps to the screen at every size", arguments: AnyScreen.allCases, screenSizes)
    func sizes(screen: AnyScreen, size: (columns: Int, rows: Int)) {
        var probe = screen.probe(columns: size.columns, rows: size.rows)
        probe.send(.key(.char(":")))
        guard probe.desk.overlay != nil else { return }
        #expect(probe.lines.count == size.rows)
        #expect(probe.lines.allSatisfy { Columns.width(of: $0) <= size.columns })
        #expect(probe.lines[2].hasPrefix(" :"))
        #expect(probe.lines[3].hasPrefix(" ▸ "))
        #expect(probe.hints.hasPrefix(" ↵ run"))
        probe.resize(columns: 1, rows: 1)
        #expect(probe.lines.count == 1)
        probe.press("esc")
    }

    private func home() -> ScreenProbe { AnyScreen.home.probe(columns: 80, rows: 24) }

    @Test("A few letters find a place, with its keys, and Enter goes there")
    func place() {
        var probe = home()
        probe.type(":bookm")
        #expect(probe.lines[2].hasPrefix(" : bookm"))
        #expect(probe.lines[3] == " ▸ go to Bookmarks" + String(repeating: " ", count: 57) + "' b")
        probe.press("enter")
        #expect(probe.title.hasPrefix(" Bookmarks "))
        #expect(probe.desk.overlay == nil)
    }

    @Test("Letters that were typed are marked")
    func marked() {
        var probe = home()
        probe.type(":gbk")
        let styles = probe.canvas.styles(row: 3)
        #expect(styles[3] == .match && styles[4] != .match && styles[9] == .match)
    }

    @Test("A command is run by its key: what it does is what the key does")
    func runs() {
        var probe = AnyScreen.choosing.probe(columns: 80, rows: 24)
        var other = AnyScreen.choosing.probe(columns: 80, rows: 24)
        probe.type(":flag")
        probe.press("enter")
        other.press("m")
        #expect(probe.lines == other.lines)
    }

    @Test("What was chosen stands first the next time")
    func recent() {
        var probe = home()
        probe.type(":hist")
        probe.press("enter esc")
        probe.type(":")
        #expect(probe.lines[3].hasPrefix(" ▸ go to History"))
    }

    @Test("What was chosen stands first in the next run too")
    func kept() throws {
        let performer = try Library.performer()
        for (typed, keys) in [(":hist", "enter esc"), (":tags", "enter esc")] {
            var probe = ScreenProbe(perform: { performer.perform($0) })
            probe.type(typed)
            probe.press(keys)
            probe.press("q")
            #expect(probe.desk.exitStatus == 0)
        }
        var probe = ScreenProbe(perform: { performer.perform($0) })
        probe.type(":")
        #expect(probe.lines[3].hasPrefix(" ▸ go to Tags"))
        #expect(probe.lines[4].hasPrefix("   go to History"))
        // The learner's acts are what is taken back, and choosing a command is none.
        probe.press("esc u")
        #expect(probe.hints.hasPrefix(" nothing to undo"))
    }

    @Test(
        "What is kept of choices is read again, but for what is not known",
        arguments: [
            "command open\ndesk goTo\nplace tags",
            "place nowhere\ncommand open\nrubbish\n\ndesk goTo\ndesk fly\nplace tags",
        ])
    func reading(value: String) {
        let choices: [CommandPalette.Choice] = [.command("open"), .desk(.goTo), .place(.tags)]
        #expect(RecentChoices.read([RecentChoices.change(to: []).key: value]) == choices)
        #expect(RecentChoices.change(to: choices).value == "command open\ndesk goTo\nplace tags")
    }

    @Test("Moves and edits are those of every field; nothing found is said")
    func moves() {
        var probe = home()
        probe.press(": down ^N ^P")
        #expect(probe.lines[4].hasPrefix(" ▸ "))
        probe.type("zzzz")
        #expect(probe.lines[3].hasPrefix("   No command here has that."))
        probe.press("enter")
        #expect(probe.desk.overlay != nil)
        probe.press("^U")
        #expect(probe.lines[3].hasPrefix(" ▸ "))
        probe.send(.paste("settings"))
        #expect(probe.lines[3].contains("settings"))
    }

    @Test("A click selects a row, a second one runs it")
    func mouse() {
        var probe = home()
        probe.type(":bookm")
        probe.send(.mouse(Mouse(kind: .press, column: 5, row: 3)))
        #expect(probe.title.hasPrefix(" Bookmarks "))
    }

    @Test("^C closes it, also on Home, and nothing typed under it reaches the screen")
    func closes() {
        var probe = home()
        probe.type(":q")
        #expect(probe.desk.exitStatus == nil)
        #expect(probe.desk.leaving(among: [.key(.char("q"))]) == nil)
        probe.press("^C")
        #expect(probe.desk.overlay == nil && probe.desk.exitStatus == nil)
    }

    @Test("Typed at once it does what is typed, and drops what was typed after it")
    func ahead() {
        var probe = home()
        let isDropped = probe.desk.handle(
            ":bookm".map { .key(.char($0)) } + [.key(.enter), .key(.char("q"))], at: probe.now)
        #expect(isDropped && probe.title.hasPrefix(" Bookmarks "))
    }

    @Test("Keys of one's own open it, stand in it and run")
    func rebound() {
        var probe = home()
        probe.desk.keymap[.everywhere, "palette"] = [.control("k")]
        probe.desk.keymap[.list, "settings"] = [.char("S")]
        probe.press(":")
        #expect(probe.desk.overlay == nil)
        #expect(probe.hints.contains("^K commands"))
        probe.press("^K")
        probe.type("settings how")
        #expect(probe.lines[3].hasSuffix("S"))
        probe.press("enter")
        #expect(probe.title.hasPrefix(" Settings "))
    }
}
