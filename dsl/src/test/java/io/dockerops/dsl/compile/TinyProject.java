package io.dockerops.dsl.compile;

import groovy.lang.Closure;
import io.dockerops.dsl.words.Includes;
import io.dockerops.dsl.words.Places;
import io.dockerops.engine.problem.SourceRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notes what the words of {@link TinyScript} say, and where. */
public final class TinyProject implements TinyWords.ServiceWords, TinyWords.HealthyWords {

    final List<String> said = new ArrayList<>();
    final Map<String, SourceRef> where = new LinkedHashMap<>();
    final Places places;
    final Includes includes;

    public TinyProject(Places places, Includes includes) {
        this.places = places;
        this.includes = includes;
    }

    public List<String> getSaid() {
        return said;
    }

    public Map<String, SourceRef> getWhere() {
        return where;
    }

    void say(String what) {
        said.add(what);
        where.put(what, places.here());
    }

    void block(Closure<?> block) {
        Closure<?> own = (Closure<?>) block.clone();
        own.setDelegate(this);
        own.setResolveStrategy(Closure.DELEGATE_FIRST);
        own.call();
    }

    @Override
    public void image(String name) {
        if (name.contains(" ")) {
            throw new IllegalArgumentException("an image name has no spaces: '" + name + "'");
        }
        say("image " + name);
    }

    @Override
    public void env(Map<String, ?> variables) {
        say("env " + variables);
    }

    @Override
    public void link(TinyWords.ServiceHandle service) {
        say("link " + service.name());
    }

    @Override
    public void healthy(Closure<?> block) {
        say("healthy");
        block(block);
    }

    @Override
    public void command(String... words) {
        say("command " + String.join(" ", words));
    }

    @Override
    public void every(Duration interval) {
        say("every " + interval);
    }
}
