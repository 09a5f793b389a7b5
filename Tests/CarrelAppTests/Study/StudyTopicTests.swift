import CarrelCore
import Testing

@testable import CarrelApp

@Suite("Topics and choices")
struct StudyTopicTests {
    private static let choices: [StudyChoices] = StudyChoices.counts.flatMap { count in
        QuestionSelection.allCases.flatMap { what in
            Draw.Order.allCases.flatMap { order in
                StudyChoices.limits.map { StudyChoices(count: count, what: what, order: order, limit: $0) }
            }
        }
    }

    @Test("Choices come back from their text as they were", arguments: choices)
    func roundTrip(choices: StudyChoices) { #expect(StudyChoices(text: choices.text) == choices) }

    @Test("They read as words")
    func text() {
        #expect(StudyChoices().text == "10 unseenFirst mixed")
        #expect(StudyChoices(count: nil, what: .wrong, order: .blocked).text == "all wrong blocked")
        #expect(StudyChoices(limit: 90).text == "10 unseenFirst mixed 90")
    }

    @Test(
        "Text of another form is none",
        arguments: [
            "", "10", "10 unseenFirst", "10 unseenFirst mixed more", "ten unseenFirst mixed", "10 unseen mixed",
            "10 unseenFirst random", "-5 all mixed", "0 all mixed", "99999999999999999999 all mixed",
            "10 all mixed 0", "10 all mixed x", "10 all mixed 60 60",
        ])
    func otherForm(text: String) { #expect(StudyChoices(text: text) == nil) }

    @Test("Each topic has a key of its own, which comes back from its text")
    func keys() {
        let topics: [StudyTopic] = [
            .channel("a", title: "A"), .subChannel("b", title: "B", of: "a", channelTitle: "A"),
            .certification("c", name: "C"), .domain("d", name: "D", of: "c", title: "C"), .bookmarks,
            .path("p", title: "P"), .milestone("m", title: "M", of: "p", pathTitle: "P"), .tag("a"), .wrong,
            .question("q", title: "Q"), .retry(["q"], of: "s", title: "A"),
        ]
        #expect(Set(topics.map(\.key)).count == topics.count)
        for topic in topics { #expect(SessionKey(text: topic.key.text) == topic.key) }
    }

    @Test("A path keeps its order, anything else goes by topic; wrong answers come back the oldest first")
    func words() {
        #expect(StudyTopic.path("p", title: "P").words(for: .blocked) == "in the path's order")
        #expect(StudyTopic.tag("t").words(for: .blocked) == "by topic")
        #expect(StudyTopic.tag("t").words(for: .mixed) == "mixed")
        #expect(StudyTopic.wrong.practiseRow(total: 3).details == ["longest ago first"])
        #expect(StudyTopic.bookmarks.practiseRow(total: 30).label == "Practise 10")
        #expect(StudyTopic.wrong.emptyWords.first == "Nothing wrong: every last answer was right.")
    }

    @Test("A part is named under its whole")
    func titles() {
        #expect([Samples.topic.title, Samples.topic.subtitle] == ["Networking", "TCP/IP"])
        let domain = StudyTopic.domain("d", name: "D", of: "c", title: "C")
        #expect([domain.title, domain.subtitle] == ["C", "D"])
    }
}
