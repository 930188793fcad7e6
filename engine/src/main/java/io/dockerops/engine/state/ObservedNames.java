package io.dockerops.engine.state;

import io.dockerops.engine.model.KnownNames;
import io.dockerops.engine.problem.Problem;
import java.util.List;

/**
 * What the project's DNS server says of its instances.
 *
 * @param answered whether the server has been asked and has answered
 * @param known what it says; nothing when it was not asked
 * @param warnings why it was not asked, or did not answer; none when it does not run
 * @param errors what is wrong with its key
 */
public record ObservedNames(boolean answered, KnownNames known, List<Problem> warnings, List<Problem> errors) {

    /** There is no server, or it does not run. */
    public static final ObservedNames NONE = new ObservedNames(false, KnownNames.NONE, List.of(), List.of());

    public ObservedNames {
        warnings = List.copyOf(warnings);
        errors = List.copyOf(errors);
    }
}
