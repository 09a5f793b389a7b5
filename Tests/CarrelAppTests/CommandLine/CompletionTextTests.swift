import Testing

@testable import CarrelApp

@Suite("Completions as text")
struct CompletionTextTests {
    @Test("Each shell's completions know every command and every option of the table")
    func everything() {
        let table = CommandTable.carrel
        for text in [BashCompletions().text, ZshCompletions().text] {
            for command in table.named { #expect(text.contains(command.name)) }
            for option in table.common + table.commands.flatMap(\.options) { #expect(text.contains(option.name)) }
        }
        let fish = FishCompletions().text
        for command in table.named {
            #expect(fish.contains("-n __carrel_at -a \(command.name) "))
            for option in command.options {
                #expect(fish.contains("-n '__carrel_at \(command.name)' -l \(option.name.dropFirst(2)) "))
            }
        }
        for option in table.common { #expect(fish.contains("complete -c carrel -l \(option.name.dropFirst(2)) ")) }
    }

    @Test("Words that may stand at a place are offered in each shell")
    func choices() {
        for text in [BashCompletions().text, ZshCompletions().text, FishCompletions().text] {
            #expect(text.contains(Listing.allCases.map(\.rawValue).joined(separator: " ")))
            #expect(text.contains("bash zsh fish"))
        }
    }

    @Test("What bash is given by Carrel is not read as a command: compgen -W would do so")
    func noExpansion() { #expect(!BashCompletions().text.contains("compgen")) }

    @Test("Quotes, brackets and colons of help are text in zsh and fish")
    func quoting() {
        let option = CommandTable.Option("--odd", "X", help: "it's [odd]: yes")
        let table = CommandTable(commands: [CommandTable.Command(name: "do", help: "don't: never")], common: [option])
        let zsh = ZshCompletions(table: table).text
        #expect(zsh.contains(#"'--odd=[it'\''s \[odd\]\: yes]:X: '"#))
        #expect(zsh.contains(#"'do:don'\''t\: never'"#))
        #expect(FishCompletions(table: table).text.contains(#"-d 'it\'s [odd]: yes'"#))
    }
}
