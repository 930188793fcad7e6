import groovy.transform.NamedParam
import groovy.transform.NamedParams

/** The words of the library: public static methods, each a word of the block that its first parameter speaks to. */
class MonitoringWords {

    /**
     * Has the collector look at the containers of this service.
     *
     * @param options {@code port}: where the metrics are, 9100 by default; {@code path}: {@code /metrics} by default
     */
    static void monitored(
        InstanceWords service,
        @NamedParams([@NamedParam(value = 'port', type = Integer), @NamedParam(value = 'path', type = String)])
        Map<String, ?> options = [:]
    ) {
        int port = (options.port ?: 9100) as int
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("there is no port $port: ports go from 1 to 65535")
        }
        service.labels 'metrics.port': port, 'metrics.path': (options.path ?: '/metrics') as String
    }

    /** Declares the service that collects, which keeps what it has collected for 15 days. */
    static ServiceHandle collector(ProjectWords project, String name) {
        return collector(project, name) { }
    }

    /** Declares the service that collects, in a block. */
    static ServiceHandle collector(
        ProjectWords project,
        String name,
        @DelegatesTo(value = CollectorBlock, strategy = Closure.DELEGATE_FIRST) Closure<?> block
    ) {
        CollectorBlock said = CollectorBlock.read(block)
        return project.service(
            name,
            image: new ImageHandle('collector'),
            command: ['/bin/collect'],
            mount: 'collected',
            env: [RETENTION: Durations.text(said.kept)]
        )
    }
}
