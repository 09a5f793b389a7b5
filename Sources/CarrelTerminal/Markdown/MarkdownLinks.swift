/// The numbered addresses of a text.
struct MarkdownLinks {
    private(set) var addresses: [String] = []
    private var numbers: [String: Int] = [:]

    /// The number of `address`, the same each time; nil when `label` already shows it.
    mutating func number(of address: String, shownAs label: String) -> Int? {
        if address.isEmpty || label == address { return nil }
        // Addresses found in running text get their scheme from md4c.
        if address == "mailto:" + label || address == "http://" + label { return nil }
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
