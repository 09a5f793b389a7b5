import CarrelCore
import Testing

@testable import CarrelContent

@Suite("kubectl takes, keeps and prints objects as the real one does")
struct KubectlObjectTests {
    private static let cluster = """
        {images.missing: "nginx:9", deploy.default/web.replicas: 2, deploy.default/web.image: "nginx:1.28", deploy.default/web.container: nginx, \
        deploy.default/web.labels: app=web, deploy.default/web.selector: app=web, \
        deploy.default/web.logs: "started\\nready", cm.default/app.data: "log.level=debug\\nPORT=80", \
        secret.default/db.data: password=pw, pod.default/solo.image: "busybox:1", pod.default/solo.status: Running, \
        pod.default/solo.labels: run=solo, pod.default/solo.container: box}
        """

    private static let files = """
        {/home/ada/: {owner: ada}, /home/ada/pod.yaml: {owner: ada, text: "apiVersion: v1\\nkind: Pod\\nmetadata:\\n  \
        name: new\\n  labels:\\n    tier: \\"1\\"\\nspec:\\n  containers:\\n  - name: c\\n    image: nginx:1.28\\n"}}
        """

    private static let usage = [
        "error: You must provide one or more resources by argument or filename.",
        "Example resource specifications include:", "   '-f rsrc.yaml'", "   '--filename=rsrc.json'",
        "   '<resource> <name>'", "   '<resource>'",
    ]

    private static let dry = "--dry-run=client -o yaml"

    @Test(
        "A Kubernetes command line on objects",
        arguments: [
            (["kubectl get Pods solo -o name"], ["pod/solo"]),
            (["kubectl get Deployment/web -o name"], ["deployment.apps/web"]),
            (["kubectl get CONFIGMAP app -o name"], ["configmap/app"]),
            (["kubectl get DEPLOY"], ["error: the server doesn't have a resource type \"DEPLOY\""]),
            (["kubectl get cm/app --no-headers"], ["app   2   12d"]),
            (["kubectl get node/node-2 -o name"], ["node/node-2"]),
            (["kubectl create Deployment x --image=y"], ["error: Unexpected args: [Deployment]", Self.createHelp]),
            (["kubectl delete"], Self.usage),
            (["kubectl create"], ["Error: must specify one of -f and -k"]),
            (["kubectl delete jobs/x"], ["Error from server (NotFound): jobs.batch \"x\" not found"]),
            (
                ["kubectl delete cm,secret app"],
                ["error: several types in one line are beyond this simulation; name one after the other"]
            ),
            (
                ["kubectl create cm b", "kubectl delete cm app b", "kubectl get cm"],
                ["No resources found in default namespace."]
            ),
            (["kubectl delete pod -l run=solo"], ["pod \"solo\" deleted from default namespace"]),
            (["kubectl delete pod nope --ignore-not-found"], []),
            (["kubectl apply -f pod.yaml --validate=false"], ["pod/new created"]),
            (["kubectl apply --validate=false -f pod.yaml -o name"], ["pod/new"]),
            (
                [
                    "sed -i s/1.28/9/ pod.yaml", "kubectl apply -f pod.yaml",
                    "kubectl get pod new --no-headers | grep -c ImagePullBackOff",
                ], ["1"]
            ),
            (["kubectl apply -f pod.yaml -o yaml"], Self.pod),
            (["kubectl apply -f pod.yaml \(Self.dry)", "kubectl get pod new"], [Self.missing]),
            (["kubectl apply -f pod.yaml -o json"], ["error: this output is beyond this simulation; \(Self.outputs)"]),
            (["kubectl run x --image=y --dry-run=none"], ["pod/x created"]),
            (["kubectl run x --image=y --dry-run=client -o name"], ["pod/x"]),
            (["kubectl run x --image=y --dry-run=maybe"], [Self.invalid("maybe")]),
            (["kubectl create ns foo \(Self.dry) | head -n 2"], ["apiVersion: v1", "kind: Namespace"]),
        ] as [([String], [String])])
    func objects(lines: [String], said: [String]) throws {
        var simulation = try ShellFixture.simulation("kubectl", state: Self.cluster, files: Self.files)
        #expect(simulation.after(lines) == said)
    }

    private static let createHelp = "See 'kubectl create -h' for help and examples"
    private static let missing = "Error from server (NotFound): pods \"new\" not found"
    private static let outputs = "-o name and -o yaml are not"
    private static let pod = [
        "apiVersion: v1", "kind: Pod", "metadata:", "  labels:", "    tier: \"1\"", "  name: new",
        "  namespace: default", "spec:", "  containers:", "  - image: nginx:1.28", "    name: c",
    ]

    private static func invalid(_ value: String) -> String {
        "error: Invalid dry-run value (\(value)). Must be \"none\", \"server\", or \"client\"."
    }

    private static let environment = "kubectl exec deploy/web -- env | tail -n +3"

    @Test(
        "A Kubernetes command line that changes what is there",
        arguments: [
            (["kubectl set env deploy/web --from=configmap/app", environment], ["LOG_LEVEL=debug", "PORT=80"]),
            (
                ["kubectl set env deploy web --from=secret/db --prefix=DB_", environment], ["DB_PASSWORD=pw"]
            ),
            (["kubectl set env deploy/web --from=cm/app --keys=PORT", environment], ["PORT=80"]),
            (
                ["kubectl set env deploy/web --from=configmap/x"],
                ["Error from server (NotFound): configmaps \"x\" not found"]
            ),
            (["kubectl set env deploy/web"], ["error: at least one environment variable must be provided"]),
            (
                ["kubectl set env deploy/web A=1 B=2", "kubectl set env deploy/web A=3 B-", environment], ["A=3"]
            ),
            (
                [
                    "kubectl set env deploy/web A=1", "kubectl set env deploy/web A=1",
                    "kubectl rollout history deploy/web | grep -c none",
                ], ["2"]
            ),
            (["kubectl set image deploy/web nginx=nginx:1.28"], []),
            (
                ["kubectl scale deploy web --current-replicas=3 --replicas=4"],
                ["error: Expected replicas to be 3, was 2"]
            ),
            (["kubectl scale --current-replicas=2 --replicas=4 deploy/web"], ["deployment.apps/web scaled"]),
            (
                ["kubectl create service nodeport np --tcp=80:8080 --node-port=30080", "kubectl get svc np"],
                [
                    "NAME   TYPE       CLUSTER-IP    EXTERNAL-IP   PORT(S)        AGE",
                    "np     NodePort   10.96.48.20   <none>        80:30080/TCP   4s",
                ]
            ),
            (["kubectl create service nodeport np --tcp=80 --node-port=80"], [outOfRange]),
            (
                ["kubectl create service clusterip c --tcp=80 --node-port=30080"],
                [
                    "error: unknown flag: --node-port",
                    "See 'kubectl create service clusterip --help' for usage.",
                ]
            ),
            (["kubectl logs deploy/web --tail=1"], ["ready"]),
            (["kubectl create cm c --from-literal=a"], ["error: invalid literal source a, expected key=value"]),
            (
                ["kubectl create cm c --from-literal=a=1 --from-literal=a=2"],
                [
                    "error: cannot add key \"a\", another key by that name already exists in Data for ConfigMap \"c\""
                ]
            ),
            (
                ["kubectl create secret generic s --from-literal=a=1 --dry-run=client"],
                ["secret/s created (dry run)"]
            ),
            (
                [
                    "kubectl expose pod solo --port=80 --name=s --target-port=8080",
                    "kubectl get svc s -o wide --no-headers | tr -s ' '",
                ], ["s ClusterIP 10.96.48.20 <none> 80/TCP 4s run=solo"]
            ),
            (
                [
                    "kubectl set env deploy/web PORT=80", "kubectl get deploy web -o yaml > web.yaml",
                    "kubectl apply -f web.yaml",
                ], ["deployment.apps/web unchanged"]
            ),
            (
                ["kubectl get pod solo -o yaml > solo.yaml", "kubectl create -f solo.yaml"],
                ["Error from server (AlreadyExists): error when creating \"solo.yaml\": pods \"solo\" already exists"]
            ),
            (["kubectl logs deploy/web --tail=-1"], ["started", "ready"]),
            (["kubectl logs solo -c app"], ["error: container app is not valid for pod solo"]),
            (["kubectl label pod solo run-"], ["pod/solo unlabeled"]),
            (["kubectl label pod solo a=1 b=2", "kubectl get pod -l a=1,b=2,run=solo -o name"], ["pod/solo"]),
            (["kubectl label pod solo"], ["error: at least one label update is required"]),
            (["kubectl set image deploy/web"], ["error: at least one image update is required"]),
            (
                ["kubectl logs deploy/web --tail=x"],
                [
                    "error: invalid argument \"x\" for \"--tail\" flag: strconv.ParseInt: parsing \"x\": invalid syntax",
                    "See 'kubectl logs --help' for usage.",
                ]
            ),
            (
                ["kubectl delete all --all"],
                ["error: kubectl delete all is beyond this simulation; name one kind after the other"]
            ),
            (
                [
                    "kubectl expose deploy web --port=80", "kubectl create service clusterip b --tcp=80",
                    "kubectl get svc -o wide --no-headers | grep -c 10.96.48.20",
                ], ["1"]
            ),
            (
                ["kubectl create deploy x --image=y -n kube-system --dry-run=client -o yaml | grep namespace"],
                ["  namespace: kube-system"]
            ),
            (["kubectl label pod solo x-"], ["label \"x\" not found.", "pod/solo not labeled"]),
            (["kubectl cordon node-2", "kubectl cordon node-2"], ["node/node-2 already cordoned"]),
            (["kubectl uncordon node-2"], ["node/node-2 already uncordoned"]),
            (
                ["kubectl drain node-2 --ignore-daemonsets", "kubectl get pods -l app=web -o wide | grep -c node-1"],
                ["2"]
            ),
            (["kubectl get pods --sort-by=.metadata.name -o name | head -n 1"], ["pod/solo"]),
            (
                ["kubectl get pods --sort-by=.metadata.creationTimestamp"],
                ["error: an order other than .metadata.name is beyond this simulation"]
            ),
        ] as [([String], [String])])
    func changes(lines: [String], said: [String]) throws {
        var simulation = try ShellFixture.simulation("kubectl", state: Self.cluster, files: Self.files)
        #expect(simulation.after(lines) == said)
    }

    private static let outOfRange =
        "error: failed to create NodePort service: Service \"np\" is invalid: spec.ports[0].nodePort: Invalid value: 80: provided port is not in the valid range. The range of valid ports is 30000-32767"
}
