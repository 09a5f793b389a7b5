import CarrelCore

/// The `rules` of a certification.
enum ExamRulesSchema {
    static func read(_ site: Site, _ faults: FaultCollector) -> ExamRules? {
        guard var fields = Fields(site, faults: faults) else { return nil }
        let questions = fields.integer("questions", in: 1...1_000)
        let unscored = fields.integer("unscored", in: 0...max(0, (questions ?? 1_000) - 1), .optional)
        let minutes = fields.integer("minutes", in: 1...10_000)
        let scale = fields.value("scale", .optional, scale)
        // Against a scale that is wrong itself, nothing can be checked.
        let range = scale ?? (fields.has("scale") ? ExamRules.Scale(low: 0, high: .max) : .percent)
        let pass = fields.integer("pass", in: range.low...range.high)
        let navigation: ExamRules.Navigation? = fields.name("navigation", .optional)
        let allowsPartialCredit = fields.flag("partialCredit"), asksConfidence = fields.flag("confidence")
        var times = Distinct("number of minutes")
        let warnings = fields.list("warnings") { site, faults in
            let warning = site.integer(in: 1...max(1, (minutes ?? 10_000) - 1), faults)
            if let warning { times.add(String(warning), at: site, faults) }
            return warning
        }
        let sections = sections(&fields, questions: questions, minutes: minutes)
        let incomplete: ExamRules.Incomplete? = fields.name("incomplete", .optional)
        fields.finish("the rules")
        guard let questions, let minutes, let pass else { return nil }

        var rules = ExamRules(questions: questions, minutes: minutes, pass: pass)
        (rules.unscored, rules.scale, rules.navigation) = (unscored ?? 0, range, navigation ?? .free)
        (rules.allowsPartialCredit, rules.asksConfidence) = (allowsPartialCredit, asksConfidence)
        (rules.warnings, rules.sections) = (warnings.sorted(by: >), sections)
        rules.incomplete = incomplete ?? .warn
        return rules
    }

    /// `[low, high]`.
    private static func scale(_ site: Site, _ faults: FaultCollector) -> ExamRules.Scale? {
        guard let ends = site.list(faults, { $0.integer(in: 0...1_000_000, $1) }) else { return nil }
        guard ends.count == 2, ends[0] < ends[1] else {
            faults.error("a scale is [lowest score, highest score], e.g. [100, 1000]", at: site)
            return nil
        }
        return ExamRules.Scale(low: ends[0], high: ends[1])
    }

    /// Where an exam has sections, they hold all of its questions, within its time.
    private static func sections(_ fields: inout Fields, questions: Int?, minutes: Int?) -> [ExamRules.Section] {
        var ids = Distinct("id")
        let sections = fields.list("sections") { section($0, &ids, $1) }
        guard !sections.isEmpty, let questions, let minutes else { return sections }
        let held = sections.reduce(0) { $0 + $1.questions }, needed = sections.reduce(0) { $0 + $1.minutes }
        let site = fields.site["sections"]
        if held != questions {
            fields.faults.error("the sections hold \(held) questions, the exam \(questions)", at: site)
        }
        if needed > minutes {
            fields.faults.error("the sections take \(needed) minutes, the exam \(minutes)", at: site)
        }
        return sections
    }

    private static func section(_ site: Site, _ ids: inout Distinct, _ faults: FaultCollector) -> ExamRules.Section? {
        guard var fields = Fields(site, faults: faults) else { return nil }
        let id = fields.slug("id"), questions = fields.integer("questions", in: 1...1_000)
        let minutes = fields.integer("minutes", in: 1...10_000), locks = fields.flag("lock")
        fields.finish("a section")
        if let id { ids.add(id, at: site["id"], faults) }
        guard let id, let questions, let minutes else { return nil }
        return ExamRules.Section(id: id, questions: questions, minutes: minutes, locks: locks)
    }
}
