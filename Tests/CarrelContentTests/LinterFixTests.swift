import Glibc
import TestDirectory
import Testing

@testable import CarrelContent

@Suite("lint --fix")
struct LinterFixTests {
    let directory: TemporaryDirectory
    let text = PackFixture.question("ordering", "    items: [{text: a}, {text: b}]")
    init() throws { directory = try TemporaryDirectory() }

    @Test("The file is replaced, with its permissions, and nothing is left beside it")
    func fixes() throws {
        let path = try directory.write(text, to: "net.yaml")
        chmod(path, 0o640)
        #expect(try Linter.fix(path: path) == 2)
        #expect(try directory.text("net.yaml").contains("{id: \(DerivedID.of("a")), text: a}"))
        #expect(try FileAccess.names(in: directory.path) == ["net.yaml"])
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o7777 == 0o640)
        #expect(try Linter.fix(path: path) == 0)
    }

    @Test("A link stays a link")
    func link() throws {
        let target = try directory.write(text, to: "net.yaml")
        symlink(target, directory.path + "/link.yaml")
        #expect(try Linter.fix(path: directory.path + "/link.yaml") == 2)
        var status = stat()
        #expect(lstat(directory.path + "/link.yaml", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
        #expect(try directory.text("net.yaml").contains("id: o-"))
    }

    @Test("A file with errors is not touched")
    func untouched() throws {
        let path = try directory.write("channel: x", to: "net.yaml")
        #expect(throws: FixError.self) { try Linter.fix(path: path) }
        #expect(try directory.text("net.yaml") == "channel: x")
        #expect(throws: FixError.cannotRead(file: "/none", reason: "No such file or directory")) {
            try Linter.fix(path: "/none")
        }
    }
}
