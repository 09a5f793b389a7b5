import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("carrel themes")
struct ThemesCommandTests {
    @Test("The table says what each is, where from, by whom, and which is in use")
    func table() {
        let lines = ThemesCommand.table(ThemeEntry.builtIn, inForce: "monochrome").lines(columns: nil)
        #expect(
            lines == [
                "NAME                 VARIANT      FROM      AUTHOR",
                "terminal             own colours  built-in  Carrel",
                "monochrome (in use)  own colours  built-in  Carrel",
            ])
    }

    @Test("In words every role stands with its colours and their contrast")
    func words() throws {
        let entry = try #require(ThemeLibrary(shipped: [ThemeFolder.shipped]).entry(named: "contrast-dark"))
        let lines = ThemesCommand.words(try #require(entry.theme)).lines(columns: nil)
        #expect(lines.count == Role.allCases.count + 1)
        #expect(lines[1].hasPrefix("text ") && lines[1].contains(" #000000 ") && lines[1].contains(":1"))
        #expect(lines.contains { $0.hasPrefix("link ") && $0.hasSuffix("underlined") })
        let own = ThemesCommand.words(.terminal).lines(columns: nil)
        #expect(own.contains { $0.hasPrefix("match ") && $0.contains("colour 0 ") && $0.contains("colour 3") })
        #expect(own[1].contains("the terminal's"))
    }
}
