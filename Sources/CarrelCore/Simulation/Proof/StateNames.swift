/// The names of variables that can come about in a world: those it begins with, and those its commands set. What a
/// capture fills in is a `*`.
struct StateNames {
    private(set) var names: Set<String> = []

    /// What builtins and the engine itself set.
    private static let engine: [Builtin?: [String]] = [
        nil: ["mode", "device"],
        .cd: ["cwd", "env.OLDPWD"], .export: ["env.*"], .kill: ["process.*.stat", "process.*.reloaded"],
    ]
    private static let files = [
        "file.*.kind", "file.*.text", "file.*.mode", "file.*.owner", "file.*.group", "file.*.to", "file.*.time",
        "file.*.size",
    ]
    private static let cluster = [
        "deploy.*.ready", "deploy.*.updated", "deploy.*.revision", "deploy.*.previous", "deploy.*.current",
        "rev-*.*.template", "rev-*.*.image", "rev-*.*.env", "rev-*.*.restarted", "rev-*.*.resources", "rs.*.owner",
        "rs.*.image", "rs.*.desired", "rs.*.ready", "rs.*.age", "pods-made", "pod.*.owner", "pod.*.set", "pod.*.image",
        "pod.*.restarts", "pod.*.status", "pod.*.labels",
        "pod.*.age", "pod.*.ip", "pod.*.node", "pod.*.logs",
    ]
    private static let manifests = [
        "deploy.*.replicas", "deploy.*.selector", "deploy.*.labels", "deploy.*.image", "deploy.*.container",
        "deploy.*.env", "deploy.*.port", "deploy.*.age", "pod.*.container", "svc.*.type", "svc.*.selector",
        "svc.*.port",
        "svc.*.target", "svc.*.ip", "svc.*.labels", "svc.*.age", "ns.*.status", "ns.*.age", "cm.*.data", "cm.*.age",
        "secret.*.data", "secret.*.age", "pod.*.age",
    ]
    private static let objects = ["object.*.text", "object.*.time", "object.*.class", "object.*.size"]

    init(world: World?, shell: Shell) {
        names.formUnion(Self.engine[nil] ?? [])
        add(shell.state.keys)
        for name in shell.variables.keys {
            if let key = try? StateKey(name) { names.insert(key.pattern) }
        }
        if let world {
            add(world.state.keys)
            add(world.shared.keys.map { ":" + $0 })
            for device in world.devices { add(device.state.keys) }
        }
        var usesFiles = names.contains { $0.hasPrefix("file.") || $0 == "cwd" }
        for command in (world?.commands ?? []) + shell.commands {
            if let builtin = command.run.flatMap(Builtin.init) {
                names.formUnion(Self.engine[builtin] ?? [])
                if builtin == .apply { names.formUnion(Self.manifests) }
                if builtin == .s3cp || builtin == .s3sync { names.formUnion(Self.objects) }
                usesFiles = usesFiles || builtin == .touch
            }
            for outcome in command.outcomes {
                for assignment in outcome.set + outcome.append {
                    if let key = try? StateKey(assignment.key) { names.insert(key.pattern) }
                }
            }
        }
        if usesFiles { names.formUnion(Self.files) }
        if shell.settle.contains(Settler.cluster.rawValue) { names.formUnion(Self.cluster) }
    }

    private mutating func add(_ keys: some Sequence<String>) { names.formUnion(keys) }

    /// Whether some variable fits the name, or is of the member or group it names.
    func allow(_ pattern: String, devices: [String]) -> Bool {
        var wanted = [pattern]
        if let colon = pattern.firstIndex(of: ":"), devices.contains(String(pattern[..<colon])) {
            wanted.append(String(pattern[pattern.index(after: colon)...]))
        }
        return wanted.contains { wanted in
            names.contains(wanted)
                || names.contains { name in
                    Self.overlap(wanted, name) || Self.member(of: name).map { Self.overlap(wanted, $0) } ?? false
                }
        }
    }

    /// Whether a key that begins as a file's names something that a file has.
    func isOfFile(_ key: String) -> Bool {
        let prefix = "file./"
        guard key.hasPrefix(prefix) else { return true }
        guard let dot = key.utf8.dropFirst(prefix.utf8.count - 1).lastIndex(of: UInt8(ascii: ".")) else { return false }
        let pattern = "file.*" + key[dot...]
        return Self.files.contains(pattern) || names.contains(pattern)
    }

    func hasGroup(_ pattern: String) -> Bool {
        names.contains { name in
            guard name.split(separator: ".").count > 2, let dot = name.firstIndex(of: ".") else { return false }
            return Self.overlap(pattern, String(name[..<dot]))
        }
    }

    /// `vlan.10` of `vlan.10.name`.
    private static func member(of name: String) -> String? {
        guard let first = name.firstIndex(of: "."), let last = name.lastIndex(of: "."), first < last else { return nil }
        return String(name[..<last])
    }

    /// Whether some text fits both, where each `*` stands for any characters.
    static func overlap(_ one: String, _ other: String) -> Bool {
        let one = Array(one.utf8), other = Array(other.utf8), star = UInt8(ascii: "*")
        // By rows: whether the rest of one from here and the rest of the other from there can be the same.
        var below = [Bool](repeating: false, count: other.count + 1)
        for left in stride(from: one.count, through: 0, by: -1) {
            var row = [Bool](repeating: false, count: other.count + 1)
            for right in stride(from: other.count, through: 0, by: -1) {
                let isStar = left < one.count && one[left] == star,
                    isOtherStar = right < other.count && other[right] == star
                if left == one.count, right == other.count {
                    row[right] = true
                } else if isStar, isOtherStar {
                    row[right] = below[right] || row[right + 1]
                } else if isStar {
                    row[right] = below[right] || (right < other.count && row[right + 1])
                } else if isOtherStar {
                    row[right] = row[right + 1] || (left < one.count && below[right])
                } else if left < one.count, right < other.count {
                    row[right] = one[left] == other[right] && below[right + 1]
                }
            }
            below = row
        }
        return below[0]
    }

    /// The name somebody meant, for a message.
    func guess(_ name: String) -> String {
        NearestName.to(name, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
    }
}

extension StateKey {
    /// With a `*` for everything that is filled in.
    var pattern: String {
        parts.reduce(into: "") { whole, part in
            switch part {
            case .text(let text): whole += text
            case .name: whole += "*"
            }
        }
    }
}
