package io.dockerops.engine.plan

import io.dockerops.engine.model.Endpoint
import io.dockerops.engine.model.EnvValue
import io.dockerops.engine.model.ExecCommand
import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.Group
import io.dockerops.engine.model.HealthCheck
import io.dockerops.engine.model.Host
import io.dockerops.engine.model.HostId
import io.dockerops.engine.model.Image
import io.dockerops.engine.model.Lifecycle
import io.dockerops.engine.model.Limits
import io.dockerops.engine.model.Link
import io.dockerops.engine.model.Mount
import io.dockerops.engine.model.NamingScheme
import io.dockerops.engine.model.Network
import io.dockerops.engine.model.NetworkId
import io.dockerops.engine.model.NetworkMode
import io.dockerops.engine.model.Networking
import io.dockerops.engine.model.Options
import io.dockerops.engine.model.Port
import io.dockerops.engine.model.ContainerProcess
import io.dockerops.engine.model.Project
import io.dockerops.engine.model.RestartPolicy
import io.dockerops.engine.model.Selector
import io.dockerops.engine.model.Service
import io.dockerops.engine.model.ServiceId
import io.dockerops.engine.model.Settings
import io.dockerops.engine.model.Size
import io.dockerops.engine.model.Value
import io.dockerops.engine.model.Volume
import io.dockerops.engine.model.VolumeId
import java.time.Duration

/** Projects for specs of the planner, in few words. */
class Declared {

    static Project project(Map parts = [:], Service... services) {
        new Project('shop', Optional.empty(), Optional.empty(), Optional.of('/srv'),
            parts.hosts ?: [], parts.networks ?: [], parts.volumes ?: [], services.toList(), parts.groups ?: [],
            Optional.empty(), parts.options ?: Options.NONE, parts.images ?: [], parts.scheme ?: NamingScheme.PLAIN,
            Optional.ofNullable(parts.dns))
    }

    static Service service(Map said, String name) {
        new Service(new ServiceId(name), settings(said),
            (said.instances ?: [:]).collectEntries { instance, own -> [instance, settings(own)] } as LinkedHashMap)
    }

    static Settings settings(Map said) {
        new Settings(
            [said.on].flatten().findAll().collect { new HostId(it) },
            Optional.ofNullable(said.image).map { it instanceof Image ? it : new Image.Named(it) },
            new ContainerProcess(Optional.ofNullable(said.command), Optional.empty(), Optional.empty(),
                Optional.ofNullable(said.user), Optional.empty()),
            (said.env ?: [:]).collectEntries { name, value ->
                [name, value instanceof EnvValue ? value : new EnvValue.Literal(value)] } as TreeMap,
            said.mounts ?: [],
            (said.links ?: []).collect { new Link(Selector.parse(it), Optional.ofNullable(said.as), false, said.address ?: false) },
            new Networking(Optional.ofNullable(said.mode), (said.networks ?: []).collect { Endpoint.plain(new NetworkId(it)) },
                (said.publish ?: [:]).collect { container, host -> new Port.Published(
                    new Port(container, Port.Protocol.TCP), Optional.of(host), Optional.empty()) }, [],
                Optional.ofNullable(said.publishExposed).map { new Port.OfImage(it as boolean,
                    Optional.of(it).filter { it instanceof String }) }, Optional.ofNullable(said.register)),
            new Limits(Optional.ofNullable(said.memory).map { new Size(it) }, Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            Optional.ofNullable(said.healthy).map { new HealthCheck(['CMD-SHELL', it], Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.of(Duration.ofSeconds(30))) },
            new Lifecycle(Optional.ofNullable(said.restart).map { new RestartPolicy(it, 0) }, Optional.empty(),
                Optional.empty(), Optional.ofNullable(said.oneShot), Optional.ofNullable(said.persistent),
                Optional.ofNullable(said.startDelay), said.copies ?: [],
                (said.exec ?: []).collect { new ExecCommand(it.command, Optional.ofNullable(it.user), it.once ?: false,
                    it.background ?: false) },
                said.watch ?: [], Optional.ofNullable(said.reload), Optional.ofNullable(said.permissions)),
            (said.labels ?: [:]) as TreeMap,
            fields(said.attributes),
            fields(said.options))
    }

    private static TreeMap<FieldPath, Value> fields(Map said) {
        (said ?: [:]).collectEntries { path, value ->
            [FieldPath.parse(path), value instanceof Value ? value : Value.whole(value)] } as TreeMap
    }

    static Volume named(String name, String path) {
        new Volume(new VolumeId(name), path, Volume.Named.LOCAL, Optional.empty(), Optional.empty())
    }

    static Mount mount(String volume, Mount.Role role = Mount.Role.MOUNTED) {
        new Mount.OfVolume(new VolumeId(volume), Optional.empty(), false, role)
    }

    static Mount from(String service) {
        new Mount.From(Selector.parse(service), false)
    }

    static Network network(Map said = [:], String name) {
        new Network(new NetworkId(name), 'bridge', (said.options ?: [:]) as TreeMap, said.internal ?: false, [],
            said.ipv6 ?: false, said.attachable ?: false, (said.labels ?: [:]) as TreeMap)
    }

    static NetworkMode networkOf(String service) {
        new NetworkMode.OfInstance(Selector.parse(service))
    }
}
