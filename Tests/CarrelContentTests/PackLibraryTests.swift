import CarrelCore
import TestDirectory
import Testing

@testable import CarrelContent

@Suite("Reading what changed")
struct PackLibraryTests {
    let builtIn: TemporaryDirectory
    let own: TemporaryDirectory
    var roots: [PackRoot] {
        [PackRoot(path: builtIn.path, isBuiltIn: true), PackRoot(path: own.path, isBuiltIn: false)]
    }

    init() throws {
        builtIn = try TemporaryDirectory()
        own = try TemporaryDirectory()
        try builtIn.write(PackFixture.channel(PackFixture.free("a")), to: "channels/net.yaml")
    }

    private func read(_ recorded: [PackFile] = [], known: KnownIDs = KnownIDs()) -> ReadResult {
        PackLibrary.read(Survey(of: roots, recorded: recorded), known: known)
    }

    /// What the catalogue knows after `result` was taken in.
    private func known(_ result: ReadResult) -> KnownIDs {
        var known = KnownIDs()
        for pack in result.packs {
            for question in pack.questions { known.questions[question.question.id] = pack.file.path }
            if case .channel(let channel) = pack.subject { known.channels[channel.id] = pack.file.path }
        }
        return known
    }

    private func name(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }

    @Test("An unchanged start reads no file, parses nothing and asks nothing")
    func unchanged() {
        let first = read()
        #expect(first.filesRead == 1 && first.filesParsed == 1 && first.packs.count == 1)
        let survey = Survey(of: roots, recorded: first.packs.map(\.file))
        var asked = false
        func known() -> KnownIDs {
            asked = true
            return KnownIDs()
        }
        #expect(PackLibrary.read(survey, known: known()) == ReadResult())
        #expect(!asked)
    }

    @Test("A file written anew with the same bytes is read, not parsed")
    func touched() throws {
        let first = read()
        builtIn.delete("channels/net.yaml")
        try builtIn.write("", to: "channels/other-inode")
        try builtIn.write(PackFixture.channel(PackFixture.free("a")), to: "channels/net.yaml")
        let second = read(first.packs.map(\.file))
        #expect(second.filesRead == 1 && second.filesParsed == 0)
        #expect(second.packs == [] && second.touched.map(\.hash) == first.packs.map(\.file.hash))
        #expect(second.touched[0].modified != first.packs[0].file.modified)
    }

    @Test("One bad pack never stops the others")
    func bad() throws {
        try builtIn.write(PackFixture.channel("  - {id: b}", id: "bad"), to: "channels/bad.yaml")
        try builtIn.write("a: [", to: "channels/worse.yaml")
        try builtIn.write("", to: "channels/folder.yaml/x")
        let result = read()
        #expect(result.packs.map { name($0.file.path) } == ["net.yaml"])
        #expect(result.faultyFiles.map(name) == ["bad.yaml", "folder.yaml", "worse.yaml"])
        #expect(result.faults.allSatisfy { $0.severity == .error })
    }

    @Test("An unknown reference is a fault; one into a pack with faults waits for it")
    func waiting() throws {
        try builtIn.write(
            PackFixture.channel(PackFixture.free("b", extra: "related: [{id: c}, {id: a}]"), id: "two"),
            to: "channels/two.yaml")
        let refused = read()
        #expect(refused.faults.map(\.message) == ["no question has the id \"c\""])
        #expect(refused.packs.count == 1)

        try builtIn.write(PackFixture.channel("  - {id: c}", id: "bad"), to: "channels/bad.yaml")
        let waiting = read()
        #expect(waiting.faultyFiles.map(name) == ["bad.yaml"])
        let two = try #require(waiting.packs.first { name($0.file.path) == "two.yaml" })
        #expect(two.questions[0].question.related.map(\.target) == ["a"])
        #expect(two.file.hash.isEmpty)

        try builtIn.write(PackFixture.channel(PackFixture.free("c"), id: "bad"), to: "channels/bad.yaml")
        let whole = read(waiting.packs.map(\.file), known: known(waiting))
        #expect(whole.packs.map { name($0.file.path) } == ["bad.yaml", "two.yaml"])
        #expect(whole.packs[1].questions[0].question.related.map(\.target) == ["c", "a"])
        #expect(!whole.packs[1].file.hash.isEmpty)
    }

    @Test("A learner's pack may repeat the built-in one and add to it, but not redefine it")
    func repeated() throws {
        try own.write(PackFixture.channel(PackFixture.free("a") + "\n" + PackFixture.free("b")), to: "mine.yaml")
        let added = read()
        #expect(added.faults == [])
        #expect(added.packs.map { $0.questions.map(\.question.id) } == [["a"], ["b"]])

        try own.write(PackFixture.channel(PackFixture.free("a", stem: "Something else entirely?")), to: "mine.yaml")
        let redefined = read()
        #expect(
            redefined.faults.map(\.description) == [
                "\(own.path)/mine.yaml:7:10: error: questions[0].id: the id \"a\" is already taken, with other content, at "
                    + "\(builtIn.path)/channels/net.yaml:7"
            ])
        #expect(redefined.packs.map { name($0.file.path) } == ["net.yaml"])
    }

    @Test("A changed built-in pack is compared with the learner's unchanged one, which gets the fault")
    func rival() throws {
        try own.write(PackFixture.channel(PackFixture.free("b"), id: "own"), to: "mine.yaml")
        let first = read()
        try builtIn.write(
            PackFixture.channel(PackFixture.free("a") + "\n" + PackFixture.free("b", stem: "Not the same at all?")),
            to: "channels/net.yaml")
        let second = read(first.packs.map(\.file), known: known(first))
        #expect(second.packs.map { name($0.file.path) } == ["net.yaml"])
        #expect(second.faultyFiles.map(name) == ["mine.yaml"])
        #expect(second.filesRead == 2)
    }

    @Test("A question that moves from one file to another is no duplicate")
    func moved() throws {
        try builtIn.write(PackFixture.channel(PackFixture.free("b"), id: "two"), to: "channels/two.yaml")
        let first = read()
        try builtIn.write(PackFixture.channel(PackFixture.free("longer"), id: "net"), to: "channels/net.yaml")
        try builtIn.write(
            PackFixture.channel(PackFixture.free("a") + "\n" + PackFixture.free("b"), id: "two"),
            to: "channels/two.yaml")
        let second = read(first.packs.map(\.file), known: known(first))
        #expect(second.faults == [] && second.packs.count == 2)
    }
}
