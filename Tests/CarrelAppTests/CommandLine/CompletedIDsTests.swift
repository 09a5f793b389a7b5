import Testing

@testable import CarrelApp

@Suite("Ids that shells complete")
struct CompletedIDsTests {
    @Test(
        "What a shell asks Carrel is itself a use of Carrel that prints ids",
        arguments: [CommandTable.Value.topic, .question, .session])
    func asked(value: CommandTable.Value) throws {
        let arguments = try #require(CompletedIDs.arguments(for: value)).split(separator: " ").map(String.init)
        let invocation = try Invocation(parsing: arguments)
        #expect(invocation.command == "list" && invocation.has("--ids"))
    }

    @Test(
        "Where there are no ids, Carrel is not asked",
        arguments: [CommandTable.Value.text, .number, .file, .directory, .choice(["a"])])
    func notAsked(value: CommandTable.Value) { #expect(CompletedIDs.arguments(for: value) == nil) }

    @Test("The options that decide whose ids they are go with the list too")
    func deciding() throws {
        let names = Set(CommandTable.carrel.common.filter { $0.value != nil }.map(\.name))
        #expect(names.isSuperset(of: CompletedIDs.deciding))
        #expect(Set(CommandTable.carrel.valued).isSuperset(of: names))
    }

    @Test("The program without a command is no name to complete")
    func named() {
        #expect(CommandTable.carrel.named.count == CommandTable.carrel.commands.count - 1)
        #expect(!CommandTable.carrel.named.contains(.desk))
    }
}
