extension JSONDocument {
    /// The indices of an object's keys. A key's value follows it.
    func keys(of object: Int) -> [Int] {
        var keys: [Int] = [], key = object + 1
        keys.reserveCapacity(Int(nodes[object].count))
        for _ in 0..<nodes[object].count {
            keys.append(key)
            key = Int(nodes[key + 1].next)
        }
        return keys
    }

    /// The keys that count, in the order of their bytes: of equal ones only the last.
    func sortedKeys(of object: Int) -> [Int] {
        bytes.withUnsafeBufferPointer { text in
            func order(_ left: Int, _ right: Int) -> Int {
                bytes(at: left, of: text).order(against: bytes(at: right, of: text))
            }
            let all = keys(of: object).sorted { left, right in
                let order = order(left, right)
                return order == 0 ? left < right : order < 0
            }
            return all.indices.compactMap { place in
                place + 1 < all.count && order(all[place], all[place + 1]) == 0 ? nil : all[place]
            }
        }
    }

    /// The value of the last member of that name; nil where there is none.
    func value(named name: UnsafeBufferPointer<UInt8>, in object: Int) -> Int? {
        bytes.withUnsafeBufferPointer { text in
            nodes.withUnsafeBufferPointer { nodes in
                var found: Int?
                var key = object + 1
                for _ in 0..<nodes[object].count {
                    let node = nodes[key]
                    if Int(node.end - node.start) == name.count, name.order(against: bytes(at: key, of: text)) == 0 {
                        found = key + 1
                    }
                    key = Int(nodes[key + 1].next)
                }
                return found
            }
        }
    }

    /// The same among sorted keys.
    func value(named name: UnsafeBufferPointer<UInt8>, among sorted: [Int]) -> Int? {
        bytes.withUnsafeBufferPointer { text in
            var low = 0, high = sorted.count
            while low < high {
                let middle = (low + high) / 2
                if bytes(at: sorted[middle], of: text).order(against: name) <= 0 {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            guard low > 0, bytes(at: sorted[low - 1], of: text).order(against: name) == 0 else { return nil }
            return sorted[low - 1] + 1
        }
    }

    private func bytes(at index: Int, of text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: text[Int(nodes[index].start)..<Int(nodes[index].end)])
    }
}
