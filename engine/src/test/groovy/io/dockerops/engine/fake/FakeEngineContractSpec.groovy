package io.dockerops.engine.fake

import io.dockerops.engine.port.ContainerEngine
import io.dockerops.engine.port.ContainerFieldsContract
import io.dockerops.engine.port.ContainerLifeContract
import io.dockerops.engine.port.ContainersContract
import io.dockerops.engine.port.EventsContract
import io.dockerops.engine.port.FilesContract
import io.dockerops.engine.port.HealthContract
import io.dockerops.engine.port.ImagesContract
import io.dockerops.engine.port.NetworksContract
import io.dockerops.engine.port.ProcessesContract
import io.dockerops.engine.port.Program
import io.dockerops.engine.port.VolumesContract

/** Gives connections to one fake engine, which is told what programs do. */
trait OnFake {

    private static final FakeEngine FAKE = new FakeEngine()

    ContainerEngine connect() {
        FAKE.connect()
    }

    byte[] rootfs() {
        new byte[0]
    }

    void tellHealth(String container, FakeHealth health) {
        FAKE.processes().health(container, health)
    }

    void teach(Program program) {
        def ends = program.exitCode == null ? OptionalInt.empty() : OptionalInt.of(program.exitCode)
        FAKE.processes().runCommand(
            program.command, new FakeProgram(program.output, program.error, ends, program.stopCode, program.echoes))
    }
}

class FakeContainersSpec extends ContainersContract implements OnFake {
}

class FakeContainerFieldsSpec extends ContainerFieldsContract implements OnFake {
}

class FakeContainerLifeSpec extends ContainerLifeContract implements OnFake {
}

class FakeNetworksSpec extends NetworksContract implements OnFake {
}

class FakeVolumesSpec extends VolumesContract implements OnFake {
}

class FakeHealthSpec extends HealthContract implements OnFake {

    @Override
    void teachHealth(String container, boolean healthy, String output) {
        tellHealth(container, healthy ? FakeHealth.AT_ONCE : FakeHealth.unhealthy(output))
    }
}

class FakeImagesSpec extends ImagesContract implements OnFake {
}

class FakeProcessesSpec extends ProcessesContract implements OnFake {
}

class FakeEventsSpec extends EventsContract implements OnFake {
}

class FakeFilesSpec extends FilesContract implements OnFake {
}
