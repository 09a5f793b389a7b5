import CarrelTerminal
import Testing

@Suite("Themes")
struct ThemeTests {
    @Test("The default theme never hides text: no fixed colours, no black or white but on a background of its own")
    func ownColours() {
        for role in Role.allCases {
            let look = Theme.terminal[role]
            for colour in [look.foreground, look.background] {
                if case .rgb = colour { Issue.record("\(role) has a fixed colour") }
            }
            if look.background == .standard {
                #expect(![.ansi(0), .ansi(7), .ansi(8), .ansi(15)].contains(look.foreground))
            }
        }
        #expect(Theme.terminal.background == .standard)
    }

    @Test("Without colour the states that matter still differ from plain text")
    func monochrome() {
        for role in Role.allCases {
            #expect(Theme.monochrome[role].foreground == .standard && Theme.monochrome[role].background == .standard)
        }
        for role: Role in [.selection, .match, .wrong, .alert, .title, .key, .link, .field, .codeKeyword] {
            #expect(!Theme.monochrome[role].traits.isEmpty)
        }
    }

    @Test("A role can be given another look")
    func change() {
        var theme = Theme.terminal
        theme[.code] = .init(.rgb(red: 1, green: 2, blue: 3), on: .ansi(0), .bold)
        #expect(theme[.code].background == .ansi(0))
        #expect(theme[.text] == Theme.terminal[.text])
    }
}
