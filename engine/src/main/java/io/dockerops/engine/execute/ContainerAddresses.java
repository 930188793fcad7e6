package io.dockerops.engine.execute;

import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.port.ContainerEngine;
import io.dockerops.engine.port.EngineException;

/** Puts the addresses that containers have into a specification for one call. */
final class ContainerAddresses {

    private ContainerAddresses() {}

    /**
     * {@code specification} with the addresses that it refers to.
     *
     * @throws EngineException.Failed when a container has none, since it does not run
     */
    static Specification filled(ContainerEngine engine, Specification specification) {
        return specification.map(value -> value instanceof Value.Address address ? read(engine, address) : value);
    }

    private static Value read(ContainerEngine engine, Value.Address address) {
        return engine.inspect(address.container())
                .map(found -> found.addresses().get(address.network()))
                .<Value>map(Value::text)
                .orElseThrow(() -> new EngineException.Failed(
                        "the container `" + address.container() + "` has no address in the network `"
                                + address.network() + "`, since it does not run",
                        "see why with `dockerops logs`, or restart it with `dockerops restart`"));
    }
}
