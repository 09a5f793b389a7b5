/// `kubectl apply|create|delete -f FILE`: manifests become what the cluster's variables say.
enum Manifest {
    private struct Kind {
        /// The group of variables, and the name as `kubectl` prints it.
        var group: String
        var shown: String
        var isNamespaced = true
    }

    private static let kinds = [
        "Deployment": Kind(group: "deploy", shown: "deployment.apps"), "Pod": Kind(group: "pod", shown: "pod"),
        "Service": Kind(group: "svc", shown: "service"), "ConfigMap": Kind(group: "cm", shown: "configmap"),
        "Secret": Kind(group: "secret", shown: "secret"),
        "Namespace": Kind(group: "ns", shown: "namespace", isNamespaced: false),
    ]

    static func apply(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        let verb = invocation.captures["verb"] ?? "apply"
        guard let path = invocation.captures["file"] else { throw missingFile(verb) }
        let text: String
        if path == "-" {
            text = invocation.input ?? ""
        } else {
            do throws(FileRefusal) { text = try scope.text(of: path) } catch {
                throw Complaint(
                    "error: the path \"\(path)\" \(error == .missing ? "does not exist" : "cannot be read")")
            }
        }
        let before = scope.state
        var applied: [Applied] = []
        for document in PlainYAML.documents(in: text) {
            applied.append(try apply(document, verb, path, invocation.captures["namespace"], &scope))
        }
        if applied.isEmpty { throw Complaint("error: no objects passed to \(verb)") }
        let dryRun = try DryRun(invocation.captures["dry-run"])
        if dryRun != .none { scope.state = before }
        return CommandOutput(text: try shown(applied, as: invocation.captures["output"], dryRun))
    }

    private static func missingFile(_ verb: String) -> Complaint {
        switch verb {
        case "create": Complaint("Error: must specify one of -f and -k")
        case "delete":
            Complaint(
                "error: You must provide one or more resources by argument or filename.",
                "Example resource specifications include:", "   '-f rsrc.yaml'", "   '--filename=rsrc.json'",
                "   '<resource> <name>'", "   '<resource>'")
        default: Complaint("error: must specify one of -f and -k")
        }
    }

    /// What became of a document.
    private struct Applied {
        /// `deployment.apps/web`
        var name: String
        var said: String
        var object: PlainYAML
    }

    private enum DryRun {
        case none, client, server

        init(_ text: String?) throws(Complaint) {
            switch text {
            case nil, "none": self = .none
            case "client": self = .client
            case "server": self = .server
            case "true":
                throw Complaint(
                    #"error: --dry-run flag without a value was specified. A value must be set: "none", "server", or "client"."#
                )
            case let other?:
                throw Complaint(
                    #"error: Invalid dry-run value (\#(other)). Must be "none", "server", or "client"."#)
            }
        }
    }

    private static func shown(_ applied: [Applied], as output: String?, _ dryRun: DryRun) throws(Complaint) -> String {
        switch output {
        case nil:
            let ending = dryRun == .none ? "" : dryRun == .server ? " (server dry run)" : " (dry run)"
            return applied.map { $0.said + ending }.asLines
        case "name": return applied.map(\.name).asLines
        case "yaml":
            guard applied.count == 1, let object = applied.first?.object else {
                throw Complaint("error: -o yaml of several objects is beyond this simulation")
            }
            // What a cluster keeps of one is in base64.
            if object.text("kind") == "Secret" {
                throw Complaint("error: -o yaml of a Secret is beyond this simulation; -o name is not")
            }
            return object.text
        default: throw Complaint("error: this output is beyond this simulation; -o name and -o yaml are not")
        }
    }

    private static func apply(
        _ document: PlainYAML, _ verb: String, _ path: String, _ namespace: String?, _ scope: inout SimulationScope
    ) throws(Complaint) -> Applied {
        guard let kindName = document.text("kind") else {
            throw Complaint("error: error validating \"\(path)\": error validating data: kind not set")
        }
        guard let version = document.text("apiVersion") else {
            throw Complaint("error: error validating \"\(path)\": error validating data: apiVersion not set")
        }
        guard let kind = kinds[kindName], version == (kindName == "Deployment" ? "apps/v1" : "v1") else {
            throw Complaint(
                "error: resource mapping not found for name: \"\(document.text("metadata.name") ?? "")\" namespace: \"\" from \"\(path)\": no matches for kind \"\(kindName)\" in version \"\(version)\"",
                "ensure CRDs are installed first")
        }
        guard let name = document.text("metadata.name"), !name.isEmpty else {
            throw Complaint("error: error when retrieving current configuration of:", "resource name may not be empty")
        }
        let space = document.text("metadata.namespace") ?? namespace ?? scope.value(of: "namespace") ?? "default"
        if kind.isNamespaced, !scope.exists("ns.\(space)") {
            throw Complaint(
                "Error from server (NotFound): error when creating \"\(path)\": namespaces \"\(space)\" not found")
        }
        let key = kind.isNamespaced ? "\(kind.group).\(space)/\(name)" : "\(kind.group).\(name)"
        let exists = scope.exists(key)
        let label = "\(kind.shown)/\(name)"
        let object = kind.isNamespaced ? document.completed(["metadata", "namespace"], with: space) : document
        switch verb {
        case "delete":
            guard exists else {
                throw Complaint(
                    "Error from server (NotFound): error when deleting \"\(path)\": \(kind.shown.split(separator: ".")[0])s\(kindName == "Deployment" ? ".apps" : "") \"\(name)\" not found"
                )
            }
            scope.state.remove(key, on: scope.device)
            let said = "\(kind.shown) \"\(name)\" deleted" + (kind.isNamespaced ? " from \(space) namespace" : "")
            return Applied(name: label, said: said, object: object)
        case "create" where exists:
            throw Complaint(
                "Error from server (AlreadyExists): error when creating \"\(path)\": \(kind.shown.split(separator: ".")[0])s\(kindName == "Deployment" ? ".apps" : "") \"\(name)\" already exists"
            )
        default: break
        }
        var isChanged = false
        for (part, value) in try variables(of: document, kindName, path, scope) {
            if scope.value(of: "\(key).\(part)") != value { isChanged = true }
            scope.set("\(key).\(part)", value)
        }
        if !exists { scope.set("\(key).age", "4s") }
        let said = label + (exists ? isChanged ? " configured" : " unchanged" : " created")
        return Applied(name: label, said: said, object: object)
    }

    private static func variables(
        of document: PlainYAML, _ kind: String, _ path: String, _ scope: SimulationScope
    ) throws(Complaint) -> [(String, String)] {
        let labels = document.lines("metadata.labels") ?? ""
        switch kind {
        case "Deployment":
            let selector = document.lines("spec.selector.matchLabels"),
                pod = document.lines("spec.template.metadata.labels")
            guard let selector, let pod, Set(selector.split(separator: "\n")).isSubset(of: pod.split(separator: "\n")),
                let container = document.at("spec.template.spec.containers")?.elements.first
            else {
                throw Complaint(
                    "The Deployment \"\(document.text("metadata.name") ?? "")\" is invalid: spec.template.metadata.labels: Invalid value: `selector` does not match template `labels`"
                )
            }
            var variables = [
                ("replicas", document.text("spec.replicas") ?? "1"), ("selector", selector), ("labels", pod),
                ("image", container.text("image") ?? ""), ("container", container.text("name") ?? ""),
            ]
            let environment = container["env"]?.elements.map {
                "\($0.text("name") ?? "")=\($0.text("value") ?? "")"
            }
            if let environment { variables.append(("env", environment.joined(separator: "\n"))) }
            if let port = container["ports"]?.elements.first?.text("containerPort") { variables.append(("port", port)) }
            return variables
        case "Pod":
            let container = document.at("spec.containers")?.elements.first, image = container?.text("image") ?? ""
            let missing = (scope.value(of: "images.missing") ?? "").split(separator: "\n").map(String.init)
            return [
                ("labels", labels), ("image", image), ("container", container?.text("name") ?? ""),
                ("status", missing.contains(image) ? "ImagePullBackOff" : "Running"), ("restarts", "0"),
                ("node", "node-1"), ("ip", "10.244.1.77"),
            ]
        case "Service":
            let port = document.at("spec.ports")?.elements.first
            let number = port?.text("port") ?? ""
            return [
                ("type", document.text("spec.type") ?? "ClusterIP"),
                ("selector", document.lines("spec.selector") ?? ""),
                ("port", number), ("target", port?.text("targetPort") ?? number),
                ("ip", document.text("spec.clusterIP") ?? "10.96.17.203"), ("labels", labels),
            ]
        case "Namespace": return [("status", "Active")]
        default: return [("data", document.lines("data") ?? document.lines("stringData") ?? "")]
        }
    }
}
