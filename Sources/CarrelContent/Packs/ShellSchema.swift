import CarrelCore

/// `shells/<id>.yaml`: a library of commands that the worlds of simulations build on.
enum ShellSchema {
    static func read(_ fields: inout Fields) -> Pack.Subject? {
        let id = fields.slug("shell"), title = fields.text("title"), base = fields.slug("extends", .optional)
        let syntax: Shell.Syntax? = fields.name("syntax")
        var modeIDs = Distinct("id")
        let modes = fields.list("modes", base == nil ? .required : .optional, atLeast: 1) { mode($0, &modeIDs, $1) }
        let state = fields.value("state", .optional) { $0.variables($1) }
        let variables = fields.value("variables", .optional) { $0.dictionary($1) { $0.text($1) } }
        let types = fields.value("types", .optional) { $0.dictionary($1, type) }
        let fragments = fields.value("fragments", .optional) { $0.dictionary($1) { $0.piece($1, .template) } }
        let tables = fields.value("tables", .optional) { $0.dictionary($1) { $0.dictionary($1) { $0.template($1) } } }
        let help = fields.value("help", .optional) { $0.dictionary($1) { $0.text($1) } }
        let errors = fields.list("errors", .optional, errors)
        let settle = fields.texts("settle")
        let commands = fields.list("commands", .required, atLeast: 1, ShellCommandSchema.read)
        fields.finish("a shell")
        guard let id, let title, let syntax else { return nil }
        return .shell(
            Shell(
                id: id, title: title, base: base, syntax: syntax, modes: modes, state: state ?? [:],
                variables: variables ?? [:], types: types ?? [:],
                fragments: fragments ?? [:], tables: tables ?? [:], help: help ?? [:], errors: errors,
                commands: commands, settle: settle))
    }

    private static func mode(_ site: Site, _ ids: inout Distinct, _ faults: FaultCollector) -> Shell.Mode? {
        guard var fields = Fields(site, faults: faults) else { return nil }
        let id = fields.slug("id"), prompt = fields.value("prompt") { $0.piece($1, .template) }
        let parent = fields.slug("parent", .optional)
        fields.finish("a mode")
        guard let id, let prompt else { return nil }
        ids.add(id, at: site["id"], faults)
        return Shell.Mode(id: id, prompt: prompt, parent: parent)
    }

    private static func type(_ site: Site, _ faults: FaultCollector) -> Shell.CaptureType? {
        guard var fields = Fields(site, faults: faults) else { return nil }
        let names = fields.texts("names"), prefixes = fields.texts("prefixes")
        let words = fields.value("words", .optional) { $0.dictionary($1) { $0.text($1) } }
        let ending = fields.text("ending", .optional), range = fields.text("range", .optional)
        let kind = fields.value("kind", .optional) { site, faults in
            let text = site.text(faults)
            if let text, !SimulationSyntax.captureKinds.contains(text) {
                faults.error(
                    "there is no kind \(text.quotedExcerpt); kinds are "
                        + SimulationSyntax.captureKinds.joined(separator: ", "), at: site)
            }
            return text
        }
        let isRange = fields.flag("several")
        let shortNames = fields.value("short", .optional) { $0.list($1) { $0.text($1) } }
        let label = fields.text("label", .optional)
        let help = fields.text("help", .optional)
        fields.finish("a type")
        return Shell.CaptureType(
            names: names, words: words ?? [:], prefixes: prefixes, ending: ending, range: range, kind: kind,
            isRange: isRange, shortNames: shortNames,
            label: label, help: help)
    }

    private static func errors(_ site: Site, _ faults: FaultCollector) -> Shell.Errors? {
        guard var fields = Fields(site, faults: faults) else { return nil }
        func text(_ key: String) -> String? { fields.value(key, .optional) { $0.piece($1, .template) } }
        let errors = Shell.Errors(
            programs: fields.texts("for"), unknown: text("unknown"), incomplete: text("incomplete"),
            ambiguous: text("ambiguous"), option: text("option"), value: text("value"))
        fields.finish("error texts")
        return errors
    }
}
