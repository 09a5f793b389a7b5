import Glibc
import Testing

@Suite("Installing")
struct InstallTests {
    private func make(_ goal: String, below prefix: String, _ learner: Learner) throws -> Shell.Output {
        try Shell.run(
            [
                "make", "--no-print-directory", "-C", Places.checkout, goal, "PREFIX=\(prefix)",
                "PROGRAM=\(Places.program)",
            ], within: 60)
    }

    /// The files below a directory, sorted, by their paths in it.
    private func files(below directory: String) throws -> [String] {
        try Shell.run(["sh", "-c", "cd '\(directory)' && find . ! -type d | LC_ALL=C sort"]).lines.map {
            String($0.dropFirst(2))
        }
    }

    @Test("An installed Carrel finds its packs from wherever it is started, and uninstalling leaves no file")
    func installed() throws {
        let learner = try Learner()
        let prefix = learner.home + "/in a prefix"
        let made = try make("install", below: prefix, learner)
        #expect(made.status == 0, "\(made.text)")
        let packs = try Shell.run(["sh", "-c", "cd '\(Places.checkout)' && find data themes -name '*.yaml'"]).lines
        let installed = try files(below: prefix)
        #expect(Set(packs.map { "share/carrel/\($0)" }).isSubset(of: installed))
        for file in [
            "bin/carrel", "share/man/man1/carrel.1", "share/bash-completion/completions/carrel",
            "share/zsh/site-functions/_carrel", "share/fish/vendor_completions.d/carrel.fish",
        ] {
            #expect(installed.contains(file))
        }
        #expect(try Shell.run(["find", prefix, "!", "-perm", "-444"]).text == "", "all can read all of it")

        // With nothing of this checkout in the environment.
        let environment = ["HOME": learner.home + "/elsewhere", "PATH": "/usr/bin:/bin"]
        let listed = try Shell.run(
            ["sh", "-c", "cd / && '\(prefix)/bin/carrel' list channels --ids"], environment: environment)
        #expect(listed.status == 0)
        #expect(listed.lines.contains("networking"), "\(listed.text)")
        #expect(try Shell.run([prefix + "/bin/carrel", "lint"], environment: environment).status == 0)
        let themes = try Shell.run([prefix + "/bin/carrel", "themes"], environment: environment)
        #expect(themes.status == 0 && themes.lines.contains { $0.hasPrefix("contrast-dark ") }, "\(themes.text)")

        // What an older version left is gone after the next installation.
        try TextFile.write("", to: prefix + "/share/carrel/data/channels/old.yaml")
        #expect(try make("install", below: prefix, learner).status == 0)
        #expect(try files(below: prefix) == installed)

        #expect(try make("uninstall", below: prefix, learner).status == 0)
        #expect(try files(below: prefix) == [])
        #expect(!TextFile.exists(prefix + "/share/carrel"))
        #expect(!TextFile.exists(prefix + "/share/zsh"))
    }

    @Test("Uninstalling keeps what others put beside it, and does nothing where nothing is")
    func uninstalled() throws {
        let learner = try Learner()
        let prefix = learner.home + "/prefix"
        #expect(try make("uninstall", below: prefix, learner).status == 0)
        #expect(try make("install", below: prefix, learner).status == 0)
        try TextFile.write("", to: prefix + "/share/zsh/site-functions/_other")
        #expect(try make("uninstall", below: prefix, learner).status == 0)
        #expect(try files(below: prefix) == ["share/zsh/site-functions/_other"])
    }
}
