package io.dockerops.dsl.build;

import groovy.lang.Closure;
import io.dockerops.dsl.words.Places;
import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.plan.Policy;
import io.dockerops.engine.problem.ProblemException;
import java.util.List;

/** A policy that stands in a script. Its block is read for each plan, long after the script was. */
final class ScriptPolicy implements Policy {

    private final String name;
    private final Closure<?> block;
    private final Places places;

    ScriptPolicy(String name, Closure<?> block, Places places) {
        this.name = name;
        this.block = block;
        this.places = places;
    }

    @Override
    public String name() {
        return name;
    }

    /** @throws ProblemException when the block fails, with the line where it does */
    @Override
    public List<Ruling> judge(Plan plan) {
        Reading reading = new Reading(places);
        PolicyBlock words = new PolicyBlock(reading, name, plan);
        reading.block(words, block);
        if (!reading.problems().isEmpty()) {
            throw new ProblemException(reading.problems());
        }
        return words.rulings();
    }
}
