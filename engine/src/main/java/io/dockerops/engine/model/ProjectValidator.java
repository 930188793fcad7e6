package io.dockerops.engine.model;

import io.dockerops.engine.problem.Problem;
import java.util.List;

/** Finds where a project contradicts itself or asks for what no engine can do. */
public final class ProjectValidator {

    private ProjectValidator() {}

    /**
     * Everything that is wrong with {@code project}, all at once, each at its place in {@code origins}. The time it takes
     * grows with the size of the project.
     */
    public static List<Problem> check(Project project, Origins origins) {
        Inquiry inquiry = new Inquiry(project, origins);
        NameRules.check(inquiry);
        ReferenceRules.check(inquiry);
        CycleRules.check(inquiry);
        ImageRules.check(inquiry);
        MountRules.check(inquiry);
        SharingRules.check(inquiry);
        NetworkRules.check(inquiry);
        PortRules.check(inquiry);
        ReachRules.check(inquiry);
        LinkRules.check(inquiry);
        LifecycleRules.check(inquiry);
        WatchRules.check(inquiry);
        CopyRules.check(inquiry);
        RegistrationRules.check(inquiry);
        return inquiry.problems();
    }
}
