import Testing

@testable import CarrelApp

@Suite("The table of commands")
struct CommandTableTests {
    @Test("Help names every command with its operands and every option with its value")
    func help() {
        let help = CommandTable.carrel.help
        for command in CommandTable.carrel.commands {
            let usage = (["carrel", command.name] + command.operands).filter { !$0.isEmpty }.joined(separator: " ")
            #expect(help.contains("  \(usage) "))
            #expect(help.contains(command.help))
            for option in command.options { expectRow(option, in: help) }
        }
        for option in CommandTable.carrel.common { expectRow(option, in: help) }
        for word in ["CARREL_DB", "CARREL_DATA", "XDG_DATA_HOME", "Exit status"] { #expect(help.contains(word)) }
    }

    private func expectRow(_ option: CommandTable.Option, in help: String) {
        let spelled = option.value.map { "\(option.name) \($0)" } ?? option.name
        #expect(help.split(separator: "\n").contains { $0.contains(spelled) && $0.hasSuffix(option.help) })
    }

    @Test("Help fits a terminal of a hundred columns")
    func width() {
        #expect(CommandTable.carrel.help.split(separator: "\n").filter { $0.count > 100 } == [])
    }

    @Test("No option is spelled twice for one command")
    func distinct() {
        for command in CommandTable.carrel.commands {
            let names = (command.options + CommandTable.carrel.common).map(\.name)
            #expect(Set(names).count == names.count)
        }
    }

    @Test("Brackets make an operand optional, dots allow more")
    func operands() {
        #expect(CommandTable.carrel.command("practice").map { [$0.required, $0.allowed] } == [1, 1])
        #expect(CommandTable.carrel.command("load").map { [$0.required, $0.allowed] } == [0, .max])
        #expect(CommandTable.carrel.command("doctor").map { [$0.required, $0.allowed] } == [0, 0])
        #expect(CommandTable.carrel.command("nothing") == nil)
    }
}
