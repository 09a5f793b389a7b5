/// What goes on by itself after a command, as far as a world shows it.
enum Settler: String, CaseIterable, Sendable {
    /// Kubernetes' controllers: Deployments make ReplicaSets and Pods.
    case cluster

    /// - Parameter isBeginning: Nothing was typed yet: what comes to be was there before the learner came.
    func settle(_ scope: inout SimulationScope, isBeginning: Bool) {
        switch self {
        case .cluster: Cluster.settle(&scope, isBeginning: isBeginning)
        }
    }
}

/// Keeps the pods of every Deployment as it asks for: `deploy.<namespace>/<name>.replicas`, `.image`, `.labels`.
enum Cluster {
    /// Pods a Deployment has at most, whatever it asks for.
    static let most = 100
    /// The highest number of a revision that has a next one.
    static let newestRevision = Int(Int32.max)

    /// Of what is there from the beginning, where the world does not say how old its Deployment is; and of what was
    /// made since.
    private static let ages = (beginning: "12d", since: "4s")

    static func settle(_ scope: inout SimulationScope, isBeginning: Bool) {
        let deployments = scope.members(of: "deploy")
        let nodes = scope.members(of: "node").filter { scope.value(of: "node.\($0).unschedulable") != "true" }
        for name in deployments where !scope.budget.isSpent { settle(name, nodes, isBeginning, &scope) }
        // What a deleted Deployment leaves behind goes with it.
        for pod in scope.members(of: "pod") {
            guard let owner = scope.value(of: "pod.\(pod).owner"), !owner.isEmpty, !deployments.contains(owner) else {
                continue
            }
            scope.state.remove("pod.\(pod)", on: scope.device)
        }
        for set in scope.members(of: "rs") {
            guard let owner = scope.value(of: "rs.\(set).owner"), !deployments.contains(owner) else { continue }
            scope.state.remove("rs.\(set)", on: scope.device)
            // A Deployment of the same name would begin anew.
            scope.state.remove("rev-\(owner)", on: scope.device)
        }
    }

    private static func settle(
        _ deployment: String, _ nodes: [String], _ isBeginning: Bool, _ scope: inout SimulationScope
    ) {
        let key = "deploy.\(deployment)"
        func value(_ part: String) -> String { scope.value(of: "\(key).\(part)") ?? "" }
        let image = value("image")
        // What makes a new revision: the pod template, not the number of replicas.
        let template = [image, value("env"), value("restarted"), value("resources")].joined(separator: "\n")
        let name = deployment.split(separator: "/").last.map(String.init) ?? deployment
        let space = deployment.split(separator: "/").first.map(String.init) ?? "default"
        let set = "\(name)-\(Filter.hash(deployment + template, length: 10))"
        let age = isBeginning ? age(of: key, scope) : ages.since
        if value("current") != template { revise(deployment, to: template, image: image, set: set, age: age, &scope) }

        let replicas = max(0, min(most, Int(value("replicas")) ?? 1))
        let isMissing = (scope.value(of: "images.missing") ?? "").split(separator: "\n").contains { $0 == image }
        let own = scope.members(of: "pod").filter { scope.value(of: "pod.\($0).owner") == deployment }
        let new = own.filter { scope.value(of: "pod.\($0).set") == set }
        let old = own.filter { scope.value(of: "pod.\($0).set") != set }
        // A rollout that cannot go on keeps the old pods and shows the first of the new.
        let isStuck = isMissing && !old.isEmpty && replicas > 0
        let wanted = isStuck ? 1 : replicas
        for pod in isStuck ? Array(old.dropFirst(replicas)) : old { scope.state.remove("pod.\(pod)", on: scope.device) }
        for pod in new.dropFirst(wanted) { scope.state.remove("pod.\(pod)", on: scope.device) }
        var number = 0, count = new.count
        while count < wanted, !scope.budget.isSpent {
            let pod = "\(space)/\(set)-\(Filter.hash(set + String(number), length: 5))"
            number += 1
            guard scope.value(of: "pod.\(pod).set") == nil else { continue }
            make(
                pod, of: deployment, set: set, image: image,
                node: nodes.isEmpty ? "<none>" : nodes[number % nodes.count],
                isMissing: isMissing, age: age, &scope)
            count += 1
        }
        let ready = scope.members(of: "pod").count {
            scope.value(of: "pod.\($0).owner") == deployment && scope.value(of: "pod.\($0).status") == "Running"
        }
        scope.set("\(key).ready", String(ready))
        scope.set("\(key).updated", String(wanted))
        let kept = isStuck ? min(old.count, replicas) : 0
        for each in scope.members(of: "rs") where scope.value(of: "rs.\(each).owner") == deployment {
            let isCurrent = each == "\(space)/\(set)"
            scope.set("rs.\(each).desired", String(isCurrent ? wanted : 0))
            scope.set("rs.\(each).ready", String(isCurrent ? isMissing ? 0 : wanted : 0))
        }
        if kept > 0, let previous = old.first.flatMap({ scope.value(of: "pod.\($0).set") }) {
            scope.set("rs.\(space)/\(previous).desired", String(kept))
            scope.set("rs.\(space)/\(previous).ready", String(kept))
        }
    }

    /// How old a Deployment's pods are at the beginning: as old as its last rollout, else as the Deployment.
    private static func age(of key: String, _ scope: SimulationScope) -> String {
        scope.value(of: "\(key).rolled") ?? scope.value(of: "\(key).age") ?? ages.beginning
    }

    /// Notes the template as the newest revision; one that was there before is the newest again.
    private static func revise(
        _ deployment: String, to template: String, image: String, set: String, age: String,
        _ scope: inout SimulationScope
    ) {
        let group = "rev-\(deployment)"
        let revisions = scope.members(of: group)
        let newest = min(newestRevision, revisions.compactMap { Int($0) }.max() ?? 0) + 1
        let previous = scope.value(of: "deploy.\(deployment).currentImage")
        for revision in revisions where scope.value(of: "\(group).\(revision).template") == template {
            scope.state.remove("\(group).\(revision)", on: scope.device)
        }
        scope.set("\(group).\(newest).template", template)
        scope.set("\(group).\(newest).image", image)
        scope.set("deploy.\(deployment).revision", String(newest))
        scope.set("deploy.\(deployment).previous", previous)
        scope.set("deploy.\(deployment).current", template)
        scope.set("deploy.\(deployment).currentImage", image)
        let space = deployment.split(separator: "/").first.map(String.init) ?? "default"
        // One that is the newest again was there before.
        if scope.value(of: "rs.\(space)/\(set).age") == nil { scope.set("rs.\(space)/\(set).age", age) }
        scope.set("rs.\(space)/\(set).owner", deployment)
        scope.set("rs.\(space)/\(set).desired", "0")
    }

    private static func make(
        _ pod: String, of deployment: String, set: String, image: String, node: String, isMissing: Bool,
        age: String, _ scope: inout SimulationScope
    ) {
        let labels = scope.value(of: "deploy.\(deployment).labels") ?? ""
        let hash = set.split(separator: "-").last ?? ""
        let place = fnv1a64(pod)
        for (part, value) in [
            ("owner", deployment), ("set", set), ("image", image), ("restarts", "0"),
            ("status", isMissing ? "ImagePullBackOff" : "Running"),
            ("labels", (labels.isEmpty ? "" : labels + "\n") + "pod-template-hash=\(hash)"),
            ("age", age), ("ip", "10.244.\(1 + place % 3).\(10 + (place >> 8) % 200)"),
            ("node", node),
            ("logs", scope.value(of: "deploy.\(deployment).logs") ?? ""),
        ] { scope.set("pod.\(pod).\(part)", value) }
    }
}
