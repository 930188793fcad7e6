package io.dockerops.engine.yaml.map;

import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Platform;
import java.util.List;

/** The fields of the API that the language has words for, and which are attributes therefore. */
final class Worded {

    private static final List<FieldPath> FIELDS = List.of(
            FieldPath.of("Domainname"),
            Platform.FIELD,
            FieldPath.of("Tty"),
            FieldPath.of("OpenStdin"),
            host("CapAdd"),
            host("CapDrop"),
            host("Privileged"),
            host("SecurityOpt"),
            host("GroupAdd"),
            host("ReadonlyRootfs"),
            host("Ulimits"),
            host("Sysctls"),
            host("ShmSize"),
            host("Init"),
            host("ExtraHosts"),
            host("Dns"),
            host("DnsSearch"),
            host("DnsOptions"),
            host("LogConfig"),
            host("Tmpfs"));

    private Worded() {}

    private static FieldPath host(String name) {
        return FieldPath.of("HostConfig", name);
    }

    static boolean has(FieldPath path) {
        return FIELDS.stream().anyMatch(path::startsWith);
    }
}
