package io.dockerops.engine.docker

import io.dockerops.engine.model.Host
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
import io.dockerops.engine.port.VolumesContract
import java.nio.file.Path

/** Gives the engine of {@code DOCKER_HOST}, or this machine's. */
trait OnDocker {

    ContainerEngine connect() {
        hosts().engine(Host.LOCAL)
    }

    static DockerHosts hosts(Map<String, String> environment = System.getenv()) {
        new DockerHosts(environment, Path.of(System.getProperty('user.home')), [DockerHosts.systemSocket()])
    }
}

class DockerContainersIT extends ContainersContract implements OnDocker {
}

class DockerContainerFieldsIT extends ContainerFieldsContract implements OnDocker {
}

class DockerContainerLifeIT extends ContainerLifeContract implements OnDocker {
}

class DockerNetworksIT extends NetworksContract implements OnDocker {
}

class DockerVolumesIT extends VolumesContract implements OnDocker {
}

class DockerHealthIT extends HealthContract implements OnDocker {
}

class DockerImagesIT extends ImagesContract implements OnDocker {
}

class DockerProcessesIT extends ProcessesContract implements OnDocker {
}

class DockerEventsIT extends EventsContract implements OnDocker {
}

class DockerFilesIT extends FilesContract implements OnDocker {
}
