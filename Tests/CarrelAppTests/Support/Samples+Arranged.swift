import CarrelCore

@testable import CarrelApp

/// A question of each kind that is arranged.
extension Samples {
    static let ordering: Question = {
        var question = Question(
            id: "segments", kind: .ordering, stem: "Put the segments of the TCP handshake in order.",
            answer: "SYN → SYN-ACK → ACK",
            explanation: "The client sends {{syn}} and {{ack}}; {{rst}} is none of them.",
            difficulty: .beginner, channel: "networking", subChannel: "tcp-ip")
        question.payload = .ordering(
            items: [
                Label(id: "syn", text: "SYN", why: "The client asks."), Label(id: "synack", text: "SYN-ACK"),
                Label(id: "ack", text: "ACK", why: "The client answers."),
            ], distractors: [Label(id: "rst", text: "RST", why: "It tears a connection down.")])
        return question
    }()

    static let matching: Question = {
        var question = Question(
            id: "ports", kind: .matching, stem: "Match each service with its port.",
            answer: "SSH = 22; SMTP = 25; DNS = 53", explanation: "{{ssh}} is 22, and {{telnet}} belongs to Telnet.",
            difficulty: .beginner, channel: "networking", subChannel: "tcp-ip")
        question.payload = .matching(
            pairs: [
                MatchingPair(id: "ssh", left: "SSH", right: "22", why: "Assigned by IANA."),
                MatchingPair(id: "smtp", left: "SMTP", right: "25"),
                MatchingPair(id: "dns", left: "DNS", right: "53", why: "Over UDP and TCP."),
            ], distractors: [Label(id: "telnet", text: "23", why: "This is Telnet.")])
        return question
    }()

    /// One region is correct.
    static let hotspot: Question = {
        var question = Question(
            id: "listing", kind: .hotspot, stem: "Choose the field with the permission bits.",
            answer: "permissions", explanation: "It is {{bits}}, of ten characters.",
            difficulty: .beginner, channel: "networking", subChannel: "tcp-ip")
        question.exhibit = "$ ls -l\n-rw-r--r-- 1 ann 12 e.txt\ndrwxr-xr-x 2 bob 64 data\n"
        question.payload = .hotspot(regions: [
            Region(id: "name", label: "name", line: 2, from: 21, to: 25, isCorrect: false, why: "This is the name."),
            Region(id: "bits", label: "permissions", line: 2, from: 1, to: 10, isCorrect: true, why: "Type and bits."),
            Region(id: "links", label: "b", line: 2, from: 12, to: 12, isCorrect: false),
            Region(id: "dir", label: "dir", line: 3, from: 21, to: 24, isCorrect: false),
        ])
        return question
    }()

    /// `hotspot` with two correct regions.
    static let hotspots: Question = {
        var question = hotspot
        if case .hotspot(var regions) = question.payload {
            for index in regions.indices where regions[index].id == "links" { regions[index].isCorrect = true }
            question.payload = .hotspot(regions: regions)
        }
        return question
    }()

    static let arranged = [ordering, matching, hotspot]
}
