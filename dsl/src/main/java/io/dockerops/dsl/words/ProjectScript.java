package io.dockerops.dsl.words;

import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.lang.Script;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import io.dockerops.engine.model.Size;
import io.dockerops.engine.plan.Policy;
import java.time.Duration;
import java.util.Map;

/**
 * What scripts are compiled into: the top-level words, spoken to the object that the {@link WordsBinding} carries.
 *
 * <p>Groovy reads {@code @NamedParams} and {@code @DelegatesTo} from the class that a script extends and not from the
 * interface above it, so they stand here once more.
 */
public abstract class ProjectScript extends Script implements ProjectWords {

    private ProjectWords words() {
        if (getBinding() instanceof WordsBinding binding) {
            return binding.words();
        }
        throw new IllegalStateException("a script needs a WordsBinding before it is run");
    }

    @Override
    public void project(String name) {
        words().project(name);
    }

    @Override
    public void repository(String prefix) {
        words().repository(prefix);
    }

    @Override
    public void defaultTag(String tag) {
        words().defaultTag(tag);
    }

    @Override
    public void hostRoot(String path) {
        words().hostRoot(path);
    }

    @Override
    public TypeHandle instanceType(
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
            String name) {
        return words().instanceType(options, name);
    }

    @Override
    public TypeHandle instanceType(
            String name,
            @DelegatesTo(value = InstanceTypeWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return words().instanceType(name, block);
    }

    @Override
    public void naming(
            @NamedParams({
                        @NamedParam(value = "separator", type = String.class),
                        @NamedParam(value = "containers", type = String.class),
                        @NamedParam(value = "networks", type = String.class),
                        @NamedParam(value = "volumes", type = String.class),
                        @NamedParam(value = "hostNames", type = Object.class),
                        @NamedParam(value = "domain", type = String.class),
                        @NamedParam(value = "volumesByParent", type = Boolean.class)
                    })
                    Map<String, ?> options) {
        words().naming(options);
    }

    @Override
    public void naming(@DelegatesTo(value = NamingWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        words().naming(block);
    }

    @Override
    public void dynamicDns(ServiceTarget target) {
        words().dynamicDns(target);
    }

    @Override
    public void dynamicDns(String target) {
        words().dynamicDns(target);
    }

    @Override
    public void dynamicDns(
            @NamedParams({
                        @NamedParam(value = "zone", type = String.class),
                        @NamedParam(value = "key", type = String.class),
                        @NamedParam(value = "timeToLive", type = Duration.class)
                    })
                    Map<String, ?> options,
            ServiceTarget target) {
        words().dynamicDns(options, target);
    }

    @Override
    public void dynamicDns(
            @NamedParams({
                        @NamedParam(value = "zone", type = String.class),
                        @NamedParam(value = "key", type = String.class),
                        @NamedParam(value = "timeToLive", type = Duration.class)
                    })
                    Map<String, ?> options,
            String target) {
        words().dynamicDns(options, target);
    }

    @Override
    public void dynamicDns(
            @NamedParams({
                        @NamedParam(value = "server", type = String.class, required = true),
                        @NamedParam(value = "port", type = Integer.class),
                        @NamedParam(value = "zone", type = String.class),
                        @NamedParam(value = "key", type = String.class),
                        @NamedParam(value = "timeToLive", type = Duration.class)
                    })
                    Map<String, ?> options) {
        words().dynamicDns(options);
    }

    @Override
    public void dynamicDns(@DelegatesTo(value = DnsWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        words().dynamicDns(block);
    }

    @Override
    public HostHandle host(
            @NamedParams({
                        @NamedParam(value = "at", type = String.class, required = true),
                        @NamedParam(value = "certificates", type = String.class),
                        @NamedParam(value = "addresses", type = Map.class)
                    })
                    Map<String, ?> options,
            String name) {
        return words().host(options, name);
    }

    @Override
    public HostHandle host(
            String name, @DelegatesTo(value = HostWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return words().host(name, block);
    }

    @Override
    public NetworkHandle network(String name) {
        return words().network(name);
    }

    @Override
    public NetworkHandle network(
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
            String name) {
        return words().network(options, name);
    }

    @Override
    public NetworkHandle network(
            String name, @DelegatesTo(value = NetworkWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return words().network(name, block);
    }

    @Override
    public VolumeHandle volume(
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
            String name) {
        return words().volume(options, name);
    }

    @Override
    public VolumeHandle volume(
            String name, @DelegatesTo(value = VolumeWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return words().volume(name, block);
    }

    @Override
    public ImageHandle rootfs(
            @NamedParams({
                        @NamedParam(value = "tar", type = String.class),
                        @NamedParam(value = "busybox", type = Boolean.class),
                        @NamedParam(value = "bootstrap", type = String.class),
                        @NamedParam(value = "tool", type = String.class),
                        @NamedParam(value = "packages", type = Object.class),
                        @NamedParam(value = "mirror", type = String.class)
                    })
                    Map<String, ?> options,
            String name) {
        return words().rootfs(options, name);
    }

    @Override
    public ImageHandle rootfs(
            String name, @DelegatesTo(value = RootfsWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return words().rootfs(name, block);
    }

    @Override
    public ImageHandle build(
            @NamedParams({
                        @NamedParam(value = "context", type = String.class, required = true),
                        @NamedParam(value = "dockerfile", type = String.class),
                        @NamedParam(value = "args", type = Map.class),
                        @NamedParam(value = "target", type = String.class)
                    })
                    Map<String, ?> options,
            String name) {
        return words().build(options, name);
    }

    @Override
    public ImageHandle build(
            String name,
            @DelegatesTo(value = ImageBuildWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return words().build(name, block);
    }

    @Override
    public void helperImage(String name) {
        words().helperImage(name);
    }

    @Override
    public void helperImage(ImageHandle image) {
        words().helperImage(image);
    }

    @Override
    public void actionDefaults(
            @DelegatesTo(value = ActionDefaultsWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        words().actionDefaults(block);
    }

    @Override
    public ServiceHandle service(String name) {
        return words().service(name);
    }

    @Override
    public ServiceHandle service(
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
            String name) {
        return words().service(options, name);
    }

    @Override
    public ServiceHandle service(
            String name, @DelegatesTo(value = ServiceWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return words().service(name, block);
    }

    @Override
    public ServiceHandle service(
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
            @DelegatesTo(value = ServiceWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return words().service(options, name, block);
    }

    @Override
    public GroupHandle group(String name, Object... members) {
        return words().group(name, members);
    }

    @Override
    public GroupHandle group(String name, Iterable<?> members) {
        return words().group(name, members);
    }

    @Override
    public void folder(String path) {
        words().folder(path);
    }

    @Override
    public void folder(
            @NamedParams({@NamedParam(value = "conf", type = Object.class)}) Map<String, ?> options, String path) {
        words().folder(options, path);
    }

    @Override
    public void map(String path) {
        words().map(path);
    }

    @Override
    public void map(
            @NamedParams({
                        @NamedParam(value = "clients", type = String.class),
                        @NamedParam(value = "variables", type = Map.class)
                    })
                    Map<String, ?> options,
            String path) {
        words().map(options, path);
    }

    @Override
    public ActionHandle action(
            String name, @DelegatesTo(value = ActionWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return words().action(name, block);
    }

    @Override
    public ActionHandle action(
            String name,
            String description,
            @DelegatesTo(value = ActionWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return words().action(name, description, block);
    }

    @Override
    public void policy(
            String name, @DelegatesTo(value = PolicyWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        words().policy(name, block);
    }

    @Override
    public void policy(Policy policy) {
        words().policy(policy);
    }

    @Override
    public void environment(
            String name, @DelegatesTo(value = ProjectWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        words().environment(name, block);
    }

    @Override
    public void include(String path) {
        words().include(path);
    }

    @Override
    public void library(String path) {
        words().library(path);
    }

    @Override
    public void library(
            @NamedParams({
                        @NamedParam(value = "git", type = String.class),
                        @NamedParam(value = "revision", type = String.class),
                        @NamedParam(value = "path", type = String.class),
                        @NamedParam(value = "maven", type = String.class),
                        @NamedParam(value = "from", type = String.class)
                    })
                    Map<String, ?> options) {
        words().library(options);
    }

    @Override
    public void provides(
            @NamedParams({@NamedParam(value = "language", type = Integer.class, required = true)})
                    Map<String, ?> options,
            String name) {
        words().provides(options, name);
    }

    @Override
    public String parameter(String name, String defaultValue) {
        return words().parameter(name, defaultValue);
    }

    @Override
    public String parameter(String name, String defaultValue, String description) {
        return words().parameter(name, defaultValue, description);
    }

    @Override
    public Integer parameter(String name, Integer defaultValue) {
        return words().parameter(name, defaultValue);
    }

    @Override
    public Integer parameter(String name, Integer defaultValue, String description) {
        return words().parameter(name, defaultValue, description);
    }

    @Override
    public Boolean parameter(String name, Boolean defaultValue) {
        return words().parameter(name, defaultValue);
    }

    @Override
    public Boolean parameter(String name, Boolean defaultValue, String description) {
        return words().parameter(name, defaultValue, description);
    }

    @Override
    public Size parameter(String name, Size defaultValue) {
        return words().parameter(name, defaultValue);
    }

    @Override
    public Size parameter(String name, Size defaultValue, String description) {
        return words().parameter(name, defaultValue, description);
    }

    @Override
    public Duration parameter(String name, Duration defaultValue) {
        return words().parameter(name, defaultValue);
    }

    @Override
    public Duration parameter(String name, Duration defaultValue, String description) {
        return words().parameter(name, defaultValue, description);
    }

    @Override
    public <T> T parameter(
            @NamedParams({@NamedParam(value = "type", type = Class.class, required = true)}) Map<String, Class<T>> type,
            String name) {
        return words().parameter(type, name);
    }

    @Override
    public <T> T parameter(
            @NamedParams({@NamedParam(value = "type", type = Class.class, required = true)}) Map<String, Class<T>> type,
            String name,
            String description) {
        return words().parameter(type, name, description);
    }

    @Override
    @Everywhere
    public SecretHandle secret(String name) {
        return words().secret(name);
    }

    @Override
    @Everywhere
    public NameOfHost nameOfHost() {
        return words().nameOfHost();
    }

    @Override
    @Everywhere
    public AddressOfHost addressOf(String name) {
        return words().addressOf(name);
    }

    @Override
    @Everywhere
    public AddressOfHost addressOf(
            @NamedParams({@NamedParam(value = "ipv6", type = Boolean.class)}) Map<String, ?> options, String name) {
        return words().addressOf(options, name);
    }
}
