package io.dockerops.engine.execute

import io.dockerops.engine.fake.FakeCall.Kind
import io.dockerops.engine.model.Value

/** Addresses of containers with which others are made. */
class ContainerAddressesSpec extends RunSpecification {

    private static final Value ADDRESS = new Value.Address('shop.db', 'bridge')

    def "the engine gets the address that the other container has when this one is made"() {
        given:
        plan.create('web', 'Env.DB_SERVICE_IP': ADDRESS, plan.up('db'))

        when:
        run()

        then:
        engine.inspect('shop.web').get().live().text('Env', 'DB_SERVICE_IP').get() ==
            engine.inspect('shop.db').get().addresses().bridge
    }

    def "an address that is not there fails the action before the engine is called, and says why: #what"() {
        given:
        plan.create('web', 'Env.DB_SERVICE_IP': ADDRESS, *(made ? [plan.create('db')] : []))

        when:
        def failure = failure(run(), 'CreateContainer web')

        then:
        failure.message() == 'the container `shop.db` has no address in the network `bridge`, since it does not run'
        failure.hint().get().contains('dockerops logs')
        engine.calls().of(Kind.CREATE_CONTAINER)*.target() == (made ? ['shop.db'] : [])

        where:
        what           | made
        'not started'  | true
        'not there'    | false
    }
}
