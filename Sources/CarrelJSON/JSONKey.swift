/// A member's name or an element's place in a coding path.
struct JSONKey: CodingKey {
    static let `super` = JSONKey(stringValue: "super")

    var stringValue: String
    var intValue: Int?

    init(stringValue: String) { self.stringValue = stringValue }

    init(intValue: Int) {
        stringValue = "Index \(intValue)"
        self.intValue = intValue
    }
}
