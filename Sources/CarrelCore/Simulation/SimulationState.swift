/// The variables of all devices, and those that belong to none.
struct SimulationState: Equatable, Sendable {
    /// By device id; those shared by all under the empty one.
    private(set) var variables: [String: [String: String]]
    /// Bytes of all names and values.
    private(set) var size = 0

    /// Bytes that a line may make the state grow to.
    static let largest = 8 << 20

    init(devices: [String]) {
        variables = [:]
        for device in devices + [""] { variables[device] = [:] }
    }

    /// `R2:name` is a variable of another device, `:name` one of none, any other name one of `device`.
    private func place(of name: String, on device: String) -> (device: String, name: String) {
        guard let colon = name.utf8.firstIndex(of: 0x3A) else { return (device, name) }
        let owner = String(name[..<colon])
        guard variables[owner] != nil else { return (device, name) }
        return (owner, String(name[name.utf8.index(after: colon)...]))
    }

    func value(of name: String, on device: String) -> String? {
        let place = place(of: name, on: device)
        return variables[place.device]?[place.name]
    }

    mutating func set(_ name: String, to value: String?, on device: String) {
        let place = place(of: name, on: device)
        guard !place.name.isEmpty, variables[place.device] != nil else { return }
        if let old = variables[place.device]?[place.name] { size -= place.name.utf8.count + old.utf8.count }
        if let value { size += place.name.utf8.count + value.utf8.count }
        variables[place.device]?[place.name] = value
    }

    /// Whether the variable is there, or any of a member: `vlan.10` where there is `vlan.10.name`.
    func exists(_ name: String, on device: String) -> Bool {
        let place = place(of: name, on: device)
        guard let own = variables[place.device] else { return false }
        if own[place.name] != nil { return true }
        let prefix = place.name + "."
        return own.keys.contains {
            $0.utf8.starts(with: prefix.utf8) && !$0.utf8.dropFirst(prefix.utf8.count).contains(0x2E)
        }
    }

    /// Removes a variable, or all of a member; `vlan.*` removes all of a group.
    mutating func remove(_ name: String, on device: String) {
        let place = place(of: name, on: device)
        guard !place.name.isEmpty else { return }
        set(name, to: nil, on: device)
        let isGroup = place.name.utf8.last == 0x2A
        let prefix = isGroup ? String(place.name.dropLast()) : place.name + "."
        for key in variables[place.device]?.keys ?? [:].keys where key.utf8.starts(with: prefix.utf8) {
            guard isGroup || !key.utf8.dropFirst(prefix.utf8.count).contains(0x2E) else { continue }
            if let old = variables[place.device]?.removeValue(forKey: key) { size -= key.utf8.count + old.utf8.count }
        }
    }

    /// The members of a group: the `10` of `vlan.10.name`, what stands between the first dot and the last. Sorted as
    /// people count: `Gi0/2` before `Gi0/10`.
    func members(of group: String, on device: String) -> [String] {
        let place = place(of: group, on: device)
        let prefix = place.name + "."
        var members: Set<String> = []
        for key in variables[place.device]?.keys ?? [:].keys where key.utf8.starts(with: prefix.utf8) {
            let rest = key.utf8.dropFirst(prefix.utf8.count)
            guard let dot = rest.lastIndex(of: 0x2E), dot != rest.startIndex else { continue }
            members.insert(String(key[rest.startIndex..<dot]))
        }
        return members.sorted(by: NaturalOrder.precedes)
    }
}

/// The order in which people count: digits by their value.
enum NaturalOrder {
    static func precedes(_ left: String, _ right: String) -> Bool {
        var rest = (left.utf8[...], right.utf8[...])
        while let (one, other) = (rest.0.first, rest.1.first) as? (UInt8, UInt8) {
            guard one.isDigit, other.isDigit else {
                if one != other { return one < other }
                rest = (rest.0.dropFirst(), rest.1.dropFirst())
                continue
            }
            let numbers = (rest.0.prefix(while: \.isDigit), rest.1.prefix(while: \.isDigit))
            let trimmed = (numbers.0.drop { $0 == 0x30 }, numbers.1.drop { $0 == 0x30 })
            if trimmed.0.count != trimmed.1.count { return trimmed.0.count < trimmed.1.count }
            if !trimmed.0.elementsEqual(trimmed.1) { return trimmed.0.lexicographicallyPrecedes(trimmed.1) }
            rest = (rest.0.dropFirst(numbers.0.count), rest.1.dropFirst(numbers.1.count))
        }
        return rest.0.count != rest.1.count ? rest.0.count < rest.1.count : left < right
    }
}

extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
}

/// What names mean while a command runs on a device.
struct SimulationScope {
    var state: SimulationState
    var device: String
    /// What was captured, and the variables of loops.
    var locals: [String: String] = [:]
    /// Shared by every copy that is made while the line runs.
    var budget = StepBudget()

    func value(of name: String) -> String? {
        budget.take(bytes: name.utf8.count)
        return state.value(of: name, on: device)
    }

    mutating func set(_ name: String, _ value: String?) {
        budget.take(bytes: name.utf8.count)
        state.set(name, to: value.map(budget.checked), on: device)
    }

    func members(of group: String) -> [String] { members(of: group, on: device) }

    func members(of group: String, on device: String) -> [String] {
        guard takesScan(of: device) else { return [] }
        let members = state.members(of: group, on: device)
        budget.take(2 * members.count)
        return members
    }

    func exists(_ name: String) -> Bool {
        value(of: name) != nil || takesScan(of: device) && state.exists(name, on: device)
    }

    /// All names of a device are looked at.
    func takesScan(of device: String) -> Bool { budget.take(1 + (state.variables[device]?.count ?? 0) / 8) }
}
