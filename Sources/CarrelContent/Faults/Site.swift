/// A value in a pack file together with the way that leads to it.
struct Site: Sendable {
    let node: YAMLNode
    private let way: Way

    init(_ node: YAMLNode) { self.init(node, .document) }

    private init(_ node: YAMLNode, _ way: Way) {
        self.node = node
        self.way = way
    }

    /// `questions[3].options[1]`; empty for the document.
    var path: String { way.path }

    /// The value under `key`; where there is none, the place of the mapping itself.
    subscript(key: String) -> Site {
        Site(node[key] ?? YAMLNode(.refused, at: node.position), .key(key, of: way))
    }

    /// The element at `index`; where there is none, the place of the list itself.
    subscript(index: Int) -> Site {
        let elements = node.elements
        let element = elements.indices.contains(index) ? elements[index] : YAMLNode(.refused, at: node.position)
        return Site(element, .index(index, of: way))
    }

    /// The value of an entry of this mapping.
    func value(of entry: YAMLNode.Entry) -> Site { Site(entry.value, .key(entry.key, of: way)) }

    /// The elements of this list.
    var elements: [Site] {
        var sites: [Site] = []
        for element in node.elements { sites.append(Site(element, .index(sites.count, of: way))) }
        return sites
    }

    /// Step by step, and put into words only for a fault: there are forty sites to a question, and few faults.
    private indirect enum Way: Sendable {
        case document
        case key(String, of: Way)
        case index(Int, of: Way)

        var path: String {
            switch self {
            case .document: ""
            case .key(let key, of: .document): key
            case .key(let key, of: let mapping): mapping.path + "." + key
            case .index(let index, of: let list): list.path + "[\(index)]"
            }
        }
    }
}
