package io.dockerops.engine.folder;

import io.dockerops.engine.model.Selector;
import io.dockerops.engine.model.ServiceId;
import io.dockerops.engine.yaml.tree.Fields;
import io.dockerops.engine.yaml.tree.Item.Single;
import java.util.Optional;

/**
 * One instance of a conf file.
 *
 * @param service the name of its service
 * @param instance its name
 * @param group the group that it is in
 * @param fields all that is said of it
 */
record Entry(Single service, Single instance, Optional<Single> group, Fields fields) {

    /** @throws IllegalArgumentException when a name breaks the rule */
    Selector selector() {
        return new Selector(new ServiceId(service.text()), Optional.of(instance.text()));
    }

    /** As links name it. */
    String label() {
        return service.text() + "-" + instance.text();
    }
}
