import CarrelCore
import Testing

@testable import CarrelContent

@Suite("Reading file by file")
struct LibraryReadingTests {
    let directory: TemporaryDirectory
    let survey: Survey

    init() throws {
        directory = try TemporaryDirectory()
        for name in ["a", "b", "c"] {
            try directory.write(
                PackFixture.channel(PackFixture.free("\(name)-q"), id: name), to: "channels/\(name).yaml")
        }
        try directory.write("a: [", to: "channels/bad.yaml")
        survey = Survey(of: [PackRoot(path: directory.path, isBuiltIn: true)], recorded: [])
    }

    @Test("Each step reads one file, one that cannot be parsed too; after the last nothing is left")
    func steps() {
        var reading = LibraryReading(survey)
        #expect(reading.filesTotal == 4)
        for done in 0..<4 {
            #expect(reading.filesDone == done && !reading.isComplete)
            reading.readFile()
        }
        #expect(reading.isComplete)
        reading.readFile()
        #expect(reading.filesDone == 4)
    }

    @Test("Step by step comes to the same as all at once, wherever the steps stop", arguments: 0...4)
    func sameResult(steps: Int) {
        var reading = LibraryReading(survey)
        for _ in 0..<steps { reading.readFile() }
        let result = reading.finish(known: KnownIDs())
        #expect(result == PackLibrary.read(survey, known: KnownIDs()))
        #expect(result.packs.count == 3 && result.filesRead == 4 && result.faultyFiles.count == 1)
    }

    @Test("What the catalogue cannot tell now can be asked again: no file is read twice")
    func askedAgain() throws {
        struct Unavailable: Error {}
        func unavailable() throws -> KnownIDs { throw Unavailable() }
        var reading = LibraryReading(survey)
        #expect(throws: Unavailable.self) { try reading.finish(known: unavailable()) }
        #expect(reading.isComplete)
        #expect(reading.finish(known: KnownIDs()).filesRead == 4)
    }
}
