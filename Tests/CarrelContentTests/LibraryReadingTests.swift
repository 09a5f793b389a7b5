import CarrelCore
import TestDirectory
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

    @Test("A step reads a file, the next stage compares the packs and takes one a step")
    func steps() {
        var reading = LibraryReading(survey, batch: 0)
        for done in 0..<4 {
            #expect(reading.stage == .reading && reading.done == done && reading.total == 4)
            #expect(reading.step(known: KnownIDs()) == nil)
        }
        #expect(reading.stage == .checking && reading.done == 0 && reading.total == 4)
        #expect(reading.step(known: KnownIDs()) == nil)
        for done in 0..<4 {
            #expect(reading.done == done && reading.total == 4)
            #expect(reading.step(known: KnownIDs()) == nil)
        }
        let result = reading.step(known: KnownIDs())
        #expect(result == PackLibrary.read(survey, known: KnownIDs()))
        #expect(result?.packs.count == 3 && result?.filesRead == 4 && result?.faultyFiles.count == 1)
    }

    @Test("A step reads as many files as come to its bytes, and the same is found whatever they are")
    func batches() throws {
        let sizes = survey.toRead.map(\.size)
        var reading = LibraryReading(survey, batch: sizes[0] + 1)
        #expect(reading.step(known: KnownIDs()) == nil)
        #expect(reading.done == 2)
        var result: ReadResult?
        while result == nil { result = reading.step(known: KnownIDs()) }
        #expect(result == PackLibrary.read(survey, known: KnownIDs()))

        reading = LibraryReading(survey)
        #expect(reading.step(known: KnownIDs()) == nil)
        #expect(reading.stage == .checking)
    }

    @Test("Where nothing changed the first step is the last, and asks nothing")
    func unchanged() {
        var reading = LibraryReading(Survey(of: [], recorded: []))
        func known() -> KnownIDs {
            Issue.record("asked what is known")
            return KnownIDs()
        }
        #expect(reading.step(known: known()) == ReadResult())
    }

    @Test("A catalogue that cannot tell what it holds is asked again: no file is read twice")
    func askedAgain() throws {
        struct Unavailable: Error {}
        func unavailable() throws -> KnownIDs { throw Unavailable() }
        var reading = LibraryReading(survey)
        while reading.stage == .reading { #expect(reading.step(known: KnownIDs()) == nil) }
        #expect(throws: Unavailable.self) { try reading.step(known: unavailable()) }
        var result: ReadResult?
        while result == nil { result = reading.step(known: KnownIDs()) }
        #expect(result?.filesRead == 4 && result?.packs.count == 3)
    }
}
