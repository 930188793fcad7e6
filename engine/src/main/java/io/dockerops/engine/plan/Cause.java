package io.dockerops.engine.plan;

import io.dockerops.engine.model.ActionId;
import io.dockerops.engine.model.ElementId;
import io.dockerops.engine.model.InstanceId;

/** Why an action is planned. {@code toString} is how plans show it. */
public sealed interface Cause {

    /** A reason that needs no names. */
    enum Plain implements Cause {
        MISSING("missing"),
        NOT_RUNNING("not running"),
        NOT_PREPARED("not prepared"),
        NOT_HEALTHY("not healthy"),
        INCOMPLETE("did not end well"),
        IMAGE_CHANGED("image changed"),
        SOURCE_CHANGED("source changed"),
        CHANGED("changed"),
        DRIFTED("drifted"),
        CHANGED_AND_DRIFTED("changed and drifted"),
        NOT_DECLARED("no longer declared"),
        LEFT_OVER("left over"),
        REPLACED("replaced"),
        STARTED("after start"),
        START_DELAY("start delay"),
        COMMAND_NOT_RUNNING("command not running"),
        NAME_CHANGED("name changed"),
        FILES_CHANGED("files changed"),
        VOLUME_MISSING("attached volume missing"),
        NAMES_MISSING("names missing"),
        NAMES_CHANGED("address changed"),
        NAMES_LOST("DNS server starts anew"),
        HIDDEN("not registered any more"),
        REQUESTED("requested"),
        PULL_REQUESTED("pull requested"),
        ENDED("has ended");

        private final String text;

        Plain(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Something else cannot go on without it.
     *
     * @param by what needs it
     */
    record NeededBy(ElementId by) implements Cause {
        @Override
        public String toString() {
            return "needed by " + by.label();
        }
    }

    /**
     * An action of the project asks for it.
     *
     * @param action the action
     * @param step the number of the step
     */
    record StepOf(ActionId action, int step) implements Cause {
        @Override
        public String toString() {
            return "step " + step + " of " + action;
        }
    }

    /**
     * It depends on what is taken down.
     *
     * @param dependency what is taken down
     */
    record DependsOn(ElementId dependency) implements Cause {
        @Override
        public String toString() {
            return "depends on " + dependency.label();
        }
    }

    /**
     * Something that it is made upon is made anew.
     *
     * @param dependency what is made anew
     */
    record DependencyReplaced(ElementId dependency) implements Cause {
        @Override
        public String toString() {
            return dependency.label() + " replaced";
        }
    }

    /**
     * It was made with the address of something that has another one now, or gets one.
     *
     * @param dependency what has another address
     */
    record AddressChanged(ElementId dependency) implements Cause {
        @Override
        public String toString() {
            return "address of " + dependency.label() + " changed";
        }
    }

    /**
     * It ended in a way from which it does not recover.
     *
     * @param exitCode how it ended
     */
    record NotRecoverable(int exitCode) implements Cause {
        @Override
        public String toString() {
            return "ended with exit code " + exitCode;
        }
    }

    /**
     * The replacement failed and the old container comes back.
     *
     * @param instance whose container it is
     */
    record ReplacementFailed(InstanceId instance) implements Cause {
        @Override
        public String toString() {
            return "if the new " + instance.label() + " fails";
        }
    }
}
