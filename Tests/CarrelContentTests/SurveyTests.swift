import CarrelCore
import Glibc
import TestDirectory
import Testing

@testable import CarrelContent

@Suite("What changed on disk")
struct SurveyTests {
    let directory: TemporaryDirectory
    let root: PackRoot

    init() throws {
        directory = try TemporaryDirectory()
        root = PackRoot(path: directory.path, isBuiltIn: true)
        try directory.write("a", to: "channels/a.yaml")
        try directory.write("b", to: "channels/b.yaml")
    }

    private func recorded() -> [PackFile] {
        Survey(of: [root], recorded: []).toRead.map { file in
            var file = file
            file.hash = "h"
            return file
        }
    }

    @Test("At first everything is to be read; recorded, nothing")
    func first() {
        let survey = Survey(of: [root], recorded: [])
        #expect(survey.toRead.count == 2 && survey.toRead.allSatisfy(\.hash.isEmpty))
        let next = Survey(of: [root], recorded: recorded())
        #expect(next.isUnchanged)
        #expect(next.unchanged == recorded())
    }

    @Test("A file dated beyond what nanoseconds in 64 bits hold is a file like any other")
    func farFuture() throws {
        var times = [timespec(tv_sec: 10_413_792_000, tv_nsec: 0), timespec(tv_sec: 10_413_792_000, tv_nsec: 0)]
        #expect(utimensat(AT_FDCWD, directory.path + "/channels/a.yaml", &times, 0) == 0)
        #expect(Survey(of: [root], recorded: []).toRead.count == 2)
        #expect(Survey(of: [root], recorded: recorded()).isUnchanged)
    }

    @Test("When a built-in pack changes or goes, the learner's own are read again: they may hold what it said")
    func rereadsOwn() throws {
        let mine = try TemporaryDirectory()
        try mine.write("a", to: "channels/mine.yaml")
        let roots = [root, PackRoot(path: mine.path, isBuiltIn: false)]
        let before = Survey(of: roots, recorded: []).toRead.map { file in
            var file = file
            file.hash = "h"
            return file
        }
        #expect(Survey(of: roots, recorded: before).isUnchanged)
        unlink(directory.path + "/channels/a.yaml")
        let survey = Survey(of: roots, recorded: before)
        #expect(survey.toRead.map(\.path) == [mine.path + "/channels/mine.yaml"])
        #expect(survey.toRead.first?.hash == "")
        #expect(survey.gone.count == 1)
    }

    @Test("A file that looks changed is read, with the hash it had; a new one without")
    func changed() throws {
        let before = recorded()
        try directory.write("longer", to: "channels/a.yaml")
        try directory.write("c", to: "c.yaml")
        let survey = Survey(of: [root], recorded: before)
        #expect(survey.toRead.map(\.hash) == ["h", ""])
        #expect(survey.unchanged == [before[1]])
    }

    @Test("A file recorded without a hash is read again, though it looks the same")
    func unhashed() {
        var before = recorded()
        before[0].hash = ""
        #expect(Survey(of: [root], recorded: before).toRead.map(\.path) == [before[0].path])
    }

    @Test("A deleted file is gone, unless its whole root is")
    func gone() throws {
        let before = recorded()
        directory.delete("channels/b.yaml")
        #expect(Survey(of: [root], recorded: before).gone == [before[1]])
        let absent = Survey(of: [PackRoot(path: directory.path + "/none", isBuiltIn: true)], recorded: before)
        #expect(absent.gone == [] && absent.roots == [])
    }

    @Test("A folder that cannot be looked into is a fault, and nothing of it is gone", .enabled(if: geteuid() != 0))
    func locked() {
        let before = recorded()
        chmod(directory.path + "/channels", 0)
        defer { chmod(directory.path + "/channels", 0o755) }
        let survey = Survey(of: [root], recorded: before)
        #expect(survey.gone == [])
        #expect(survey.faults.map(\.message) == ["cannot open the directory: Permission denied"])
    }

    @Test("The built-in root comes first, however the roots are given, and none twice")
    func order() throws {
        let own = try TemporaryDirectory()
        try own.write("x", to: "0.yaml")
        let learner = PackRoot(path: own.path, isBuiltIn: false)
        let survey = Survey(of: [learner, root, learner], recorded: [])
        #expect(survey.roots == [root, learner])
        #expect(survey.toRead.map(\.root) == [root.path, root.path, learner.path])
    }
}
