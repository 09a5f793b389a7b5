/// The text of a statement as the key it is kept by.
///
/// A load looks statements up a dozen times for each question, and hashing all of a long text took longer than binding
/// its values. So only the length is hashed: the same literal is compared by its address, and of texts that are as long
/// as another there are few.
struct SQLText: Hashable {
    let text: String

    init(_ text: String) { self.text = text }

    func hash(into hasher: inout Hasher) { hasher.combine(text.utf8.count) }
}
