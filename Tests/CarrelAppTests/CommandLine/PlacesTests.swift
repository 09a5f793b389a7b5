import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("Where things are")
struct PlacesTests {
    private func places(
        _ options: [String: String] = [:], _ environment: [String: String] = [:], executable: String? = nil,
        existing: Set<String> = []
    ) -> Places {
        Places(
            Invocation(command: "", options: options), environment: environment, executable: executable,
            isDirectory: existing.contains)
    }

    @Test("The learner's file is named by --db, else CARREL_DB, else in the user's data directory")
    func database() {
        let all = ["CARREL_DB": "/e.db", "XDG_DATA_HOME": "/xdg", "HOME": "/home/me"]
        #expect(places(["--db": "/o.db"], all).database == .file("/o.db"))
        #expect(places([:], all).database == .file("/e.db"))
        #expect(places([:], ["XDG_DATA_HOME": "/xdg", "HOME": "/home/me"]).database == .file("/xdg/carrel/carrel.db"))
        #expect(
            places([:], ["XDG_DATA_HOME": "relative", "HOME": "/home/me"]).database
                == .file("/home/me/.local/share/carrel/carrel.db"))
        #expect(
            places([:], ["CARREL_DB": "", "HOME": "/home/me"]).database
                == .file("/home/me/.local/share/carrel/carrel.db"))
        #expect(places().database == nil)
    }

    @Test("The learner's packs lie beside the file's usual place, wherever this run's file is")
    func ownPacks() {
        #expect(places(["--db": "/o.db"], ["HOME": "/home/me"]).ownPacks == "/home/me/.local/share/carrel/packs")
        #expect(places([:], ["CARREL_DB": "/e.db", "XDG_DATA_HOME": "/xdg"]).ownPacks == "/xdg/carrel/packs")
        #expect(places(["--db": "/o.db"]).ownPacks == nil)
    }

    @Test("Built-in packs are where --data says, else CARREL_DATA, and nowhere else then")
    func named() {
        let named = places(
            ["--data": "/d"], ["CARREL_DATA": "/e"], executable: "/usr/bin/carrel", existing: ["/d", "/e"])
        #expect(named.builtInPacks == "/d")
        #expect(places([:], ["CARREL_DATA": "/e"], existing: ["/e"]).builtInPacks == "/e")
        let missing = places(["--data": "/d"], executable: "/usr/bin/carrel", existing: ["/usr/share/carrel/data"])
        #expect(missing.builtInPacks == nil)
        #expect(missing.searched == ["/d"])
    }

    @Test("Else they lie in the checkout the program was built in, or in share beside its bin")
    func found() {
        let build = places(executable: "/src/carrel/.build/x86_64/debug/carrel", existing: ["/src/carrel/data"])
        #expect(build.builtInPacks == "/src/carrel/data")
        let installed = places(executable: "/usr/local/bin/carrel", existing: ["/usr/local/share/carrel/data"])
        #expect(installed.builtInPacks == "/usr/local/share/carrel/data")
        let nowhere = places(executable: "/usr/local/bin/carrel")
        #expect(nowhere.builtInPacks == nil)
        #expect(nowhere.searched == ["/usr/local/share/carrel/data"])
    }

    @Test("Shipped themes lie where the packs do, whatever packs are named")
    func themes() {
        let build = places(["--data": "/d"], executable: "/src/.build/debug/carrel", existing: ["/d"])
        #expect(build.themes.shipped.first == "/src/themes")
        #expect(places(executable: "/usr/bin/carrel").themes.shipped == ["/usr/share/carrel/themes"])
        #expect(places().themes == ThemeLibrary())
    }

    @Test("Roots are the built-in packs first, then the learner's own")
    func roots() {
        let roots = places([:], ["CARREL_DATA": "/d", "HOME": "/h"], existing: ["/d"]).packRoots
        #expect(roots.map(\.path) == ["/d", "/h/.local/share/carrel/packs"])
        #expect(roots.map(\.isBuiltIn) == [true, false])
        #expect(places().packRoots.isEmpty)
    }

    @Test(
        "A path is written from the root, without dots and doubled slashes",
        arguments: [("/a/./b//c", "/a/b/c"), ("/a/../b", "/b"), ("/../..", "/"), ("/", "/"), ("/a/b/", "/a/b")])
    func absolute(path: String, expected: String) { #expect(Places.absolute(path) == expected) }

    @Test("A relative path begins where the program was started")
    func relative() {
        let here = Places.absolute(".")
        #expect(here.hasPrefix("/"))
        #expect(Places.absolute("x") == (here == "/" ? "/x" : here + "/x"))
    }

    @Test("The parent of a path", arguments: [("/a/b", "/a"), ("/a", "/"), ("a", ".")])
    func parent(path: String, expected: String) { #expect(Places.parent(path) == expected) }

    @Test(
        "This machine's settings are in the configuration directory, which must be absolute",
        arguments: [
            (["XDG_CONFIG_HOME": "/c", "HOME": "/h"], "/c/carrel/config.yaml" as String?),
            (["XDG_CONFIG_HOME": "c", "HOME": "/h"], "/h/.config/carrel/config.yaml"),
            (["HOME": "/h"], "/h/.config/carrel/config.yaml"), (["HOME": ""], nil), ([:], nil),
        ])
    func configuration(environment: [String: String], path: String?) {
        let places = Places(Invocation(command: ""), environment: environment, executable: nil) { _ in false }
        #expect(places.configuration == path)
        #expect(places.themes.own == path.map { $0.dropLast("config.yaml".count) + "themes" })
    }
}
