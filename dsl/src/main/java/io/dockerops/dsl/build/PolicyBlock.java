package io.dockerops.dsl.build;

import io.dockerops.dsl.words.PolicyWords;
import io.dockerops.dsl.words.ProposedAction;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.plan.Action;
import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.plan.PlannedAction;
import io.dockerops.engine.plan.Policy;
import io.dockerops.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** A {@code policy} block, read for one plan. */
final class PolicyBlock extends Block implements PolicyWords {

    private final String policy;
    private final List<ProposedAction> actions;
    private final List<Policy.Ruling> rulings = new ArrayList<>();

    PolicyBlock(Reading reading, String policy, Plan plan) {
        super(reading, "the policy block");
        this.policy = policy;
        this.actions = plan.graph().actions().stream()
                .<ProposedAction>map(Proposed::new)
                .toList();
    }

    @Override
    public List<ProposedAction> getActions() {
        return actions;
    }

    @Override
    public void refuse(String reason) {
        word("refuse", reason, () -> refused(reason, List.of()));
    }

    @Override
    public void refuse(String reason, String hint) {
        word("refuse", reason, () -> refused(reason, List.of(hint)));
    }

    private void refused(String reason, List<String> hints) {
        rulings.add(new Policy.Refuse(
                Problem.error(reading.here(), "policy `" + policy + "`: " + reason, hints.toArray(String[]::new))));
    }

    @Override
    public void leaveOut(ProposedAction action, String reason) {
        word("leaveOut", reason, () -> rulings.add(new Policy.LeaveOut(action.getNumber(), reason)));
    }

    @Override
    public void confirm(String question) {
        word("confirm", question, () -> rulings.add(new Policy.Confirm(question)));
    }

    List<Policy.Ruling> rulings() {
        return List.copyOf(rulings);
    }

    private record Proposed(PlannedAction planned) implements ProposedAction {

        @Override
        public int getNumber() {
            return planned.number();
        }

        @Override
        public String getVerb() {
            return planned.action().verb();
        }

        @Override
        public String getDetail() {
            return planned.action().detail();
        }

        @Override
        public String getCause() {
            return planned.cause().toString();
        }

        @Override
        public String getHost() {
            return planned.action().host().name();
        }

        @Override
        public String getKind() {
            return planned.action().subject().kind();
        }

        @Override
        public String getName() {
            return planned.action().subject().label();
        }

        @Override
        public String getService() {
            return planned.action().subject() instanceof InstanceId id
                    ? id.service().name()
                    : "";
        }

        @Override
        public boolean isCreation() {
            return planned.action() instanceof Action.CreateContainer
                    || planned.action() instanceof Action.CreateNetwork
                    || planned.action() instanceof Action.CreateVolume;
        }

        @Override
        public boolean isRemoval() {
            return planned.action() instanceof Action.RemoveContainer
                    || planned.action() instanceof Action.RemoveNetwork
                    || planned.action() instanceof Action.RemoveVolume
                    || planned.action() instanceof Action.RemoveImage;
        }

        @Override
        public boolean isStop() {
            return planned.action() instanceof Action.StopContainer;
        }
    }
}
