/// What goes on by itself after a command, as far as a world shows it.
enum Settler: String, CaseIterable, Sendable {
    /// Kubernetes' controllers: Deployments make ReplicaSets and Pods.
    case cluster
    /// What is up and what is down on a switch or router.
    case interfaces

    /// - Parameter isBeginning: Nothing was typed yet: what comes to be was there before the learner came.
    func settle(_ scope: inout SimulationScope, isBeginning: Bool) {
        switch self {
        case .cluster: Cluster.settle(&scope, isBeginning: isBeginning)
        case .interfaces: InterfaceStatus.settle(&scope)
        }
    }
}

/// Keeps the pods of every Deployment as it asks for: `deploy.<namespace>/<name>.replicas`, `.image`, `.labels`.
enum Cluster {
    /// Pods a Deployment has at most, whatever it asks for.
    static let most = 100
    /// The highest number of a revision, and of pods made, that has a next one.
    static let highest = Int(Int32.max)

    /// What a pod template is made of, in the order in which it is noted.
    private static let templateParts = ["image", "env", "restarted", "resources"]
    /// The variable that counts the pods made.
    private static let made = "pods-made"

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
            for revision in revisions(of: owner, scope) {
                scope.state.remove("rev-\(owner).\(revision)", on: scope.device)
            }
        }
    }

    private static func settle(
        _ deployment: String, _ nodes: [String], _ isBeginning: Bool, _ scope: inout SimulationScope
    ) {
        let key = "deploy.\(deployment)"
        // What makes a new revision: the pod template, not the number of replicas.
        let parts = templateParts.map { scope.value(of: "\(key).\($0)") ?? "" }
        let template = parts.joined(separator: "\n"), current = replicaSet(of: deployment, template)
        let age = isBeginning ? age(of: key, scope) : ages.since
        if scope.value(of: "\(key).current") ?? "" != template { revise(deployment, to: template, parts, &scope) }
        var pods = pods(of: deployment, scope)
        if isBeginning {
            // A world may say the pods only.
            for (set, own) in pods where set.last != "/" && scope.value(of: "rs.\(set).image") == nil {
                scope.set("rs.\(set).owner", deployment)
                scope.set("rs.\(set).image", own.first.flatMap { scope.value(of: "pod.\($0).image") })
            }
        }
        // What a deleted ReplicaSet leaves behind goes with it.
        for (set, left) in pods where scope.value(of: "rs.\(set).owner") == nil {
            for pod in left { scope.state.remove("pod.\(pod)", on: scope.device) }
            pods[set] = nil
        }
        noteReplicaSets(of: deployment, current: current, age: age, isBeginning, &scope)

        let replicas = max(0, min(most, Int(scope.value(of: "\(key).replicas") ?? "") ?? 1))
        let sets = scope.members(of: "rs").filter { scope.value(of: "rs.\($0).owner") == deployment }
        func number(_ part: String, of set: String) -> Int { Int(scope.value(of: "rs.\(set).\(part)") ?? "") ?? 0 }
        let old = sets.filter { $0 != current }
        let serving = old.first { set in
            number("ready", of: set) > 0 || (pods[set] ?? []).contains { isRunning($0, scope) }
        }
        let wanting = serving ?? old.first { number("desired", of: $0) > 0 || !(pods[$0] ?? []).isEmpty }
        // A rollout that cannot go on keeps the old pods and shows the first of the new.
        let kept = isMissing(current, scope) && replicas > 0 ? wanting : nil
        let wanted = kept == nil ? replicas : 1
        for set in sets {
            let count = set == current ? wanted : set == kept ? replicas : 0
            let ready = fill(set, of: deployment, to: count, from: pods[set] ?? [], on: nodes, age: age, &scope)
            scope.set("rs.\(set).desired", String(count))
            scope.set("rs.\(set).ready", String(ready))
        }
        let ready = sets.reduce(0) { $0 + (Int(scope.value(of: "rs.\($1).ready") ?? "") ?? 0) }
        scope.set("\(key).ready", String(ready))
        scope.set("\(key).updated", String(wanted))
    }

    /// How old a Deployment's pods are at the beginning: as old as its last rollout, else as the Deployment.
    private static func age(of key: String, _ scope: SimulationScope) -> String {
        scope.value(of: "\(key).rolled") ?? scope.value(of: "\(key).age") ?? ages.beginning
    }

    private static func space(of deployment: String) -> String {
        deployment.split(separator: "/").first.map(String.init) ?? "default"
    }

    /// The one ReplicaSet of a template, by namespace and name: whoever goes back to a template finds it again.
    private static func replicaSet(of deployment: String, _ template: String) -> String {
        let name = deployment.split(separator: "/").last.map(String.init) ?? deployment
        return "\(space(of: deployment))/\(name)-\(Filter.hash(deployment + template, length: 10))"
    }

    /// By ReplicaSet.
    private static func pods(of deployment: String, _ scope: SimulationScope) -> [String: [String]] {
        let own = scope.members(of: "pod").filter { scope.value(of: "pod.\($0).owner") == deployment }
        return Dictionary(grouping: own) { "\(space(of: deployment))/\(scope.value(of: "pod.\($0).set") ?? "")" }
    }

    private static func revisions(of deployment: String, _ scope: SimulationScope) -> [Int] {
        scope.members(of: "rev-\(deployment)").compactMap { Int($0) }
    }

    private static func isRunning(_ pod: String, _ scope: SimulationScope) -> Bool {
        scope.value(of: "pod.\(pod).status") == "Running"
    }

    private static func isMissing(_ set: String, _ scope: SimulationScope) -> Bool {
        let image = scope.value(of: "rs.\(set).image") ?? ""
        return (scope.value(of: "images.missing") ?? "").split(separator: "\n").contains { $0 == image }
    }

    /// Notes the template as the newest revision; one that was there before is the newest again.
    private static func revise(
        _ deployment: String, to template: String, _ parts: [String], _ scope: inout SimulationScope
    ) {
        let group = "rev-\(deployment)"
        let revisions = revisions(of: deployment, scope), newest = min(highest, revisions.max() ?? 0) + 1
        for revision in revisions where scope.value(of: "\(group).\(revision).template") == template {
            scope.state.remove("\(group).\(revision)", on: scope.device)
        }
        scope.set("\(group).\(newest).template", template)
        for (part, value) in zip(templateParts, parts) { scope.set("\(group).\(newest).\(part)", value) }
        scope.set("deploy.\(deployment).revision", String(newest))
        scope.set("deploy.\(deployment).current", template)
    }

    /// Every revision has its ReplicaSet, at the beginning those too of which a world says the template only; later one
    /// that is no longer there takes its revision with it. The newest before the current one is what undoing goes to.
    private static func noteReplicaSets(
        of deployment: String, current: String, age: String, _ isBeginning: Bool, _ scope: inout SimulationScope
    ) {
        let whole = scope.value(of: "deploy.\(deployment).age") ?? ages.beginning
        var previous: Int?
        for revision in revisions(of: deployment, scope) {
            let key = "rev-\(deployment).\(revision)"
            guard let template = scope.value(of: "\(key).template") else { continue }
            let set = replicaSet(of: deployment, template), isCurrent = set == current
            guard isBeginning || isCurrent || scope.value(of: "rs.\(set).owner") != nil else {
                scope.state.remove(key, on: scope.device)
                continue
            }
            if !isCurrent { previous = max(previous ?? revision, revision) }
            // One that is the newest again was there before.
            if scope.value(of: "rs.\(set).age") == nil { scope.set("rs.\(set).age", isCurrent ? age : whole) }
            scope.set("rs.\(set).owner", deployment)
            scope.set("rs.\(set).image", scope.value(of: "\(key).image"))
        }
        scope.set("deploy.\(deployment).previous", previous.map(String.init))
    }

    /// Takes pods of a ReplicaSet away or makes new ones, until it has as many as it is to have.
    ///
    /// - Returns: How many of them are ready.
    private static func fill(
        _ set: String, of deployment: String, to wanted: Int, from pods: [String], on nodes: [String], age: String,
        _ scope: inout SimulationScope
    ) -> Int {
        let running = pods.filter { isRunning($0, scope) }
        let inOrder = running + pods.filter { !running.contains($0) }
        for pod in inOrder.dropFirst(wanted) { scope.state.remove("pod.\(pod)", on: scope.device) }
        let isMissing = isMissing(set, scope), name = String(set.dropFirst(space(of: deployment).count + 1))
        var count = inOrder.count, ready = min(running.count, wanted)
        while count < wanted, !scope.budget.isSpent {
            // Counted over all pods that there ever were: the name of a deleted one does not come back.
            let number = max(0, min(highest, Int(scope.value(of: made) ?? "") ?? 0))
            scope.set(made, String(number + 1))
            let pod = "\(set)-\(Filter.hash(name + String(number), length: 5))"
            guard scope.value(of: "pod.\(pod).set") == nil else { continue }
            make(
                pod, of: deployment, set: name, image: scope.value(of: "rs.\(set).image") ?? "",
                node: nodes.isEmpty ? "<none>" : nodes[(number + 1) % nodes.count],
                isMissing: isMissing, age: age, &scope)
            count += 1
            if !isMissing { ready += 1 }
        }
        return ready
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
