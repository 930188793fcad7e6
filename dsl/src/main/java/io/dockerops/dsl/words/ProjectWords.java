package io.dockerops.dsl.words;

import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import io.dockerops.engine.plan.Policy;
import java.time.Duration;
import java.util.Map;

/** The words at the top level of {@code project.groovy} and of the files that it includes. */
public interface ProjectWords extends ParameterWords {

    /**
     * Names the project. Every project needs a name: it is put in front of the names of all containers, networks and
     * volumes.
     *
     * <pre>{@code
     * project 'shop'
     * }</pre>
     *
     * @param name letters, digits, {@code _} and {@code -}, at most 63 characters
     * @since 0.1.0
     */
    void project(String name);

    /**
     * Puts a registry, with or without a path in it, in front of image names that have no {@code /}. A name that begins
     * with {@code /} is taken as it is, without the {@code /}. By default nothing is put in front.
     *
     * <pre>{@code
     * repository 'registry.example.com'
     * }</pre>
     *
     * @param prefix such as {@code registry.example.com} or {@code registry.example.com:5000/shop}
     * @since 0.1.0
     */
    @KnownAs("registry")
    void repository(String prefix);

    /**
     * Sets the tag of images that are named without one. By default {@code latest}.
     *
     * <pre>{@code
     * defaultTag 'stable'
     * }</pre>
     *
     * @param tag letters, digits, {@code _}, {@code .} and {@code -}, at most 128 characters
     * @since 0.1.0
     */
    void defaultTag(String tag);

    /**
     * Sets the folder of the hosts that relative host paths are below. Without it host paths have to be absolute.
     *
     * <pre>{@code
     * hostRoot '/var/lib/shop'
     * }</pre>
     *
     * @param path an absolute path
     * @since 0.1.0
     */
    void hostRoot(String path);

    /**
     * Declares a type of instances beside the known ones. What is not said is as for {@code standard}: linked, and nothing
     * else.
     *
     * <pre>{@code
     * def staging = instanceType 'staging', publishExposed: true, persistentLog: true
     * }</pre>
     *
     * @param options the switches that differ from {@code standard}
     * @param name the name of the type; the instances of this name have it
     * @return the type, for {@code type}
     * @since 0.1.0
     */
    @KnownAs("instance_types")
    TypeHandle instanceType(
            @NamedParams({
                        @NamedParam(value = "linked", type = Boolean.class),
                        @NamedParam(value = "publishExposed", type = Boolean.class),
                        @NamedParam(value = "persistentData", type = Boolean.class),
                        @NamedParam(value = "persistentOpt", type = Boolean.class),
                        @NamedParam(value = "persistentLog", type = Boolean.class),
                        @NamedParam(value = "interactive", type = Boolean.class),
                        @NamedParam(value = "safemode", type = Boolean.class)
                    })
                    Map<String, ?> options,
            String name);

    /**
     * Declares a type of instances, in a block.
     *
     * <pre>{@code
     * def staging = instanceType('staging') {
     *     publishExposed()
     *     persistentLog()
     * }
     * }</pre>
     *
     * @since 0.1.0
     */
    TypeHandle instanceType(
            String name,
            @DelegatesTo(value = InstanceTypeWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block);

    /**
     * Says how containers, networks, volumes and hosts are named, in short.
     *
     * <pre>{@code
     * naming separator: '-', domain: 'example.org'
     * }</pre>
     *
     * @param options {@code separator}: what stands between the parts of names, a dot by default; {@code containers},
     *     {@code networks}, {@code volumes}: patterns such as {@code {project}-{service}-{instance}};
     *     {@code hostNames}: a pattern, or false to leave host names to the engine; {@code domain}: the domain of
     *     containers; {@code volumesByParent}: whether volumes are named after the services that attach them too
     * @since 0.1.0
     */
    @KnownAs("container_name")
    void naming(
            @NamedParams({
                        @NamedParam(value = "separator", type = String.class),
                        @NamedParam(value = "containers", type = String.class),
                        @NamedParam(value = "networks", type = String.class),
                        @NamedParam(value = "volumes", type = String.class),
                        @NamedParam(value = "hostNames", type = Object.class),
                        @NamedParam(value = "domain", type = String.class),
                        @NamedParam(value = "volumesByParent", type = Boolean.class)
                    })
                    Map<String, ?> options);

    /**
     * Says how containers, networks, volumes and hosts are named, in a block.
     *
     * <pre>{@code
     * naming {
     *     containers '{project}-{service}-{instance}'
     *     hostNames false
     * }
     * }</pre>
     *
     * @since 0.1.0
     */
    void naming(@DelegatesTo(value = NamingWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block);

    /**
     * Says in which DNS the instances are registered that are to be found by name, in short: in that of a service of the
     * project.
     *
     * <pre>{@code
     * dynamicDns names
     * }</pre>
     *
     * @param target a service with one instance, or an instance: {@code names['main']}
     * @since 0.1.0
     */
    void dynamicDns(ServiceTarget target);

    /**
     * Says in which DNS instances are registered: in that of a service of the project, wherever it is declared.
     *
     * @param target a service with one instance, or {@code service.instance}
     * @since 0.1.0
     */
    void dynamicDns(String target);

    /**
     * Says in which DNS instances are registered: in that of a service of the project, with a zone of its own.
     *
     * <pre>{@code
     * dynamicDns names, zone: 'shop.internal'
     * }</pre>
     *
     * @param options {@code zone}: what the names end with, {@code local.zone} by default; {@code key}: the file with the key
     *     by which the server takes updates, {@code keys/dns.key} by default; {@code timeToLive}: how long others may keep
     *     what they were told, 60.seconds by default
     * @since 0.1.0
     */
    void dynamicDns(
            @NamedParams({
                        @NamedParam(value = "zone", type = String.class),
                        @NamedParam(value = "key", type = String.class),
                        @NamedParam(value = "timeToLive", type = Duration.class)
                    })
                    Map<String, ?> options,
            ServiceTarget target);

    /**
     * Says in which DNS instances are registered: in that of a service, wherever it is declared, with a zone of its own.
     *
     * @since 0.1.0
     */
    void dynamicDns(
            @NamedParams({
                        @NamedParam(value = "zone", type = String.class),
                        @NamedParam(value = "key", type = String.class),
                        @NamedParam(value = "timeToLive", type = Duration.class)
                    })
                    Map<String, ?> options,
            String target);

    /**
     * Says in which DNS instances are registered: in that of a server which is none of the project's services.
     *
     * <pre>{@code
     * dynamicDns server: '10.0.0.53', zone: 'shop.example.org'
     * }</pre>
     *
     * @param options {@code server}: its address; {@code port}: its port, 53 by default; {@code zone}, {@code key},
     *     {@code timeToLive}: as above
     * @since 0.1.0
     */
    void dynamicDns(
            @NamedParams({
                        @NamedParam(value = "server", type = String.class, required = true),
                        @NamedParam(value = "port", type = Integer.class),
                        @NamedParam(value = "zone", type = String.class),
                        @NamedParam(value = "key", type = String.class),
                        @NamedParam(value = "timeToLive", type = Duration.class)
                    })
                    Map<String, ?> options);

    /**
     * Says in which DNS instances are registered, in a block.
     *
     * <pre>{@code
     * dynamicDns {
     *     servedBy 'names'
     *     zone 'shop.internal'
     * }
     * }</pre>
     *
     * @since 0.1.0
     */
    void dynamicDns(@DelegatesTo(value = DnsWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block);

    /**
     * Declares a machine with a Docker engine. The host {@code local}, the engine of this machine, is there without being
     * declared.
     *
     * <pre>{@code
     * def edge = host 'edge', at: 'tcp://edge.example.org:2376', certificates: 'certs/edge'
     * }</pre>
     *
     * @param options {@code at}: {@code local}, {@code unix:///path}, {@code tcp://name:port} or
     *     {@code ssh://user@name:port}; {@code certificates}: the folder of {@code ca.pem}, {@code cert.pem} and
     *     {@code key.pem} for TLS, relative to this file
     * @param name the name of the host in this project
     * @return the host, for {@code on}
     * @since 0.1.0
     */
    @KnownAs({"client", "server"})
    HostHandle host(
            @NamedParams({
                        @NamedParam(value = "at", type = String.class, required = true),
                        @NamedParam(value = "certificates", type = String.class),
                        @NamedParam(value = "addresses", type = Map.class)
                    })
                    Map<String, ?> options,
            String name);

    /**
     * Declares a machine with a Docker engine, in a block.
     *
     * <pre>{@code
     * def edge = host('edge') {
     *     at 'tcp://edge.example.org:2376'
     *     certificates 'certs/edge'
     * }
     * }</pre>
     *
     * @since 0.1.0
     */
    HostHandle host(
            String name, @DelegatesTo(value = HostWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block);

    /**
     * Declares a network with the driver {@code bridge} and addresses that the engine chooses. Instances that join no
     * network are together in the network {@code default}, which is there without being declared.
     *
     * <pre>{@code
     * def backend = network 'backend'
     * }</pre>
     *
     * @param name the name of the network in this project
     * @return the network, for {@code network} in a service
     * @since 0.1.0
     */
    NetworkHandle network(String name);

    /**
     * Declares a network.
     *
     * <pre>{@code
     * def backend = network 'backend', internal: true, subnet: '10.7.0.0/16'
     * }</pre>
     *
     * @param options {@code driver}: {@code bridge} by default; {@code internal}: whether it has no way out, false by
     *     default; {@code subnet}: a range of addresses such as {@code 10.7.0.0/16}, or a list of them, by default
     *     chosen by the engine; {@code options}: options of the driver; {@code ipv6}: whether it has addresses of IPv6 also
     *     without such a range; {@code attachable}: for networks of a swarm; {@code labels}: its labels
     * @since 0.1.0
     */
    NetworkHandle network(
            @NamedParams({
                        @NamedParam(value = "driver", type = String.class),
                        @NamedParam(value = "internal", type = Boolean.class),
                        @NamedParam(value = "subnet", type = Object.class),
                        @NamedParam(value = "options", type = Map.class),
                        @NamedParam(value = "ipv6", type = Boolean.class),
                        @NamedParam(value = "attachable", type = Boolean.class),
                        @NamedParam(value = "labels", type = Map.class)
                    })
                    Map<String, ?> options,
            String name);

    /**
     * Declares a network, in a block.
     *
     * <pre>{@code
     * network('backend') {
     *     internal()
     *     subnet '10.7.0.0/16', gateway: '10.7.0.1'
     * }
     * }</pre>
     *
     * @since 0.1.0
     */
    NetworkHandle network(
            String name, @DelegatesTo(value = NetworkWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block);

    /**
     * Declares a volume: a name for a path in containers, and what is behind it. Without a host path it is a volume of the
     * engine, kept when containers are replaced.
     *
     * <pre>{@code
     * def pgdata = volume 'pgdata', at: '/var/lib/postgresql/data'
     * def conf   = volume 'web_config', at: '/etc/nginx', host: 'config/nginx'
     * def data   = volume 'app_data', at: '/var/lib/app', host: [one: 'data/app1', two: 'data/app2']
     * }</pre>
     *
     * @param options {@code at}: the absolute path in the containers; {@code host}: a path of the host, relative ones
     *     below {@code hostRoot}, one for all or a map with one per instance; {@code driver}: {@code local} by default;
     *     {@code options}: options of the driver; {@code user} and {@code permissions}: the owner and the mode that are
     *     set before the first use, by default those of the service that attaches it
     * @param name the name of the volume in this project
     * @return the volume, for {@code mount}, {@code attach} and {@code use}
     * @since 0.1.0
     */
    VolumeHandle volume(
            @NamedParams({
                        @NamedParam(value = "at", type = String.class, required = true),
                        @NamedParam(value = "host", type = Object.class),
                        @NamedParam(value = "driver", type = String.class),
                        @NamedParam(value = "options", type = Map.class),
                        @NamedParam(value = "user", type = Object.class),
                        @NamedParam(value = "permissions", type = String.class),
                        @NamedParam(value = "holder", type = Object.class)
                    })
                    Map<String, ?> options,
            String name);

    /**
     * Declares a volume, in a block.
     *
     * <pre>{@code
     * volume('app_data') {
     *     at '/var/lib/app'
     *     host one: 'data/app1', two: 'data/app2'
     * }
     * }</pre>
     *
     * @since 0.1.0
     */
    VolumeHandle volume(
            String name, @DelegatesTo(value = VolumeWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block);

    /**
     * Declares an image that is made from a root file system, without a registry.
     *
     * <pre>{@code
     * def base = rootfs 'base', bootstrap: 'bookworm', packages: ['ca-certificates']
     * }</pre>
     *
     * @param options exactly one of {@code tar}: a tar file, plain or compressed, relative to this file;
     *     {@code busybox: true}: BusyBox with its applets; {@code bootstrap}: a release of Debian or Ubuntu, with
     *     {@code tool}, {@code packages} and {@code mirror}
     * @param name the name of the image, to which the project's name is put in front
     * @return the image, for {@code image} in a service
     * @since 0.1.0
     */
    ImageHandle rootfs(
            @NamedParams({
                        @NamedParam(value = "tar", type = String.class),
                        @NamedParam(value = "busybox", type = Boolean.class),
                        @NamedParam(value = "bootstrap", type = String.class),
                        @NamedParam(value = "tool", type = String.class),
                        @NamedParam(value = "packages", type = Object.class),
                        @NamedParam(value = "mirror", type = String.class)
                    })
                    Map<String, ?> options,
            String name);

    /**
     * Declares an image that is made from a root file system, in a block.
     *
     * <pre>{@code
     * def site = rootfs('site') {
     *     busybox()
     *     add 'www', to: '/www'
     * }
     * }</pre>
     *
     * @since 0.1.0
     */
    ImageHandle rootfs(
            String name, @DelegatesTo(value = RootfsWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block);

    /**
     * Declares an image that is built from a folder with a Dockerfile, for several services or for other images to begin
     * with: {@code FROM shop/base} in the Dockerfile of another image, where the project is called {@code shop}. What is
     * built upon it is built after it, and built again when it changes.
     *
     * <pre>{@code
     * def base = build 'base', context: 'images/base', args: [VERSION: '1.4']
     * }</pre>
     *
     * @param options {@code context}: the folder, relative to this file; {@code dockerfile}: relative to the folder,
     *     {@code Dockerfile} by default; {@code args}: build arguments; {@code target}: the stage to end at, by default the
     *     last one
     * @param name the name of the image, to which the project's name is put in front unless it has a {@code /}
     * @return the image, for {@code image} in a service
     * @since 0.1.0
     */
    ImageHandle build(
            @NamedParams({
                        @NamedParam(value = "context", type = String.class, required = true),
                        @NamedParam(value = "dockerfile", type = String.class),
                        @NamedParam(value = "args", type = Map.class),
                        @NamedParam(value = "target", type = String.class)
                    })
                    Map<String, ?> options,
            String name);

    /**
     * Declares an image that is built from a folder with a Dockerfile, in a block.
     *
     * <pre>{@code
     * def base = build('base') {
     *     context 'images/base'
     *     arg 'VERSION', '1.4'
     * }
     * }</pre>
     *
     * @since 0.1.0
     */
    ImageHandle build(
            String name,
            @DelegatesTo(value = ImageBuildWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block);

    /**
     * Chooses the image of the short-lived containers that set owner and mode of attached volumes. By default
     * {@code busybox}, without the {@code repository} in front.
     *
     * <pre>{@code
     * helperImage 'debian:bookworm-slim'
     * }</pre>
     *
     * @param name an image with {@code sh}, {@code chown} and {@code chmod}, named as {@code image} does
     * @since 0.1.0
     */
    void helperImage(String name);

    /**
     * Takes an image that the project makes itself for the short-lived containers that set owner and mode.
     *
     * <pre>{@code
     * helperImage rootfs('helper', busybox: true)
     * }</pre>
     *
     * @since 0.1.0
     */
    void helperImage(ImageHandle image);

    /**
     * Sets options of actions that hold unless a command says otherwise.
     *
     * <pre>{@code
     * actionDefaults {
     *     removePersistent false
     *     pullBeforeUpdate true
     * }
     * }</pre>
     *
     * @since 0.1.0
     */
    void actionDefaults(
            @DelegatesTo(value = ActionDefaultsWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block);

    /**
     * Declares a service with the image of its own name.
     *
     * <pre>{@code
     * def cache = service 'redis'
     * }</pre>
     *
     * @param name the name of the service
     * @return the service, for {@code link}, {@code use} and {@code group}
     * @since 0.1.0
     */
    @KnownAs("container")
    ServiceHandle service(String name);

    /**
     * Declares a service with the most frequent words of its block as named arguments. Where a word takes several values,
     * a list may be given.
     *
     * <pre>{@code
     * def cache = service 'cache', image: 'redis:7', publish: 6379
     * }</pre>
     *
     * @since 0.1.0
     */
    ServiceHandle service(
            @NamedParams({
                        @NamedParam(value = "image", type = Object.class),
                        @NamedParam(value = "command", type = Object.class),
                        @NamedParam(value = "env", type = Map.class),
                        @NamedParam(value = "mount", type = Object.class),
                        @NamedParam(value = "link", type = Object.class),
                        @NamedParam(value = "publish", type = Object.class),
                        @NamedParam(value = "network", type = Object.class),
                        @NamedParam(value = "on", type = Object.class),
                        @NamedParam(value = "inherits", type = Object.class),
                        @NamedParam(value = "abstract", type = Boolean.class)
                    })
                    Map<String, ?> options,
            String name);

    /**
     * Declares a service: containers with the same purpose.
     *
     * <pre>{@code
     * def web = service('web') {
     *     image 'nginx'
     *     publish 80, 443
     * }
     * }</pre>
     *
     * @since 0.1.0
     */
    ServiceHandle service(
            String name, @DelegatesTo(value = ServiceWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block);

    /**
     * Declares a service by named arguments and a block. What is {@code abstract} never runs: it is there to be inherited.
     *
     * <pre>{@code
     * service('base', abstract: true) {
     *     restart always
     * }
     * }</pre>
     *
     * @since 0.1.0
     */
    ServiceHandle service(
            @NamedParams({
                        @NamedParam(value = "image", type = Object.class),
                        @NamedParam(value = "command", type = Object.class),
                        @NamedParam(value = "env", type = Map.class),
                        @NamedParam(value = "mount", type = Object.class),
                        @NamedParam(value = "link", type = Object.class),
                        @NamedParam(value = "publish", type = Object.class),
                        @NamedParam(value = "network", type = Object.class),
                        @NamedParam(value = "on", type = Object.class),
                        @NamedParam(value = "inherits", type = Object.class),
                        @NamedParam(value = "abstract", type = Boolean.class)
                    })
                    Map<String, ?> options,
            String name,
            @DelegatesTo(value = ServiceWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block);

    /**
     * Declares a named set of services and instances, to be used wherever commands take targets.
     *
     * <pre>{@code
     * group 'frontend', web, 'app', 'cache.one'
     * }</pre>
     *
     * @param name the name of the group
     * @param members services, instances and other groups, or their names
     * @since 0.1.0
     */
    GroupHandle group(String name, Object... members);

    /**
     * Declares a named set of services and instances that stand in a list.
     *
     * @since 0.1.0
     */
    GroupHandle group(String name, Iterable<?> members);

    /**
     * Declares an action: steps on the services, performed by {@code dockerops action}. Each step begins when the one before
     * it has been done.
     *
     * <pre>{@code
     * action('reload') {
     *     exec 'app', 'app-check'
     *     signal 'web', 'HUP'
     * }
     * }</pre>
     *
     * @param name the name of the action
     * @return the action, for {@code needs}
     * @since 0.1.0
     */
    ActionHandle action(
            String name, @DelegatesTo(value = ActionWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block);

    /**
     * Declares an action with a line that tells what it does.
     *
     * <pre>{@code
     * action('backup', 'Dumps the database while nobody writes') {
     *     stop 'app'
     *     exec 'postgres', 'pg_dump --file /backup/shop.sql shop'
     *     afterwards { start 'app' }
     * }
     * }</pre>
     *
     * @since 0.1.0
     */
    ActionHandle action(
            String name,
            String description,
            @DelegatesTo(value = ActionWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block);

    /**
     * Declares a policy: a block that looks at each plan before it is shown or carried out, and may refuse it, leave
     * something out of it, or have the user asked first.
     *
     * <pre>{@code
     * policy('data stays') {
     *     actions.each { if (it.kind == 'volume' && it.removal) refuse "the data of `$it.name` stays" }
     * }
     * }</pre>
     *
     * @param name what messages call it
     * @since 0.1.0
     */
    void policy(
            String name, @DelegatesTo(value = PolicyWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block);

    /**
     * Declares a policy that is a class of {@code lib/}, or of Java, and implements {@code
     * io.dockerops.engine.plan.Policy}.
     *
     * @since 0.1.0
     */
    void policy(Policy policy);

    /**
     * Declares an environment: what is different there. All words of the top level may stand in the block. It is read only
     * when a command is told {@code --environment} with this name, or {@code DOCKEROPS_ENVIRONMENT} is set to it, and
     * checked in any case.
     *
     * <p>A service that the project declares too is changed: single values replace the project's, entries of maps and lists
     * replace those with the same key and are added otherwise, as an instance goes over its service. {@code project},
     * {@code repository}, {@code defaultTag}, {@code hostRoot}, {@code helperImage} and hosts, networks, volumes, groups,
     * actions and policies replace the project's of the same name. A parameter gets another default, when the block stands
     * before the parameter is declared.
     *
     * <pre>{@code
     * environment('production') {
     *     repository 'registry.example.com'
     *     service('web') { limits memory: 2.gb }
     * }
     * }</pre>
     *
     * @param name what {@code --environment} calls it; several blocks may have one name
     * @since 0.1.0
     */
    void environment(
            String name, @DelegatesTo(value = ProjectWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block);

    /**
     * Reads another file with the same words, as if it stood here. Its handles stay its own: refer to what it declares by
     * name. A file that was already included is not read again; files that include each other in a circle are refused.
     *
     * <pre>{@code
     * include 'lib/monitoring.groovy'
     * }</pre>
     *
     * @param path relative to this file
     * @since 0.1.0
     */
    void include(String path);

    /**
     * Loads a folder of services: each folder in {@code services} that has a Dockerfile is a service, and {@code run.conf}
     * lists the instances. What the script says of the same service goes over it. The first that names the project, and
     * {@code hostRoot}, counts when the script does not.
     *
     * <pre>{@code
     * folder '.'
     * }</pre>
     *
     * @param path the folder, relative to this file
     * @since 0.1.0
     */
    void folder(String path);

    /**
     * Loads a folder of services with other lists of instances than {@code run.conf}.
     *
     * <pre>{@code
     * folder '.', conf: 'published.conf'
     * }</pre>
     *
     * @param options {@code conf}: a file or a list of files in that folder or in its {@code services}
     * @since 0.1.0
     */
    void folder(@NamedParams({@NamedParam(value = "conf", type = Object.class)}) Map<String, ?> options, String path);

    /**
     * Uses a library: a folder, or a jar with that content, with a file {@code library.groovy}. What that declares is
     * declared here, its words can be used in this file and in all that it includes, and its classes too. It is read before
     * the file is run, so it stands at the top level and takes plain texts only.
     *
     * <pre>{@code
     * library 'libs/monitoring'
     * }</pre>
     *
     * @param path a folder or a jar, relative to this file
     * @since 0.1.0
     */
    void library(String path);

    /**
     * Uses a library from elsewhere. It is kept in the user's cache, and its checksum in {@code dockerops.lock} beside the
     * project: what has changed since then is refused.
     *
     * <pre>{@code
     * library git: 'https://git.example.org/monitoring.git', revision: 'v1.2', path: 'library'
     * library maven: 'org.example:monitoring:1.2', from: 'https://repository.example.org/maven2'
     * }</pre>
     *
     * @param options {@code git}: a repository, with {@code revision}: a tag, a branch or a commit, and {@code path}: a folder
     *     in it, by default its root; or {@code maven}: group, artifact and version of a jar, with {@code from}: a
     *     repository, by default Maven Central
     * @since 0.1.0
     */
    void library(
            @NamedParams({
                        @NamedParam(value = "git", type = String.class),
                        @NamedParam(value = "revision", type = String.class),
                        @NamedParam(value = "path", type = String.class),
                        @NamedParam(value = "maven", type = String.class),
                        @NamedParam(value = "from", type = String.class)
                    })
                    Map<String, ?> options);

    /**
     * Says that this file is the file of a library: {@code library.groovy}. Other files cannot say so.
     *
     * <pre>{@code
     * provides 'monitoring', language: 1
     * }</pre>
     *
     * @param options {@code language}: the version of the language that the library is written for, a number; 1 is the only
     *     one so far
     * @param name the name of the library, for messages
     * @since 0.1.0
     */
    void provides(
            @NamedParams({@NamedParam(value = "language", type = Integer.class, required = true)})
                    Map<String, ?> options,
            String name);

    /**
     * Loads a container map of docker-map. What it declares is part of the project, and can be changed here: {@code service}
     * with the name of one of its containers goes over what the map says of it, and {@code volume}, {@code network},
     * {@code host} and {@code group} replace the map's. So do {@code project}, {@code repository}, {@code defaultTag} and
     * {@code hostRoot}.
     *
     * <pre>{@code
     * map 'site.yaml'
     * service('web_server') {
     *     limits memory: 512.mb
     * }
     * }</pre>
     *
     * @param path the map, relative to this file
     * @since 0.1.0
     */
    void map(String path);

    /**
     * Loads a container map that names clients or variables.
     *
     * <pre>{@code
     * map 'site.yaml', clients: 'clients.yaml', variables: [registry_prefix: 'registry.example.com']
     * }</pre>
     *
     * @param options {@code clients}: the client file, relative to this file; {@code variables}: values for the variables
     *     that the map names, over those of the environment
     * @since 0.1.0
     */
    void map(
            @NamedParams({
                        @NamedParam(value = "clients", type = String.class),
                        @NamedParam(value = "variables", type = Map.class)
                    })
                    Map<String, ?> options,
            String path);

    /**
     * Stands for the value of a secret, as a value in {@code env}. The value is read when the container is made; it is in
     * no plan, log or label.
     *
     * <pre>{@code
     * env POSTGRES_PASSWORD: secret('db.password')
     * }</pre>
     *
     * @param name how the secret store knows it
     * @since 0.1.0
     */
    @Everywhere
    SecretHandle secret(String name);

    /**
     * Stands for the name of the host that the container runs on, as a value in {@code env}: the one that its engine tells.
     *
     * <pre>{@code
     * env HOST_HOSTNAME: nameOfHost()
     * }</pre>
     *
     * @since 0.1.0
     */
    @Everywhere
    NameOfHost nameOfHost();

    /**
     * Stands for the IPv4 address of a network interface of the host that the container runs on, as a value in {@code env}.
     * Of a host whose engine is on another machine the address has to be declared: {@code addresses: [eth0: '10.0.0.1']} in
     * its {@code host}. What is declared there goes over what the machine says, on all hosts.
     *
     * <pre>{@code
     * env SERVICE_IP: addressOf('eth0')
     * }</pre>
     *
     * @param name the interface, or the name of an address that the host declares
     * @since 0.1.0
     */
    @Everywhere
    AddressOfHost addressOf(String name);

    /**
     * Stands for an address of a network interface of the host that the container runs on, of IPv4 or IPv6.
     *
     * <pre>{@code
     * env SERVICE_IP: addressOf('eth0', ipv6: true)
     * }</pre>
     *
     * @param options {@code ipv6}: whether the first global address of IPv6 is meant, false by default
     * @since 0.1.0
     */
    @Everywhere
    AddressOfHost addressOf(
            @NamedParams({@NamedParam(value = "ipv6", type = Boolean.class)}) Map<String, ?> options, String name);
}
