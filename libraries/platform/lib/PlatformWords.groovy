import groovy.transform.NamedParam
import groovy.transform.NamedParams

/** The words of the library. */
class PlatformWords {

    /** Where the programs of the images look for what they are given. */
    private static final String FOLDER = '/etc/dockerops'

    private static final List<String> POLICIES = ['APPEND', 'REPLACE', 'HIDE']

    /**
     * Says that the image of this service is built upon the base image. Its containers get the keys of the project, so that
     * `dockerops ssh` logs in to them, and they to each other. They have the type `standard` unless they have another one, and
     * what depends on them waits until their programs are up.
     *
     * @param options {@code healthy: false} leaves the health check to the image and to the `healthy` of the service
     */
    static void onBase(
        InstanceWords service,
        @NamedParams([@NamedParam(value = 'healthy', type = Boolean)])
        Map<String, ?> options = [:]
    ) {
        given service
        if (options.healthy != false) {
            healthy service, 'container-ready'
        }
    }

    private static void healthy(InstanceWords service, String program) {
        service.healthy program, every: 2.seconds, timeout: 10.seconds, startPeriod: 5.minutes, within: 2.minutes
    }

    private static void given(InstanceWords service) {
        service.type 'standard'
        service.copy service.sshPublicKey(), to: "$FOLDER/authorized_keys"
        service.copy service.sshKey(), to: "$FOLDER/ssh_key"
    }

    /**
     * Has the containers of this service find names at a DNS service of the project, and register there.
     *
     * @param options {@code policy}: `'APPEND'` adds the address to those of the other instances, which is the default,
     *     `'REPLACE'` takes the place of theirs, `'HIDE'` registers nothing; {@code zone}: the zone of the DNS service
     *     when it is not its default
     * @param dns what `nameServer` gave back, or one of its instances
     */
    static void namesFrom(
        InstanceWords service,
        @NamedParams([@NamedParam(value = 'policy', type = String), @NamedParam(value = 'zone', type = String)])
        Map<String, ?> options = [:],
        ServiceTarget dns
    ) {
        service.link dns, as: 'dns', address: true
        registered service, options
    }

    /** The same by the name of the DNS service or its instance, which may be declared later. */
    static void namesFrom(
        InstanceWords service,
        @NamedParams([@NamedParam(value = 'policy', type = String), @NamedParam(value = 'zone', type = String)])
        Map<String, ?> options = [:],
        String dns
    ) {
        service.link dns, as: 'dns', address: true
        registered service, options
    }

    private static void registered(InstanceWords service, Map<String, ?> options) {
        String policy = (options.policy ?: 'APPEND') as String
        if (!POLICIES.contains(policy)) {
            throw new IllegalArgumentException("there is no policy `$policy`: the policies are ${POLICIES.join(', ')}")
        }
        service.env DNS_UPDATE_POLICY: policy
        zone service, options
        service.copy service.dnsKey(), to: "$FOLDER/dns.key"
    }

    /** Declares the DNS service of the project. */
    static ServiceHandle nameServer(
        ProjectWords project,
        @NamedParams([@NamedParam(value = 'zone', type = String)])
        Map<String, ?> options = [:],
        String name
    ) {
        return nameServer(project, options, name) { }
    }

    /**
     * Declares the DNS service of the project, in a block.
     *
     * @param options {@code zone}: the zone of the project, `local.zone` by default
     * @param block what else is said of the service, in the words of a `service` block
     */
    static ServiceHandle nameServer(
        ProjectWords project,
        @NamedParams([@NamedParam(value = 'zone', type = String)])
        Map<String, ?> options = [:],
        String name,
        @DelegatesTo(value = ServiceWords, strategy = Closure.DELEGATE_FIRST) Closure<?> block
    ) {
        return project.service(name) {
            ServiceWords service = (ServiceWords) delegate
            service.image 'dockerops/dns'
            given(service)
            healthy(service, 'dns-ready')
            zone(service, options)
            service.copy service.dnsKey(), to: "$FOLDER/dns.key"
            Closure<?> own = (Closure<?>) block.clone()
            own.delegate = service
            own.resolveStrategy = Closure.DELEGATE_FIRST
            own.call()
        }
    }

    private static void zone(InstanceWords service, Map<String, ?> options) {
        if (options.zone) {
            service.env DNS_ZONE: options.zone as String
        }
    }
}
