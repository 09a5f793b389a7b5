import CarrelCore
import TestDirectory
import Testing

@testable import CarrelContent

@Suite("Reading one file of a survey")
struct FileReadingTests {
    let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
        try directory.write(PackFixture.channel(PackFixture.free("a-q"), id: "a"), to: "channels/a.yaml")
    }

    private func found() throws -> PackFile {
        let survey = Survey(of: [PackRoot(path: directory.path, isBuiltIn: true)], recorded: [])
        return try #require(survey.toRead.first)
    }

    @Test("A new file is parsed, with its hash and the hashes of its questions")
    func parsed() throws {
        guard case .parsed(let pack) = FileReading(try found()) else {
            Issue.record("not parsed")
            return
        }
        #expect(pack.file.hash.count == 64)
        #expect(pack.questions.map(\.question.id) == ["a-q"])
        #expect(try pack.questions.map(\.hashed.contentHash) == [ContentHash.hex(of: pack.questions[0].question)])
        #expect(!pack.faults.hasErrors)
    }

    @Test("One with the bytes it had is not parsed")
    func touched() throws {
        var file = try found()
        guard case .parsed(let pack) = FileReading(file) else {
            Issue.record("not parsed")
            return
        }
        file.hash = pack.file.hash
        guard case .touched(let read) = FileReading(file) else {
            Issue.record("parsed again")
            return
        }
        #expect(read.hash == file.hash)
    }

    @Test("One that is gone by now is a fault that names it")
    func failed() throws {
        var file = try found()
        file.path = directory.path + "/channels/gone.yaml"
        guard case .failed(let fault) = FileReading(file) else {
            Issue.record("read what is not there")
            return
        }
        #expect(fault.file == file.path && fault.severity == .error)
    }
}
