import CarrelTerminal
import Glibc
import Testing

@testable import CarrelApp

@Suite("Where themes are found")
struct ThemeLibraryTests {
    let folder: ThemeFolder

    init() throws { folder = try ThemeFolder() }

    @Test("Built-in ones come first, then the learner's, then those that are shipped, each by its file's name")
    func order() throws {
        try folder.write("zebra")
        let entries = folder.library.entries()
        #expect(entries.prefix(3).map(\.name) == ["terminal", "monochrome", "zebra"])
        #expect(entries.prefix(4).map(\.origin) == [.builtIn, .builtIn, .learner, .shipped])
        #expect(entries.count >= 13 && entries.allSatisfy { $0.theme?.name == $0.name })
        #expect(entries[2].variant == .dark && entries[2].author == "Ada" && entries[2].title == "zebra")
    }

    @Test("A file of the learner takes the place of the shipped one of the same name")
    func replaced() throws {
        let library = folder.library
        let shipped = try #require(library.entry(named: "paper"))
        try folder.write("paper", first: "fafafa")
        let own = try #require(library.entry(named: "paper"))
        #expect(shipped.origin == .shipped && own.origin == .learner && own.theme != shipped.theme)
        #expect(library.entries().filter { $0.name == "paper" } == [own])
    }

    @Test("Both endings are files of themes, and nothing else is")
    func endings() throws {
        try folder.write("x", to: "note.txt")
        try folder.write("system: base9\n", to: "other.yml")
        try folder.write("", to: ".hidden.yaml")
        let own = folder.library.entries().filter { $0.origin == .learner }
        #expect(own.map(\.name) == ["other"])
        #expect(own.first?.fault?.description == "other.yml:1: system: is \"base9\"; base16 or base24 is expected")
        #expect(folder.library.entry(named: "other") == own.first)
    }

    @Test("An ending in capitals is one too, and a link that leads nowhere says so", arguments: ["loud", "torn"])
    func silent(name: String) throws {
        try folder.write(name)
        let themes = folder.home + "/themes/"
        #expect(rename(themes + name + ".yaml", themes + name + ".YAML") == 0)
        if name == "torn" {
            unlink(themes + name + ".YAML")
            #expect(symlink("/no/such/file", themes + name + ".yaml") == 0)
        }
        let entry = try #require(folder.library.entries().first { $0.origin == .learner })
        #expect(entry.name == name && folder.library.entry(named: name) == entry)
        #expect((entry.theme == nil) == (name == "torn"))
        if name == "torn" { #expect(entry.fault?.description == "torn.yaml: leads to no file") }
    }

    @Test("The variant may be written with a capital")
    func variant() throws {
        try folder.write("tide", author: "Ada\nvariant: \"Light\"")
        #expect(folder.library.entry(named: "tide")?.variant == .light)
    }

    @Test("A name that is built in cannot be a file's")
    func builtIn() throws {
        try folder.write("terminal")
        #expect(folder.library.entry(named: "terminal")?.theme == .terminal)
        let file = folder.library.entries().first { $0.path != nil }
        #expect(file?.fault?.description.hasPrefix("terminal.yaml: the theme \"terminal\" is built in") == true)
    }

    @Test(
        "No name leads out of the directories",
        arguments: ["", ".", "..", "../themes/paper", "/etc/passwd", "a\nb", "a/b"])
    func names(name: String) {
        #expect(folder.library.entry(named: name) == nil)
        #expect(!ThemeLibrary.isAllowed(name))
    }

    @Test("A name that is none says which is near")
    func missing() {
        #expect(
            folder.library.missing("papper")
                == "there is no theme \"papper\"; did you mean paper?; carrel themes lists them")
        #expect(ThemeLibrary().missing("x") == "there is no theme \"x\"; carrel themes lists them")
    }

    @Test("What steers a terminal stays out of names and authors")
    func hostile() throws {
        try folder.write("sly", author: "\"A\\e[31mda\\nB\"")
        let entry = try #require(folder.library.entry(named: "sly"))
        #expect(!entry.author.contains("\u{1B}") && !entry.author.contains("\n"))
    }
}
