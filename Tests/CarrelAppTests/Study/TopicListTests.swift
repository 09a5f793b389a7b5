import CarrelCore
import Testing

@testable import CarrelApp
@testable import CarrelStorage

@Suite("Rows of the catalogue")
struct TopicListTests {
    @Test("A channel leads to its parts, a part to its questions, under the name of the whole")
    func channels() throws {
        let channel = try #require(TopicList.channels.entries(of: .channels(Catalogue.channels)).last)
        #expect(channel.opens == .subChannels(channel: "networking", title: "Networking"))
        #expect(channel.topic == .channel("networking", title: "Networking"))
        let row = SubChannelRow(id: "dns", title: "DNS", total: 4, seen: 0, correct: 0)
        let parts = TopicList.subChannels(of: "networking", title: "Networking")
        let part = try #require(parts.entries(of: .subChannels([row])).first)
        #expect(part.topic == .subChannel("dns", title: "DNS", of: "networking", channelTitle: "Networking"))
        #expect(
            part.opens == .questions(QuestionListing(crumbs: ["Channels", "Networking", "DNS"], topic: part.topic)))
    }

    @Test("A certification shows its exam's code and leads to its page")
    func certifications() throws {
        let row = CertificationRow(
            id: "aws", name: "AWS", provider: "Amazon", examCode: "SAA-C03", icon: nil, difficulty: .advanced, total: 9,
            seen: 0, correct: 0)
        let exam = try #require(TopicList.certifications.entries(of: .certifications([row])).first)
        #expect(exam.note == "SAA-C03")
        #expect(exam.opens == .certification("aws", title: "AWS"))
    }

    @Test("What is no list has no rows")
    func none() { #expect(TopicList.channels.entries(of: .recorded) == []) }
}
