package io.dockerops.dsl.build;

import groovy.lang.Closure;
import io.dockerops.dsl.words.AddressOfHost;
import io.dockerops.dsl.words.Folders;
import io.dockerops.dsl.words.HostHandle;
import io.dockerops.dsl.words.ImageHandle;
import io.dockerops.dsl.words.Includes;
import io.dockerops.dsl.words.Maps;
import io.dockerops.dsl.words.NameOfHost;
import io.dockerops.dsl.words.NetworkHandle;
import io.dockerops.dsl.words.SecretHandle;
import io.dockerops.dsl.words.ServiceTarget;
import io.dockerops.dsl.words.TypeHandle;
import io.dockerops.dsl.words.VolumeHandle;
import io.dockerops.engine.model.Asked;
import io.dockerops.engine.model.DynamicDns;
import io.dockerops.engine.model.EnvValue;
import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.ImageName;
import io.dockerops.engine.model.InstanceType;
import io.dockerops.engine.model.NamingScheme;
import io.dockerops.engine.model.Network;
import io.dockerops.engine.model.NetworkId;
import io.dockerops.engine.model.Options;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.model.ProjectDeclaration;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.model.Service;
import io.dockerops.engine.model.Types;
import io.dockerops.engine.model.Volume;
import io.dockerops.engine.model.VolumeId;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.SourceRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The top level of a project and of the files that it includes. */
final class ProjectBlock extends ActionsLayer {

    private static final String FOLDER_OF_SERVICES = "services";

    private final Includes includes;
    private final Maps maps;
    private final Folders folders;
    private final Map<String, InstanceType> types = new LinkedHashMap<>();
    private final Map<String, SourceRef> typePlaces = new LinkedHashMap<>();
    private final Environments environments;
    private final Map<VolumeId, Volume> ownVolumes;
    private final Map<HostId, Host> hosts = new LinkedHashMap<>();
    private final Map<NetworkId, Network> networks = new LinkedHashMap<>();
    private @Nullable String name;
    private @Nullable String repository;
    private @Nullable String defaultTag;
    private @Nullable String hostRoot;
    private @Nullable Image helperImage;
    private Options options = Options.NONE;
    private NamingScheme scheme = NamingScheme.PLAIN;
    private @Nullable DynamicDns dns;
    private @Nullable ProjectBlock below;

    ProjectBlock(
            Reading reading,
            Layer layer,
            Includes includes,
            Maps maps,
            Folders folders,
            Parameters parameters,
            Environments environments) {
        super(reading, layer.title(), parameters);
        this.ownVolumes = layer.volumes();
        this.includes = includes;
        this.maps = maps;
        this.folders = folders;
        this.environments = environments;
    }

    @Override
    public void project(String name) {
        once("project", name, () -> {
            this.name = "project";
            this.name = Rules.projectName(name);
        });
    }

    @Override
    public void repository(String prefix) {
        once("repository", prefix, () -> repository = Rules.repository(prefix));
    }

    @Override
    public void defaultTag(String tag) {
        once("defaultTag", tag, () -> defaultTag = Rules.tag(tag));
    }

    @Override
    public void hostRoot(String path) {
        once("hostRoot", path, () -> {
            hostRoot = "/";
            hostRoot = HostPaths.inContainer("hostRoot", path);
        });
    }

    @Override
    public TypeHandle instanceType(Map<String, ?> options, String name) {
        instanceType(name, block -> block.with(options));
        return new TypeHandle(String.valueOf(name));
    }

    @Override
    public TypeHandle instanceType(String name, Closure<?> block) {
        instanceType(name, type -> reading.block(type, block));
        return new TypeHandle(String.valueOf(name));
    }

    private void instanceType(String name, Consumer<TypeBlock> words) {
        word("instanceType", name, () -> {
            TypeBlock block = new TypeBlock(reading);
            words.accept(block);
            InstanceType type = InstanceType.like(name, block.build());
            SourceRef first = typePlaces.putIfAbsent(name, reading.here());
            if (first != null) {
                twice("type", name, first);
            }
            types.put(name, type);
        });
    }

    @Override
    public void naming(Map<String, ?> options) {
        naming(options, block -> {
            Named named = new Named(
                    reading,
                    "naming",
                    options,
                    "separator",
                    "containers",
                    "networks",
                    "volumes",
                    "hostNames",
                    "domain",
                    "volumesByParent");
            named.with("separator", String.class, block::setSeparator);
            named.with("containers", String.class, block::setContainers);
            named.with("networks", String.class, block::setNetworks);
            named.with("volumes", String.class, block::setVolumes);
            named.with("hostNames", Object.class, block::setHostNames);
            named.with("domain", String.class, block::setDomain);
            named.with("volumesByParent", Boolean.class, block::setVolumesByParent);
        });
    }

    @Override
    public void naming(Closure<?> block) {
        naming(block, words -> reading.block(words, block));
    }

    private void naming(Object argument, Consumer<NamingBlock> words) {
        once("naming", argument, () -> {
            NamingBlock block = new NamingBlock(reading);
            words.accept(block);
            scheme = block.build();
            reading.named(scheme);
        });
    }

    @Override
    public void dynamicDns(ServiceTarget target) {
        dns(target, block -> block.setServedBy(target));
    }

    @Override
    public void dynamicDns(String target) {
        dns(target, block -> block.setServedBy(target));
    }

    @Override
    public void dynamicDns(Map<String, ?> options, ServiceTarget target) {
        servedBy(options, target);
    }

    @Override
    public void dynamicDns(Map<String, ?> options, String target) {
        servedBy(options, target);
    }

    private void servedBy(Map<String, ?> options, @Nullable Object target) {
        dns(target, block -> {
            block.with(new Named(reading, "dynamicDns", options, "zone", "key", "timeToLive"));
            block.setServedBy(target);
        });
    }

    @Override
    public void dynamicDns(Map<String, ?> options) {
        dns(options, block -> {
            Named named = new Named(reading, "dynamicDns", options, "server", "port", "zone", "key", "timeToLive");
            block.with(named);
            int port = named.get("port", Integer.class).orElse(DynamicDns.PORT);
            named.with("server", String.class, address -> block.setServer(address, port));
        });
    }

    @Override
    public void dynamicDns(Closure<?> block) {
        dns(block, words -> reading.block(words, block));
    }

    private void dns(@Nullable Object argument, Consumer<DnsBlock> words) {
        once("dynamicDns", argument, () -> {
            DnsBlock block = new DnsBlock(reading);
            reading.attempt(() -> words.accept(block));
            dns = block.build();
        });
    }

    @Override
    public HostHandle host(Map<String, ?> options, String name) {
        host(name, block -> {
            Named named = new Named(reading, "host", options, "at", "certificates", "addresses");
            named.with("at", String.class, block::setAt);
            named.with("certificates", String.class, block::setCertificates);
            named.with("addresses", Map.class, block::setAddresses);
        });
        return new HostHandle(String.valueOf(name));
    }

    @Override
    public HostHandle host(String name, Closure<?> block) {
        host(name, host -> reading.block(host, block));
        return new HostHandle(String.valueOf(name));
    }

    private void host(String name, Consumer<HostBlock> words) {
        declare("host", name, hosts, HostId::new, id -> {
            HostBlock block = new HostBlock(reading);
            words.accept(block);
            return block.build(id);
        });
    }

    @Override
    public NetworkHandle network(String name) {
        network(name, block -> {});
        return new NetworkHandle(String.valueOf(name));
    }

    @Override
    public NetworkHandle network(Map<String, ?> options, String name) {
        network(name, block -> {
            Named named = new Named(
                    reading,
                    "network",
                    options,
                    "driver",
                    "internal",
                    "subnet",
                    "options",
                    "ipv6",
                    "attachable",
                    "labels");
            named.with("driver", String.class, block::setDriver);
            named.with("internal", Boolean.class, block::setInternal);
            named.with(
                    "subnet",
                    Object.class,
                    cidrs -> Given.texts("subnet", cidrs)
                            .forEach(cidr -> reading.attempt(() -> block.addSubnet(Map.of(), cidr))));
            named.with("options", Map.class, block::setOptions);
            named.with("ipv6", Boolean.class, block::setIpv6);
            named.with("attachable", Boolean.class, block::setAttachable);
            named.with("labels", Map.class, block::setLabels);
        });
        return new NetworkHandle(String.valueOf(name));
    }

    @Override
    public NetworkHandle network(String name, Closure<?> block) {
        network(name, network -> reading.block(network, block));
        return new NetworkHandle(String.valueOf(name));
    }

    private void network(String name, Consumer<NetworkBlock> words) {
        declare("network", name, networks, NetworkId::new, id -> {
            NetworkBlock block = new NetworkBlock(reading, id);
            words.accept(block);
            return block.build();
        });
    }

    @Override
    public VolumeHandle volume(Map<String, ?> options, String name) {
        volume(name, block -> {
            Named named = new Named(
                    reading, "volume", options, "at", "host", "driver", "options", "user", "permissions", "holder");
            named.with("at", String.class, block::setAt);
            named.with("host", Object.class, block::setHost);
            named.with("driver", String.class, block::setDriver);
            named.with("options", Map.class, block::setOptions);
            named.with("user", Object.class, block::setUser);
            named.with("permissions", String.class, block::setPermissions);
            named.with("holder", Object.class, block::setHolder);
        });
        return new VolumeHandle(String.valueOf(name));
    }

    @Override
    public VolumeHandle volume(String name, Closure<?> block) {
        volume(name, volume -> reading.block(volume, block));
        return new VolumeHandle(String.valueOf(name));
    }

    private void volume(String name, Consumer<VolumeBlock> words) {
        declare("volume", name, reading.volumes(), VolumeId::new, id -> {
            VolumeBlock block = new VolumeBlock(reading, id);
            words.accept(block);
            return block.build();
        });
    }

    @Override
    public ImageHandle rootfs(Map<String, ?> options, String name) {
        rootfs(name, block -> {
            Named named =
                    new Named(reading, "rootfs", options, "tar", "busybox", "bootstrap", "tool", "packages", "mirror");
            named.with("tar", String.class, block::setTar);
            if (named.flag("busybox")) {
                block.setBusybox();
            }
            Map<String, ?> details = named.only("tool", "packages", "mirror");
            named.with("bootstrap", String.class, suite -> block.setBootstrap(details, suite));
            Set<String> bases = named.only("tar", "busybox", "bootstrap").keySet();
            if (bases.size() > 1) {
                reading.problem(
                        "`" + String.join("`, `", bases) + "` are several things to begin with", "choose one of them");
            }
            if (!details.isEmpty() && !named.has("bootstrap")) {
                reading.problem(
                        "`" + String.join("`, `", details.keySet())
                                + "`: only `bootstrap` takes this, and it is not there",
                        "write `bootstrap: 'bookworm'`, or take them out");
            }
        });
        return new ImageHandle(String.valueOf(name));
    }

    @Override
    public ImageHandle rootfs(String name, Closure<?> block) {
        rootfs(name, rootfs -> reading.block(rootfs, block));
        return new ImageHandle(String.valueOf(name));
    }

    private void rootfs(String name, Consumer<RootfsBlock> words) {
        word("rootfs", name, () -> {
            RootfsBlock block = new RootfsBlock(reading);
            words.accept(block);
            declare("root file system", name, block.build(name));
        });
    }

    @Override
    public ImageHandle build(Map<String, ?> options, String name) {
        build(
                name,
                block -> block.set(new Named(reading, "build", options, "context", "dockerfile", "args", "target")));
        return new ImageHandle(String.valueOf(name));
    }

    @Override
    public ImageHandle build(String name, Closure<?> block) {
        build(name, build -> reading.block(build, block));
        return new ImageHandle(String.valueOf(name));
    }

    private void build(String name, Consumer<BuildBlock> words) {
        word("build", name, () -> {
            BuildBlock block = BuildBlock.named(reading, name);
            words.accept(block);
            declare("image", name, block.build());
        });
    }

    private void declare(String kind, String name, Image image) {
        reading.images().putIfAbsent(name, image);
        SourceRef first = reading.placesOfImages().putIfAbsent(name, reading.here());
        if (first != null) {
            twice(kind, name, first);
        }
        reading.declare(new ImageName(name));
    }

    @Override
    public void helperImage(String name) {
        once("helperImage", name, () -> helperImage = new Image.Named(name));
    }

    @Override
    public void helperImage(ImageHandle image) {
        once("helperImage", image, () -> helperImage = reading.images().get(image.name()));
    }

    @Override
    public void actionDefaults(Closure<?> block) {
        once("actionDefaults", block, () -> {
            ActionDefaultsBlock words = new ActionDefaultsBlock(reading);
            reading.block(words, block);
            options = words.build();
        });
    }

    @Override
    public void environment(String name, Closure<?> block) {
        word("environment", name, () -> environments.read(name, block));
    }

    @Override
    public void include(String path) {
        word("include", path, () -> reading.script(() -> includes.include(path)));
    }

    @Override
    public void library(String path) {
        word("library", path, () -> reading.script(() -> includes.library(Map.of("", path))));
    }

    @Override
    public void library(Map<String, ?> options) {
        Map<String, String> said = new LinkedHashMap<>();
        options.forEach((name, value) -> said.put(name, String.valueOf(value)));
        word("library", () -> reading.script(() -> includes.library(said)));
    }

    /** The compiler has looked at what it says. */
    @Override
    public void provides(Map<String, ?> options, String name) {
        word("provides", name, () -> {});
    }

    @Override
    public void map(String path) {
        map(Map.of(), path);
    }

    @Override
    public void map(Map<String, ?> options, String path) {
        word("map", path, () -> {
            Named named = new Named(reading, "map", options, "clients", "variables");
            Map<String, String> variables = new LinkedHashMap<>();
            named.with("variables", Map.class, given -> variables.putAll(Given.textsByName("variable", given)));
            Path clients = named.text("clients").map(reading::file).orElse(null);
            Path file = reading.file(path);
            if (!Files.isRegularFile(file)) {
                throw new Mistake("there is no file `" + path + "`", "the path is relative to this file");
            }
            ProjectDeclaration map = maps.read(file, clients, variables);
            reading.adopt(map);
            base.add(map);
        });
    }

    @Override
    public void folder(String path) {
        folder(Map.of(), path);
    }

    @Override
    public void folder(Map<String, ?> options, String path) {
        word("folder", path, () -> {
            Named named = new Named(reading, "folder", options, "conf");
            List<String> confs = new ArrayList<>();
            named.with("conf", Object.class, given -> confs.addAll(Given.texts("conf", given)));
            Path folder = reading.file(path);
            if (!Files.isDirectory(folder.resolve(FOLDER_OF_SERVICES))) {
                throw new Mistake(
                        "there is no folder `" + path + "/" + FOLDER_OF_SERVICES + "`",
                        "the path is relative to this file");
            }
            ProjectDeclaration declared = folders.read(folder, name, confs);
            reading.adopt(declared);
            base.add(declared);
        });
    }

    @Override
    public SecretHandle secret(String name) {
        reading.word(() -> {
            if (name == null || name.isBlank()) {
                throw new Mistake("a secret needs a name", "write `secret('db.password')`");
            }
        });
        return new SecretHandle(name == null ? "" : name);
    }

    @Override
    public NameOfHost nameOfHost() {
        return new NameOfHost();
    }

    @Override
    public AddressOfHost addressOf(String name) {
        return addressOf(Map.of(), name);
    }

    @Override
    public AddressOfHost addressOf(Map<String, ?> options, String name) {
        List<Boolean> ipv6 = new ArrayList<>();
        reading.word(() -> {
            ipv6.add(new Named(reading, "addressOf", options, "ipv6").flag("ipv6"));
            if (name == null || !EnvValue.isInterface(name)) {
                throw new Mistake(
                        "`" + name + "` is not the name of a network interface",
                        "write one such as `addressOf('eth0')`");
            }
        });
        return new AddressOfHost(String.valueOf(name), ipv6.contains(true));
    }

    /** The volumes, complete when all is read. */
    List<Volume> volumes() {
        return base.elements(Project::volumes, Volume::id, List.copyOf(ownVolumes.values()));
    }

    /** The types of instances; what is to outlive containers is kept below the host root, or {@code folder}. */
    Types types(Path folder, List<Asked> asked) {
        String root = Optional.ofNullable(hostRoot)
                .or(() -> base.first(Project::hostRoot))
                .orElse(folder.toString());
        return Types.of(known(), root, allTypes(), asked);
    }

    private List<InstanceType> allTypes() {
        Map<String, InstanceType> all = new LinkedHashMap<>();
        if (below != null) {
            below.allTypes().forEach(type -> all.put(type.name(), type));
        }
        all.putAll(types);
        return List.copyOf(all.values());
    }

    private String known() {
        return Optional.ofNullable(name)
                .or(() -> base.first(map -> Optional.of(map.name())))
                .orElse("project");
    }

    /** How the project names things: as it says itself, and where it says nothing, as the maps do. */
    NamingScheme scheme() {
        return base.scheme(scheme);
    }

    /** The image of helper containers. */
    Image helper() {
        return Optional.ofNullable(helperImage)
                .or(() -> base.first(Project::helperImage))
                .orElse(Project.DEFAULT_HELPER);
    }

    /** Makes {@code other} the ground that this goes over. */
    void layOver(ProjectBlock other) {
        below = other;
        base.addFirst(new ProjectDeclaration(
                other.project(List.of(), other.volumes()), other.services(), Origins.NONE, List.of()));
        layActionsOver(other);
    }

    private boolean named() {
        return name != null || (below == null ? !base.isEmpty() : below.named());
    }

    /** The project; one without a name gets a stand-in, and a problem at the beginning of {@code script}. */
    Project build(Path script, List<Service> services, List<Volume> volumes) {
        if (!named()) {
            reading.problem(Problem.error(
                    SourceRef.line(script, 1), "the project has no name", "write `project '…'` at the top"));
        }
        Path folder = script.toAbsolutePath().getParent();
        return project(services, volumes).withKeyBelow(folder == null ? Path.of("/") : folder);
    }

    private Project project(List<Service> services, List<Volume> volumes) {
        return new Project(
                known(),
                Optional.ofNullable(repository).or(() -> base.first(Project::repository)),
                Optional.ofNullable(defaultTag).or(() -> base.first(Project::defaultTag)),
                Optional.ofNullable(hostRoot).or(() -> base.first(Project::hostRoot)),
                base.elements(Project::hosts, Host::id, List.copyOf(hosts.values())),
                base.elements(Project::networks, Network::id, List.copyOf(networks.values())),
                volumes,
                services,
                groups(),
                Optional.ofNullable(helperImage).or(() -> base.first(Project::helperImage)),
                options.over(base.options()),
                base.elements(
                        Project::images,
                        image -> new ImageName(Image.nameOf(image).orElseThrow()),
                        List.copyOf(reading.images().values())),
                scheme(),
                Optional.ofNullable(dns).or(() -> base.first(Project::dns)));
    }
}
