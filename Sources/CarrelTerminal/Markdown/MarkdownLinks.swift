/// The numbered addresses of a text.
struct MarkdownLinks {
    private(set) var addresses: [String] = []
    private var numbers: [String: Int] = [:]

    /// What a text may show that needs no number: the address itself, or without the scheme that md4c gives to those
    /// it finds in running text.
    static func forms(of address: String) -> [String] {
        [address]
            + ["mailto:", "http://"].filter(address.hasPrefix).map { String(address.dropFirst($0.count)) }
    }

    /// The number of `address`, the same each time.
    mutating func number(of address: String) -> Int {
        if let number = numbers[address] { return number }
        addresses.append(address)
        numbers[address] = addresses.count
        return addresses.count
    }

    /// The list below the text.
    func lines(columns: Int) -> [StyledLine] {
        addresses.enumerated().flatMap { index, address in
            let label = "[\(index + 1)] "
            return TextLayout.wrapVerbatim(
                Sanitiser.line(address), columns: columns, style: .link, first: [Span(label, style: .muted)],
                rest: [Span(String(repeating: " ", count: label.count))])
        }
    }
}
