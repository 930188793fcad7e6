package io.dockerops.engine.plan

import static io.dockerops.engine.plan.Declared.project
import static io.dockerops.engine.plan.Declared.service

import io.dockerops.engine.problem.Problem
import io.dockerops.engine.problem.ProblemException
import spock.lang.Specification

/** What policies do to plans. */
class PoliciesSpec extends Specification {

    def declared = project(
        service('db', image: '/pg:1'),
        service('app', image: '/app', links: ['db']),
        service('cache', image: '/cache'))
    def world = World.with(declared)

    private static Policy policy(String name = 'p', Closure<List<Policy.Ruling>> judge) {
        new Policy() {
            @Override
            String name() {
                name
            }

            @Override
            List<Policy.Ruling> judge(Plan plan) {
                judge(plan)
            }
        }
    }

    private static PlannedAction about(Plan plan, String label) {
        plan.graph().actions().find { it.action().subject().label() == label }
    }

    private Plan removal() {
        world.run(declared, PlanRequest.of(PlanRequest.Command.SHUTDOWN))
    }

    private static String text(Plan plan) {
        PlanText.of(plan, false).stripTrailing()
    }

    def "a plan that no policy minds stays as it is"() {
        expect:
        Policies.apply(removal(), [policy { [] }]) == removal()
    }

    def "all refusals of all policies are told"() {
        when:
        Policies.apply(removal(), [policy('a') { [new Policy.Refuse(Problem.error('one')), new Policy.Refuse(Problem.error('two'))] },
                                   policy('b') { [new Policy.Refuse(Problem.error('three'))] }])

        then:
        def e = thrown(ProblemException)
        e.problems()*.summary() == ['one', 'two', 'three']
    }

    def "what is left out stays as a whole, and so does what waits for it"() {
        when:
        def left = Policies.apply(removal(), [policy { plan -> [new Policy.LeaveOut(about(plan, 'app').number(), 'not now')] }])

        then:
        text(left) == '''\
            [] -> #1 local instance:cache StopContainer, requested
            [1] -> #2 local instance:cache RemoveContainer, requested'''.stripIndent()
        left.warnings()*.summary() == ['policy `p` leaves `app` as it is, and what depends on its change: not now']
    }

    def "a replacement is left out with its way back"() {
        given:
        def changed = project(service('db', image: '/pg:2'), service('app', image: '/app', links: ['db']),
            service('cache', image: '/cache'))
        world.image('pg:2', 'sha256:2', [:])
        def plan = world.run(changed)

        expect:
        !plan.empty
        Policies.apply(plan, [policy { [new Policy.LeaveOut(about(it, 'db').number(), 'frozen')] }]).empty
    }

    def "a policy sees what the ones before it have left"() {
        given:
        def seen = []

        when:
        Policies.apply(removal(), [
            policy { [new Policy.LeaveOut(about(it, 'app').number(), 'x')] },
            policy { seen.addAll(it.graph().actions()*.action()*.subject()*.label()); [] }])

        then:
        seen.unique() == ['cache']
    }

    def "questions are kept in the plan, each once"() {
        expect:
        Policies.apply(removal(), [policy { [new Policy.Confirm('Sure?'), new Policy.Confirm('Really?')] },
                                   policy { [new Policy.Confirm('Sure?')] }]).questions() == ['Sure?', 'Really?']
    }

    def "what follows in any case follows what is left"() {
        given:
        def graph = new ActionGraph.Builder()
        def removal = removal().graph().actions()*.action()
        def first = graph.add(removal.find { it.subject().label() == 'cache' }, Cause.Plain.REQUESTED, [])
        def second = graph.add(removal.find { it.subject().label() == 'app' }, Cause.Plain.REQUESTED, [first])
        graph.add(removal.find { it.subject().label() == 'db' }, Cause.Plain.REQUESTED, [],
            PlannedAction.Trigger.ALL_ENDED, [first, second])
        def plan = new Plan('shop', [], graph.build(), [])

        expect:
        text(Policies.apply(plan, [policy { [new Policy.LeaveOut(about(it, 'app').number(), 'x')] }])) == '''\
            [] -> #1 local instance:cache StopContainer, requested
            [1] -*> #2 local instance:db StopContainer, requested'''.stripIndent()
    }
}
