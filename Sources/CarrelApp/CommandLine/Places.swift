import CarrelContent
import CarrelStorage
import Glibc

/// Where things are on this machine: worked out from the command line, the environment and the program's own place.
struct Places: Equatable, Sendable {
    /// The one built-in root; nil when none of the places has it.
    var builtInPacks: String?
    /// The learner's own packs.
    var ownPacks: String?
    /// Where the built-in root was looked for, to be told when it is not found.
    var searched: [String]
    var database: StoreLocation?
    /// Whether the command line names it.
    var isDatabaseNamed: Bool
    /// This machine's settings; nil where the environment names no home directory.
    var configuration: String?
    var themes: ThemeLibrary

    var packRoots: [PackRoot] {
        [
            builtInPacks.map { PackRoot(path: $0, isBuiltIn: true) },
            ownPacks.map { PackRoot(path: $0, isBuiltIn: false) },
        ]
        .compactMap { $0 }
    }

    /// - Parameters:
    ///   - executable: The absolute path of the running program.
    ///   - isDirectory: Asks the file system.
    init(
        _ invocation: Invocation, environment: [String: String], executable: String?,
        isDirectory: (String) -> Bool = Places.isDirectory
    ) {
        database = StoreLocation.usual(option: invocation.options["--db"].map(Self.absolute), environment: environment)
            .map { location in
                guard case .file(let path) = location, let profile = invocation.options["--profile"] else {
                    return location
                }
                return .file(Self.parent(path) + "/carrel-\(profile).db")
            }
        isDatabaseNamed = invocation.has("--db") || invocation.has("--profile")
        ownPacks = StoreLocation.usual(option: nil, environment: environment.filter { $0.key != "CARREL_DB" })
            .flatMap { location in
                guard case .file(let path) = location else { return nil }
                return Self.parent(path) + "/packs"
            }
        let configurations = Self.configurations(environment)
        configuration = configurations.map { $0 + "/config.yaml" }
        themes = ThemeLibrary(
            own: configurations.map { $0 + "/themes" },
            shipped: executable.map { Self.candidates("themes", executable: $0) } ?? [])
        if let named = invocation.options["--data"] ?? environment["CARREL_DATA"].flatMap({ $0.isEmpty ? nil : $0 }) {
            let path = Self.absolute(named)
            searched = [path]
            builtInPacks = isDirectory(path) ? path : nil
            return
        }
        searched = executable.map { Self.candidates("data", executable: $0) } ?? []
        builtInPacks = searched.first(where: isDirectory)
    }

    /// - Throws: `UsageError` where `profile` cannot be part of a file's name.
    static func check(profile: String) throws(UsageError) {
        let isGood = profile.unicodeScalars.allSatisfy {
            ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "-" || $0 == "_"
        }
        guard isGood, (1...64).contains(profile.count), !profile.hasPrefix("-") else {
            throw UsageError("--profile \(profile): expected 1 to 64 letters, digits, - and _")
        }
    }

    private static func configurations(_ environment: [String: String]) -> String? {
        // The XDG specification: a path that is not absolute is to be ignored.
        if let home = environment["XDG_CONFIG_HOME"], home.hasPrefix("/") { return home + "/carrel" }
        return environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/.config/carrel" }
    }

    /// The checkout the program was built in, told by the build directory; else `share` beside the program's `bin`.
    private static func candidates(_ name: String, executable: String) -> [String] {
        let parts = executable.split(separator: "/").map(String.init)
        var out: [String] = []
        if let build = parts.lastIndex(of: ".build") {
            out.append("/" + (parts[..<build] + [name]).joined(separator: "/"))
        }
        out.append("/" + (parts.dropLast(2) + ["share", "carrel", name]).joined(separator: "/"))
        return out
    }

    static func parent(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// `path` from the root of the file system, without `.`, `..` and doubled slashes.
    static func absolute(_ path: String) -> String {
        var full = path
        if !path.hasPrefix("/"), let here = getcwd(nil, 0) {
            full = String(cString: here) + "/" + path
            free(here)
        }
        var parts: [Substring] = []
        for part in full.split(separator: "/") {
            if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The running program's absolute path.
    static func executable() -> String? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    }

    /// The variables of this process that say where things are.
    static func processEnvironment() -> [String: String] {
        var values: [String: String] = [:]
        for name in [
            "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "CARREL_DB", "CARREL_DATA", "VISUAL", "EDITOR", "PATH",
            "XDG_RUNTIME_DIR", "TMPDIR", "DISPLAY", "WAYLAND_DISPLAY",
        ] {
            if let value = getenv(name) { values[name] = String(cString: value) }
        }
        return values
    }
}
