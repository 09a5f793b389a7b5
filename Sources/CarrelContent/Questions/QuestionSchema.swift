import CarrelCore

/// What the kind of a question adds to it.
struct QuestionBody {
    /// The model answer, or the right answer in words.
    var answer: String
    var options: [AnswerOption] = []
    var payload: QuestionPayload = .none
    var keywords: [String] = []
    /// What `{{id}}` in the question's text may name.
    var labels: Set<String> = []
}

/// Where a question is filed: in a channel's sub-channel, or in a certification's domain.
struct QuestionHome {
    enum Kind { case channel, certification }

    var kind: Kind
    /// Nil when the pack's own id could not be read.
    var id: String?
    /// The ids of the sub-channels or domains; nil when they could not be read.
    var parts: [String]?

    /// Reads the key that names the part: `subChannel` or `domain`.
    func part(_ fields: inout Fields) -> String? {
        fields.value(kind == .channel ? "subChannel" : "domain") { site, faults in
            guard let part = site.slug(faults) else { return nil }
            if let parts, !parts.contains(part) {
                let guess = NearestName.to(part, among: parts).map { "did you mean \"\($0)\"? " } ?? ""
                faults.error(
                    "\(part.quotedExcerpt) is not defined above; \(guess)use \(parts.joined(separator: ", "))", at: site
                )
            }
            return part
        }
    }
}

/// A question as an author writes it.
enum QuestionSchema {
    static func read(_ site: Site, in home: QuestionHome, _ faults: FaultCollector) -> Question? {
        guard var fields = Fields(site, faults: faults) else { return nil }
        let id = fields.slug("id"), part = home.part(&fields)
        let kind: QuestionKind? = fields.name("kind")
        let difficulty: Difficulty? = fields.name("difficulty", of: Difficulty.ofQuestions)
        let stem = fields.text("question"), explanation = fields.text("explanation")
        let tldr = fields.text("tldr", .optional), eli5 = fields.text("eli5", .optional)
        let diagram = fields.text("diagram", .optional)
        let exhibit = fields.text("exhibit", kind == .hotspot ? .required : .optional)
        let tags = fields.slugs("tags"), companies = fields.texts("companies"), levels = fields.slugs("levels")
        let jobTitles = fields.value("jobTitles", .optional) { $0.dictionary($1) { $0.integer(in: 0...100, $1) } }
        let sources = fields.texts("sources"), related = related(&fields, to: id)

        // What else may stand here depends on the kind; without one, no key can be called unknown.
        guard let kind else { return nil }
        let body = body(of: kind, &fields, exhibit: exhibit)
        fields.finish("a \(kind.rawValue) question")
        guard let id, let part, let difficulty, let stem, let explanation, let body, let owner = home.id else {
            return nil
        }

        var question = Question(
            id: id, kind: kind, stem: stem, answer: body.answer, explanation: explanation, difficulty: difficulty,
            channel: owner, subChannel: part)
        if home.kind == .certification {
            question.certification = owner
            question.domain = part
        }
        (question.tldr, question.eli5, question.diagram, question.exhibit) = (tldr, eli5, diagram, exhibit)
        (question.tags, question.companies, question.levels) = (tags, companies, levels)
        (question.jobTitles, question.sources, question.related) = (jobTitles ?? [:], sources, related)
        (question.options, question.payload, question.keywords) = (body.options, body.payload, body.keywords)
        ProseCheck(labels: body.labels, faults: faults).check(question, at: site)
        return question
    }

    private static func body(of kind: QuestionKind, _ fields: inout Fields, exhibit: String?) -> QuestionBody? {
        switch kind {
        case .free: FreeSchema.read(&fields)
        case .single, .multiple: ChoiceSchema.read(&fields, kind: kind)
        case .ordering: OrderingSchema.read(&fields)
        case .matching: MatchingSchema.read(&fields)
        case .hotspot: HotspotSchema.read(&fields, exhibit: exhibit)
        case .simulation: SimulationSchema.read(&fields)
        }
    }

    private static func related(_ fields: inout Fields, to id: String?) -> [Relation] {
        var seen = Distinct("relation")
        return fields.list("related") { site, faults in
            guard var fields = Fields(site, faults: faults) else { return nil }
            let target = fields.slug("id")
            let kind: Relation.Kind? = fields.has("as") ? fields.name("as") : .related
            let strength = fields.integer("strength", in: 0...100, .optional)
            fields.finish("a relation")
            guard let target, let kind else { return nil }
            if target == id { faults.error("the question is related to itself", at: site["id"]) }
            seen.add("\(target) as \(kind.rawValue)", at: site, faults)
            return Relation(target: target, kind: kind, strength: strength ?? 50)
        }
    }
}
