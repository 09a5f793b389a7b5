/// Files below a directory that fit what is asked.
enum Find {
    static func find(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        let words = invocation.arguments.map(\.text)
        let places = words.prefix { !$0.hasPrefix("-") && !["!", "(", ")"].contains($0) }
        let expression = try FindExpression(words.dropFirst(places.count))
        var lines: [String] = [], found: [(node: FileNode, shown: String)] = [], errors: [String] = [], roots = 0
        for place in places.isEmpty ? ["."] : places {
            let root: FileNode
            do throws(FileRefusal) { root = try scope.file(place, followingLinks: place.hasSuffix("/")) } catch {
                errors.append("find: '\(place)': \(error.rawValue)")
                continue
            }
            roots += 1
            func walk(_ node: FileNode, depth: Int) {
                let shown = shown(node.path, under: root.path, as: place)
                if depth >= expression.shallowest, expression.test(node, scope) {
                    lines.append(shown)
                    found.append((node, shown))
                }
                guard node.kind == .dir, depth < expression.deepest else { return }
                guard scope.can(4, node) else {
                    errors.append("find: '\(shown)': \(FileRefusal.denied.rawValue)")
                    return
                }
                for name in scope.names(in: node.path) {
                    let child = try? scope.file(scope.child(name, of: node.path), followingLinks: false)
                    if let child { walk(child, depth: depth + 1) }
                }
            }
            walk(root, depth: 0)
        }
        var output = CommandOutput(text: lines.asLines)
        if expression.deletes {
            output = scope.turns(found.reversed()) { each, scope throws(Complaint) -> String in
                do throws(FileRefusal) {
                    let isFull = each.node.kind == .dir && !scope.names(in: each.node.path).isEmpty
                    if isFull { throw .notEmpty }
                    try scope.delete(each.node.path)
                    return ""
                } catch {
                    throw Complaint("find: cannot delete '\(each.shown)': \(error.rawValue)")
                }
            }
        }
        output.add(errors, failing: roots == 0)
        return output
    }

    /// The path as it was asked for: below `.` it begins with `./`.
    static func shown(_ path: String, under root: String, as place: String) -> String {
        let rest = path.dropFirst(root == "/" ? 1 : root.count + 1)
        if rest.isEmpty { return place }
        return place.hasSuffix("/") ? place + rest : place + "/" + rest
    }
}
