/// Whether packets find their way over interfaces and static routes, there and back.
enum Ping {
    private struct Route {
        var network: UInt32
        var length: Int
        var next: IPv4
    }

    static func ping(_ invocation: Invocation, _ scope: SimulationScope) -> CommandOutput {
        let text = invocation.captures["target"] ?? ""
        guard let target = IPv4(text) else {
            return .refused("% Unrecognized host or address, or protocol not running.")
        }
        let source = addresses(of: scope.device, scope).first {
            route(to: target, from: scope.device, scope) != nil && $0.up
        }
        let arrives = reaches(target, from: scope.device, scope)
        let returns =
            arrives
            && (owner(of: target, scope).map { owner in
                source.map { reaches($0.address, from: owner, scope) } ?? (owner == scope.device)
            } ?? true)
        var lines = [
            "Type escape sequence to abort.",
            "Sending 5, 100-byte ICMP Echos to \(target), timeout is 2 seconds:", returns ? "!!!!!" : ".....",
            "Success rate is \(returns ? 100 : 0) percent (\(returns ? 5 : 0)/5)",
        ]
        if returns { lines[3] += ", round-trip min/avg/max = 1/1/4 ms" }
        return CommandOutput(text: lines.joined(separator: "\n") + "\n")
    }

    private static func addresses(of device: String, _ scope: SimulationScope)
        -> [(address: IPv4, mask: IPv4, up: Bool)]
    {
        scope.members(of: "if", on: device).compactMap { name in
            func value(_ part: String) -> String? { scope.state.value(of: "if.\(name).\(part)", on: device) }
            guard let address = value("ip").flatMap({ IPv4($0) }), let mask = value("mask").flatMap({ IPv4($0) }) else {
                return nil
            }
            return (address, mask, value("up") == "true" && value("link") != "false")
        }
    }

    private static func owner(of address: IPv4, _ scope: SimulationScope) -> String? {
        scope.state.variables.keys.sorted().first { device in
            !device.isEmpty && addresses(of: device, scope).contains { $0.address == address && $0.up }
        }
    }

    /// Where a packet goes next: the target itself on a connected network, else a next hop.
    private static func route(to target: IPv4, from device: String, _ scope: SimulationScope) -> IPv4? {
        let own = addresses(of: device, scope).filter(\.up)
        if own.contains(where: { $0.address.bits & $0.mask.bits == target.bits & $0.mask.bits }) { return target }
        let routes = scope.members(of: "route", on: device).compactMap { name -> Route? in
            // `10.0.0.0/255.255.255.0/192.0.2.1`
            let parts = name.split(separator: "/")
            guard parts.count == 3, let network = IPv4(parts[0]), let mask = IPv4(parts[1]), let next = IPv4(parts[2]),
                target.bits & mask.bits == network.bits
            else { return nil }
            return Route(network: network.bits, length: mask.prefixLength ?? 0, next: next)
        }
        let usable = routes.filter { route in
            own.contains { $0.address.bits & $0.mask.bits == route.next.bits & $0.mask.bits }
        }
        return usable.max { $0.length < $1.length }?.next
    }

    private static func reaches(_ target: IPv4, from device: String, _ scope: SimulationScope) -> Bool {
        var device = device
        for _ in 0..<16 {
            if addresses(of: device, scope).contains(where: { $0.address == target && $0.up }) { return true }
            guard let next = route(to: target, from: device, scope) else { return false }
            if next == target {
                // A host that no device of the world is, but that is said to answer.
                return owner(of: target, scope) != nil || scope.state.value(of: ":host.\(target).up", on: "") == "true"
            }
            guard let hop = owner(of: next, scope), hop != device else { return false }
            device = hop
        }
        return false
    }
}
