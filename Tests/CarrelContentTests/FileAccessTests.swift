import Glibc
import TestDirectory
import Testing

@testable import CarrelContent

@Suite("Looking at pack files")
struct FileAccessTests {
    let directory: TemporaryDirectory
    init() throws { directory = try TemporaryDirectory() }

    @Test("A file is read whole, with what stat says of it and its hash")
    func reads() throws {
        let path = try directory.write("abc", to: "a.yaml")
        let (bytes, file) = try FileAccess.read(path, root: directory.path)
        #expect(bytes == Array("abc".utf8))
        #expect(file.size == 3)
        #expect(file.hash == SHA256.hex(of: bytes))
        var status = try FileAccess.status(of: path, root: directory.path)
        #expect(file.looksUnchanged(since: status))
        status.modified += 1
        #expect(!file.looksUnchanged(since: status))
    }

    @Test("What is no readable file of a bearable size is told in words, without waiting for it")
    func refused() throws {
        let path = directory.path
        mkdir(path + "/folder.yaml", 0o755)
        mkfifo(path + "/pipe.yaml", 0o644)
        symlink("loop.yaml", path + "/loop.yaml")
        truncate(try directory.write("", to: "huge.yaml"), 17 << 20)
        for (name, message) in [
            ("folder.yaml", "is a directory; a pack is a file"), ("pipe.yaml", "is a pipe; a pack is a file"),
            ("loop.yaml", "cannot open the file: Too many levels of symbolic links"),
            ("huge.yaml", "the file has 17825792 bytes; at most 16 MiB are read"),
            ("none.yaml", "cannot open the file: No such file or directory"),
        ] {
            let problem = #expect(throws: FileProblem.self) { try FileAccess.read(path + "/" + name, root: path) }
            #expect(problem?.message == message)
        }
        let device = #expect(throws: FileProblem.self) { try FileAccess.status(of: "/dev/null", root: "/dev") }
        #expect(device?.message == "is a device; a pack is a file")
    }

    @Test("Names are sorted, hidden ones left out")
    func names() throws {
        for name in ["b", ".a", "a", "c/d"] { try directory.write("", to: name) }
        #expect(try FileAccess.names(in: directory.path) == ["a", "b", "c"])
    }
}
