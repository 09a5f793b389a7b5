import Testing

@testable import CarrelStorage

@Suite("Where the learner's file is")
struct StoreLocationTests {
    @Test(
        "The nearest word holds: the option, the variable, the data directory, the home directory",
        arguments: [
            ("a.db", ["CARREL_DB": "b.db", "HOME": "/h"], "a.db"),
            (nil, ["CARREL_DB": "b.db", "XDG_DATA_HOME": "/x", "HOME": "/h"], "b.db"),
            (nil, ["CARREL_DB": "", "XDG_DATA_HOME": "/x", "HOME": "/h"], "/x/carrel/carrel.db"),
            (nil, ["XDG_DATA_HOME": "relative", "HOME": "/h"], "/h/.local/share/carrel/carrel.db"),
            (nil, ["HOME": "/h"], "/h/.local/share/carrel/carrel.db"),
        ] as [(String?, [String: String], String)])
    func usual(option: String?, environment: [String: String], path: String) {
        #expect(StoreLocation.usual(option: option, environment: environment) == .file(path))
    }

    @Test("Without a home directory there is no usual place")
    func nowhere() { #expect(StoreLocation.usual(option: nil, environment: [:]) == nil) }
}
