import CarrelCore

extension Question {
    /// What `{{id}}` in its text is called on screen: the letter of its place; of a right side that belongs to no pair
    /// the digit. Nil for what is not there.
    func label(of id: String, order: [String]) -> String? {
        if case .matching(let pairs, _) = payload {
            if let left = pairs.firstIndex(where: { $0.id == id }) { return OptionLabels.label(at: left) }
            return order.firstIndex(of: id).map { "\($0 + 1)" }
        }
        return order.firstIndex(of: id).map { OptionLabels.label(at: $0) }
    }
}
