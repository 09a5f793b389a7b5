import CarrelCore
import Testing

@testable import CarrelContent

@Suite("kubectl answers, and its cluster settles, as the real one does")
struct KubectlShellTests {
    private static let cluster = """
        {deploy.default/web.replicas: 2, deploy.default/web.image: "nginx:1.28", deploy.default/web.container: nginx, \
        deploy.default/web.labels: app=web, deploy.default/web.selector: app=web, deploy.default/web.logs: started, \
        images.missing: "nginx:9"}
        """

    @Test(
        "A Kubernetes command line",
        arguments: [
            (
                ["kubectl get deploy"],
                ["NAME   READY   UP-TO-DATE   AVAILABLE   AGE", "web    2/2     2            2           12d"]
            ),
            (["kubectl get pods x"], ["Error from server (NotFound): pods \"x\" not found"]),
            (["kubectl get pods -n kube-system"], ["No resources found in kube-system namespace."]),
            (["kubectl get widgets"], ["error: the server doesn't have a resource type \"widgets\""]),
            (["kubectl frob"], ["error: unknown command \"frob\" for \"kubectl\""]),
            (
                ["kubectl gte pods"],
                ["error: unknown command \"gte\" for \"kubectl\"", "", "Did you mean this?", "        get"]
            ),
            (["kubectl describe pod web | grep -c ^Name:"], ["2"]),
            (["kubectl describe pod web -n kube-system"], ["Error from server (NotFound): pods \"web\" not found"]),
            (["kubectl describe pod web | grep Events | uniq"], ["Events:           <none>"]),
            (["kubectl describe pod x"], ["Error from server (NotFound): pods \"x\" not found"]),
            (["kubectl describe deploy w | grep ^Name:"], ["Name:                   web"]),
            (
                ["kubectl describe nodes"],
                [
                    "Name:               node-1", "Roles:              control-plane", "Unschedulable:      false",
                    "Addresses:", "  InternalIP:  192.0.2.11", "", "", "Name:               node-2",
                    "Roles:              <none>", "Unschedulable:      false", "Addresses:",
                    "  InternalIP:  192.0.2.12",
                ]
            ),
            (
                ["kubectl create deployment api --image=api:1", "kubectl describe deployments | grep ^Name:"],
                ["Name:                   api", "Name:                   web"]
            ),
            (["kubectl describe svc | grep ^Name:"], ["Name:                     kubernetes"]),
            (["kubectl describe svc -A | grep -c ^Endpoints:"], ["1"]),
            (["kubectl describe deploy -n kube-system"], ["No resources found in kube-system namespace."]),
            (["kubectl describe deploy x"], ["Error from server (NotFound): deployments.apps \"x\" not found"]),
            (["kubectl describe cm"], ["No resources found in default namespace."]),
            (["kubectl describe rs | grep ^Controlled"], ["Controlled By:  Deployment/web"]),
            (["kubectl describe ns default | grep ^Status:"], ["Status:       Active"]),
            (["kubectl describe pvc"], ["No resources found in default namespace."]),
            (["kubectl get pods --field-selector a=b"], ["error: --field-selector is beyond this simulation"]),
            (["kubectl delete pods --all", "kubectl get pods --no-headers | grep -c 4s"], ["2"]),
            (["kubectl delete cm --all"], ["No resources found"]),
            (["kubectl get --help"], ["error: the help of kubectl is beyond this simulation"]),
            (
                ["kubectl get pods -l app!=web"],
                ["error: a selector other than key=value is beyond this simulation"]
            ),
            (["kubectl get clusterroles"], ["error: clusterroles are beyond this simulation"]),
            (
                ["kubectl get pods -o yaml"],
                ["error: -o yaml of several objects is beyond this simulation; name one"]
            ),
            (["kubectl create job a --image=b"], ["error: kubectl create job is beyond this simulation"]),
            (["kubectl exec deploy/web -- hostname | cut -c 1-4"], ["web-"]),
            (["kubectl exec x -- ls"], ["Error from server (NotFound): pods \"x\" not found"]),
            (
                ["kubectl exec -it deploy/web -- ls /"],
                ["ls inside a container is beyond this simulation; env and hostname are not"]
            ),
            (["kubectl config get-clusters"], ["NAME", "training"]),
            (
                ["kubectl cordon"],
                ["error: USAGE: cordon NODE [flags]", "See 'kubectl cordon -h' for help and examples"]
            ),
            (["kubectl get pods --frob"], ["error: unknown flag: --frob", "See 'kubectl get pods --help' for usage."]),
            (
                ["kubectl get pods -n"],
                ["error: flag needs an argument: 'n' in -n", "See 'kubectl get pods --help' for usage."]
            ),
            (["kubectl get pods -o name | wc -l"], ["2"]),
            (["kubectl scale deploy web --replicas=5", "kubectl get pods -o name | wc -l"], ["5"]),
            (["kubectl scale deploy web --replicas='4'", "kubectl get pods '-o' name | wc -l"], ["4"]),
            (
                ["kubectl scale deployment/web --replicas 0", "kubectl get pods"],
                ["No resources found in default namespace."]
            ),
            (["kubectl scale deployment web"], ["error: required flag(s) \"replicas\" not set"]),
            (
                ["kubectl set image deployment/web nginx=nginx:1.29", "kubectl rollout status deploy/web"],
                ["deployment \"web\" successfully rolled out"]
            ),
            (["kubectl set image deployment/web app=nginx:1.29"], ["error: unable to find container named \"app\""]),
            (
                [
                    "kubectl set image deployment/web nginx=nginx:9",
                    "kubectl get pods --no-headers | grep -c ImagePullBackOff",
                ], ["1"]
            ),
            (
                [
                    "kubectl set image deployment/web nginx=nginx:9", "kubectl rollout undo deployment/web",
                    "kubectl rollout history deploy web",
                ],
                ["deployment.apps/web", "REVISION  CHANGE-CAUSE", "2         <none>", "3         <none>"]
            ),
            (
                [
                    "kubectl create configmap app --from-literal=a=1 --from-literal b=2",
                    "kubectl get configmap app",
                ], ["NAME   DATA   AGE", "app    2      4s"]
            ),
            (
                ["kubectl create deployment api --image=api:1", "kubectl get deploy api"],
                ["NAME   READY   UP-TO-DATE   AVAILABLE   AGE", "api    1/1     1            1           4s"]
            ),
            (
                ["kubectl scale deploy web --replicas=3", "kubectl get pods --no-headers | grep -c 12d"], ["2"]
            ),
            (
                [
                    "kubectl set image deployment/web nginx=nginx:1.29", "kubectl rollout undo deployment/web",
                    "kubectl get rs --no-headers | grep -c 12d",
                ], ["1"]
            ),
            (["kubectl rollout undo deployment/web"], ["error: no rollout history found for deployment \"web\""]),
            (
                [
                    "kubectl create deployment api --image=api:1 --replicas=2",
                    "kubectl get pods -l app=api -o name | wc -l",
                ], ["2"]
            ),
            (
                ["kubectl create deployment web --image=x"],
                ["error: failed to create deployment: deployments.apps \"web\" already exists"]
            ),
            (
                ["kubectl expose deployment web --port=80", "kubectl get svc web"],
                [
                    "NAME   TYPE        CLUSTER-IP    EXTERNAL-IP   PORT(S)   AGE",
                    "web    ClusterIP   10.96.48.20   <none>        80/TCP    4s",
                ]
            ),
            (["kubectl delete pod x"], ["Error from server (NotFound): pods \"x\" not found"]),
            (["kubectl delete deployment web", "kubectl get all -o name | grep -c pod"], ["0"]),
            (["kubectl config use-context prod"], ["error: no context exists with the name: \"prod\""]),
            (
                [
                    "kubectl create deployment dry --image=x --dry-run=client -o yaml | kubectl apply -f - --dry-run=client"
                ],
                ["deployment.apps/dry created (dry run)"]
            ),
            (
                [
                    "kubectl create deployment dry --image=x --dry-run=client -o yaml | kubectl create -f - --dry-run=server",
                    "kubectl get deploy -o name | grep -c dry",
                ], ["0"]
            ),
            (["kubectl apply -f no.yaml"], ["error: the path \"no.yaml\" does not exist"]),
            (["kubectl logs deploy/web"], ["started"]),
        ] as [([String], [String])])
    func answers(lines: [String], said: [String]) throws {
        var simulation = try ShellFixture.simulation("kubectl", state: Self.cluster)
        #expect(simulation.after(lines) == said)
    }

    @Test("A deleted pod is replaced by one of another name that fares as its template does")
    func replacedPods() throws {
        var simulation = try ShellFixture.simulation("kubectl", state: Self.cluster)
        func pods(_ condition: String) -> [String] {
            simulation.after(["kubectl get pods --no-headers | \(condition)"])
        }
        _ = simulation.after(["kubectl set image deployment/web nginx=nginx:9"])
        let failing = try #require(pods("grep ImagePullBackOff | cut -d ' ' -f 1").first)
        let old = pods("grep Running | cut -d ' ' -f 1")
        _ = simulation.after(["kubectl delete pod \(failing)"])
        let next = try #require(pods("grep ImagePullBackOff | cut -d ' ' -f 1").first)
        #expect(next != failing && next.dropLast(6) == failing.dropLast(6))
        _ = simulation.after(["kubectl delete pod \(old[0])"])
        let kept = pods("grep Running | cut -d ' ' -f 1")
        #expect(kept.count == 2 && kept.contains(old[1]) && !kept.contains(old[0]))
        #expect(kept.allSatisfy { $0.dropLast(6) == old[0].dropLast(6) })
        #expect(
            simulation.after(["kubectl get rs --no-headers | tr -s ' ' | cut -d ' ' -f 2-4 | sort"]) == [
                "1 1 0", "2 2 2",
            ])
        _ = simulation.after(["kubectl rollout undo deployment/web"])
        #expect(pods("cut -d ' ' -f 1") == kept)
        let set = String(kept[0].dropLast(6))
        _ = simulation.after(["kubectl delete rs \(set)"])
        #expect(simulation.after(["kubectl get rs \(set) --no-headers | tr -s ' '"]) == ["\(set) 2 2 2 4s"])
        #expect(pods("cut -d ' ' -f 1").allSatisfy { !kept.contains($0) && $0.hasPrefix(set) })
    }

    @Test("Going back to a revision scales its ReplicaSet up again and makes it the newest")
    func undone() throws {
        var simulation = try ShellFixture.simulation("kubectl", state: Self.cluster)
        func sets() -> [String] {
            simulation.after(["kubectl get rs --no-headers | tr -s ' ' | cut -d ' ' -f 1,2 | sort -k 2"])
        }
        let first = try #require(sets().first)
        _ = simulation.after([
            "kubectl set image deployment/web nginx=nginx:1.29", "kubectl set env deploy/web A=1",
            "kubectl rollout undo deploy/web --to-revision=1",
        ])
        #expect(sets().last == first && sets().count == 3)
        #expect(
            simulation.after(["kubectl rollout history deploy web | grep none"]) == [
                "2         <none>", "3         <none>", "4         <none>",
            ])
        #expect(
            simulation.after(["kubectl rollout undo deploy/web --to-revision=1"]) == [
                "error: unable to find specified revision 1 in history"
            ])
        #expect(
            simulation.after(["kubectl rollout undo deploy/web --to-revision=4"]) == [
                "deployment.apps/web skipped rollback (current template already matches revision 4)"
            ])
        // The newest before is the one with the variable.
        _ = simulation.after(["kubectl rollout undo deploy/web"])
        let name = simulation.after(["kubectl get pods -o name | head -n 1"])[0]
        #expect(simulation.after(["kubectl exec \(name) -- env | grep A="]).contains("A=1"))
        _ = simulation.after(["kubectl delete deploy web", "kubectl create deployment web --image=nginx:1.28"])
        #expect(simulation.after(["kubectl rollout history deploy web | grep none"]) == ["1         <none>"])
    }
}
