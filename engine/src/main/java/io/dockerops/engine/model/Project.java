package io.dockerops.engine.model;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that one project declares. It may still contradict itself: {@link ProjectValidator} tells.
 *
 * @param name the name that is put in front of containers, networks and volumes
 * @param repository what is put in front of image names without {@code /}
 * @param defaultTag the tag of images without one; {@code latest} when empty
 * @param hostRoot what relative host paths are below, absolute
 * @param hosts the declared hosts
 * @param networks the declared networks
 * @param volumes the declared volumes
 * @param services the declared services
 * @param groups the declared groups
 * @param helperImage the image of the short-lived containers that set owner and mode of attached volumes; it needs
 *     {@code sh}, {@code chown} and {@code chmod}; {@code busybox} when empty
 * @param options what holds for all actions unless they say otherwise
 * @param images the images with names of their own that it makes, whether a service runs them or not
 * @param scheme what it says of names
 * @param dns the DNS in which its instances are registered; empty when there is none
 */
public record Project(
        String name,
        Optional<String> repository,
        Optional<String> defaultTag,
        Optional<String> hostRoot,
        List<Host> hosts,
        List<Network> networks,
        List<Volume> volumes,
        List<Service> services,
        List<Group> groups,
        Optional<Image> helperImage,
        Options options,
        List<Image> images,
        NamingScheme scheme,
        Optional<DynamicDns> dns) {

    /** The image of helper containers when a project says none. */
    public static final Image DEFAULT_HELPER = new Image.Named("/busybox");

    /** @throws IllegalArgumentException when the name breaks the rule for names or the host root is not absolute */
    public Project {
        Names.check("project", name);
        hostRoot.ifPresent(path -> Paths.checkAbsolute("host root", path));
        hosts = List.copyOf(hosts);
        networks = List.copyOf(networks);
        volumes = List.copyOf(volumes);
        services = List.copyOf(services);
        groups = List.copyOf(groups);
        images = List.copyOf(images);
    }

    /** A project that says nothing of names, DNS and options, and declares no images apart from those in its services. */
    public Project(
            String name,
            Optional<String> repository,
            Optional<String> defaultTag,
            Optional<String> hostRoot,
            List<Host> hosts,
            List<Network> networks,
            List<Volume> volumes,
            List<Service> services,
            List<Group> groups,
            Optional<Image> helperImage) {
        this(
                name,
                repository,
                defaultTag,
                hostRoot,
                hosts,
                networks,
                volumes,
                services,
                groups,
                helperImage,
                Options.NONE,
                List.of(),
                NamingScheme.PLAIN,
                Optional.empty());
    }

    /** The same project with other services. */
    public Project withServices(List<Service> others) {
        return with(others, volumes);
    }

    /** The same project with other services and volumes. */
    Project with(List<Service> services, List<Volume> volumes) {
        return with(services, volumes, dns);
    }

    private Project with(List<Service> services, List<Volume> volumes, Optional<DynamicDns> dns) {
        return new Project(
                name,
                repository,
                defaultTag,
                hostRoot,
                hosts,
                networks,
                volumes,
                services,
                groups,
                helperImage,
                options,
                images,
                scheme,
                dns);
    }

    /** The same project, with the key of its DNS server below {@code folder} when its path is relative. */
    public Project withKeyBelow(Path folder) {
        return with(services, volumes, dns.map(said -> said.below(folder)));
    }

    /** The same project, where the variables that its services require have the values of {@code values}. */
    public Project given(Map<String, String> values) {
        return withServices(
                services.stream().map(service -> service.given(values)).toList());
    }

    /** How the engine's objects are named. */
    public Naming naming() {
        return new Naming(name, scheme);
    }

    /** All instances in the order of their declaration. */
    public List<Instance> instances() {
        return services.stream()
                .flatMap(service -> service.instances().stream())
                .toList();
    }

    /** Whether {@code id} is an instance that the project itself lists, and not only the command line asks for. */
    public boolean lists(InstanceId id) {
        return service(id.service()).stream()
                .flatMap(service -> service.listed().stream())
                .anyMatch(instance -> instance.id().equals(id)
                        && !instance.settings().labels().containsKey(Labels.ASKED));
    }

    /** The instance that is the DNS server; empty when there is none in the project. */
    public Optional<Instance> nameServer() {
        return dns.map(DynamicDns::server)
                .filter(DynamicDns.Server.OfProject.class::isInstance)
                .map(server -> ((DynamicDns.Server.OfProject) server).target())
                .flatMap(target -> service(target.service()).stream()
                        .flatMap(service -> service.instances(target.instance()).stream())
                        .findFirst());
    }

    /** The name by which one instance is found in {@code dns}: that of its host, whether the engine knows it or not. */
    public String ownName(DynamicDns dns, InstanceId id) {
        Optional<String> said = service(id.service()).stream()
                .flatMap(service -> service.instances().stream())
                .filter(instance -> instance.id().equals(id))
                .findFirst()
                .flatMap(instance -> instance.settings().process().hostname());
        return dns.name(said.or(() -> naming().hostname(id)).orElseGet(() -> naming().alias(id)));
    }

    /** The declared host {@code id}, or this machine. */
    public Optional<Host> host(HostId id) {
        Optional<Host> declared =
                hosts.stream().filter(host -> host.id().equals(id)).findFirst();
        return declared.isEmpty() && id.equals(HostId.LOCAL) ? Optional.of(Host.LOCAL) : declared;
    }

    /** The declared network {@code id}, or the default one. */
    public Optional<Network> network(NetworkId id) {
        Optional<Network> declared =
                networks.stream().filter(network -> network.id().equals(id)).findFirst();
        return declared.isEmpty() && id.equals(NetworkId.DEFAULT) ? Optional.of(Network.plain(id)) : declared;
    }

    /** The declared volume {@code id}. */
    public Optional<Volume> volume(VolumeId id) {
        return volumes.stream().filter(volume -> volume.id().equals(id)).findFirst();
    }

    /** The declared service {@code id}. */
    public Optional<Service> service(ServiceId id) {
        return services.stream().filter(service -> service.id().equals(id)).findFirst();
    }

    /** The instances that {@code selector} names, on all hosts. */
    public List<InstanceId> select(Selector selector) {
        return service(selector.service()).stream()
                .flatMap(service -> service.instances(selector.instance()).stream())
                .map(Instance::id)
                .toList();
    }

    /** The instances in {@code group} and in the groups inside it. */
    public Set<InstanceId> members(Group group) {
        Set<InstanceId> found = new LinkedHashSet<>();
        collect(group, new LinkedHashSet<>(), found);
        return found;
    }

    private void collect(Group group, Set<GroupId> seen, Set<InstanceId> found) {
        if (seen.add(group.id())) {
            group.members().forEach(member -> found.addAll(select(member)));
            groups.stream()
                    .filter(inner -> group.groups().contains(inner.id()))
                    .forEach(inner -> collect(inner, seen, found));
        }
    }

    /** The full reference of the image that {@code instance} runs. */
    public ImageReference imageOf(Instance instance) {
        ServiceId service = instance.id().service();
        return referenceOf(
                instance.settings().image().orElseGet(() -> new Image.Named(service.name())), service.name());
    }

    /**
     * Where the image of {@code instance} comes from. The name of an image that this project declares means that one, as it
     * does in a Dockerfile.
     */
    public Image sourceOf(Instance instance) {
        Image said = instance.settings()
                .image()
                .orElseGet(() -> new Image.Named(instance.id().service().name()));
        if (images.isEmpty() || !(said instanceof Image.Named)) {
            return said;
        }
        ImageId id = new ImageId(imageOf(instance));
        return images.stream()
                .filter(image -> idOf(image).equals(id))
                .findFirst()
                .orElse(said);
    }

    /** Where the image of helper containers comes from. */
    public Image helper() {
        return helperImage.orElse(DEFAULT_HELPER);
    }

    /**
     * The full reference of {@code image}: completed by repository and default tag, or made of the project's name and the
     * root file system's or {@code owner}'s. A name with a {@code /} of what is built stands as it is.
     */
    public ImageReference referenceOf(Image image, String owner) {
        if (image instanceof Image.Named named) {
            return ImageReference.parse(named.name(), repository.orElse(null), defaultTag.orElse(null));
        }
        String own = Image.nameOf(image).orElse(owner);
        return ImageReference.parse(own.indexOf('/') < 0 ? (name + "/" + own).toLowerCase(Locale.ROOT) : own);
    }

    /** The id of one of {@link #images}. */
    public ImageId idOf(Image declared) {
        return new ImageId(referenceOf(declared, "image"));
    }

    /** All images that this project makes itself: those that it declares, those of services, and that of helpers. */
    public Map<ImageId, Image> madeImages() {
        Map<ImageId, Image> made = new LinkedHashMap<>();
        images.forEach(image -> made.put(idOf(image), image));
        for (Instance instance : instances()) {
            instance.settings()
                    .image()
                    .filter(image -> !(image instanceof Image.Named))
                    .ifPresent(image -> made.put(new ImageId(imageOf(instance)), image));
        }
        if (!(helper() instanceof Image.Named)) {
            made.put(new ImageId(referenceOf(helper(), "helper")), helper());
        }
        return made;
    }

    /** The host's path behind {@code path}, below the host root when relative. */
    public String hostPath(String path) {
        return path.startsWith("/") || hostRoot.isEmpty() ? path : hostRoot.get() + "/" + path;
    }
}
