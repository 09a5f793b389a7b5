import CarrelCore

/// What one pack file says, read by itself: other packs are not asked.
struct ParsedPack: Sendable {
    /// A question, what tells it from an edited one, and where it stands.
    struct Placed: Sendable {
        var hashed: HashedQuestion
        var site: Site

        var question: Question { hashed.question }
    }

    let file: PackFile
    let faults: FaultList
    /// The document; nil when the file is no YAML.
    let document: Site?
    let subject: Pack.Subject?
    /// The readable questions; all of them when there are no faults.
    let questions: [Placed]

    init(bytes: [UInt8], file: PackFile) {
        let faults = FaultCollector(file: file.path)
        let root = YAMLDocument(parsing: bytes, faults: faults).root
        document = root.map { Site($0) }
        if let document {
            (subject, questions) = Self.read(document, faults)
        } else {
            if !faults.hasErrors { faults.error("the file is empty", at: .start) }
            (subject, questions) = (nil, [])
        }
        self.file = file
        self.faults = faults.list
    }

    /// The list under `questions`, each with its place; no id twice.
    static func questions(_ fields: inout Fields, in home: QuestionHome) -> [Placed] {
        var ids = Distinct("id")
        return fields.list("questions") { site, faults in
            let question = QuestionSchema.read(site, in: home, faults)
            if case .scalar(let id, _)? = site.node["id"]?.content { ids.add(id, at: site["id"], faults) }
            return question.flatMap { question in
                do {
                    return Placed(hashed: try HashedQuestion(question), site: site)
                } catch {
                    faults.error("the question cannot be written as JSON: \(error)", at: site)
                    return nil
                }
            }
        }
    }

    /// A pack is of the kind whose key it has: `channel`, `certification`, `path`, `interview` or `shell`.
    private static func read(
        _ document: Site, _ faults: FaultCollector
    ) -> (subject: Pack.Subject?, questions: [Placed]) {
        guard var fields = Fields(document, faults: faults) else { return (nil, []) }
        // An interview names its channel, so it is asked for first.
        if fields.has("interview") { return (InterviewSchema.read(&fields), []) }
        if fields.has("shell") { return (ShellSchema.read(&fields), []) }
        if fields.has("path") { return (PathSchema.read(&fields), []) }
        if fields.has("certification") { return CertificationSchema.read(&fields) }
        if fields.has("channel") { return ChannelSchema.read(&fields) }
        faults.error("no key says what this pack is: channel, certification, path, interview or shell", at: document)
        return (nil, [])
    }
}
