package io.dockerops.engine.execute

import io.dockerops.engine.fake.FakeCall.Kind
import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.SecretId
import io.dockerops.engine.model.Value
import java.util.concurrent.ConcurrentHashMap

/** Values of secrets: where they come from, and where they do not go. */
class SecretsSpec extends RunSpecification {

    private static final Value PASSWORD = new Value.Secret(new SecretId('db.password'))

    def "the engine gets the value of a secret: #place"() {
        given:
        secrets['db.password'] = 'hunter2'
        plan.create(['Env.PASSWORD': PASSWORD, 'Cmd': new Value.Items([Value.text('run'), PASSWORD])], 'db')

        when:
        run()

        then:
        engine.inspect('shop.db').get().live().get(FieldPath.parse(place)).get() == value

        where:
        place          | value
        'Env.PASSWORD' | Value.text('hunter2')
        'Cmd'          | Value.texts(['run', 'hunter2'])
    }

    def "a secret inside an object of a list is found"() {
        given:
        secrets['db.password'] = 'hunter2'
        def device = new Value.Fields(new TreeMap<>([PathOnHost: PASSWORD]))
        plan.create(['HostConfig.Devices': new Value.Items([device])], 'db')

        when:
        run()

        then:
        engine.inspect('shop.db').get().live().get(FieldPath.parse('HostConfig.Devices')).get().toString().contains('hunter2')
    }

    def "a secret is read just before the call that needs it"() {
        given:
        secrets = new ConcurrentHashMap<>()
        plan.create(['Env.PASSWORD': PASSWORD], 'db', plan.create('first'))
        def gate = engine.faults().on(Kind.CREATE_CONTAINER, 'shop.first').block()

        when:
        def run = runInBackground()
        gate.awaitArrival()
        secrets['db.password'] = 'late'
        gate.open()

        then:
        run.get().succeeded()
        engine.inspect('shop.db').get().live().text('Env', 'PASSWORD').get() == 'late'
    }

    def "a secret that is not there fails its action, before the engine is called, and tells how to give it"() {
        given:
        plan.create(['Env.PASSWORD': PASSWORD], 'db')

        when:
        def failure = failure(run(), 'CreateContainer db')

        then:
        failure.message() == 'there is no secret `db.password`'
        failure.hint().get().contains('db.password')
        engine.calls().of(Kind.CREATE_CONTAINER) == []
    }

    def "the value of a secret is in nothing that is reported, even when the engine says it"() {
        given:
        secrets['db.password'] = 'hunter2'
        plan.create(['Env.PASSWORD': PASSWORD], 'db')
        engine.faults().on(Kind.CREATE_CONTAINER).fail(refused(400, 'invalid value hunter2 in hunter2'))

        when:
        def report = run()

        then:
        failure(report, 'CreateContainer db').message() == 'invalid value (secret) in (secret)'
        !events.toString().contains('hunter2')
        !report.toString().contains('hunter2')
    }
}
