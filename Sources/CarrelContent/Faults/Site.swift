/// A value in a pack file together with the way that leads to it.
struct Site {
    let node: YAMLNode
    /// `questions[3].options[1]`; empty for the document.
    let path: String

    init(_ node: YAMLNode, path: String = "") {
        self.node = node
        self.path = path
    }

    /// The value under `key`; where there is none, the place of the mapping itself.
    subscript(key: String) -> Site {
        Site(node[key] ?? YAMLNode(.refused, at: node.position), path: path.isEmpty ? key : path + "." + key)
    }

    /// The element at `index`; where there is none, the place of the list itself.
    subscript(index: Int) -> Site {
        let elements = node.elements
        let element = elements.indices.contains(index) ? elements[index] : YAMLNode(.refused, at: node.position)
        return Site(element, path: "\(path)[\(index)]")
    }
}
