package io.dockerops.engine.fake;

import io.dockerops.engine.fake.FakeContainer.Binding;
import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.port.ContainerEvent;
import io.dockerops.engine.port.ContainerStatus.Health;
import io.dockerops.engine.port.ContainerStatus.State;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How containers of the fake engine start, become healthy and end. */
final class FakeLife {

    /** The exit code of what was killed. */
    static final int KILLED = 137;

    private static final int SERVER_ERROR = 500;
    private static final int FIRST_FREE_PORT = 32768;
    private static final FieldPath PORTS = FieldPath.of("HostConfig", "PortBindings");

    private final FakeWorld world;
    private final FakeNetworks networks;
    private int freePort = FIRST_FREE_PORT;

    FakeLife(FakeWorld world, FakeNetworks networks) {
        this.world = world;
        this.networks = networks;
        world.follow(this::countTowardsHealth);
    }

    void start(String nameOrId) {
        FakeContainer container = world.container(nameOrId);
        if (!container.running()) {
            container.networks().forEach(networks::network);
            networkOwner(container);
            bindPorts(container);
            run(container);
        }
    }

    private void networkOwner(FakeContainer container) {
        String mode = container.wanted.text("HostConfig", "NetworkMode").orElse("");
        if (mode.startsWith("container:")) {
            FakeContainer owner = world.container(mode.substring("container:".length()));
            if (!owner.running()) {
                throw FakeWorld.refused(
                        FakeWorld.CONFLICT, "cannot join network of a non running container: " + owner.id);
            }
        }
    }

    /** A port that is bound and not exposed stays closed, as with engines up to 20.10. */
    private void bindPorts(FakeContainer container) {
        container.bindings.clear();
        for (Map.Entry<FieldPath, Value> field :
                container.wanted.below(PORTS).fields().entrySet()) {
            if (!container.exposes(field.getKey().last())) {
                continue;
            }
            for (String binding : FakeContainer.texts(Optional.of(field.getValue()))) {
                int colon = binding.lastIndexOf(':');
                String port = binding.substring(colon + 1);
                int hostPort = port.isEmpty() ? freePort++ : Integer.parseInt(port);
                checkPort(container, hostPort, field.getKey().last());
                container.bindings.add(new Binding(
                        binding.substring(0, colon), hostPort, field.getKey().last()));
            }
        }
    }

    private void checkPort(FakeContainer container, int port, String target) {
        String protocol = target.substring(target.indexOf('/') + 1);
        boolean taken = world.containers.values().stream()
                .filter(other -> other != container && other.running())
                .flatMap(other -> other.bindings.stream())
                .anyMatch(other -> other.hostPort() == port && other.port().endsWith(protocol));
        String prefix = "driver failed programming external connectivity on endpoint " + container.name + " ("
                + container.id + "): ";
        if (taken) {
            container.bindings.clear();
            throw FakeWorld.refused(
                    SERVER_ERROR, prefix + "Bind for 0.0.0.0:" + port + " failed: port is already allocated");
        }
        if (world.machine.occupied(port)) {
            container.bindings.clear();
            throw FakeWorld.refused(
                    SERVER_ERROR,
                    prefix + "Error starting userland proxy: listen " + protocol + "4 0.0.0.0:" + port
                            + ": bind: address already in use");
        }
    }

    private void run(FakeContainer container) {
        container.program = world.processes.start(container.name, container.command());
        container.state = State.RUNNING;
        container.background.clear();
        container.exitCode = 0;
        container.startedAt = Instant.now();
        networks.giveAddresses(container);
        container.program.output().forEach(line -> write(container, line, false));
        container.program.error().forEach(line -> write(container, line, true));
        FakeHealth health = world.processes.healthOf(container.name);
        container.health = container.hasCheck() ? Health.STARTING : null;
        container.checked = false;
        container.eventsToHealth = health.afterEvents();
        world.happened(container, "start", 0);
        if (container.program.exitCode().isPresent()) {
            end(container, container.program.exitCode().getAsInt(), true);
        } else if (container.health == Health.STARTING && health.afterEvents() == 0) {
            check(container, health.becomes(), health.output());
        }
    }

    private static void write(FakeContainer container, String line, boolean error) {
        container.log.add(new FakeContainer.Line(Instant.now(), line, error));
    }

    /** Lets the health checks of a running container say something. */
    void check(FakeContainer container, Health says, String output) {
        if (says == Health.STARTING || container.health == says || !container.running()) {
            return;
        }
        container.health = says;
        container.lastCheck = output;
        container.checked = true;
        world.happened(container, "health_status: " + says, 0);
    }

    private void countTowardsHealth(ContainerEvent event) {
        if (event.action().startsWith("health_status")) {
            return;
        }
        for (FakeContainer container : List.copyOf(world.containers.values())) {
            boolean waits = container.running() && container.health == Health.STARTING && container.eventsToHealth > 0;
            boolean own =
                    container.id.equals(event.containerId()) && event.action().equals("start");
            if (waits && !own) {
                container.eventsToHealth--;
                if (container.eventsToHealth == 0) {
                    FakeHealth health = world.processes.healthOf(container.name);
                    check(container, health.becomes(), health.output());
                }
            }
        }
    }

    void stop(String nameOrId) {
        FakeContainer container = world.container(nameOrId);
        if (container.running() || container.state == State.RESTARTING) {
            world.happened(container, "kill", 0);
            end(container, container.program.stopCode(), false);
            world.happened(container, "stop", 0);
        }
    }

    void kill(String nameOrId, String signal) {
        FakeContainer container = world.container(nameOrId);
        if (!container.running()) {
            throw FakeWorld.refused(
                    FakeWorld.CONFLICT,
                    "Cannot kill container: " + nameOrId + ": Container " + container.id + " is not running");
        }
        world.happened(container, "kill", 0);
        switch (signal.toUpperCase(Locale.ROOT).replaceFirst("^SIG", "")) {
            case "KILL", "9" -> end(container, KILLED, false);
            case "TERM", "15", "INT", "2", "QUIT", "3" -> end(container, container.program.stopCode(), false);
            default -> {
                // Programs of the fake take no notice of other signals.
            }
        }
    }

    /**
     * Ends the process of a container.
     *
     * @param byItself whether its restart policy counts
     */
    void end(FakeContainer container, int exitCode, boolean byItself) {
        boolean restarts = byItself && container.restarts(exitCode);
        container.state = restarts ? State.RESTARTING : State.EXITED;
        container.exitCode = exitCode;
        container.addresses.clear();
        container.bindings.clear();
        world.happened(container, "die", exitCode);
        // A program that always ends would be started for ever; it is left where engines have it most of the time.
        boolean lasts = world.processes
                .peek(container.name, container.command())
                .exitCode()
                .isEmpty();
        if (restarts && lasts) {
            run(container);
        }
    }
}
