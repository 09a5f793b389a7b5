import Testing

@testable import CarrelApp

@Suite("The commands there are")
struct CommandTableCommandsTests {
    @Test("Each says in half a line what it does, and has JSON exactly where it takes --json")
    func described() {
        for command in CommandTable.carrel.commands {
            #expect((1...70).contains(command.help.count) && command.help.last != ".", "\(command.name)")
            #expect((command.json != nil) == command.options.contains(CommandTable.json), "\(command.name)")
        }
    }

    @Test("Their names are words that a shell takes as they are, each given once")
    func names() {
        let names = CommandTable.carrel.commands.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } })
    }

    @Test("An operand that may be left out, or repeated, comes last")
    func order() {
        for command in CommandTable.carrel.commands {
            #expect(command.operands.dropLast().allSatisfy { !$0.isOptional && !$0.isRepeated }, "\(command.name)")
        }
    }

    @Test("Every option begins with two dashes and says what it does; those common to all say it but once")
    func options() {
        let common = CommandTable.carrel.common
        for option in common + CommandTable.carrel.commands.flatMap(\.options) {
            #expect(option.name.hasPrefix("--") && !option.help.isEmpty && option.help.last != ".", "\(option.name)")
        }
        #expect(Set(common.map(\.name)).count == common.count)
    }

    @Test("Each status a program can end with is said once, in order")
    func statuses() { #expect(CommandTable.exitStatuses.map(\.status) == ["0", "1", "2", "3", "128+N"]) }
}
