package io.dockerops.engine.execute

import io.dockerops.engine.fake.FakeCall.Kind
import io.dockerops.engine.model.CopiedFile
import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.HostId
import io.dockerops.engine.model.ProjectKey
import io.dockerops.engine.model.SecretId
import io.dockerops.engine.model.Value
import io.dockerops.engine.plan.Action
import io.dockerops.engine.port.FileCopy
import io.dockerops.engine.port.SecretStore
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

    def "a secret that is copied into a file is the text of that file, and its owner's alone"() {
        given:
        secrets['db.password'] = 'hunter2'
        def file = new CopiedFile(new CopiedFile.OfSecret(new SecretId('db.password')), '/p', Optional.of('app'), Optional.empty())
        plan.add(copying(file), plan.create('db'))

        when:
        run()

        then:
        engine.copied('shop.db')['/p'] == new FileCopy(new FileCopy.OfText('hunter2'), '/p', Optional.of('app'), Optional.of(0600))
        !events.toString().contains('hunter2')
        !engine.copied('shop.db').toString().contains('hunter2')
    }

    def "a secret that is not there fails the action that copies it, and tells how to give it"() {
        given:
        def file = new CopiedFile(new CopiedFile.OfSecret(new SecretId('db.password')), '/p', Optional.empty(), Optional.empty())
        plan.add(copying(file), plan.create('db'))

        when:
        def failure = failure(run(), 'CopyFiles db')

        then:
        failure.message() == 'there is no secret `db.password`'
        failure.hint().get().contains('db.password')
    }

    def "a key is read when it is copied, with the mode that its kind asks for"() {
        given:
        store = Stub(SecretStore) { key(_) >> { ProjectKey key -> "the $key" } }
        def files = ProjectKey.values().collect {
            new CopiedFile(new CopiedFile.OfKey(it), "/$it.file", Optional.empty(), Optional.empty()) }
        plan.add(copying(*files), plan.create('db'))

        when:
        run()

        then:
        engine.copied('shop.db').values().collect { [it.content().text(), it.mode().get()] } ==
            [['the key dns.key', 0600], ['the key ssh_key', 0600], ['the key ssh_key.pub', 0644]]
    }

    private static Action copying(CopiedFile... files) {
        new Action.CopyFiles(HostId.LOCAL, Sketch.id('db'), 'shop.db', files.toList(), io.dockerops.engine.model.Specification.EMPTY)
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
