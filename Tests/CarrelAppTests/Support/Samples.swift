import CarrelCore

@testable import CarrelApp

/// A question of each kind that is asked, and a session over them.
enum Samples {
    static let single: Question = {
        var question = Question(
            id: "time-wait", kind: .single, stem: "Which end of a TCP connection enters TIME-WAIT?",
            answer: "The end that closes first.",
            explanation: "It sent the first FIN, so {{active}} waits; {{passive}} goes through LAST-ACK.",
            difficulty: .beginner, channel: "networking", subChannel: "tcp-ip")
        question.options = [
            AnswerOption(
                id: "active", text: "The end that closes first", isCorrect: true, why: "It acknowledges last."),
            AnswerOption(
                id: "passive", text: "The end that closes second", isCorrect: false, why: "It is told to stop."),
            AnswerOption(id: "both", text: "Both ends", isCorrect: false),
        ]
        return question
    }()

    static let multiple: Question = {
        var question = Question(
            id: "half-open", kind: .multiple, stem: "The final ACK of a handshake is lost. Which two are true?",
            answer: "The server waits, and the client may send.", explanation: "The client is ESTABLISHED already.",
            difficulty: .intermediate, channel: "networking", subChannel: "tcp-ip")
        question.options = [
            AnswerOption(id: "waits", text: "The server keeps the connection half-open", isCorrect: true),
            AnswerOption(id: "sends", text: "The client can already send data", isCorrect: true),
            AnswerOption(id: "restarts", text: "The client must restart", isCorrect: false),
            AnswerOption(id: "resets", text: "The server sends RST at once", isCorrect: false),
        ]
        question.payload = .choice(choose: 2)
        return question
    }()

    static let free: Question = {
        var question = Question(
            id: "handshake", kind: .free, stem: "Name the segments of the TCP handshake.",
            answer: "SYN, SYN-ACK, ACK.", explanation: "Each side announces its number and hears it confirmed.",
            difficulty: .beginner, channel: "networking", subChannel: "tcp-ip")
        question.keywords = ["!SYN", "SYN-ACK"]
        return question
    }()

    static func item(_ question: Question, isRetired: Bool = false, isBookmarked: Bool = false) -> StudyItem {
        var item = StudyItem(
            question: question, contentHash: "hash-1", isRetired: isRetired, isBookmarked: isBookmarked)
        if question.kind == .simulation { item.shell = simulationShell }
        return item
    }

    /// `single` with its explanation, an option's text and its key corrected; the author has changed the explanation.
    static let correctedItem: StudyItem = {
        let errata = [
            ErrataSet(
                field: "explanation", value: "Whoever closes first waits.", reason: "shorter", baseHash: "older"),
            ErrataSet(.option(id: "both", .text), to: "Both of them", insteadOf: "Both ends"),
            ErrataSet(.option(id: "active", .isCorrect), to: "false", insteadOf: "true"),
            ErrataSet(.option(id: "both", .isCorrect), to: "true", insteadOf: "false"),
        ]
        let (question, corrections) = single.corrected(by: errata)
        var item = Samples.item(question, isBookmarked: true)
        item.corrections = corrections
        item.note = "remember 2 MSL"
        return item
    }()

    /// A session over `questions`, their options in the order of the author.
    static func session(_ questions: [Question]) -> StudySession {
        StudySession(
            id: "s1", title: "Networking", subtitle: "TCP/IP", status: .active,
            items: questions.map { DrawnItem(questionId: $0.id, options: $0.optionOrder(drawn: [])) })
    }

    /// A store that has a session over `questions`.
    static func store(_ questions: Question...) -> ScriptedStore {
        let store = ScriptedStore()
        store.session = session(questions)
        store.items = questions.map { item($0) }
        return store
    }

    static let topic = StudyTopic.subChannel("tcp-ip", title: "TCP/IP", of: "networking", channelTitle: "Networking")
}
