import Glibc
import TestDirectory
import Testing

@testable import CarrelContent

@Suite("Finding packs under a root")
struct PackFinderTests {
    let directory: TemporaryDirectory
    init() throws { directory = try TemporaryDirectory() }

    @Test("Packs stand in the four folders or side by side, in a settled order")
    func finds() throws {
        for name in [
            "b.yaml", "paths/p.yaml", "channels/z.yaml", "channels/a.yaml", "other/x.yaml", "channels/.a.yaml",
            "readme",
        ] {
            try directory.write("", to: name)
        }
        let finder = PackFinder(root: directory.path)
        #expect(
            finder.files.map { $0.path.dropFirst(directory.path.count + 1) } == [
                "channels/a.yaml", "channels/z.yaml", "paths/p.yaml", "b.yaml",
            ])
        #expect(finder.faults == [])
    }

    @Test("What cannot be a pack is a fault of its own, the others are found")
    func faults() throws {
        try directory.write("", to: "a.yaml")
        try directory.write("", to: "b.yml")
        mkdir(directory.path + "/c.yaml", 0o755)
        try directory.write("", to: "paths")
        let finder = PackFinder(root: directory.path)
        #expect(finder.files.count == 1)
        #expect(
            finder.faults.map { $0.description.dropFirst(directory.path.count + 1) } == [
                "b.yml:1:1: warning: is not read; name it .yaml",
                "c.yaml:1:1: error: is a directory; a pack is a file",
            ])
    }

    @Test("A root that is not there is no fault, a file in its place is one")
    func roots() throws {
        let missing = PackFinder(root: directory.path + "/none")
        #expect(!missing.exists && missing.faults == [])
        let file = PackFinder(root: try directory.write("", to: "a.yaml"))
        #expect(!file.exists)
        #expect(file.faults.map(\.message) == ["is no directory; packs are kept in one"])
    }
}
