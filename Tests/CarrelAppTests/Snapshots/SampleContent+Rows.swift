import CarrelCore

@testable import CarrelApp
@testable import CarrelStorage

// The rows of lists, and what stands beside them, in another writing.

extension SampleContent {
    func of(_ row: QuestionRow) -> QuestionRow {
        var row = row
        row.stem = of(row.stem)
        (row.channelTitle, row.subChannelTitle) = (of(row.channelTitle), of(row.subChannelTitle))
        return row
    }

    func of(_ row: SessionRow) -> SessionRow {
        var row = row
        (row.title, row.subtitle) = (of(row.title), of(row.subtitle))
        return row
    }

    func of(_ row: PathRow) -> PathRow {
        var row = row
        row.title = of(row.title)
        row.targetCompany = of(row.targetCompany)
        row.milestones = row.milestones.map { changing($0, \.title) }
        return row
    }

    func of(_ row: CertificationRow) -> CertificationRow { changing(changing(row, \.name), \.provider) }

    func of(_ row: ReportRow) -> ReportRow {
        var row = changing(row, \.message)
        (row.response, row.stem) = (of(row.response), of(row.stem))
        return row
    }

    func of(_ row: BookmarkRow) -> BookmarkRow {
        var row = row
        (row.note, row.stem) = (of(row.note), of(row.stem))
        return row
    }

    func of(_ hit: SearchHit) -> SearchHit {
        var hit = hit
        (hit.row, hit.stem) = (of(hit.row), of(hit.stem))
        hit.excerpt = hit.excerpt.map { .init(field: $0.field, text: of($0.text)) }
        return hit
    }

    func of(_ answer: AnswerFacts) -> AnswerFacts {
        var answer = answer
        (answer.session, answer.chosen) = (of(answer.session), of(answer.chosen))
        answer.response = of(answer.response)
        return answer
    }

    func of(_ topic: StudyTopic) -> StudyTopic {
        var topic = topic
        (topic.title, topic.subtitle) = (of(topic.title), of(topic.subtitle))
        return topic
    }

    func of(_ session: StudySession) -> StudySession {
        var session = session
        (session.title, session.subtitle) = (of(session.title), of(session.subtitle))
        for (question, answer) in session.answers { session.answers[question]?.response = of(answer.response) }
        return session
    }

    func of(_ question: Question) -> Question {
        var question = question
        for path in [\Question.stem, \.answer, \.explanation] { question[keyPath: path] = of(question[keyPath: path]) }
        for path in [\Question.tldr, \.eli5, \.diagram, \.exhibit] {
            question[keyPath: path] = of(question[keyPath: path])
        }
        for path in [\Question.tags, \.companies, \.keywords] { question[keyPath: path] = of(question[keyPath: path]) }
        for index in question.options.indices {
            question.options[index].text = of(question.options[index].text)
            question.options[index].why = of(question.options[index].why)
        }
        question.payload = of(question.payload)
        return question
    }

    private func of(_ payload: QuestionPayload) -> QuestionPayload {
        func of(_ label: Label) -> Label { Label(id: label.id, text: self.of(label.text), why: self.of(label.why)) }
        switch payload {
        case .ordering(let items, let distractors):
            return .ordering(items: items.map(of), distractors: distractors.map(of))
        case .matching(let pairs, let distractors):
            let pairs = pairs.map {
                MatchingPair(id: $0.id, left: self.of($0.left), right: self.of($0.right), why: self.of($0.why))
            }
            return .matching(pairs: pairs, distractors: distractors.map(of))
        default: return payload
        }
    }

    func of(_ item: StudyItem) -> StudyItem {
        var item = item
        (item.question, item.note) = (of(item.question), of(item.note))
        for index in item.corrections.indices where !item.corrections[index].field.isKey {
            item.corrections[index].value = of(item.corrections[index].value)
            item.corrections[index].authorsValue = of(item.corrections[index].authorsValue)
            item.corrections[index].reason = of(item.corrections[index].reason)
        }
        return item
    }

    func changing<Row>(_ row: Row, _ text: WritableKeyPath<Row, String>) -> Row {
        var row = row
        row[keyPath: text] = of(row[keyPath: text])
        return row
    }
}
