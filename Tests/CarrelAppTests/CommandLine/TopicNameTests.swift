import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("What a topic's name means")
struct TopicNameTests {
    let store: Store

    init() throws { store = try Library.store() }

    @Test(
        "A name is a channel, a certification, a part of one, or a question",
        arguments: [
            ("networking", StudyTopic.channel("networking", title: "Networking")),
            ("networking/dns", .subChannel("dns", title: "DNS", of: "networking", channelTitle: "Networking")),
            ("security-plus", .certification("security-plus", name: "CompTIA Security+")),
            (
                "security-plus/general-concepts",
                .domain(
                    "general-concepts", name: "General Security Concepts", of: "security-plus",
                    title: "CompTIA Security+")
            ), ("net-tcp-handshake", .question("net-tcp-handshake", title: "Networking")),
        ])
    func known(name: String, topic: StudyTopic) throws { #expect(try TopicName(name).topic(in: store) == topic) }

    @Test(
        "An unknown name is answered with the nearest one, or all there are",
        arguments: [
            ("netwrking", "netwrking: no such topic; did you mean networking?"),
            ("networking/dsn", "networking/dsn: no such topic; did you mean networking/dns?"),
            (
                "zzz",
                "zzz: no such topic; known are algorithms, aws-saa, backend-interview, ccna, database, kubernetes, "
                    + "linux, networking, saa-in-three-weeks, security-plus, site-reliability, system-design"
            ),
            ("networking/", "networking/: no such topic; did you mean networking/dns?"),
        ])
    func unknown(name: String, message: String) {
        #expect(throws: UsageError(message)) { try TopicName(name).topic(in: store) }
    }
}
