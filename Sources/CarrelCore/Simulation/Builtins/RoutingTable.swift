/// What a router makes of its addresses and static routes: the best route to every network, sorted as it prints them.
struct RoutingTable {
    enum Kind: String {
        case connected = "C", local = "L", fixed = "S"

        /// As a single route says where it is from; the router's own addresses come from their interfaces.
        var source: String { self == .fixed ? "static" : "connected" }
    }

    struct Route {
        var kind: Kind
        var network: IPv4
        var length: Int
        var distance = 0
        /// A connected network has none, nor has a route that names an interface only.
        var next: IPv4?
        var interface: String

        func contains(_ address: IPv4) -> Bool { address.network(length) == network }
    }

    /// One of the addresses of a device.
    struct Address {
        var address: IPv4
        var mask: IPv4
        var interface: String
        var isUp: Bool
    }

    /// Several of the same network are ways to it of the same distance.
    let routes: [Route]

    init(of device: String, _ scope: SimulationScope) {
        let own = Self.addresses(of: device, scope).filter(\.isUp)
        var routes: [Route] = []
        for address in own {
            let length = address.mask.prefixLength ?? 32
            routes.append(
                Route(
                    kind: .connected, network: address.address.network(length), length: length,
                    interface: address.interface))
            if length < 32 {
                routes.append(
                    Route(kind: .local, network: address.address, length: 32, interface: address.interface))
            }
        }
        for name in scope.members(of: "route", on: device) {
            func value(_ part: String) -> String? { scope.state.value(of: "route.\(name).\(part)", on: device) }
            // `10.0.0.0/255.255.255.0/192.0.2.1`, or the name of an interface where the address is.
            let parts = name.split(separator: "/", maxSplits: 2)
            guard parts.count == 3, let network = IPv4(parts[0]), let length = IPv4(parts[1])?.prefixLength else {
                continue
            }
            let hop = String(parts[2]), next = IPv4(hop)
            let isUsable =
                next.map { next in own.contains { $0.address.bits & $0.mask.bits == next.bits & $0.mask.bits } }
                ?? (hop == "Null0" || scope.state.value(of: "if.\(hop).line", on: device) == "up")
            guard isUsable else { continue }
            routes.append(
                Route(
                    kind: .fixed, network: network, length: length, distance: Int(value("distance") ?? "") ?? 1,
                    next: next, interface: value("interface") ?? ""))
        }
        // The place breaks ties: routes of a network stay in the order they were found.
        let sorted = routes.enumerated().sorted {
            ($0.element.network.bits, $0.element.length, $0.element.distance, $0.offset)
                < ($1.element.network.bits, $1.element.length, $1.element.distance, $1.offset)
        }.map(\.element)
        self.routes = sorted.reduce(into: []) { kept, route in
            guard let last = kept.last, last.network == route.network, last.length == route.length else {
                kept.append(route)
                return
            }
            if last.distance == route.distance, last.kind == route.kind { kept.append(route) }
        }
    }

    static func addresses(of device: String, _ scope: SimulationScope) -> [Address] {
        scope.members(of: "if", on: device).flatMap { name -> [Address] in
            func value(_ part: String) -> String { scope.state.value(of: "if.\(name).\(part)", on: device) ?? "" }
            let isUp = value("line") == "up"
            let all = [value("ip") + " " + value("mask")] + value("secondary").split(separator: "\n").map(String.init)
            return all.compactMap { text in
                let parts = text.split(separator: " ")
                guard parts.count == 2, let address = IPv4(parts[0]), let mask = IPv4(parts[1]) else { return nil }
                return Address(address: address, mask: mask, interface: name, isUp: isUp)
            }
        }
    }

    /// The ways of the longest prefix that an address has, or of the network itself where a length is asked for.
    func best(for address: IPv4, length: Int? = nil) -> [Route] {
        if let length { return routes.filter { $0.network == address && $0.length == length } }
        let fitting = routes.filter { $0.contains(address) }
        let longest = fitting.map(\.length).max()
        return fitting.filter { $0.length == longest }
    }
}

extension IPv4 {
    func network(_ length: Int) -> IPv4 { IPv4(bits: length <= 0 ? 0 : bits & (.max << UInt32(32 - min(length, 32)))) }

    /// The prefix of the network of class A, B or C.
    var classLength: Int { bits < 0x8000_0000 ? 8 : bits < 0xC000_0000 ? 16 : 24 }
}

/// `show ip route`, whole or of one address.
enum RouteListing {
    private static let codes = """
        Codes: L - local, C - connected, S - static, R - RIP, M - mobile, B - BGP
               D - EIGRP, EX - EIGRP external, O - OSPF, IA - OSPF inter area
               N1 - OSPF NSSA external type 1, N2 - OSPF NSSA external type 2
               E1 - OSPF external type 1, E2 - OSPF external type 2
               i - IS-IS, su - IS-IS summary, L1 - IS-IS level-1, L2 - IS-IS level-2
               ia - IS-IS inter area, * - candidate default, U - per-user static route
               o - ODR, P - periodic downloaded static route, H - NHRP, l - LISP
               a - application route
               + - replicated route, % - next hop override
        """

    /// The routes of one network of class A, B or C.
    private struct Group {
        var network: IPv4
        /// Those longer than the class has: they are told under a line of their own.
        var isSubnetted: Bool
        var routes: [RoutingTable.Route] = []

        var subnets: Int { Set(routes.map { [UInt32($0.length), $0.network.bits] }).count }
        var masks: [Int] { Set(routes.map(\.length)).sorted() }
    }

    static func routes(_ invocation: Invocation, _ scope: SimulationScope) -> CommandOutput {
        let table = RoutingTable(of: scope.device, scope)
        if let address = invocation.captures["destination"].flatMap({ IPv4($0) }) {
            let mask = invocation.captures["netmask"].flatMap { IPv4($0)?.prefixLength }
            return CommandOutput(text: entry(of: address, mask, table).joined(separator: "\n") + "\n")
        }
        let only = invocation.captures["only"]
        let last = table.routes.first { $0.length == 0 }.map { $0.next ?? IPv4(bits: 0) }
        var lines = [codes, ""]
        lines.append("Gateway of last resort is " + (last.map { "\($0) to network 0.0.0.0" } ?? "not set"))
        lines.append("")
        for group in groups(of: table) {
            let shown = group.routes.filter { only == nil || $0.kind.source == only }
            guard !shown.isEmpty else { continue }
            if group.isSubnetted { lines.append("      " + heading(of: group)) }
            lines += rows(shown, of: group)
        }
        return CommandOutput(text: lines.joined(separator: "\n") + "\n")
    }

    private static func groups(of table: RoutingTable) -> [Group] {
        var groups: [Group] = []
        for route in table.routes {
            let length = route.network.classLength
            let network = route.length < length ? route.network : route.network.network(length)
            let isSupernet = route.length < length
            if !isSupernet, let last = groups.last, last.network == network, last.routes[0].length >= length {
                groups[groups.count - 1].routes.append(route)
            } else {
                groups.append(Group(network: network, isSubnetted: false, routes: [route]))
            }
            if route.length > length { groups[groups.count - 1].isSubnetted = true }
        }
        return groups
    }

    private static func heading(of group: Group) -> String {
        let masks = group.masks
        return masks.count == 1
            ? "\(group.network)/\(masks[0]) is subnetted, \(group.subnets) subnets"
            : "\(group.network)/\(group.network.classLength) is variably subnetted, \(group.subnets) subnets, "
                + "\(masks.count) masks"
    }

    private static func rows(_ routes: [RoutingTable.Route], of group: Group) -> [String] {
        // Where all have one mask, the line above them has it.
        let hidesMask = group.isSubnetted && group.masks.count == 1
        var before: RoutingTable.Route?
        return routes.map { route in
            let isDefault = route.length == 0
            let mark = (route.kind.rawValue + (isDefault ? "*" : "")).padded(to: group.isSubnetted ? 9 : 6)
            let name = mark + route.network.description + (hidesMask ? "" : "/\(route.length)")
            defer { before = route }
            guard let next = route.next else { return "\(name) is directly connected, \(route.interface)" }
            let isAnother = before?.network == route.network && before?.length == route.length
            let head = isAnother ? String(repeating: " ", count: name.count) : name
            return "\(head) [\(route.distance)/0] via \(next)" + (route.interface.isEmpty ? "" : ", \(route.interface)")
        }
    }

    /// Of one address; a default route is no answer to another one.
    private static func entry(of address: IPv4, _ mask: Int?, _ table: RoutingTable) -> [String] {
        let length = address.classLength, major = address.network(length)
        let group = groups(of: table).first { $0.network == major && $0.isSubnetted }
        if mask == nil, address == major, let group { return summary(of: group) }
        let ways = table.best(for: address, length: mask).filter { $0.length > 0 || address.bits == 0 }
        guard let first = ways.first else { return ["% \(group == nil ? "Network" : "Subnet") not in table"] }
        var about = "  Known via \"\(first.kind.source)\", distance \(first.distance), metric 0"
        switch first.kind {
        case .connected: about += " (connected, via interface)"
        case .local: about += " (connected)"
        case .fixed:
            about += (first.next == nil ? " (connected)" : "") + (first.length == 0 ? ", candidate default path" : "")
        }
        let name = "\(first.network)/\(first.length)" + (first.length < first.network.classLength ? ", supernet" : "")
        return ["Routing entry for \(name)", about, "  Routing Descriptor Blocks:"]
            + ways.enumerated().flatMap { place, way in
                let via = way.interface.isEmpty ? "" : ", via \(way.interface)"
                return [
                    "  \(place == 0 ? "*" : " ") \(way.next?.description ?? "directly connected")\(via)",
                    "      Route metric is 0, traffic share count is 1",
                ]
            }
    }

    private static func summary(of group: Group) -> [String] {
        let masks = group.masks, attached = group.routes.count { $0.kind != .fixed }
        var lines = [
            "Routing entry for \(group.network)/\(masks.count == 1 ? masks[0] : group.network.classLength), "
                + "\(group.subnets) known subnets"
        ]
        if attached > 0 { lines.append("  Attached (\(attached) connections)") }
        if masks.count > 1 { lines.append("  Variably subnetted with \(masks.count) masks") }
        return lines + rows(group.routes, of: group)
    }
}
