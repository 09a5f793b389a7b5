extension Array {
    /// Nil beyond the ends.
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }

    /// What is numbered so where one counts from 1, as a learner types it; nil beyond the ends.
    subscript(number number: Int) -> Element? { number < 1 ? nil : self[safe: number - 1] }
}
