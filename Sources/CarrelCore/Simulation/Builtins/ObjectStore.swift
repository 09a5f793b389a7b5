/// `aws s3`: objects are `object.<bucket>/<key>.text`, buckets `bucket.<name>.created`.
enum ObjectStore {
    enum Place {
        case local(String)
        case remote(bucket: String, key: String)

        init(_ text: String) {
            guard text.hasPrefix("s3://") else {
                self = .local(text)
                return
            }
            let parts = text.dropFirst(5).split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            self = .remote(bucket: String(parts[0]), key: parts.count > 1 ? String(parts[1]) : "")
        }
    }

    static func check(_ bucket: String, _ operation: String, _ scope: SimulationScope) throws(Complaint) {
        guard scope.exists("bucket.\(bucket)") else { throw Complaint(noBucket(operation)) }
    }

    private static func noBucket(_ operation: String) -> String {
        "An error occurred (NoSuchBucket) when calling the \(operation) operation: The specified bucket does not exist"
    }

    static func keys(_ bucket: String, _ prefix: String, _ scope: SimulationScope) -> [String] {
        scope.members(of: "object").filter { $0.hasPrefix(bucket + "/" + prefix) }
            .map { String($0.dropFirst(bucket.count + 1)) }.sorted()
    }

    static func text(_ bucket: String, _ key: String, _ scope: SimulationScope) -> String? {
        scope.value(of: "object.\(bucket)/\(key).text")
    }

    private static func size(_ bucket: String, _ key: String, _ scope: SimulationScope) -> Int {
        scope.value(of: "object.\(bucket)/\(key).size").flatMap(ByteCount.stated)
            ?? text(bucket, key, scope)?.utf8.count ?? 0
    }

    static func store(_ text: String, _ bucket: String, _ key: String, _ scope: inout SimulationScope) {
        scope.set("object.\(bucket)/\(key).text", text)
        scope.set("object.\(bucket)/\(key).time", "2026-01-15 10:30:00")
        scope.set("object.\(bucket)/\(key).class", scope.locals["class"] ?? "STANDARD")
    }

    static func list(_ invocation: Invocation, _ scope: SimulationScope) throws(Complaint) -> CommandOutput {
        guard let place = invocation.captures["place"] else {
            return CommandOutput(
                text: scope.members(of: "bucket").map {
                    "\(scope.value(of: "bucket.\($0).created") ?? "2026-01-15 10:30:00") \($0)\n"
                }.joined())
        }
        guard case .remote(let bucket, let prefix) = Place(place.hasPrefix("s3://") ? place : "s3://" + place) else {
            return CommandOutput()
        }
        // An error that no transfer tells of stands behind an empty line.
        guard scope.exists("bucket.\(bucket)") else { throw Complaint("", noBucket("ListObjectsV2")) }
        let isRecursive = invocation.captures["recursive"] != nil
        func shown(_ bytes: Int) -> String {
            invocation.captures["human-readable"] == nil ? String(bytes) : ByteCount.binary(bytes)
        }
        var folders: [String] = [], lines: [String] = []
        var total = 0, count = 0
        for key in keys(bucket, prefix, scope) {
            let head = isRecursive ? 0 : prefix.lastIndex(of: "/").map { prefix[...$0].count } ?? 0
            let rest = key.dropFirst(head)
            if !isRecursive, let slash = rest.dropFirst(prefix.count - head).firstIndex(of: "/") {
                let folder = String(rest[...slash])
                // Keys are sorted: those of a folder stand together.
                if folders.last != folder { folders.append(folder) }
                continue
            }
            let bytes = size(bucket, key, scope)
            total = ByteCount.sum(total, bytes)
            count += 1
            let time = scope.value(of: "object.\(bucket)/\(key).time") ?? "2026-01-15 10:30:00"
            lines.append("\(time) \(shown(bytes).leftPadded(to: 10)) \(rest)")
        }
        lines = folders.map { "PRE \($0)".leftPadded(to: 27 + $0.count + 4) } + lines
        if lines.isEmpty, !prefix.isEmpty { return CommandOutput(isAccepted: false) }
        if invocation.captures["summarize"] != nil {
            lines += ["", "Total Objects: \(count)", "   Total Size: \(shown(total))"]
        }
        return CommandOutput(text: lines.joined(separator: "\n").withLineEnd)
    }

    /// What moves and deletes objects: on trial it says what it would do.
    static func transfer(_ builtin: Builtin, _ invocation: Invocation, _ scope: inout SimulationScope)
        throws(Complaint) -> CommandOutput
    {
        let before = scope.state
        var output: CommandOutput
        switch builtin {
        case .s3rm: output = try remove(invocation, &scope)
        case .s3sync: output = try sync(invocation, &scope)
        default: output = try copy(invocation, &scope)
        }
        if invocation.captures["dryrun"] != nil {
            scope.state = before
            output.text = output.text.outputLines.map { "(dryrun) " + $0 }.asLines
        }
        if ["quiet", "only-show-errors"].contains(where: { invocation.captures[$0] != nil }) { output.text = "" }
        return output
    }

    private static func copy(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint)
        -> CommandOutput
    {
        let from = invocation.captures["from"] ?? "", to = invocation.captures["to"] ?? ""
        let isMove = invocation.captures["verb"] == "mv"
        if invocation.captures["recursive"] != nil { return try all(from, to, isMove: isMove, onlyNew: false, &scope) }
        let base = from.split(separator: "/").last.map(String.init) ?? from
        func complete(_ key: String) -> String { key.isEmpty || key.hasSuffix("/") ? key + base : key }
        var shown = to
        // A hyphen stands for what a pipe brings, or for the screen.
        if from == "-" || to == "-" { return try stream(from, to, invocation.input, isMove: isMove, &scope) }
        switch (Place(from), Place(to)) {
        case (.local, .local): throw Complaint("", "aws: error: Error: Invalid argument type")
        case (.local(let path), .remote(let bucket, let key)):
            let text: String
            do throws(FileRefusal) { text = try scope.text(of: path) } catch {
                throw Complaint("", "The user-provided path \(path) does not exist.")
            }
            try checkTransfer("upload", from, to, bucket, "PutObject", scope)
            store(text, bucket, complete(key), &scope)
            shown = "s3://\(bucket)/\(complete(key))"
            if isMove { try? scope.delete(path) }
        case (.remote(let bucket, let key), .local(let path)):
            guard let text = text(bucket, key, scope) else {
                throw Complaint(
                    "fatal error: An error occurred (404) when calling the HeadObject operation: Key \"\(key)\" does not exist"
                )
            }
            let node = try? scope.file(path)
            shown = node?.kind == .dir ? (path == "." ? "./" + base : path + "/" + base) : path
            do throws(FileRefusal) { try scope.write(text, to: shown) } catch {
                throw Complaint("download failed: \(from) to \(shown) [Errno] \(error.rawValue)")
            }
            if isMove { erase(bucket, key, &scope) }
        case (.remote(let source, let key), .remote(let bucket, let newKey)):
            guard let text = text(source, key, scope) else {
                throw Complaint(
                    "fatal error: An error occurred (404) when calling the HeadObject operation: Key \"\(key)\" does not exist"
                )
            }
            try checkTransfer("copy", from, to, bucket, "CopyObject", scope)
            store(text, bucket, complete(newKey), &scope)
            shown = "s3://\(bucket)/\(complete(newKey))"
            if isMove { erase(source, key, &scope) }
        }
        let verb = isMove ? "move" : from.hasPrefix("s3://") ? to.hasPrefix("s3://") ? "copy" : "download" : "upload"
        return CommandOutput(text: "\(verb): \(Self.shown(from)) to \(Self.shown(shown))\n")
    }

    private static func shown(_ path: String) -> String {
        path.hasPrefix("s3://") || path.hasPrefix("/") || path.hasPrefix(".") ? path : "./" + path
    }

    static func checkTransfer(
        _ verb: String, _ from: String, _ to: String, _ bucket: String, _ operation: String, _ scope: SimulationScope
    ) throws(Complaint) {
        guard !scope.exists("bucket.\(bucket)") else { return }
        throw Complaint(
            "\(verb) failed: \(shown(from)) to \(to) An error occurred (NoSuchBucket) when calling the \(operation) operation: The specified bucket does not exist"
        )
    }

    private static func sync(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint)
        -> CommandOutput
    {
        let from = invocation.captures["from"] ?? "", to = invocation.captures["to"] ?? ""
        var output = try all(from, to, isMove: false, onlyNew: true, &scope)
        guard invocation.captures["delete"] != nil, case .remote(let bucket, let prefix) = Place(to),
            case .local(let path) = Place(from)
        else { return output }
        let head = prefix.isEmpty || prefix.hasSuffix("/") ? prefix : prefix + "/"
        for key in keys(bucket, head, scope)
        where (try? scope.file(path + "/" + key.dropFirst(head.count))) == nil {
            erase(bucket, key, &scope)
            output.text += "delete: s3://\(bucket)/\(key)\n"
        }
        return output
    }

    /// Every file or object below one place goes to another.
    private static func all(
        _ from: String, _ to: String, isMove: Bool, onlyNew: Bool, _ scope: inout SimulationScope
    ) throws(Complaint) -> CommandOutput {
        var sources: [(name: String, shown: String, text: String)] = []
        switch Place(from) {
        case .local(let path):
            guard let root = try? scope.file(path) else {
                throw Complaint("", "The user-provided path \(path) does not exist.")
            }
            for node in Permissions.tree(root, scope) where node.kind == .file {
                let name = Find.shown(node.path, under: root.path, as: "")
                sources.append(
                    (String(name.drop { $0 == "/" }), Find.shown(node.path, under: root.path, as: path), node.text))
            }
        case .remote(let bucket, let prefix):
            try check(bucket, "ListObjectsV2", scope)
            let head = prefix.isEmpty || prefix.hasSuffix("/") ? prefix : prefix + "/"
            for key in keys(bucket, head, scope) {
                sources.append(
                    (String(key.dropFirst(head.count)), "s3://\(bucket)/\(key)", text(bucket, key, scope) ?? ""))
            }
        }
        var lines: [String] = []
        for source in sources {
            switch Place(to) {
            case .remote(let bucket, let prefix):
                try check(bucket, onlyNew ? "ListObjectsV2" : "PutObject", scope)
                let key = (prefix.isEmpty || prefix.hasSuffix("/") ? prefix : prefix + "/") + source.name
                if onlyNew, text(bucket, key, scope) == source.text { continue }
                store(source.text, bucket, key, &scope)
                lines.append(
                    "\(from.hasPrefix("s3://") ? "copy" : "upload"): \(shown(source.shown)) to s3://\(bucket)/\(key)")
            case .local(let path):
                let target = path + "/" + source.name
                if onlyNew, (try? scope.text(of: target)) == source.text { continue }
                do throws(FileRefusal) {
                    let parent = SimulationScope.parent(scope.absolute(target))
                    if (try? scope.file(parent)) == nil { try scope.create(.dir, at: parent, mode: 0o755) }
                    try scope.write(source.text, to: target)
                } catch {
                    throw Complaint("download failed: \(source.shown) to \(target) [Errno] \(error.rawValue)")
                }
                lines.append("download: \(source.shown) to \(shown(target))")
            }
            if isMove, case .remote(let bucket, _) = Place(source.shown), case .remote(_, let key) = Place(source.shown)
            {
                erase(bucket, key, &scope)
            }
        }
        return CommandOutput(text: lines.joined(separator: "\n").withLineEnd)
    }

    private static func remove(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint)
        -> CommandOutput
    {
        guard case .remote(let bucket, let key) = Place(invocation.captures["place"] ?? "") else {
            throw Complaint("", "aws: error: Error: Invalid argument type")
        }
        try check(bucket, "DeleteObject", scope)
        var gone = [key]
        if invocation.captures["recursive"] != nil { gone = keys(bucket, key, scope) }
        for key in gone { erase(bucket, key, &scope) }
        return CommandOutput(text: gone.map { "delete: s3://\(bucket)/\($0)\n" }.joined())
    }
}
