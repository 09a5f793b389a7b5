import Glibc
import TestDirectory
import Testing

@testable import CarrelContent

@Suite("A file of settings")
struct ConfigurationFileTests {
    private let temporary: TemporaryDirectory
    private var directory: String { temporary.path }

    init() throws { temporary = try TemporaryDirectory() }

    private var path: String { directory + "/new/config.yaml" }

    private func holding(_ text: String) throws -> ConfigurationFile {
        mkdir(directory + "/new", 0o700)
        let file = try #require(fopen(path, "w"))
        fputs(text, file)
        fclose(file)
        return ConfigurationFile(reading: path)
    }

    private func text() -> String {
        guard let file = fopen(path, "r") else { return "" }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    @Test("One that is not there is empty, and made with its directory for its owner alone")
    func missing() throws {
        var file = ConfigurationFile(reading: path)
        #expect(file.fault == nil && file.entries.isEmpty)
        try file.set("theme", to: "monochrome")
        #expect(text() == "theme: monochrome\n")
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
        let entries = ConfigurationFile(reading: path).entries
        #expect(entries.map(\.key) == ["theme"] && entries.map(\.value) == ["monochrome"])
        #expect(entries.map(\.line) == [1] && entries.map(\.node.content) == [.scalar("monochrome", .plain)])
    }

    @Test("A change leaves comments, order and keys of others as they are")
    func kept() throws {
        var file = try holding("# mine\nfuture: [1, 2]\ntheme: terminal # as it is\n\nbell: off")
        try file.set("theme", to: "monochrome")
        #expect(text() == "# mine\nfuture: [1, 2]\ntheme: monochrome # as it is\n\nbell: off")
        try file.set("mouse", to: "on")
        #expect(text() == "# mine\nfuture: [1, 2]\ntheme: monochrome # as it is\n\nbell: off\nmouse: on\n")
        #expect(file.entries.map(\.key) == ["future", "theme", "bell", "mouse"])
        #expect(file.entries.first?.value == nil)
    }

    @Test(
        "What cannot be read is told with its line, and never written over",
        arguments: [
            ("theme: [", ":2: "), ("- theme", ":1: expected"),
            ("just words", ":1: expected"),
        ])
    func faulty(text: String, words: String) throws {
        var file = try holding(text)
        let fault = try #require(file.fault)
        #expect(fault.description.hasPrefix("config.yaml" + words))
        #expect(throws: fault) { try file.set("theme", to: "terminal") }
        #expect(self.text() == text)
    }

    @Test("Of a key that is given twice the first counts, which is told with the line of the second; the others count")
    func twice() throws {
        let file = try holding("theme: moss\nmouse: on\nmouse: off\nbell: off")
        #expect(file.fault == nil && file.entries.map(\.key) == ["theme", "mouse", "bell"])
        #expect(file.entries[1].value == "on")
        #expect(file.lineFaults.map(\.line) == [3])
        #expect(file.lineFaults.first?.words.hasPrefix("the key \"mouse\" is given twice") == true)
    }

    @Test(
        "A value that a line cannot take the place of is left alone",
        arguments: ["{theme: a, bell: b}", "theme: >\n  a\n  b\n"])
    func unchangeable(text: String) throws {
        var file = try holding(text)
        #expect(file.fault == nil)
        #expect(throws: ConfigurationFile.Fault.self) { try file.set("theme", to: "terminal") }
        #expect(self.text() == text)
    }

    @Test("A directory in its place is told")
    func directoryInPlace() {
        mkdir(directory + "/new", 0o700)
        #expect(ConfigurationFile(reading: directory + "/new").fault != nil)
    }

    @Test("A link is followed, and stays a link")
    func link() throws {
        _ = try holding("bell: off\n")
        let link = directory + "/link.yaml"
        #expect(symlink(path, link) == 0)
        var file = ConfigurationFile(reading: link)
        try file.set("bell", to: "on")
        #expect(text() == "bell: on\n")
        var status = stat()
        #expect(lstat(link, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    }
}
