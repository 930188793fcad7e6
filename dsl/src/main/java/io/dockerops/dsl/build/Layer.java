package io.dockerops.dsl.build;

import io.dockerops.engine.model.ElementId;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Volume;
import io.dockerops.engine.model.VolumeId;
import io.dockerops.engine.problem.SourceRef;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the project, or its environment, has said so far, and where. They are apart, since an environment may declare
 * again what the project declares.
 *
 * @param title what messages call the block in which it says so
 * @param declarations the place of each element
 * @param mentions the place of each word that names something
 * @param adopted elements that a map declares, which may be declared once more
 * @param volumes the volumes
 */
record Layer(
        String title,
        Map<ElementId, SourceRef> declarations,
        Map<Origins.Mention, SourceRef> mentions,
        Set<ElementId> adopted,
        Map<VolumeId, Volume> volumes) {

    static Layer called(String title) {
        return new Layer(
                title, new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashSet<>(), new LinkedHashMap<>());
    }
}
