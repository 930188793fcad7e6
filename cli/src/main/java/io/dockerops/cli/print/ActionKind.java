package io.dockerops.cli.print;

import io.dockerops.engine.plan.Action;
import java.util.stream.Collectors;

/**
 * What an action does to its subject, and the words for it.
 *
 * @param effect what becomes of the subject
 * @param doing the words while it goes on, such as {@code creating}
 * @param done the words when it is done, such as {@code created}
 */
public record ActionKind(Effect effect, String doing, String done) {

    /** What becomes of the subject. */
    public enum Effect {
        /** It did not exist before. */
        CREATES,
        /** It is not what it was before. */
        CHANGES,
        /** It does not exist afterwards. */
        REMOVES,
        /** It runs afterwards. */
        STARTS,
        /** It does not run afterwards. */
        STOPS,
        /** A command runs in it. */
        RUNS,
        /** Its main process gets a signal. */
        SIGNALS,
        /** It has run to its end. */
        ENDS,
        /** Others find it by other names than before. */
        NAMES,
        /** It stays as it is. */
        WAITS
    }

    private static final Action.Visitor<ActionKind> KINDS = new Kinds();

    /** The kind of {@code action}. */
    public static ActionKind of(Action action) {
        return action.accept(KINDS);
    }

    private static final class Kinds implements Action.Visitor<ActionKind> {

        private static ActionKind creates(String doing, String done) {
            return new ActionKind(Effect.CREATES, doing, done);
        }

        private static ActionKind changes(String doing, String done) {
            return new ActionKind(Effect.CHANGES, doing, done);
        }

        private static ActionKind removes() {
            return new ActionKind(Effect.REMOVES, "removing", "removed");
        }

        @Override
        public ActionKind createNetwork(Action.CreateNetwork action) {
            return creates("creating", "created");
        }

        @Override
        public ActionKind removeNetwork(Action.RemoveNetwork action) {
            return removes();
        }

        @Override
        public ActionKind createVolume(Action.CreateVolume action) {
            return creates("creating", "created");
        }

        @Override
        public ActionKind prepareVolume(Action.PrepareVolume action) {
            return changes("setting owner and mode", "owner and mode set");
        }

        @Override
        public ActionKind removeVolume(Action.RemoveVolume action) {
            return removes();
        }

        @Override
        public ActionKind recordFiles(Action.RecordFiles action) {
            return new ActionKind(Effect.WAITS, "noting its files", "files noted");
        }

        @Override
        public ActionKind forgetFiles(Action.ForgetFiles action) {
            return new ActionKind(Effect.WAITS, "forgetting its files", "files forgotten");
        }

        @Override
        public ActionKind pullImage(Action.PullImage action) {
            return creates("pulling", "pulled");
        }

        @Override
        public ActionKind buildImage(Action.BuildImage action) {
            return creates("building", "built");
        }

        @Override
        public ActionKind importImage(Action.ImportImage action) {
            return creates("importing", "imported");
        }

        @Override
        public ActionKind removeImage(Action.RemoveImage action) {
            return removes();
        }

        @Override
        public ActionKind createContainer(Action.CreateContainer action) {
            return creates("creating", "created");
        }

        @Override
        public ActionKind startContainer(Action.StartContainer action) {
            return new ActionKind(Effect.STARTS, "starting", "started");
        }

        @Override
        public ActionKind awaitHealthy(Action.AwaitHealthy action) {
            return new ActionKind(Effect.WAITS, "waiting until healthy", "healthy");
        }

        @Override
        public ActionKind awaitSteady(Action.AwaitSteady action) {
            return new ActionKind(Effect.WAITS, "waiting until it stays up", "up");
        }

        @Override
        public ActionKind awaitExit(Action.AwaitExit action) {
            return new ActionKind(Effect.WAITS, "running to its end", "ended well");
        }

        @Override
        public ActionKind exec(Action.Exec action) {
            return new ActionKind(Effect.RUNS, "running " + action.detail(), "ran " + action.detail());
        }

        @Override
        public ActionKind signalContainer(Action.SignalContainer action) {
            return new ActionKind(Effect.SIGNALS, "sending " + action.signal(), "sent " + action.signal());
        }

        @Override
        public ActionKind copyFiles(Action.CopyFiles action) {
            return changes("copying " + action.detail(), "given " + sources(action));
        }

        private static String sources(Action.CopyFiles action) {
            return action.files().stream().map(file -> file.source().toString()).collect(Collectors.joining(", "));
        }

        @Override
        public ActionKind awaitEnd(Action.AwaitEnd action) {
            return new ActionKind(Effect.WAITS, "running to its end", "ended");
        }

        @Override
        public ActionKind readOutput(Action.ReadOutput action) {
            return new ActionKind(Effect.ENDS, "reading its output", "output read");
        }

        @Override
        public ActionKind stopContainer(Action.StopContainer action) {
            return new ActionKind(Effect.STOPS, "stopping", "stopped");
        }

        @Override
        public ActionKind removeContainer(Action.RemoveContainer action) {
            return removes();
        }

        @Override
        public ActionKind renameContainer(Action.RenameContainer action) {
            return changes("renaming to " + action.newName(), "renamed to " + action.newName());
        }

        @Override
        public ActionKind updateContainer(Action.UpdateContainer action) {
            return changes("changing in place", "changed in place");
        }

        @Override
        public ActionKind connectNetwork(Action.ConnectNetwork action) {
            return changes("joining " + action.network(), "joined " + action.network());
        }

        @Override
        public ActionKind registerNames(Action.RegisterNames action) {
            return new ActionKind(Effect.NAMES, "registering " + action.detail(), "registered as " + action.detail());
        }

        @Override
        public ActionKind removeNames(Action.RemoveNames action) {
            return new ActionKind(Effect.NAMES, "removing the name " + action.detail(), "not registered any more");
        }

        @Override
        public ActionKind disconnectNetwork(Action.DisconnectNetwork action) {
            return changes("leaving " + action.network(), "left " + action.network());
        }
    }
}
