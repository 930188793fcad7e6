package seeded.engine.model;

import com.github.dockerjava.api.model.Container;

public class SeesDockerJava {
    Container container;
}
