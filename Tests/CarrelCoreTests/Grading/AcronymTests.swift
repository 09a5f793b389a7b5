import Testing

@testable import CarrelCore

@Suite("Acronyms and what they stand for")
struct AcronymTests {
    private func stands(_ phrase: String, in text: String) -> Bool {
        var stemming = TextStemming(stem: strippingEndings)
        let phrase = KeywordPhrase(phrase, stemming: &stemming)
        return !phrase.occurrences(in: stemming.text(text), vocabulary: Set(phrase.stems)).isEmpty
    }

    @Test(
        "An acronym stands for its words and the words for it",
        arguments: [
            ("access control list", "uses an ACL"), ("access control list", "two acls"),
            ("ACL", "uses access control lists"), ("ACLs", "an access control list"),
            ("IoT", "the internet of things"), ("SaaS", "software as a service"),
            ("multi-factor authentication", "turn on mfa"), ("RBAC", "role-based access control"),
            ("Active Directory", "joined to AD"), ("S3 bucket", "buckets in S3"),
        ])
    func bothWays(phrase: String, text: String) { #expect(stands(phrase, in: text)) }

    @Test(
        "Words that happen to begin with the letters do not stand for it",
        arguments: [
            ("IP", "install packages"),  // two letters are too few
            ("acl", "access control list"),  // not written as an acronym
            ("ACL", "access, control, list"),  // apart
            ("ACL", "access control"),
            ("ACL", "a cat leaps"),  // a function word at the end
            ("access time", "look at it"),  // a function word is no acronym
            ("JavaScript", "just a very able script can really incur pretty trouble"),
        ])
    func coincidences(phrase: String, text: String) { #expect(!stands(phrase, in: text)) }

    @Test("Only words with two capitals and at most six letters are acronyms")
    func written() {
        #expect(
            Acronym.written(in: "The SYN-ACK of VPCs, IoT and JavaScript, NoSQLStore") == [
                "syn": "syn", "ack": "ack", "vpcs": "vpc", "iot": "iot",
            ])
    }
}
