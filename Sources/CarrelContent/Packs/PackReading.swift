import CarrelCore

/// One pack file as far as it could be read: what the catalogue takes from it when it is whole, and what the linter
/// advises on when it is not.
struct PackReading {
    /// A question and where it stands.
    struct Placed {
        var question: Question
        var site: Site
    }

    let file: PackFile
    let faults: FaultCollector
    /// The document; nil when the file is no YAML.
    let document: Site?
    let subject: Pack.Subject?
    /// The readable questions; all of them when the pack is whole.
    let questions: [Placed]

    init(bytes: [UInt8], file: PackFile) {
        let faults = FaultCollector(file: file.path)
        self.file = file
        self.faults = faults
        let root = YAMLDocument(parsing: bytes, faults: faults).root
        document = root.map { Site($0) }
        guard let document else {
            if !faults.hasErrors { faults.error("the file is empty", at: .start) }
            (subject, questions) = (nil, [])
            return
        }
        (subject, questions) = Self.read(document, faults)
    }

    var isWhole: Bool { !faults.hasErrors && subject != nil }

    /// Whether every id the file defines is known, if not all of what it says.
    var isReadable: Bool { document != nil }

    /// The pack with its hashes; nil when anything of it is wrong.
    func pack() -> Pack? {
        pack(of: questions.map(\.question))
    }

    /// The pack with these of its questions instead of all.
    func pack(of questions: [Question]) -> Pack? {
        guard isWhole, let subject else { return nil }
        do {
            return Pack(
                file: file, subject: subject, subjectHash: try subject.hash,
                questions: try questions.map {
                    HashedQuestion(question: $0, contentHash: try ContentHash.hex(of: $0))
                })
        } catch {
            faults.error("the pack cannot be written as JSON: \(error)", at: .start)
            return nil
        }
    }

    /// The list under `questions`, each with its place; no id twice.
    static func questions(_ fields: inout Fields, in home: QuestionHome) -> [Placed] {
        var ids = Distinct("id")
        return fields.list("questions") { site, faults in
            let question = QuestionSchema.read(site, in: home, faults)
            if case .scalar(let id, _)? = site.node["id"]?.content { ids.add(id, at: site["id"], faults) }
            return question.map { Placed(question: $0, site: site) }
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

extension Pack.Subject {
    var hash: String {
        get throws {
            switch self {
            case .channel(let channel): try ContentHash.hex(of: channel)
            case .certification(let certification): try ContentHash.hex(of: certification)
            case .path(let path): try ContentHash.hex(of: path)
            case .interview(let interview): try ContentHash.hex(of: interview)
            case .shell(let shell): try ContentHash.hex(of: shell)
            }
        }
    }
}
