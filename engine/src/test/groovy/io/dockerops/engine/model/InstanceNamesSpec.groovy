package io.dockerops.engine.model

import static io.dockerops.engine.model.RegistrationPolicy.APPEND
import static io.dockerops.engine.model.RegistrationPolicy.HIDE
import static io.dockerops.engine.model.RegistrationPolicy.REPLACE

import spock.lang.Specification

/** What has to change so that an instance is found, and nothing else does. */
class InstanceNamesSpec extends Specification {

    private static final String OWN = 'web-one.shop.internal'
    private static final String SHARED = 'web.shop.internal'

    private static InstanceNames names(RegistrationPolicy claim, String own = OWN) {
        new InstanceNames(own, SHARED, claim)
    }

    /** What a server says: addresses by name, and names by address; an empty name stands for none. */
    private static KnownNames known(Map<String, List<String>> addresses, Map<String, String> names = [:]) {
        new KnownNames(addresses as TreeMap, names.collectEntries { address, name ->
            [address, Optional.of(name).filter { !it.empty }] } as TreeMap)
    }

    private static List<String> text(List<NameChange> changes) {
        changes.collect { "${it.class.simpleName} ${it.name() - '.shop.internal'} ${it.address()}".toString() }
    }

    def "registering a new instance: #policy"() {
        expect:
        text(names(policy).toRegister('10.0.0.5', true, known([(SHARED): ['10.0.0.9']], ['10.0.0.5': '', '10.0.0.9': 'web-two.shop.internal']))) ==
            changes

        where:
        policy  | changes
        APPEND  | ['LeadBack web-one 10.0.0.5', 'Add web 10.0.0.5', 'Replace web-one 10.0.0.5']
        REPLACE | ['LeadBack web-one 10.0.0.5', 'Replace web 10.0.0.5', 'Replace web-one 10.0.0.5']
        HIDE    | ['LeadBack web-one 10.0.0.5', 'Replace web-one 10.0.0.5']
    }

    def "what is registered needs no change: #policy"() {
        expect:
        names(policy).toRegister('10.0.0.5', true, known([(OWN): ['10.0.0.5'], (SHARED): shared], ['10.0.0.5': OWN])) == []

        where:
        policy  | shared
        APPEND  | ['10.0.0.5']
        APPEND  | ['10.0.0.5', '10.0.0.9']
        REPLACE | ['10.0.0.5']
        HIDE    | ['10.0.0.9']
    }

    def "an address that the instance had before goes, wherever it stands"() {
        expect:
        text(names(APPEND).toRegister('10.0.0.6', true, known([(OWN): ['10.0.0.5'], (SHARED): ['10.0.0.5', '10.0.0.9']],
            ['10.0.0.5': OWN, '10.0.0.6': '', '10.0.0.9': 'web-two.shop.internal']))) ==
            ['LeadBack web-one 10.0.0.6', 'Remove web 10.0.0.5', 'Add web 10.0.0.6', 'Replace web-one 10.0.0.6',
             'LeadNowhere web-one 10.0.0.5']
    }

    def "an address that is another's by now is left to it"() {
        given:
        def taken = known([(OWN): ['10.0.0.5'], (SHARED): ['10.0.0.5']], ['10.0.0.5': 'web-two.shop.internal', '10.0.0.6': ''])

        expect:
        text(names(APPEND).toRegister('10.0.0.6', true, taken)) ==
            ['LeadBack web-one 10.0.0.6', 'Add web 10.0.0.6', 'Replace web-one 10.0.0.6']
        text(names(HIDE).toRemove(['10.0.0.5'], taken)) == ['Remove web-one 10.0.0.5']
    }

    def "only its own is removed"() {
        expect:
        text(names(HIDE).toRemove(['10.0.0.5'], known([(OWN): ['10.0.0.5'], (SHARED): ['10.0.0.5', '10.0.0.9']],
            ['10.0.0.5': OWN, '10.0.0.9': 'web-two.shop.internal']))) ==
            ['Remove web 10.0.0.5', 'Remove web-one 10.0.0.5', 'LeadNowhere web-one 10.0.0.5']
        names(HIDE).toRemove(['10.0.0.7'], known([(SHARED): ['10.0.0.9']], ['10.0.0.9': 'web-two.shop.internal'])) == []
    }

    def "a server without the reverse zone remembers by the name of the instance"() {
        given:
        def outside = known([(OWN): ['10.0.0.5'], (SHARED): ['10.0.0.5', '10.0.0.9']])

        expect:
        text(names(APPEND).toRegister('10.0.0.6', true, outside)) == ['Remove web 10.0.0.5', 'Add web 10.0.0.6', 'Replace web-one 10.0.0.6']
        text(names(HIDE).toRemove([], outside)) == ['Remove web 10.0.0.5', 'Remove web-one 10.0.0.5']
    }

    def "an instance with the name of its service has one name, in which others may be"() {
        expect:
        text(names(APPEND, SHARED).toRegister('10.0.0.6', true, known([(SHARED): ['10.0.0.5', '10.0.0.9']],
            ['10.0.0.5': SHARED, '10.0.0.6': '', '10.0.0.9': 'other.shop.internal']))) ==
            ['LeadBack web 10.0.0.6', 'Remove web 10.0.0.5', 'Add web 10.0.0.6', 'LeadNowhere web 10.0.0.5']
        text(names(HIDE, SHARED).toRemove(['10.0.0.6'], known([(SHARED): ['10.0.0.6', '10.0.0.9']], ['10.0.0.6': SHARED]))) ==
            ['Remove web 10.0.0.6', 'LeadNowhere web 10.0.0.6']
    }

    def "at an address of several, each has its names, and the address leads back to the first"() {
        given:
        def host = known([(OWN): ['10.0.0.5'], (SHARED): ['10.0.0.5']], ['10.0.0.5': 'api.shop.internal'])

        expect:
        names(APPEND).toRegister('10.0.0.5', false, host) == []
        text(names(APPEND).toRegister('10.0.0.5', false, known([:], ['10.0.0.5': 'api.shop.internal']))) ==
            ['Add web 10.0.0.5', 'Replace web-one 10.0.0.5']
        text(names(HIDE).toRemove(['10.0.0.5'], host)) == ['Remove web 10.0.0.5', 'Remove web-one 10.0.0.5']
    }

    def "a name alone does not tell that an instance is registered: #what"() {
        expect:
        names(HIDE).registered(['10.0.0.5'], known([(OWN): [address]], ['10.0.0.5': name])) == registered

        where:
        what                           | address    | name                    | registered
        'its address, and it back'     | '10.0.0.5' | OWN                     | true
        'its address, and nothing'     | '10.0.0.5' | ''                      | true
        'its address, another back'    | '10.0.0.5' | 'web-two.shop.internal' | false
        'an address of somebody else'  | '10.0.0.9' | ''                      | false
    }
}
