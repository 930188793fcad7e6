package io.dockerops.cli.command;

import io.dockerops.cli.session.RequiredVariables;
import io.dockerops.cli.session.Session;
import io.dockerops.dsl.SavedAnswers;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.plan.VariablesMissing;
import io.dockerops.engine.plan.VariablesMissing.Missing;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks who sits at the terminal for the variables that services require and nothing gives a value to. */
final class Answers {

    private final Session session;

    Answers(Session session) {
        this.session = session;
    }

    /**
     * {@code project} with values for {@code missing}; each is kept for the next time when the user wants that.
     *
     * @throws VariablesMissing when nobody can be asked, or gives no answer
     */
    Project given(Project project, VariablesMissing missing) {
        if (!session.surroundings().terminal().input()) {
            throw missing;
        }
        Question question = new Question(session.surroundings());
        Map<String, String> values = new LinkedHashMap<>();
        for (Missing each : missing.missing()) {
            if (!values.containsKey(each.name())) {
                values.put(each.name(), answer(question, each, missing));
            }
        }
        return project.given(values);
    }

    private String answer(Question question, Missing wanted, VariablesMissing missing) {
        String place = wanted.problem()
                .place()
                .map(found -> " (" + found.brief() + ")")
                .orElse("");
        String value = question.text("`" + wanted.instance() + "` requires " + wanted.name() + place + ":");
        if (value.isEmpty()) {
            throw missing;
        }
        if (question.yes("Keep it in " + SavedAnswers.FILE + " for the next time?")) {
            new RequiredVariables(session.projectFolder(), Map.of()).save(wanted.name(), value);
        }
        return value;
    }
}
