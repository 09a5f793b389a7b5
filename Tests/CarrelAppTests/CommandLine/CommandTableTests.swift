import Testing

@testable import CarrelApp

@Suite("The table of commands")
struct CommandTableTests {
    @Test("Help names every command with its operands and every option with its value")
    func help() {
        let help = HelpText().program
        for command in CommandTable.carrel.commands {
            #expect(help.contains("  \(command.usage) "))
            #expect(unwrapped(help).contains(command.help))
            for option in command.options { expectRow(option, in: help) }
        }
        for option in CommandTable.carrel.common { expectRow(option, in: help) }
        for word in ["CARREL_DB", "CARREL_DATA", "XDG_DATA_HOME", "Exit status"] { #expect(help.contains(word)) }
    }

    private func expectRow(_ option: CommandTable.Option, in help: String) {
        #expect(help.split(separator: "\n").contains { $0.contains(option.usage) && $0.hasSuffix(option.help) })
    }

    private func unwrapped(_ text: String) -> String {
        text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    }

    @Test("Help fits a terminal of a hundred columns")
    func width() {
        #expect(HelpText().program.split(separator: "\n").filter { $0.count > 100 } == [])
    }

    @Test("Each command has help of its own, as wide as a terminal of a hundred columns")
    func own() {
        for command in CommandTable.carrel.commands {
            let help = HelpText().text(of: command)
            #expect(help.hasPrefix("Usage: \(command.usage)"))
            for option in command.options { expectRow(option, in: help) }
            #expect(help.split(separator: "\n").filter { $0.count > 100 && !$0.contains("{") } == [])
        }
    }

    @Test("Every command of the table is one of its own")
    func carriedOut() {
        for command in CommandTable.carrel.commands {
            let isDesk = CommandLineEntry.command(command.name) == DeskCommand.self
            #expect(isDesk == ["", "practice", "exam", "resume"].contains(command.name), "\(command.name)")
        }
    }

    @Test("No option is spelled twice for one command")
    func distinct() {
        for command in CommandTable.carrel.commands {
            let names = (command.options + CommandTable.carrel.common).map(\.name)
            #expect(Set(names).count == names.count)
        }
    }

    @Test("Operands may be optional, or more than one")
    func operands() {
        #expect(CommandTable.carrel.command("practice").map { [$0.required, $0.allowed] } == [1, 1])
        #expect(CommandTable.carrel.command("load").map { [$0.required, $0.allowed] } == [0, .max])
        #expect(CommandTable.carrel.command("doctor").map { [$0.required, $0.allowed] } == [0, 0])
        #expect(CommandTable.carrel.command("nothing") == nil)
    }
}
