package io.dockerops.dsl.build;

import io.dockerops.dsl.words.ActionDefaultsWords;
import io.dockerops.engine.model.ExecCheck;
import io.dockerops.engine.model.Options;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Suggest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** An {@code actionDefaults} block. */
final class ActionDefaultsBlock extends Block implements ActionDefaultsWords {

    private static final int LEAST_CODE = -128;
    private static final int MOST_CODE = 255;

    private final Options.Builder options = Options.builder();

    ActionDefaultsBlock(Reading reading) {
        super(reading, "the actionDefaults block");
    }

    @Override
    public void updatePersistent(boolean replace) {
        once("updatePersistent", replace, () -> options.updatePersistent(replace));
    }

    @Override
    public void skipLimitReset(boolean skip) {
        once("skipLimitReset", skip, () -> options.skipLimitReset(skip));
    }

    @Override
    public void checkExec(String how) {
        once("checkExec", how, () -> options.checkExec(check(how)));
    }

    private static ExecCheck check(String how) {
        return switch (how) {
            case "full" -> ExecCheck.FULL;
            case "partial" -> ExecCheck.PARTIAL;
            case "none" -> ExecCheck.NONE;
            default ->
                throw new Mistake(
                        "`" + how + "` is not a way to look for commands",
                        Suggest.hint(how, List.of("full", "partial", "none"))
                                .orElse("write `full`, `partial` or `none`"));
        };
    }

    @Override
    public void pullBeforeUpdate(boolean pull) {
        once("pullBeforeUpdate", pull, () -> options.pullBeforeUpdate(pull));
    }

    @Override
    public void pullAllImages(boolean all) {
        once("pullAllImages", all, () -> options.pullAllImages(all));
    }

    @Override
    public void removePersistent(boolean remove) {
        once("removePersistent", remove, () -> options.removePersistent(remove));
    }

    @Override
    public void removeAttached(boolean remove) {
        once("removeAttached", remove, () -> options.removeAttached(remove));
    }

    @Override
    public void restartExec(boolean run) {
        once("restartExec", run, () -> options.restartExec(run));
    }

    @Override
    public void nonRecoverable(int... codes) {
        once("nonRecoverable", codes, () -> {
            for (int code : codes) {
                if (code < LEAST_CODE || code > MOST_CODE || code == 0) {
                    throw new Mistake(
                            "`" + code + "` is not the exit code of a failure", "write numbers from 1 to 255");
                }
            }
            if (codes.length == 0) {
                throw new Mistake("`nonRecoverable` gets nothing", "write the exit codes behind it");
            }
            options.nonRecoverable(Arrays.stream(codes).boxed().toList());
        });
    }

    @Override
    public void signal(String signal) {
        once("signal", signal, () -> options.signal(signal));
    }

    @Override
    public void waitTimeout(Duration timeout) {
        once("waitTimeout", timeout, () -> {
            if (timeout.isNegative() || timeout.isZero()) {
                throw new Mistake("`waitTimeout` must be more than nothing", "write `waitTimeout 10.minutes`");
            }
            options.waitTimeout(timeout);
        });
    }

    Options build() {
        return options.build();
    }
}
