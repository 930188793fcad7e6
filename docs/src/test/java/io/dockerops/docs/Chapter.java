package io.dockerops.docs;

import java.util.List;

/**
 * One chapter of the word reference.
 *
 * @param title its heading
 * @param type the interface of its words
 * @param calls the words whose blocks have these words; none for the top level
 */
public record Chapter(String title, String type, List<String> calls) {

    /** All chapters, in the order of the manual. */
    public static final List<Chapter> ALL = List.of(
            new Chapter("Top level", "ProjectWords", List.of()),
            new Chapter("Parameters, at the top level", "ParameterWords", List.of()),
            new Chapter("`service` block", "ServiceWords", List.of("service")),
            new Chapter("`service` and `instance` block: image", "ImageWords", List.of("service", "instance")),
            new Chapter("`service` and `instance` block: process", "ProcessWords", List.of("service", "instance")),
            new Chapter(
                    "`service` and `instance` block: volumes and paths", "MountWords", List.of("service", "instance")),
            new Chapter(
                    "`service` and `instance` block: files that are copied in",
                    "CopyWords",
                    List.of("service", "instance")),
            new Chapter(
                    "`service` and `instance` block: links, ports and networks",
                    "ConnectionWords",
                    List.of("service", "instance")),
            new Chapter("`service` and `instance` block: rights", "RightsWords", List.of("service", "instance")),
            new Chapter(
                    "`service` and `instance` block: surroundings",
                    "SurroundingsWords",
                    List.of("service", "instance")),
            new Chapter(
                    "`service` and `instance` block: start, health and end",
                    "LifecycleWords",
                    List.of("service", "instance")),
            new Chapter("`service` and `instance` block: types", "TypeWords", List.of("service", "instance")),
            new Chapter(
                    "`service`, `instance` and `instanceType` block: switches",
                    "SwitchWords",
                    List.of("service", "instance", "instanceType")),
            new Chapter("`instanceType` block", "InstanceTypeWords", List.of("instanceType")),
            new Chapter("`build` block", "BuildWords", List.of("build")),
            new Chapter("`build` block at the top level, beside those words", "ImageBuildWords", List.of("build")),
            new Chapter("`healthy` block", "HealthyWords", List.of("healthy")),
            new Chapter("`limits` block", "LimitsWords", List.of("limits")),
            new Chapter("`volume` block", "VolumeWords", List.of("volume")),
            new Chapter("`network` block, where it is declared", "NetworkWords", List.of("network")),
            new Chapter("`host` block", "HostWords", List.of("host")),
            new Chapter("`dynamicDns` block", "DnsWords", List.of("dynamicDns")),
            new Chapter("`naming` block", "NamingWords", List.of("naming")),
            new Chapter("`rootfs` block", "RootfsWords", List.of("rootfs")),
            new Chapter("`actionDefaults` block", "ActionDefaultsWords", List.of("actionDefaults")),
            new Chapter("`action` block", "ActionWords", List.of("action")),
            new Chapter(
                    "`action`, `together` and `afterwards` block: steps",
                    "StepWords",
                    List.of("action", "together", "afterwards")),
            new Chapter("`policy` block", "PolicyWords", List.of("policy")));

    public Chapter {
        calls = List.copyOf(calls);
    }
}
