import CarrelCore
import Glibc

/// Writes the generated packs: a root as an author would keep it.
struct PackWriter {
    private let root: String
    private let shape: LibraryShape
    private var prose: ProseGenerator

    /// - Parameter root: Is made.
    init(root: String, shape: LibraryShape) {
        self.root = root
        self.shape = shape
        prose = ProseGenerator(seed: shape.seed)
    }

    mutating func write() throws {
        for folder in ["", "/channels", "/certifications", "/paths"] where mkdir(root + folder, 0o755) != 0 {
            throw BenchError.system("cannot make \(root + folder)")
        }
        for group in shape.groups {
            let folder = group.isCertification ? "certifications" : "channels"
            try TextFile.write(pack(group), to: "\(root)/\(folder)/\(group.id).yaml")
        }
        for (number, path) in shape.paths.enumerated() {
            try TextFile.write(pack(path, number), to: "\(root)/paths/\(path.id).yaml")
        }
    }

    private mutating func pack(_ group: LibraryShape.Group) -> String {
        var lines = group.isCertification ? certificationHead(group) : channelHead(group)
        lines.append("questions:")
        for index in 0..<group.questions { lines += question(index, of: group) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func channelHead(_ group: LibraryShape.Group) -> [String] {
        ["channel: \(group.id)", "title: \(group.title)", "category: engineering", "subChannels:"]
            + group.parts.map { "  - {id: \($0.id), title: \"\($0.title)\"}" }
    }

    private func certificationHead(_ group: LibraryShape.Group) -> [String] {
        let weight = 100 / group.parts.count
        return [
            "certification: \(group.id)", "name: \(group.title)", "provider: Carrel", "category: engineering",
            "difficulty: intermediate", "description: A generated certification.", "domains:",
        ] + group.parts.map { "  - {id: \($0.id), name: \"\($0.title)\", weight: \(weight)}" }
            + ["rules: {questions: 180, minutes: 240, pass: 70}"]
    }

    private mutating func pack(_ path: LibraryShape.Path, _ number: Int) -> String {
        var lines = [
            "path: \(path.id)", "title: \(path.title)", "description: \(prose.sentence())", "pathType: skill",
            "difficulty: intermediate", "estimatedHours: \(path.milestones * 5)", "channels: [\(shape.longest.id)]",
            "milestones:",
        ]
        for milestone in 0..<path.milestones {
            let group = shape.groups[(number + milestone) % shape.groups.count]
            let ids = (0..<path.questionsEach).map { Self.id(of: ($0 * 3 + number) % group.questions, in: group) }
            lines += [
                "  - id: stage-\(milestone + 1)", "    title: Stage \(milestone + 1)", "    estimatedHours: 5",
                "    questions: [\(ids.joined(separator: ", "))]",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private mutating func question(_ index: Int, of group: LibraryShape.Group) -> [String] {
        let part = group.parts[index % group.parts.count].id
        let kind = Self.kind(of: index)
        var lines = [
            "  - id: \(Self.id(of: index, in: group))",
            "    \(group.isCertification ? "domain" : "subChannel"): \(part)", "    kind: \(kind.rawValue)",
            "    difficulty: \(prose.pick(["beginner", "intermediate", "advanced"]))",
            "    tags: [topic-\(prose.number(0..<120)), topic-\(prose.number(120..<240))]", "    question: |",
            "      Case \(index + 1) of \(group.title). \(prose.paragraph(2))", "",
            "      What follows for \(prose.phrase())?",
        ]
        if kind == .free {
            lines += ["    answer: |", "      " + prose.paragraph(4), "    keywords:"]
            lines += (1...4).map { "      - \"\(prose.phrase()) \($0)\"" }
        } else {
            lines.append("    options:")
            for place in 0..<4 {
                lines.append("      - id: \(Self.option(place))")
                lines.append("        text: Outcome \(index + 1).\(place + 1), \(prose.phrase())")
                if Self.isCorrect(place, kind) { lines.append("        correct: true") }
                lines.append("        why: \(prose.sentence())")
            }
        }
        lines += ["    explanation: |", "      " + prose.paragraph(5), "", "      " + prose.paragraph(3)]
        if index % 3 == 0, group.questions > 2 {
            lines += ["    related:"]
            lines += [(index + 1, "related"), (index + 2, "follow_up")].map { other, relation in
                "      - {id: \(Self.id(of: other % group.questions, in: group)), as: \(relation), strength: 60}"
            }
        }
        return lines
    }

    // MARK: What the journal's generator has to know too

    static func id(of index: Int, in group: LibraryShape.Group) -> String { "\(group.id)-q\(index)" }

    static func kind(of index: Int) -> QuestionKind {
        switch index % 10 {
        case 0: .free
        case 1, 2: .multiple
        default: .single
        }
    }

    static func option(_ place: Int) -> String { "o\(place + 1)" }

    static func isCorrect(_ place: Int, _ kind: QuestionKind) -> Bool {
        place == 0 || (kind == .multiple && place == 1)
    }
}
