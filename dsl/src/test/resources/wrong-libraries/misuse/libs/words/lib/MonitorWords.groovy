import groovy.transform.NamedParam
import groovy.transform.NamedParams

class MonitorWords {
    static void monitored(
        InstanceWords service,
        @NamedParams([@NamedParam(value = 'port', type = Integer)]) Map<String, ?> options = [:]
    ) { }

    static ServiceHandle database(ProjectWords project, String name) { return project.service(name, image: 'postgres') }

    static void scaled(
        ServiceWords service, @DelegatesTo(value = Scaled, strategy = Closure.DELEGATE_FIRST) Closure<?> block
    ) { }

    static String plain(String text) { return text }
}
