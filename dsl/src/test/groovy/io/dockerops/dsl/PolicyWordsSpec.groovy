package io.dockerops.dsl

import io.dockerops.engine.model.Host
import io.dockerops.engine.model.HostId
import io.dockerops.engine.model.InstanceId
import io.dockerops.engine.model.ServiceId
import io.dockerops.engine.model.VolumeId
import io.dockerops.engine.plan.Action
import io.dockerops.engine.plan.ActionGraph
import io.dockerops.engine.plan.Cause
import io.dockerops.engine.plan.Plan
import io.dockerops.engine.plan.Policy
import io.dockerops.engine.problem.ProblemException
import java.nio.file.Files
import java.time.Duration

/** Policies in a project: what they see and say. */
class PolicyWordsSpec extends LanguageSpecification {

    private static final InstanceId WEB = InstanceId.named(new ServiceId('web'), 'one')

    private static Plan plan() {
        def graph = new ActionGraph.Builder()
        def stop = graph.add(new Action.StopContainer(HostId.LOCAL, WEB, 'shop.web.one', Duration.ofSeconds(1)),
            Cause.Plain.REQUESTED, [])
        def removed = graph.add(new Action.RemoveContainer(HostId.LOCAL, WEB, 'shop.web.one', false), Cause.Plain.REQUESTED, [stop])
        graph.add(new Action.RemoveVolume(HostId.LOCAL, new VolumeId('data'), 'shop.data'), Cause.Plain.REQUESTED, [removed])
        new Plan('shop', [Host.LOCAL], graph.build(), [])
    }

    private List<Policy.Ruling> rulings(String block) {
        load("project 'shop'\npolicy('p') {\n$block\n}\n").policies()[0].judge(plan())
    }

    def "a policy sees each action of the plan"() {
        expect:
        rulings('confirm actions.collect { "$it.number $it.verb $it.kind $it.name $it.service $it.host $it.cause $it.stop $it.removal $it.creation" }.join(", ")') == [
            new Policy.Confirm('1 StopContainer instance web.one web local requested true false false, ' +
                '2 RemoveContainer instance web.one web local requested false true false, ' +
                '3 RemoveVolume volume data  local requested false true false')]
    }

    def "a policy refuses with its line, and says why"() {
        when:
        def rulings = rulings("actions.each {\n    if (it.kind == 'volume' && it.removal) refuse \"the data of `\$it.name` stays\", 'leave it'\n}")

        then:
        rulings.size() == 1
        with(rulings[0].problem()) {
            it.summary() == 'policy `p`: the data of `data` stays'
            it.hints() == ['leave it']
            it.place().get().line() == 4
        }
    }

    def "a policy leaves out and asks"() {
        expect:
        rulings("leaveOut actions[0], 'later'\nconfirm 'Sure?'") == [new Policy.LeaveOut(1, 'later'), new Policy.Confirm('Sure?')]
    }

    def "a policy that minds nothing says nothing"() {
        expect:
        rulings("if (actions.size() > 100) refuse 'too much'") == []
    }

    def "a policy that fails is a problem of its line, and nothing is planned"() {
        when:
        rulings("\nactions.get(7)")

        then:
        def e = thrown(ProblemException)
        e.problems()[0].summary().startsWith('there is no such element')
        e.problems()[0].place().get().line() == 4
    }

    def "a policy judges every plan anew"() {
        given:
        def policy = load("project 'shop'\npolicy('p') { confirm \"\${actions.size()}\" }").policies()[0]

        expect:
        policy.judge(plan()) == [new Policy.Confirm('3')]
        policy.judge(new Plan('shop', [], new ActionGraph([]), [])) == [new Policy.Confirm('0')]
    }

    def "a class of lib/ can be a policy"() {
        given:
        Files.createDirectories(folder.resolve('lib'))
        Files.writeString(folder.resolve('lib/Frozen.groovy'), '''\
            import io.dockerops.engine.plan.Plan
            import io.dockerops.engine.plan.Policy

            class Frozen implements Policy {
                String name() { 'frozen' }
                List<Policy.Ruling> judge(Plan plan) { [new Policy.Confirm('Thaw?') as Policy.Ruling] }
            }
            '''.stripIndent())

        expect:
        load("project 'shop'\npolicy new Frozen()").policies()[0].judge(plan()) == [new Policy.Confirm('Thaw?')]
    }
}
