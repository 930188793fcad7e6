package io.dockerops.dsl.build;

import io.dockerops.dsl.words.ImageHandle;
import java.util.List;
import java.util.Map;

/** Speaks the named arguments of a service or instance to its block, as if they stood in braces. */
final class ShortForm {

    private final LifecycleLayer block;
    private final Named named;

    ShortForm(LifecycleLayer block, Named named) {
        this.block = block;
        this.named = named;
    }

    @SuppressWarnings("unchecked")
    void speak() {
        named.with("image", Object.class, this::image);
        named.with("command", Object.class, this::command);
        named.with("env", Map.class, variables -> block.env((Map<String, ?>) variables));
        named.with("mount", Object.class, volumes -> block.mounts(array(volumes)));
        named.with("link", Object.class, targets -> block.links(array(targets)));
        named.with("publish", Object.class, this::publish);
        named.with("network", Object.class, networks -> block.networks(array(networks)));
        named.with("on", Object.class, hosts -> block.on(array(hosts)));
    }

    static Object[] array(Object value) {
        return Given.list(value).toArray();
    }

    private void image(Object image) {
        if (image instanceof ImageHandle handle) {
            block.image(handle);
        } else {
            block.image(Given.plainText("image", image));
        }
    }

    private void command(Object command) {
        if (command instanceof List<?> words) {
            block.command(words);
        } else {
            block.command(Given.plainText("command", command));
        }
    }

    private void publish(Object ports) {
        if (ports instanceof Map<?, ?> map) {
            block.publish(map);
        } else {
            block.publish(array(ports));
        }
    }
}
